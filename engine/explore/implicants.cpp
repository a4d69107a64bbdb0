#include "engine/explore/implicants.hpp"

#include <algorithm>

#include "engine/explore/change_oracle.hpp"
#include "engine/explore/change_problem.hpp"
#include "engine/explore/goal.hpp"
#include "engine/ground/print.hpp"

namespace grotius::explore {

namespace {

using analyse::ReportedStatus;
using analyse::Verdict;
using ground::Input;
using ground::NodeId;

/// The truth that holds in the completions with this status.
NodeId node_of(const analyse::Inquiry& inquiry, const analyse::Possibility& possibility) {
  if (!possibility.status) return *goal(inquiry, possibility.answer);
  switch (*possibility.status) {
    case ReportedStatus::obliged:
      return inquiry.status->obliged;
    case ReportedStatus::permitted:
      return inquiry.status->merely_permitted;
    default:
      return *goal(inquiry, possibility.answer);
  }
}

/// For each input the classes of values that a literal lets in; of an input without a literal none.
using Cube = std::vector<std::pair<std::size_t, std::vector<std::size_t>>>;

class Implying {
 public:
  Implying(const analyse::Inquiry& inquiry, const analyse::AskOptions& options) : inquiry_(inquiry), options_(options) {}

  StatusImplicants of(const analyse::Possibility& possibility, Implicants& all) {
    set_problem(node_of(inquiry_, possibility));
    ChangeLimits limits{ImplicantLimits::sets, options_.seconds, prover(options_.engine)};
    ChangeOracle oracle(problem_, limits);
    const ChangeSets found = find_changes(problem_, limits, oracle);
    if (found.more || !reason_.empty()) {
      all.complete = false;
      all.reason = !found.reason.empty() ? found.reason : reason_;
    }
    std::vector<Cube> cubes;
    StatusImplicants result{possibility.status, possibility.answer, {}};
    for (const ChangeSet& set : found.sets) {
      const Cube cube = widened(set, oracle);
      if (std::ranges::find(cubes, cube) != cubes.end()) continue;
      cubes.push_back(cube);
      result.implicants.push_back(implicant(cube, set));
    }
    return result;
  }

 private:
  void set_problem(NodeId wanted) {
    std::vector<ChangeProblem::Required> required;
    for (NodeId node : inquiry_.required()) required.push_back({node, std::nullopt, std::nullopt});
    std::vector<std::optional<Weight>> weights(inquiry_.program.inputs.size());
    for (const auto* open : {&inquiry_.open, &inquiry_.open_apart})
      for (ground::InputId input : *open) weights[ground::index(input)] = Weight{1, 1};
    problem_ = change_problem(inquiry_, wanted, std::move(required), std::move(weights), exact_, reason_);
    for (std::size_t i = 0; i < problem_.alternatives.size(); ++i) only_possible(i);
    problem_.by_values = true;
    problem_.most = ImplicantLimits::listed * 2;
  }

  /// Where the sources disagree, what none of them says is no completion.
  void only_possible(std::size_t input) {
    const auto& values = problem_.known[input].values;
    if (!problem_.weight[input] || values.empty()) return;
    std::erase_if(problem_.alternatives[input], [&](const ValueClass& one) {
      return std::ranges::none_of(values, [&](std::int64_t value) { return one.contains(value); });
    });
    for (ValueClass& one : problem_.alternatives[input]) {
      // No value between two sources is claimed for.
      std::int64_t first = one.last, last = one.first;
      for (std::int64_t value : values) {
        if (!one.contains(value)) continue;
        first = std::min(first, value);
        last = std::max(last, value);
      }
      one = {first, last};
    }
  }

