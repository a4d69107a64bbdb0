// What variables and arguments stand for while conditions are unfolded: two occurrences of one existential with the same terms are one
// formula, and one witness serves both.

#include "engine/analyse/scope.hpp"

namespace grotius::analyse {

using model::Expr;
using model::ExprKind;

Term DemandReader::slot(std::uint32_t number) {
  if (number < environment_.size() && environment_[number] != 0) return environment_[number];
  return table_->free(number);
}

Term DemandReader::term(const Expr& expr) {
  if (expr.kind == ExprKind::variable) return slot(expr.ref);
  std::string text = "term " + std::to_string(static_cast<int>(expr.kind)) + " " + std::to_string(expr.ref) + " " +
                     std::to_string(expr.number);
  if (expr.kind == ExprKind::definition || expr.kind == ExprKind::status) text += " of " + std::to_string(self_);
  // A quantified term is the same only as itself.
  if (!expr.binders.empty()) return table_->fresh();
  for (const Expr& operand : expr.operands) text += " " + std::to_string(term(operand));
  return table_->of(text);
}

Terms DemandReader::arguments(const Expr& expr) {
  Terms terms;
  for (const Expr& operand : expr.operands) terms.push_back(term(operand));
  return terms;
}

const std::set<std::uint32_t>& DemandReader::free_slots(const Expr& expr) {
  const auto [known, is_new] = free_slots_.try_emplace(&expr);
  if (!is_new) return known->second;
  std::set<std::uint32_t> slots;
  if (expr.kind == ExprKind::variable) slots.insert(expr.ref);
  for (const Expr& operand : expr.operands) {
    const auto& of_operand = free_slots(operand);
    slots.insert(of_operand.begin(), of_operand.end());
  }
  for (const auto& binder : expr.binders) slots.erase(binder.slot);
  return free_slots_[&expr] = std::move(slots);
}

std::string DemandReader::identity(const Expr& quantifier, bool positive) {
  std::string text = "formula " + std::to_string(self_) + " " + std::to_string(reinterpret_cast<std::uintptr_t>(&quantifier)) +
                     (positive ? " +" : " -");
  for (std::uint32_t free : free_slots(quantifier)) text += " " + std::to_string(slot(free));
  return text;
}

/// The variables of a quantifier stand for what its formula says of them.
void DemandReader::bind(const Expr& quantifier, bool positive) {
  const std::string formula = identity(quantifier, positive);
  for (const auto& binder : quantifier.binders) {
    if (environment_.size() <= binder.slot) environment_.resize(binder.slot + 1, 0);
    environment_[binder.slot] = table_->of(formula + " binds " + std::to_string(binder.slot));
  }
}

namespace {

/// The value of a literal, an individual, or a parameter as it is declared.
std::optional<std::int64_t> value_of(const model::Model& model, const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::boolean:
    case ExprKind::integer:
    case ExprKind::date:
      return expr.number;
    case ExprKind::individual:
      return expr.ref;
    case ExprKind::parameter:
      return model.parameters[expr.ref].value;
    default:
      return std::nullopt;
  }
}

}  // namespace

/// The truth of what rests on literals and parameters alone; a part that decides, decides.
std::optional<bool> DemandReader::constant(const Expr& expr) const {
  switch (expr.kind) {
    case ExprKind::boolean:
      return expr.number != 0;
    case ExprKind::negation:
      if (const auto operand = constant(expr.operands[0])) return !*operand;
      return std::nullopt;
    case ExprKind::conjunction:
    case ExprKind::disjunction: {
      const bool deciding = expr.kind == ExprKind::disjunction;
      bool all = true;
      for (const Expr& operand : expr.operands) {
        const auto truth = constant(operand);
        if (truth == deciding) return deciding;
        all = all && truth;
      }
      return all ? std::optional(!deciding) : std::nullopt;
    }
    case ExprKind::equal:
    case ExprKind::less:
    case ExprKind::less_equal: {
      const auto left = value_of(model_, expr.operands[0]), right = value_of(model_, expr.operands[1]);
      if (!left || !right) return std::nullopt;
      return expr.kind == ExprKind::equal ? *left == *right : expr.kind == ExprKind::less ? *left < *right : *left <= *right;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace grotius::analyse
