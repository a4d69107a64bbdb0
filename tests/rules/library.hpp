#pragma once

#include <string>

#include "grammar/load.hpp"

namespace grotius::test {

/// Options under which modules are looked up among the texts of these tests and in the norm library
/// of the sources.
LoadOptions library();

/// The file of one of its modules.
std::string module(const std::string& name);

}  // namespace grotius::test
