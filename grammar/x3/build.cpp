#include "grammar/x3/build.hpp"

#include <limits>

#include <fmt/format.h>

#include "grammar/parse.hpp"
#include "grammar/x3/mistake.hpp"

namespace grotius::grammar {

namespace {

using namespace syntax;

/// The `or` or `implies` without parentheses in the last part of a quantifier, or null: the
/// operation itself.
const Binary* bare_choice(const Expression& last_part) {
  const Expression* at = &last_part;
  for (;;) {
    if (at->in_parentheses) return nullptr;
    if (const auto* operation = std::get_if<Binary>(&at->node)) {
      const bool choice =
          operation->op == BinaryOperator::implies || operation->op == BinaryOperator::logical_or;
      if (choice) return operation;
      return nullptr;
    }
    if (const auto* negation = std::get_if<Unary>(&at->node)) {
      at = &negation->operand.front();
    } else if (const auto* quantifier = std::get_if<Quantifier>(&at->node)) {
      const auto& part =
          quantifier->kind == QuantifierKind::every ? quantifier->body : quantifier->where;
      if (part.empty()) return nullptr;
      at = &part.front();
    } else {
      return nullptr;
    }
  }
}

/// The quantifier with which an operand without parentheses ends: itself, or after `not`.
const Expression* quantifier_of(const Expression& operand) {
  const Expression* at = &operand;
  while (!at->in_parentheses) {
    if (std::holds_alternative<Quantifier>(at->node)) return at;
    const auto* negation = std::get_if<Unary>(&at->node);
    if (!negation) return nullptr;
    at = &negation->operand.front();
  }
  return nullptr;
}

/// The first token at or after an offset.
const Token* token_after(const Token* tokens, std::uint32_t offset) {
  while (tokens->begin < offset && tokens->kind != TokenKind::end) ++tokens;
  return tokens;
}

/// The two ways in which a quantifier can be meant: it ends where `first_end` is, or with its span.
std::string choose_reach(const State& state, const Span& whole, std::uint32_t first_end,
                         std::string_view word, std::string_view joint) {
  constexpr std::uint32_t longest_shown = 70;
  const std::string_view all = state.text.substr(whole.begin, whole.end - whole.begin);
  if (all.size() > longest_shown || all.find('\n') != std::string_view::npos) {
    return fmt::format("put `({} …)` into parentheses that close before `{}`, or after all of it",
                       word, joint);
  }
  return fmt::format("write `({})`, or `({}) {} …`", all, all.substr(0, first_end - whole.begin),
                     joint);
}

void report_doubtful_reach(State& state, const Expression& whole, const Token* sign) {
  const auto& quantifier = std::get<Quantifier>(whole.node);
  const auto& part = quantifier.kind == QuantifierKind::every ? quantifier.body : quantifier.where;
  if (part.empty()) return;
  const Binary* choice = bare_choice(part.front());
  if (!choice) return;

  const Token* word = token_after(sign, whole.span.begin);
  const Token* joint = token_after(word, choice->operands.front().span.end);
  while (joint->sign == Sign::right_parenthesis) ++joint;
  Diagnostic& diagnostic = state.reporter.error(
      codes::doubtful_reach, word->begin, word->end,
      fmt::format("it is doubtful how far this `{}` reaches", state.text_of(*word)));
  diagnostic.help = choose_reach(state, whole.span, choice->operands.front().span.end,
                                 state.text_of(*word), state.text_of(*joint));
  diagnostic.related.push_back(
      {state.span(*joint), fmt::format("does this `{}` still belong to `{}`?",
                                       state.text_of(*joint), state.text_of(*word))});
}

}  // namespace

Expression binary(State& state, Expression left, BinaryOperator op, const Token* sign,
                  Expression right) {
  if (const Expression* quantifier = quantifier_of(right)) {
    report_doubtful_reach(state, *quantifier, sign);
  }
  Expression result;
  result.span = state.span(left.span.begin, right.span.end);
  Binary node{op, {}};
  node.operands.reserve(2);
  node.operands.push_back(std::move(left));
  node.operands.push_back(std::move(right));
  result.node = std::move(node);
  return result;
}

std::uint32_t taller(State& state, const Token* at, std::uint32_t left, std::uint32_t right) {
  const std::uint32_t height = std::max(left, right) + 1;
  if (height > GrammarLimits::expression_height + 1) {  // an operand alone has height 1
    state.reporter
        .error(codes::expression_too_long, at->begin, at->end,
               fmt::format("this expression is too long: more than {} operators build on each "
                           "other",
                           GrammarLimits::expression_height))
        .help = "give parts of it names with `define`, or use `x in {a, b, …}`";
    throw Mistake(at);
  }
  return height;
}

void check_depth(State& state, const Token* at) {
  if (state.depth <= GrammarLimits::nesting_depth) return;
  state.reporter
      .error(codes::nested_too_deeply, at->begin, at->end,
             fmt::format("expressions stand within each other more than {} levels deep",
                         GrammarLimits::nesting_depth))
      .help = "give parts of the expression names with `define`";
  throw Mistake(at);
}

bool is_comparison(const Expression& expression) {
  if (expression.in_parentheses) return false;
  if (const auto* operation = std::get_if<Binary>(&expression.node)) {
    return operation->op >= BinaryOperator::equal && operation->op <= BinaryOperator::greater_equal;
  }
  return std::holds_alternative<Membership>(expression.node) ||
         std::holds_alternative<TypeTest>(expression.node);
}

void report_chain(State& state, const Expression& left, const Token* sign) {
  const auto* first = std::get_if<Binary>(&left.node);
  const auto text = [&](const Span& span) {
    return state.text.substr(span.begin, span.end - span.begin);
  };
  std::string help = "compare twice, joined by `and`";
  if (first && sign->sign != Sign::none) {
    const std::string_view middle = text(first->operands.back().span);
    if (middle.size() <= 40 && text(left.span).size() <= 80) {
      help = fmt::format("compare twice: `{} and {} {} …`", text(left.span), middle,
                         state.text_of(*sign));
    }
  }
  state.reporter
      .error(codes::chained_comparison, sign->begin, sign->end, "comparisons cannot be chained")
      .help = std::move(help);
}

std::int64_t negative(std::int64_t magnitude) {
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  return magnitude == least ? least : -magnitude;
}

std::int64_t positive(State& state, std::int64_t magnitude, const Token* at) {
  if (magnitude >= 0) return magnitude;
  state.reporter.error(codes::integer_too_large, at->begin, at->end, "this number is too large")
      .help = fmt::format("numbers reach from {} to {}", std::numeric_limits<std::int64_t>::min(),
                          std::numeric_limits<std::int64_t>::max());
  return 0;
}

}  // namespace grotius::grammar
