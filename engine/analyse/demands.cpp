// Which existentials a condition makes, and within which universals.

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/analyse/scope.hpp"

namespace grotius::analyse {

using model::Expr;
using model::ExprKind;
using model::TypeId;

namespace {

constexpr std::uint64_t kMany = 1'000'000;  // beyond every limit; keeps products small

}  // namespace

void Demands::share(const Demands& other) {
  too_many = too_many || other.too_many;
  for (const auto& [existential, count] : other.shared) {
    auto& most = shared[existential];
    most = std::max(most, count);
  }
  if (shared.size() > kShared) too_many = true;
  if (too_many) shared.clear();
}

void Demands::add(const Demands& other) {
  for (const auto& [existential, count] : other.existentials) {
    auto& total = existentials[existential];
    total = std::min(kMany, total + std::min(kMany, count));
  }
  share(other);
  obstacles.insert(other.obstacles.begin(), other.obstacles.end());
}

void Demands::either(const Demands& other) {
  for (const auto& [existential, count] : other.existentials) {
    auto& most = existentials[existential];
    most = std::max(most, count);
  }
  share(other);
  obstacles.insert(other.obstacles.begin(), other.obstacles.end());
}

void Demands::repeat(std::uint64_t times) {
  const auto so_many = [times](std::uint64_t count) { return std::min(kMany, count * std::min(kMany, times)); };
  for (auto& [existential, count] : existentials) count = so_many(count);
  for (auto& [existential, count] : shared) count = so_many(count);
}

std::map<Demands::Existential, std::uint64_t> Demands::counted_once() const {
  std::map<Existential, std::uint64_t> counts;
  for (const auto& [existential, count] : shared) counts[existential.first] += count;
  return counts;
}

DemandReader::DemandReader(const model::Model& model, const model::NormSet& set,
                           const model::Strata& strata, OfStatus of_status,
                           std::shared_ptr<TermTable> table)
    : model_(model),
      set_(set),
      strata_(strata),
      of_status_(std::move(of_status)),
      table_(std::move(table)),
      self_(table_->fresh()) {}

Demands DemandReader::witness(TypeId type) {
  Demands demands;
  if (!is_open(type)) return demands;
  demands.existentials[{type, {}}] = 1;
  demands.shared[{{type, {}}, table_->fresh()}] = 1;
  return demands;
}

Demands DemandReader::within(Demands demands, const std::vector<model::Variable>& universals) {
  Demands result;
  result.obstacles = std::move(demands.obstacles);
  result.too_many = demands.too_many;
  const auto inner = [&](Demands::Existential existential) {
    for (const auto& universal : universals) existential.within.push_back(universal.type);
    std::ranges::sort(existential.within);
    return existential;
  };
  for (const auto& [existential, count] : demands.existentials)
    result.existentials[inner(existential)] += count;
  for (const auto& [existential, count] : demands.shared)
    result.shared[{inner(existential.first), existential.second}] = count;
  return result;
}

Demands DemandReader::of_constraints() {
  Demands all;
  for (model::ConstraintId id : set_.constraints) {
    Terms terms;
    for (const auto& binder : model_[id].binders)
      terms.push_back(table_->of("constraint " + std::to_string(index(id)) + " " + std::to_string(binder.slot)));
    all.add(within(of(model_[id].condition, true, terms), model_[id].binders));
  }
  return all;
}

Demands DemandReader::of(const Expr& expr, bool positive, const Terms& terms) {
  Terms before = std::exchange(environment_, terms);
  Demands demands = read(expr, positive);
  environment_ = std::move(before);
  return demands;
}

Demands DemandReader::read(const Expr& expr, bool positive) {
  Demands demands;
  if (constant(expr)) return demands;
  switch (expr.kind) {
    case ExprKind::negation:
      return read(expr.operands[0], !positive);
    case ExprKind::implication:
    case ExprKind::conjunction:
    case ExprKind::disjunction:
      return of_junction(expr, positive);
    case ExprKind::some:
    case ExprKind::no:
    case ExprKind::every:
      return of_quantifier(expr, positive);
    case ExprKind::equal:
    case ExprKind::less:
    case ExprKind::less_equal:
      return of_comparison(expr, positive);
    case ExprKind::definition:
      demands = of_arguments(expr);
      demands.add(of_definition(model::id_of<model::DefinitionId>(expr.ref), arguments(expr), positive));
      return demands;
    case ExprKind::status:
      demands = of_arguments(expr);
      if (expr.status == model::Status::done)
        demands.add(of_done(model::id_of<model::ActionId>(expr.ref), arguments(expr), positive));
      else if (of_status_)
        demands.add(of_status_(expr, arguments(expr), positive));
      return demands;
    default:
      return of_arguments(expr);
  }
}

// Of what must hold together each part demands its own; of alternatives one suffices, but within a universal different tuples may
// need different ones, which the pointwise maximum covers as well.
Demands DemandReader::of_junction(const Expr& expr, bool positive) {
  const bool together = positive == (expr.kind == ExprKind::conjunction);
  Demands demands;
  for (std::size_t i = 0; i < expr.operands.size(); ++i) {
    const bool denied = expr.kind == ExprKind::implication && i == 0;
    const Demands part = read(expr.operands[i], positive != denied);
    if (together)
      demands.add(part);
    else
      demands.either(part);
  }
  return demands;
}

Demands DemandReader::of_arguments(const Expr& expr) {
  Demands demands;
  for (const Expr& operand : expr.operands)
    if (operand.sort.kind != model::Sort::Kind::boolean) demands.add(of_number(operand));
  return demands;
}

Demands DemandReader::of_quantifier(const Expr& expr, bool positive) {
  const bool existential = positive == (expr.kind == ExprKind::some);
  bind(expr, positive);
  Demands demands = read(expr.operands[0], existential);
  if (expr.kind == ExprKind::every) {
    // Denied, some individual is in the range and does not satisfy; asserted, each is outside of it or satisfies.
    const Demands satisfied = read(expr.operands[1], !existential);
    existential ? demands.add(satisfied) : demands.either(satisfied);
  }
  if (!existential) return within(std::move(demands), expr.binders);
  demands.add(of_witnesses(expr, positive));
  return demands;
}

/// One individual for each binder, known by the formula and what its free variables stand for.
Demands DemandReader::of_witnesses(const Expr& expr, bool positive) {
  Demands demands;
  const std::string formula = identity(expr, positive);
  for (const auto& binder : expr.binders) {
    if (!is_open(binder.type)) continue;
    ++demands.existentials[{binder.type, {}}];
    demands.shared[{{binder.type, {}}, table_->of(formula + " witness " + std::to_string(binder.slot))}] = 1;
  }
  return demands;
}

const Expr& DemandReader::unfolded(const Expr& number) const {
  if (number.kind != ExprKind::definition) return number;
  const auto& definition = model_.definitions[number.ref];
  return definition.value ? unfolded(*definition.value) : number;
}

// A count compared with a constant is that many existentials, or a universal; every other
// comparison has both polarities.
Demands DemandReader::of_comparison(const Expr& expr, bool positive) {
  const Expr& left = unfolded(expr.operands[0]);
  const Expr& right = unfolded(expr.operands[1]);
  const bool count_left = left.kind == ExprKind::count && right.kind == ExprKind::integer;
  const bool count_right = right.kind == ExprKind::count && left.kind == ExprKind::integer;
  Demands demands = of_arguments(expr.operands[0]);
  demands.add(of_arguments(expr.operands[1]));
  if (!count_left && !count_right) {
    demands.add(of_number(expr.operands[0]));
    demands.add(of_number(expr.operands[1]));
    return demands;
  }
  const Expr& count = count_left ? left : right;
  const std::int64_t number = (count_left ? right : left).number;
  if (number < 0 || number >= std::numeric_limits<std::int32_t>::max()) return demands;
  if (expr.kind == ExprKind::equal) {
    demands.add(of_count(count, number, positive));
    demands.add(of_count(count, number + 1, !positive));
  } else if (count_left) {  // count < n, count <= n: fewer than that
    demands.add(of_count(count, number + (expr.kind == ExprKind::less_equal), !positive));
  } else {  // n < count, n <= count
    demands.add(of_count(count, number + (expr.kind == ExprKind::less), positive));
  }
  return demands;
}

Demands DemandReader::of_count(const Expr& count, std::int64_t at_least, bool positive) {
  if (at_least <= 0) return {};
  bind(count, positive);
  if (!positive) return within(read(count.operands[0], false), count.binders);
  Demands demands = read(count.operands[0], true);
  demands.add(of_witnesses(count, positive));
  demands.repeat(static_cast<std::uint64_t>(at_least));
  return demands;
}

void DemandReader::forbid_open(Demands& demands, const std::vector<model::Variable>& binders,
                               const char* what) const {
  for (const auto& binder : binders)
    if (is_open(binder.type))
      demands.obstacles.insert(std::string(what) + " over the open type " +
                               std::string(model_[binder.type].name));
}

Demands DemandReader::of_number(const Expr& expr) {
  Demands demands;
  if (expr.kind == ExprKind::definition) {
    demands = of_arguments(expr);
    if (const auto& value = model_.definitions[expr.ref].value) demands.add(of_number(*value));
    return demands;
  }
  if (expr.kind != ExprKind::count && expr.kind != ExprKind::sum) {
    for (const Expr& operand : expr.operands) demands.add(of_number(operand));
    return demands;
  }
  forbid_open(demands, expr.binders,
              expr.kind == ExprKind::sum ? "sums" : "counts that are not compared with a constant");
  bind(expr, true);
  Demands members = read(expr.operands[0], true);
  members.add(read(expr.operands[0], false));
  if (expr.kind == ExprKind::sum) members.add(of_number(expr.operands[1]));
  demands.add(within(std::move(members), expr.binders));
  return demands;
}

}  // namespace grotius::analyse
