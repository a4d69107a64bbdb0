#pragma once
// Parsers for the levels of binary operators. They read the operands straight into the tree (a
// level without its operator costs nothing) and count the height of what they build.

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "grammar/x3/build.hpp"
#include "grammar/x3/terminals.hpp"

namespace grotius::grammar {

/// One operator of a level, a word or a sign.
struct Operator {
  Word word = Word::none;
  Sign sign = Sign::none;
  syntax::BinaryOperator op{};

  constexpr Operator(Word word_, syntax::BinaryOperator op_) : word(word_), op(op_) {}
  constexpr Operator(Sign sign_, syntax::BinaryOperator op_) : sign(sign_), op(op_) {}
};

/// Any of the operators of a level. After every operand every level looks for its operators, mostly
/// in vain: what was expected is noted for all of them at once.
template <std::size_t count>
struct OperatorsParser : x3::parser<OperatorsParser<count>> {
  using attribute_type = syntax::BinaryOperator;
  static constexpr bool has_attribute = true;

  std::array<Operator, count> operators;
  Expectations expected;

  explicit OperatorsParser(const std::array<Operator, count>& all) : operators(all) {
    for (const Operator& each : all) {
      if (each.word != Word::none) {
        expected.add(each.word);
      } else {
        expected.add(each.sign);
      }
    }
  }

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute& attr) const {
    for (const Operator& each : operators) {
      if (first->word != each.word || first->sign != each.sign) continue;
      ++first;
      x3::traits::move_to(syntax::BinaryOperator{each.op}, attr);
      return true;
    }
    state_of(context).note(first, expected);
    return false;
  }
};
template <class... Each>
auto operators(const Each&... each) {
  return OperatorsParser<sizeof...(Each)>({each...});
}

/// How the operators of a level come together.
enum class Association { left, right, none };

template <class Operand, class Operators, Association association>
struct LevelParser : x3::parser<LevelParser<Operand, Operators, association>> {
  using attribute_type = syntax::Expression;
  static constexpr bool has_attribute = true;

  Operand operand;
  Operators signs;
  LevelParser(const Operand& operand_, const Operators& operators_)
      : operand(operand_), signs(operators_) {}

  template <class Ctx, class RCtx>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             syntax::Expression& attr) const {
    if (!operand.parse(first, last, context, rcontext, attr)) return false;
    State& state = state_of(context);
    std::uint32_t height = state.height;
    syntax::BinaryOperator op{};
    Iterator sign = first;
    if (!signs.parse(first, last, context, rcontext, op)) {
      state.peak = std::max(state.peak, height);
      return true;
    }

    if constexpr (association == Association::right) {
      std::vector<Link> links;
      do {
        taller(state, sign, static_cast<std::uint32_t>(links.size()), 0);
        links.push_back({op, sign, std::exchange(attr, {}), height});
        next(first, last, context, rcontext, attr);
        height = state.height;
        sign = first;
      } while (signs.parse(first, last, context, rcontext, op));
      for (; !links.empty(); links.pop_back()) {
        Link& link = links.back();
        state.height = taller(state, link.sign, link.height, state.height);
        attr = binary(state, std::move(link.left), link.op, link.sign, std::move(attr));
      }
    } else {
      bool chained = false;
      do {
        if (association == Association::none && chained) report_chain(state, attr, sign);
        chained = true;
        syntax::Expression right;
        next(first, last, context, rcontext, right);
        height = taller(state, sign, height, state.height);
        attr = binary(state, std::move(attr), op, sign, std::move(right));
        sign = first;
      } while (signs.parse(first, last, context, rcontext, op));
      state.height = height;
    }
    state.peak = std::max(state.peak, state.height);
    return true;
  }

 private:
  /// An operator to the right of which the rest is still to be read.
  struct Link {
    syntax::BinaryOperator op;
    Iterator sign;
    syntax::Expression left;
    std::uint32_t height;
  };

  template <class Ctx, class RCtx>
  void next(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
            syntax::Expression& attr) const {
    x3::expect[operand].parse(first, last, context, rcontext, attr);
  }
};

/// `a - b - c` is `(a - b) - c`.
template <class Operand, class Operators>
auto to_the_left(const Operand& operand, const Operators& operators) {
  return LevelParser<Operand, Operators, Association::left>(operand, operators);
}
/// `a implies b implies c` is `a implies (b implies c)`.
template <class Operand, class Operators>
auto to_the_right(const Operand& operand, const Operators& operators) {
  return LevelParser<Operand, Operators, Association::right>(operand, operators);
}
/// `a < b < c` is a mistake.
template <class Operand, class Operators>
auto once(const Operand& operand, const Operators& operators) {
  return LevelParser<Operand, Operators, Association::none>(operand, operators);
}

/// `subject`, and then `rest`, whose actions work on what was read.
template <class Subject, class Rest>
struct ContinuedParser : x3::parser<ContinuedParser<Subject, Rest>> {
  using attribute_type = syntax::Expression;
  static constexpr bool has_attribute = true;

  Subject subject;
  Rest rest;
  ContinuedParser(const Subject& subject_, const Rest& rest_) : subject(subject_), rest(rest_) {}

  template <class Ctx, class RCtx>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             syntax::Expression& attr) const {
    return subject.parse(first, last, context, rcontext, attr) &&
           rest.parse(first, last, context, attr, x3::unused);
  }
};
template <class Subject, class Rest>
auto continued(const Subject& subject, const Rest& rest) {
  return ContinuedParser<Subject, Rest>(subject, rest);
}

}  // namespace grotius::grammar
