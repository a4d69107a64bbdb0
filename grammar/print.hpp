#pragma once
// Prints a syntax tree as S-expressions, one item a paragraph: the form of `grotius dump --stage syntax` and of golden tests.

#include <string>

#include "grammar/syntax.hpp"

namespace grotius {

/// Two trees print alike exactly if they are equal, spans and the reach of parentheses aside.
std::string print(const syntax::File& file);
std::string print(const syntax::Expression& expression);

}  // namespace grotius