  /// Literals let in every value with which it still is an implicant, one after the other by name. A literal that lets in all is none.
  Cube widened(const ChangeSet& set, ChangeOracle& oracle) {
    Cube cube;
    for (const Change& change : set.changes) {
      const std::size_t input = ground::index(change.input);
      const auto& classes = problem_.alternatives[input];
      const auto own = std::ranges::find_if(classes, [&](const ValueClass& one) { return one.contains(change.to); });
      cube.push_back({input, {static_cast<std::size_t>(own - classes.begin())}});
    }
    for (auto& [input, chosen] : cube) {
      const std::size_t number = problem_.alternatives[input].size();
      if (number <= 2 || !exact_[input]) continue;
      std::vector<std::size_t> all;
      for (std::size_t one = 0; one < number; ++one) {
        const bool own = one == chosen.front() || std::ranges::find(chosen, one) != chosen.end();
        if (own || implies(cube, input, one, oracle)) all.push_back(one);
      }
      chosen = std::move(all);
    }
    return cube;
  }

  /// Whether the cube with another class of one input in place of its own is an implicant.
  bool implies(const Cube& cube, std::size_t changed_input, std::size_t other, ChangeOracle& oracle) {
    Changed at = changed(problem_, {});
    for (const auto& [input, chosen] : cube) {
      std::vector<std::int64_t> values;
      for (std::size_t one : input == changed_input ? std::vector{other} : chosen)
        values.push_back(problem_.alternatives[input][one].nearest(problem_.near[input]));
      std::ranges::sort(values);
      at.known[input] = {std::move(values), {}, {}};
      at.inputs.push_back(static_cast<ground::InputId>(input));
    }
    // Values that no completion has do no harm.
    const auto outcome = oracle.look(at);
    return outcome == ChangeOracle::Outcome::certain || outcome == ChangeOracle::Outcome::impossible;
  }

  Implicant implicant(const Cube& cube, const ChangeSet& set) const {
    Implicant result;
    for (const Change& change : set.changes)
      result.witness.push_back(line(inquiry_.world, inquiry_.program[change.input], change.to));
    for (const auto& [at, chosen] : cube) {
      const Input& input = inquiry_.program.inputs[at];
      Literal literal;
      literal.name = print(inquiry_.world, input);
      literal.kind = input.value;
      if (input.kind == Input::Kind::parameter)
        literal.parameter = model::id_of<model::ParameterId>(input.ref);
      else
        literal.atom = model::Atom{input.kind == Input::Kind::deed, input.ref, input.arguments};
      const auto sort = input.value.sort.kind;
      const bool number = sort == model::Sort::Kind::integer || sort == model::Sort::Kind::date;
      for (std::size_t one : chosen) {
        const ValueClass& values = problem_.alternatives[at][one];
        const bool joined = number && !literal.values.empty() && literal.values.back().last + 1 == values.first;
        if (joined)
          literal.values.back().last = values.last;
        else
          literal.values.push_back(values);
      }
      result.literals.push_back(std::move(literal));
    }
    return result;
  }

  const analyse::Inquiry& inquiry_;
  const analyse::AskOptions& options_;
  ChangeProblem problem_;
  std::vector<bool> exact_;
  std::string reason_;
};

/// The smallest of all are kept, and one of each status whatever its size.
void shorten(Implicants& result) {
  std::size_t all = 0;
  for (const auto& status : result.statuses) all += status.implicants.size();
  if (all <= ImplicantLimits::listed) return;
  result.complete = false;
  for (; all > ImplicantLimits::listed; --all) {
    auto largest = std::ranges::max_element(result.statuses, {}, [](const StatusImplicants& status) {
      return status.implicants.size() < 2 ? 0 : status.implicants.back().literals.size();
    });
    largest->implicants.pop_back();
  }
}

}  // namespace

Implicants implicants(analyse::Worlds& worlds, const model::Question& question, const analyse::Answer& answer,
                      const analyse::AskOptions& options) {
  Implicants result;
  if (answer.possible.size() < 2) return result;
  Diagnostics told_already;
  analyse::Inquiry inquiry;
  inquiry.world = *worlds.world(question, told_already);
  if (!analyse::ground_question(inquiry, question, options.open, told_already)) return result;
  Implying implying(inquiry, options);
  for (const analyse::Possibility& possibility : answer.possible) result.statuses.push_back(implying.of(possibility, result));
  shorten(result);
  return result;
}

}  // namespace grotius::explore
