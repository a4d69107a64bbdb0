#pragma once

#include <filesystem>

namespace grotius::test {

// The root of the source tree.
std::filesystem::path source_dir();

// The program `grotius` of this build.
std::filesystem::path program();

}  // namespace grotius::test
