#pragma once
// What the rules of the grammar share during one parse, and what a mistake needs to be explained.

#include <cstdint>
#include <string_view>

#include "grammar/mistakes/expectations.hpp"
#include "grammar/reporter.hpp"
#include "grammar/syntax.hpp"
#include "grammar/token.hpp"

namespace grotius::grammar {

struct State {
  std::string_view text;
  Reporter& reporter;
  const Token* tokens = nullptr;     ///< the first token
  const Token* item = nullptr;       ///< where the item that is being read begins
  const Token* situation = nullptr;  ///< the situation whose lines are being read
  const Token* farthest = nullptr;   ///< the last place where something else was expected …
  Expectations expected;             ///< … and what
  std::uint32_t depth = 0;           ///< expressions within expressions
  std::uint32_t height = 0;          ///< of the expression that was read last, in operators
  std::uint32_t peak = 0;      ///< of the highest expression within the operand that is being read
  bool rejected = false;       ///< the item was not understood
  bool rejected_line = false;  ///< the line of a situation was not understood

  State(std::string_view source_text, Reporter& source_reporter)
      : text(source_text), reporter(source_reporter) {}

  void note(const Token* at, Expected what) {
    if (at < farthest) return;
    if (at > farthest) {
      farthest = at;
      expected.clear();
    }
    expected.add(what);
  }

  void note(const Token* at, const Expectations& all) {
    if (at < farthest) return;
    if (at > farthest) {
      farthest = at;
      expected = all;
    } else {
      expected |= all;
    }
  }

  std::string_view text_of(const Token& token) const {
    return text.substr(token.begin, token.end - token.begin);
  }
  Span span(std::uint32_t begin, std::uint32_t end) const {
    return {reporter.source(), begin, end};
  }
  Span span(const Token& token) const { return span(token.begin, token.end); }
  /// From the first token to the last but one: the range of a rule.
  Span span(const Token* first, const Token* last) const {
    return span(first->begin, last == first ? first->begin : last[-1].end);
  }
};

}  // namespace grotius::grammar
