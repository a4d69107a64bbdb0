#include "engine/explore/change_problem.hpp"

#include <algorithm>

#include "engine/ground/print.hpp"

namespace grotius::explore {

namespace {

/// By the names of the inputs.
std::vector<std::uint32_t> ranks(const analyse::Inquiry& inquiry) {
  std::vector<std::pair<std::string, std::uint32_t>> names;
  for (std::uint32_t i = 0; i < inquiry.program.inputs.size(); ++i)
    names.emplace_back(print(inquiry.world, inquiry.program.inputs[i]), i);
  std::ranges::sort(names);
  std::vector<std::uint32_t> result(names.size());
  for (std::uint32_t place = 0; place < names.size(); ++place) result[names[place].second] = place;
  return result;
}

/// A number that is known is changed as little as can be; a date that is not, to one about the day of the question.
std::int64_t near(const analyse::Inquiry& inquiry, std::size_t input) {
  const ground::Domain& known = inquiry.knowledge[input];
  if (!known.values.empty()) return known.values.front();
  const bool date = inquiry.program.inputs[input].value.sort.kind == model::Sort::Kind::date;
  return date && inquiry.world.moment.kind == ground::Moment::Kind::on ? inquiry.world.moment.date.day : 0;
}

}  // namespace

ChangeProblem change_problem(const analyse::Inquiry& inquiry, ground::NodeId goal, std::vector<ChangeProblem::Required> required,
                             std::vector<std::optional<Weight>> weights, std::vector<bool>& exact, std::string& reason) {
  ChangeProblem problem;
  problem.program = &inquiry.program;
  problem.known = inquiry.knowledge;
  problem.goal = goal;
  problem.required = std::move(required);
  problem.weight = std::move(weights);
  problem.rank = ranks(inquiry);
  std::vector<bool> may_change;
  ground::Knowledge ranges = inquiry.knowledge;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    problem.near.push_back(near(inquiry, i));
    may_change.push_back(problem.weight[i].has_value());
    if (may_change[i]) ranges[i] = ground::every_value(*inquiry.world.model, inquiry.program.inputs[i].value);
  }
  std::vector<ground::NodeId> truths = {goal};
  for (const auto& one : problem.required) truths.push_back(one.node);
  Alternatives found = alternatives(inquiry.program, inquiry.knowledge, ranges, may_change, truths);
  problem.alternatives = std::move(found.of);
  exact = std::move(found.exact);
  reason = std::move(found.reason);
  return problem;
}

std::vector<std::int64_t> listed(const ground::Domain& domain, const model::ValueKind& kind, const model::Model& model) {
  return !domain.known() && domain == ground::every_value(model, kind) ? std::vector<std::int64_t>{} : domain.values;
}

Prover prover(analyse::Engine engine) {
  switch (engine) {
    case analyse::Engine::native:
      return Prover::native;
    case analyse::Engine::z3:
      return Prover::solver;
    case analyse::Engine::both:
      return Prover::both;
    case analyse::Engine::automatic:
      break;
  }
  return Prover::automatic;
}

}  // namespace grotius::explore
