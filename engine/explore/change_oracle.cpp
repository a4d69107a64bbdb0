#include "engine/explore/change_oracle.hpp"

#include <algorithm>
#include <set>

#include "engine/analyse/completions.hpp"
#include "engine/analyse/enumerate.hpp"
#include "engine/search/search.hpp"

namespace grotius::explore {

namespace {

using ground::InputId;
using ground::NodeId;

constexpr std::size_t kMet = 8;
constexpr const char* kTooLarge = "a number on the way to the answer leaves the range of 64 bits";

std::vector<NodeId> roots(const ChangeProblem& problem) {
  std::vector<NodeId> result = {problem.goal};
  for (const auto& required : problem.required) result.push_back(required.node);
  return result;
}

bool allows(const ground::Domain& domain, std::int64_t value) {
  if (!domain.values.empty()) return std::ranges::binary_search(domain.values, value);
  return (!domain.low || *domain.low <= value) && (!domain.high || value <= *domain.high);
}

std::int64_t any_value(const ground::Domain& domain) {
  if (!domain.values.empty()) return domain.values.front();
  if (domain.low && *domain.low > 0) return *domain.low;
  if (domain.high && *domain.high < 0) return *domain.high;
  return 0;
}

/// The unknown inputs that undecided nodes rest on.
std::vector<InputId> unknown_below(const ground::Program& program, const ground::Certain& certain, std::vector<NodeId> pending) {
  std::vector<NodeId> bodies(program.recursive_members);
  for (const auto& fixpoint : program.fixpoints)
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
      bodies[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
  std::set<InputId> inputs;
  std::vector<bool> seen(program.nodes.size());
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (seen[ground::index(id)] || certain.of[ground::index(id)].decided()) continue;
    seen[ground::index(id)] = true;
    const ground::Node& node = program[id];
    if (node.kind == ground::NodeKind::input || node.kind == ground::NodeKind::input_is ||
        node.kind == ground::NodeKind::input_number)
      inputs.insert(static_cast<InputId>(node.ref));
    if (node.kind == ground::NodeKind::recursive) pending.push_back(bodies[node.ref]);
    for (NodeId operand : program.operands_of(node)) pending.push_back(operand);
  }
  return {inputs.begin(), inputs.end()};
}

}  // namespace

Changed changed(const ChangeProblem& problem, std::span<const Change> changes) {
  Changed result{problem.known, {}, {}};
  for (const Change& change : changes) {
    result.known[ground::index(change.input)] = {{change.to}, {}, {}};
    result.inputs.push_back(change.input);
  }
  const auto becomes = [&](std::optional<InputId> input, std::int64_t value) {
    return input && std::ranges::any_of(changes, [&](const Change& change) {
             return change.input == *input && change.to == value;
           });
  };
  for (const auto& required : problem.required) {
    if (becomes(required.until_done, 1)) continue;
    if (required.if_undone && !becomes(required.if_undone, 0)) continue;
    result.required.push_back(required.node);
  }
  return result;
}

ChangeOracle::ChangeOracle(const ChangeProblem& problem, const ChangeLimits& limits)
    : problem_(problem),
      limits_(limits),
      begin_(std::chrono::steady_clock::now()),
      structure_(problem),
      unchanged_(ground::certain(*problem.program, problem.known)),
      evaluator_(*problem.program, roots(problem)) {}
ChangeOracle::~ChangeOracle() = default;

double ChangeOracle::seconds_left() const {
  const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
  return limits_.seconds - passed.count();
}

bool ChangeOracle::late() const { return limits_.seconds > 0 && seconds_left() <= 0; }

const ground::Certain& ChangeOracle::begin(const Changed& changed) {
  if (const auto above = structure_.above(changed.inputs)) {
    certain_ = unchanged_;
    make_certain_again(*problem_.program, changed.known, *above, certain_);
  } else {
    certain_ = ground::certain(*problem_.program, changed.known);
  }
  return certain_;
}

ChangeOracle::Outcome ChangeOracle::look(const Changed& changed) {
  begin(changed);
  bool open = false;
  for (NodeId node : changed.required) {
    const auto truth = certain_.truth(node);
    if (truth == false) return Outcome::impossible;
    open = open || !truth;
  }
  const auto goal = certain_.truth(problem_.goal);
  if (goal == false) return Outcome::fails;
  if (!open && goal) {
    completion_.clear();
    for (const ground::Domain& domain : changed.known) completion_.push_back(any_value(domain));
    if (!evaluator_.evaluate(completion_)) {
      reason_ = kTooLarge;
      return Outcome::gave_up;
    }
    const bool required = std::ranges::all_of(changed.required, [&](NodeId node) { return evaluator_.truth(node); });
    if (!required || !evaluator_.truth(problem_.goal))
      throw analyse::ClaimNotConfirmed("what is certain of a program is not confirmed by the evaluator");
    if (limits_.prover == Prover::automatic || limits_.prover == Prover::native) return Outcome::certain;
  }
  if (try_completions(changed)) return Outcome::counterexample;
  return prove(changed);
}

bool ChangeOracle::is_counterexample(const std::vector<std::int64_t>& completion, const Changed& changed) {
  return evaluator_.evaluate(completion) && !evaluator_.truth(problem_.goal) &&
         std::ranges::all_of(changed.required, [&](NodeId node) { return evaluator_.truth(node); });
}

/// Often a completion that spoke against another set of changes speaks against this one too.
bool ChangeOracle::try_completions(const Changed& changed) {
  for (auto met = met_.rbegin(); met != met_.rend(); ++met) {
    completion_ = *met;
    for (std::size_t i = 0; i < completion_.size(); ++i)
      if (!allows(changed.known[i], completion_[i])) completion_[i] = any_value(changed.known[i]);
    if (is_counterexample(completion_, changed)) return true;
  }
  return false;
}

void ChangeOracle::confirm(const std::vector<std::int64_t>& completion, const Changed& changed) {
  for (std::size_t i = 0; i < completion.size(); ++i)
    if (!allows(changed.known[i], completion[i]))
      throw analyse::ClaimNotConfirmed("a completion that is claimed gives a value that is not possible");
  if (!is_counterexample(completion, changed))
    throw analyse::ClaimNotConfirmed("a completion that is claimed is not confirmed by the evaluator");
}

ChangeOracle::Outcome ChangeOracle::prove(const Changed& changed) {
  Outcome outcome = Outcome::gave_up;
  if (limits_.prover != Prover::solver) outcome = prove_natively(changed);
  if (limits_.prover == Prover::both) {
    const Outcome solved = prove_by_solver(changed);
    if (outcome != Outcome::gave_up && solved != Outcome::gave_up && outcome != solved)
      throw analyse::ClaimNotConfirmed("the native search and the solver decide a set of changes differently");
    if (outcome == Outcome::gave_up) outcome = solved;
  } else if (outcome == Outcome::gave_up) {
    outcome = prove_by_solver(changed);
  }
  if (outcome == Outcome::counterexample) {
    confirm(completion_, changed);
    met_.push_back(completion_);
    if (met_.size() > kMet) met_.erase(met_.begin());
  }
  return outcome;
}

ChangeOracle::Outcome ChangeOracle::prove_natively(const Changed& changed) {
  search::Search search(*problem_.program, changed.known, changed.required);
  const search::Wanted fails{problem_.goal, false};
  switch (search.find(std::span(&fails, 1))) {
    case search::Outcome::found:
      completion_ = search.model();
      return Outcome::counterexample;
    case search::Outcome::none:
      if (search.consistent() == search::Outcome::found) return Outcome::certain;
      if (search.consistent() == search::Outcome::none) return Outcome::impossible;
      break;
    case search::Outcome::gave_up:
      break;
  }
  reason_ = search.reason();
  return Outcome::gave_up;
}

ChangeOracle::Outcome ChangeOracle::prove_by_solver(const Changed& changed) {
  if (late()) {
    reason_ = "the time limit was reached";
    return Outcome::gave_up;
  }
  std::vector<NodeId> nodes = changed.required;
  nodes.push_back(problem_.goal);
  const auto solver =
      limits_.prover == Prover::native
          ? analyse::enumerating_solver(*problem_.program, changed.known, unknown_below(*problem_.program, certain_, nodes))
          : solve::make_solver(*problem_.program, changed.known, {limits_.seconds > 0 ? seconds_left() : 0});
  for (NodeId node : changed.required) solver->require(solve::node_is(node, true));
  const solve::Claim fails = solve::node_is(problem_.goal, false);
  switch (solver->check(std::span(&fails, 1))) {
    case solve::Outcome::satisfiable:
      completion_ = solver->model();
      return Outcome::counterexample;
    case solve::Outcome::unknown:
      reason_ = solver->reason();
      return Outcome::gave_up;
    case solve::Outcome::unsatisfiable:
      break;
  }
  switch (solver->check()) {
    case solve::Outcome::satisfiable:
      return Outcome::certain;
    case solve::Outcome::unsatisfiable:
      return Outcome::impossible;
    case solve::Outcome::unknown:
      reason_ = solver->reason();
      break;
  }
  return Outcome::gave_up;
}

}  // namespace grotius::explore
