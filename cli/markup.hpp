#pragma once
// Text within HTML and SVG.

#include <string>
#include <string_view>

namespace grotius::cli {

/// With `&`, `<`, `>` and `"` written so that they stand for themselves, in text and in attributes.
std::string escaped(std::string_view text);

}  // namespace grotius::cli
