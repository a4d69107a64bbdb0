#pragma once
// Keeps recursion bounded: that of the parser (expressions within expressions) and that of whoever
// walks over the tree (operators that build on each other). Both are counted exactly while parsing,
// and end in a diagnostic.

#include <algorithm>
#include <utility>

#include "grammar/x3/build.hpp"
#include "grammar/x3/config.hpp"

namespace grotius::grammar {

/// `subject` one level deeper.
template <class Subject>
struct DeeperDirective : x3::unary_parser<Subject, DeeperDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  constexpr explicit DeeperDirective(const Subject& subject_)
      : x3::unary_parser<Subject, DeeperDirective<Subject>>(subject_) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             Attribute& attr) const {
    struct Level {
      State& state;
      explicit Level(State& state_) : state(state_) { ++state.depth; }
      ~Level() { --state.depth; }
      Level(const Level&) = delete;
      Level& operator=(const Level&) = delete;
    };
    const Level level(state_of(context));
    check_depth(level.state, first);
    return this->subject.parse(first, last, context, rcontext, attr);
  }
};
template <class Subject>
constexpr auto deeper(const Subject& subject) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return DeeperDirective<Parser>(x3::as_parser(subject));
}

/// `subject` holds expressions of its own: the whole is one higher than the highest of them, and
/// than what came before if `after_operand`.
template <class Subject>
struct EnclosingDirective : x3::unary_parser<Subject, EnclosingDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  bool after_operand;
  constexpr EnclosingDirective(bool after, const Subject& subject_)
      : x3::unary_parser<Subject, EnclosingDirective<Subject>>(subject_), after_operand(after) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             Attribute& attr) const {
    State& state = state_of(context);
    const std::uint32_t before = after_operand ? state.height : 0;
    const std::uint32_t outer = std::exchange(state.peak, 0);
    const Iterator begin = first;
    const bool read = this->subject.parse(first, last, context, rcontext, attr);
    const std::uint32_t inner = std::exchange(state.peak, outer);
    if (read) state.height = taller(state, begin, before, inner);
    return read;
  }
};
template <class Subject>
constexpr auto enclosing(const Subject& subject, bool after_operand = false) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return EnclosingDirective<Parser>(after_operand, x3::as_parser(subject));
}

}  // namespace grotius::grammar
