#pragma once
// The page on the normative shift: neighbouring norm sets of the library, where they part by kind
// of change, a witness of each, and the cases that instantiate it.

#include <string>

namespace grotius::test {

/// The whole page, as Markdown. Takes as long as the differences do.
std::string shift_page();

}  // namespace grotius::test
