// Comparisons in prose, with the values that were compared: "the deaths among …: at least 1 000
// (…); it is 1 649".

#include <algorithm>

#include <fmt/format.h>

#include "cli/derivation_words.hpp"
#include "cli/english.hpp"

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;
using model::ExprKind;

namespace {

bool by_itself(const model::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
    case ExprKind::individual:
    case ExprKind::variable:
      return true;
    default:
      return false;
  }
}

bool adds(const Step& step) {
  if (step.rule != Rule::expression) return false;
  return step.expr->kind == ExprKind::add || step.expr->kind == ExprKind::subtract ||
         step.expr->kind == ExprKind::multiply;
}

std::string quoted(const std::string& text) { return "“" + text + "”"; }

}  // namespace

bool DerivationWords::compares_or_adds(const model::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::equal:
    case ExprKind::less:
    case ExprKind::less_equal:
    case ExprKind::member:
    case ExprKind::is_type:
    case ExprKind::add:
    case ExprKind::subtract:
    case ExprKind::multiply:
      return true;
    default:
      return false;
  }
}

DerivationWords::Operands DerivationWords::operands(const Step& step) const {
  Operands result;
  const auto look = [&](auto& self, const Step& of) -> void {
    for (StepId use : of.uses) {
      const StepId id = passed_on(use);
      const Step& below = derivation_.steps[id];
      switch (below.rule) {
        case Rule::given:
        case Rule::presumed:
        case Rule::supposed:
        case Rule::parameter:
        case Rule::day:
          result.leaves.push_back(id);
          break;
        case Rule::expression:
          if (below.expr->kind == ExprKind::add || below.expr->kind == ExprKind::subtract ||
              below.expr->kind == ExprKind::multiply) {
            self(self, below);
            break;
          }
          [[fallthrough]];
        default:
          result.others.push_back(id);
      }
    }
  };
  look(look, step);
  return result;
}

std::vector<DerivationWords::Operand> DerivationWords::compared(const Step& step) const {
  std::vector<Operand> result;
  std::size_t next = 0;
  for (const model::Expr& operand : step.expr->operands)
    result.push_back({&operand, by_itself(operand)
                                    ? nullptr
                                    : &derivation_.steps[passed_on(step.uses[next++])]});
  return result;
}

/// What is compared, as the subject of a sentence.
std::string DerivationWords::named(const Operand& operand, const Step& step) const {
  if (operand.step != nullptr && adds(*operand.step)) {
    // "… plus 30 (days after which …)": a parameter within is told by its value.
    const std::vector<Operand> parts = compared(*operand.step);
    const auto part = [&](const Operand& one) {
      return one.step != nullptr && one.step->rule == Rule::parameter ? object(one, *operand.step)
                                                                      : named(one, *operand.step);
    };
    const ExprKind kind = operand.step->expr->kind;
    const std::string_view sign = kind == ExprKind::add        ? "plus"
                                  : kind == ExprKind::subtract ? "minus"
                                                               : "times";
    return fmt::format("{} {} {}", part(parts[0]), sign, part(parts[1]));
  }
  return words.term(*operand.expr, phrases(step));
}

/// What something is compared with, with its value where that is not its name.
std::string DerivationWords::object(const Operand& operand, const Step& step) const {
  if (operand.step == nullptr) return named(operand, step);
  const std::string number = value(*operand.step);
  if (operand.step->rule == Rule::parameter || operand.step->rule == Rule::day)
    return fmt::format("{} ({})", number, named(operand, step));
  return fmt::format("{} ({})", named(operand, step), number);
}

std::string DerivationWords::equality(const Step& step) const {
  std::vector<Operand> both = compared(step);
  // What has a value of its own is the subject; what the text gives is what it is compared with.
  if (both[0].step == nullptr && both[1].step != nullptr) std::swap(both[0], both[1]);
  const Operand &left = both[0], &right = both[1];
  const std::string subject = named(left, step);
  if (left.step == nullptr) return fmt::format("{} is {}", subject, named(right, step));
  const bool holds = step.value != 0;
  const std::string is = value(*left.step);
  if (left.step->rule == Rule::parameter && left.expr->sort.kind == model::Sort::Kind::individual) {
    const std::string asked = right.step != nullptr ? value(*right.step) : named(right, step);
    return holds ? fmt::format("{} is {}", subject, quoted(asked))
                 : fmt::format("{} is {}; it is {}", subject, quoted(asked), quoted(is));
  }
  if (right.step == nullptr) {
    const std::string asked = named(right, step);
    return holds ? fmt::format("{}: {}", subject, asked)
                 : fmt::format("{}: {}; it is {}", subject, asked, is);
  }
  const std::string other = named(right, step);
  if (holds) return fmt::format("{} equals {}: both are {}", subject, other, is);
  return fmt::format("{} equals {}; they are {} and {}", subject, other, is, value(*right.step));
}

std::string DerivationWords::comparison(const Step& step) const {
  const model::Expr& expr = *step.expr;
  std::vector<Operand> both = compared(step);
  bool mirrored = expr.operands[1].span.begin < expr.operands[0].span.begin;
  if (mirrored) std::swap(both[0], both[1]);
  const auto fixed = [](const Operand& operand) {
    return operand.step == nullptr || operand.step->rule == Rule::parameter;
  };
  if (fixed(both[0]) && !fixed(both[1])) {
    std::swap(both[0], both[1]);
    mirrored = !mirrored;
  }
  const std::string relation = ModelWords::relation(expr.kind, expr.operands[0].sort, mirrored);
  const std::string with = object(both[1], step);
  if (both[0].step == nullptr)
    return fmt::format("{} is {} {}", named(both[0], step), relation, with);
  return fmt::format("{}: {} {}; it is {}", named(both[0], step), relation, with,
                     value(*both[0].step));
}

std::string DerivationWords::membership(const Step& step) const {
  const std::vector<Operand> all = compared(step);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < all.size(); ++i) others.push_back(object(all[i], step));
  const std::string list = (others.size() > 1 ? "one of " : "") + listed(others, "or");
  const std::string subject = named(all[0], step);
  if (all[0].step == nullptr) return fmt::format("{} is {}", subject, list);
  return fmt::format("{}: {}; it is {}", subject, list, value(*all[0].step));
}

}  // namespace grotius::cli
