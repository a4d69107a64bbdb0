#include "engine/explore/flip.hpp"

#include <algorithm>
#include <map>

#include "engine/explore/change_oracle.hpp"
#include "engine/explore/change_problem.hpp"
#include "engine/explore/goal.hpp"
#include "engine/ground/print.hpp"

namespace grotius::explore {

namespace {

using analyse::Verdict;
using ground::Input;
using ground::InputId;
using ground::NodeId;

/// A node that holds where another does not. The program is at the end of its way: nothing is ground into it any more.
NodeId negation(ground::Program& program, NodeId node) {
  ground::Node negated;
  negated.kind = ground::NodeKind::negation;
  negated.first = static_cast<std::uint32_t>(program.operands.size());
  negated.size = 1;
  program.operands.push_back(node);
  program.nodes.push_back(negated);
  return static_cast<NodeId>(program.nodes.size() - 1);
}

class Flipping {
 public:
  Flipping(analyse::Inquiry& inquiry, const FlipOptions& options) : inquiry_(inquiry), options_(options) {}

  void run(Flips& result) {
    const auto wanted = goal(inquiry_, result.to);
    set_problem(*wanted);
    ChangeLimits limits{FlipLimits::sets, options_.asking.seconds, prover(options_.asking.engine)};
    ChangeOracle oracle(problem_, limits);
    const ChangeSets found = find_changes(problem_, limits, oracle);
    result.more = found.more;
    result.reason = found.reason;
    if (!found.sets.empty() && found.sets.front().changes.empty()) {
      result.already = true;
      result.more = false;
      return;
    }
    if (!reason_.empty() && (found.reason.empty() && !found.more)) {
      result.more = true;
      result.reason = reason_;
    }
    for (const ChangeSet& set : found.sets) result.flips.push_back(flip(set, oracle));
  }

 private:
  bool may_change(const Input& input) const {
    const bool deed = input.kind == Input::Kind::deed;
    if (!deed && input.kind != Input::Kind::fact) return false;
    const model::Atom atom{deed, input.ref, input.arguments};
    return (options_.only.empty() || options_.only.contains(atom)) && !options_.keep.contains(atom);
  }

  Weight weight(const Input& input) const {
    return {input.kind == Input::Kind::deed ? 1 : inquiry_.world.model->facts[input.ref].cost, 1};
  }

  void set_problem(NodeId wanted) {
    ground::Program& program = inquiry_.program;
    std::map<model::Atom, InputId> deeds;
    std::vector<ChangeProblem::Required> required;
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
      const Input& input = program.inputs[i];
      if (input.kind != Input::Kind::deed) continue;
      deeds.emplace(model::Atom{true, input.ref, input.arguments}, static_cast<InputId>(i));
      // Whoever states that a deed was not done says that nothing counts as it.
      const bool not_done = inquiry_.knowledge[i].values == std::vector<std::int64_t>{0};
      if (!not_done && may_change(input))
        required.push_back({negation(program, inquiry_.done[i]), std::nullopt, static_cast<InputId>(i)});
    }
    for (const analyse::Requirement& requirement : inquiry_.requirements) {
      ChangeProblem::Required one{requirement.node, std::nullopt, std::nullopt};
      if (requirement.not_done != nullptr)
        if (const auto deed = deeds.find(requirement.not_done->atom); deed != deeds.end()) one.until_done = deed->second;
      required.push_back(one);
    }
    std::vector<std::optional<Weight>> weights;
    for (const Input& input : program.inputs)
      weights.push_back(may_change(input) ? std::optional(weight(input)) : std::nullopt);
    problem_ = change_problem(inquiry_, wanted, std::move(required), std::move(weights), exact_, reason_);
    problem_.most = FlipLimits::flips;
  }

