#include "grammar/syntax.hpp"

namespace grotius::syntax {

std::string unescaped(const Text& text) {
  std::string result;
  result.reserve(text.raw.size());
  for (std::size_t i = 0; i < text.raw.size(); ++i) {
    if (text.raw[i] == '\\' && i + 1 < text.raw.size()) ++i;
    result += text.raw[i];
  }
  return result;
}

}  // namespace grotius::syntax