  Flip flip(const ChangeSet& set, ChangeOracle& oracle) {
    std::vector<Change> changes = set.changes;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::int64_t nearest = nearest_value(changes[i].input, values(changes, i, oracle));
        moved = moved || nearest != changes[i].to;
        changes[i].to = nearest;
      }
    }
    Flip result;
    result.cost = set.weight.cost;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const std::size_t at = ground::index(changes[i].input);
      const Input& input = inquiry_.program.inputs[at];
      FlipChange change;
      change.atom = {input.kind == Input::Kind::deed, input.ref, input.arguments};
      change.name = print(inquiry_.world, input);
      change.given = line(inquiry_.world, input, changes[i].to);
      change.kind = input.value;
      change.from = listed(inquiry_.knowledge[at], input.value, *inquiry_.world.model);
      change.to = changes[i].to;
      change.values = values(changes, i, oracle);
      change.all_values = exact_[at];
      change.cost = problem_.weight[at]->cost;
      change.line = inquiry_.snapshot->entry(change.atom);
      result.changes.push_back(std::move(change));
    }
    return result;
  }

  /// The values of one change with which the set does it, the others being as they are; neighbouring classes joined.
  std::vector<ValueClass> values(std::vector<Change> changes, std::size_t which, ChangeOracle& oracle) {
    Change& change = changes[which];
    const std::size_t at = ground::index(change.input);
    if (!exact_[at]) return {{change.to, change.to}};
    const std::int64_t to = change.to;
    const bool truth = problem_.program->inputs[at].value.sort.kind == model::Sort::Kind::boolean;
    std::vector<ValueClass> result;
    for (const ValueClass& values : problem_.alternatives[at]) {
      const ground::Domain& known = problem_.known[at];
      if (known.known() && values.contains(known.values[0])) continue;
      if (!values.contains(to)) {
        if (truth) continue;
        change.to = values.nearest(problem_.near[at]);
        if (oracle.look(changed(problem_, changes)) != ChangeOracle::Outcome::certain) continue;
      }
      const bool joined = !result.empty() && result.back().last < values.first && result.back().last + 1 == values.first;
      if (joined && is_number(at))
        result.back().last = values.last;
      else
        result.push_back(values);
    }
    return result;
  }

  bool is_number(std::size_t input) const {
    const auto kind = problem_.program->inputs[input].value.sort.kind;
    return kind == model::Sort::Kind::integer || kind == model::Sort::Kind::date;
  }

  std::int64_t nearest_value(InputId input, const std::vector<ValueClass>& values) const {
    const std::size_t at = ground::index(input);
    if (!is_number(at)) return values.front().first;
    std::vector<std::int64_t> reference = problem_.known[at].values;
    if (reference.empty()) reference = {problem_.near[at]};
    const auto distance = [](std::int64_t a, std::int64_t b) {
      return a < b ? static_cast<std::uint64_t>(b) - static_cast<std::uint64_t>(a)
                   : static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b);
    };
    std::int64_t best = values.front().nearest(reference.front());
    std::uint64_t least = distance(best, reference.front());
    for (const ValueClass& one : values)
      for (std::int64_t from : reference) {
        const std::int64_t value = one.nearest(from);
        if (distance(value, from) >= least) continue;
        best = value;
        least = distance(value, from);
      }
    return best;
  }

  analyse::Inquiry& inquiry_;
  const FlipOptions& options_;
  ChangeProblem problem_;
  std::vector<bool> exact_;
  std::string reason_;
};

/// Of an answer that is neither yes nor no it must be said.
Verdict wanted(const FlipOptions& options, Verdict now) {
  if (options.to) return *options.to;
  if (now == Verdict::yes) return Verdict::no;
  return now == Verdict::no ? Verdict::yes : Verdict::unknown;
}

}  // namespace

bool Atoms::contains(const model::Atom& atom) const {
  return single.contains(atom) || (atom.deed ? deeds.contains(model::id_of<model::ActionId>(atom.ref))
                                             : facts.contains(model::id_of<model::FactId>(atom.ref)));
}

std::optional<Flips> flip(analyse::Worlds& worlds, const model::Question& question, const FlipOptions& options,
                          Diagnostics& diagnostics) {
  auto answer = analyse::ask(worlds, question, options.asking, diagnostics);
  if (!answer) return std::nullopt;
  Flips result;
  result.answer = *std::move(answer);
  result.to = wanted(options, result.answer.answer);
  if (result.to == Verdict::unknown) return result;
  Diagnostics told_already;
  analyse::Inquiry inquiry;
  inquiry.world = *worlds.world(question, told_already);
  if (!analyse::ground_question(inquiry, question, options.asking.open, told_already)) return std::nullopt;
  Flipping(inquiry, options).run(result);
  return result;
}

}  // namespace grotius::explore
