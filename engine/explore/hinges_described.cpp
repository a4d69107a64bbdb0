// What a presumption would be without. There may be one for each state of the world, so those with few values share an evaluator where all
// else that matters is known, else a solver for which the others are assumed.

#include <algorithm>
#include <set>

#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/hinges_presumed.hpp"

namespace grotius::explore {

namespace {

using analyse::Engine;
using ground::InputId;
using ground::Knowledge;
using ground::NodeId;

class Describing {
 public:
  Describing(PresumedInquiry& presumed, const std::vector<InputId>& turning, Hinges& result)
      : p_(presumed), turning_(turning), result_(result) {}

  void describe() {
    nodes_ = outcomes(p_.inquiry);
    std::vector<Hinge> hinges;
    for (InputId id : turning_) {
      hinges.push_back(named(id));
      if (!few_together(id)) describe_apart(hinges.back(), id);
    }
    describe_together(hinges);
    for (Hinge& hinge : hinges) hinge.answer = verdict(hinge.possible);
    std::ranges::sort(hinges, {}, &Hinge::name);
    std::ranges::move(hinges, std::back_inserter(result_.hinges));
  }

 private:
  // Numbers, and what an enumeration decides, are asked one by one.
  bool few_together(InputId id) const { return p_.has_few_values(id) && (p_.alone || p_.search.options.engine != Engine::native); }

  void describe_apart(Hinge& hinge, InputId id) {
    hinge.possible = possible_under(p_.withdrawn(std::span(&id, 1)));
    for (std::int64_t value : telling_values(id)) add(hinge, id, value, possible_under(p_.with(id, value)));
  }

  void describe_together(std::vector<Hinge>& hinges) {
    analyse::know(p_.inquiry, p_.withdrawn(turning_));
    std::vector<NodeId> shown = p_.with_goal(p_.alone ? p_.required_known : p_.required);
    for (const OutcomeNode& one : nodes_) shown.push_back(one.node);
    evaluate::Evaluator evaluator(p_.inquiry.program, shown);
    const auto solver = p_.alone ? nullptr : solver_of(p_.inquiry, p_.search.options, p_.open_inputs());
    for (std::size_t i = 0; i < hinges.size(); ++i) {
      const InputId id = turning_[i];
      if (!few_together(id)) continue;
      hinges[i].possible = outcomes(result_.answer);
      for (std::int64_t value : telling_values(id)) {
        const auto possible = p_.alone ? evaluated(evaluator, id, value) : solved(*solver, evaluator, id, value);
        join(hinges[i].possible, possible);
        add(hinges[i], id, value, possible);
      }
    }
  }

  /// Unless the constraints exclude the value.
  void add(Hinge& hinge, InputId id, std::int64_t value, std::vector<Outcome> possible) const {
    if (!possible.empty()) hinge.otherwise.push_back({ground::line(p_.inquiry.world, p_.input(id), value), std::move(possible)});
  }

  Hinge named(InputId id) const {
    Hinge hinge;
    hinge.kind = Hinge::Kind::presumption;
    hinge.atom = {p_.input(id).kind == ground::Input::Kind::deed, p_.input(id).ref, p_.input(id).arguments};
    hinge.presumed = p_.presumed(id);
    hinge.name = p_.name(id);
    hinge.line = ground::line(p_.inquiry.world, p_.input(id), p_.presumed(id));
    return hinge;
  }

  /// What is possible when one of them has a value and the others are as presumed; all else is known.
  std::vector<Outcome> evaluated(evaluate::Evaluator& evaluator, InputId id, std::int64_t value) const {
    std::vector<std::int64_t> values = p_.known_values();
    values[ground::index(id)] = value;
    if (!evaluator.evaluate(values)) throw analyse::GaveUp{kTooLarge};
    std::vector<Outcome> possible;
    if (std::ranges::all_of(p_.required_known, [&](NodeId node) { return evaluator.truth(node); }))
      for (const OutcomeNode& one : nodes_)
        if (evaluator.truth(one.node)) possible.push_back(one.outcome);
    return possible;
  }

  /// The same where something else is unknown.
  std::vector<Outcome> solved(solve::Solver& solver, evaluate::Evaluator& evaluator, InputId id, std::int64_t value) const {
    std::vector<solve::Claim> claims = {solve::input_is(id, value)};
    for (InputId other : turning_)
      if (other != id) claims.push_back(solve::input_is(other, p_.presumed(other)));
    std::vector<Outcome> possible;
    for (const OutcomeNode& one : nodes_) {
      if (p_.inquiry.certain.truth(one.node) == false) continue;
      claims.push_back(solve::node_is(one.node, true));
      const solve::Outcome outcome = solver.check(claims);
      claims.pop_back();
      if (outcome == solve::Outcome::unknown) throw analyse::GaveUp{solver.reason()};
      if (outcome == solve::Outcome::unsatisfiable) continue;
      if (!evaluator.evaluate(solver.model())) throw analyse::GaveUp{kTooLarge};
      if (!evaluator.truth(one.node) || !std::ranges::all_of(p_.required, [&](NodeId node) { return evaluator.truth(node); }))
        throw analyse::ClaimNotConfirmed("a completion that the solver claims is not confirmed by the evaluator");
      possible.push_back(one.outcome);
    }
    return possible;
  }

  /// Adds what is not there, in the order of the outcomes.
  void join(std::vector<Outcome>& possible, const std::vector<Outcome>& further) const {
    const auto is_in = [](const std::vector<Outcome>& list, const Outcome& outcome) {
      return std::ranges::find(list, outcome) != list.end();
    };
    std::vector<Outcome> joined;
    for (const OutcomeNode& one : nodes_)
      if (is_in(possible, one.outcome) || is_in(further, one.outcome)) joined.push_back(one.outcome);
    possible = std::move(joined);
  }

  /// Nothing where there is no completion.
  std::vector<Outcome> possible_under(Knowledge knowledge) {
    analyse::know(p_.inquiry, std::move(knowledge));
    PossibleOutcomes possible(p_.inquiry, p_.search.options);
    return possible.of(outcomes(p_.inquiry));
  }

  /// The values other than the presumed one; of a number or date, for each other outcome the first with which it is possible.
  std::vector<std::int64_t> telling_values(InputId id) {
    std::vector<std::int64_t> values = p_.range(id).values;
    std::erase(values, p_.presumed(id));
    if (p_.has_few_values(id)) return values;
    analyse::know(p_.inquiry, p_.withdrawn(std::span(&id, 1)));
    const auto solver = solver_of(p_.inquiry, p_.search.options, p_.open_inputs());
    const auto completions =
        analyse::solved_completions(p_.inquiry.program, p_.inquiry.knowledge, *solver, p_.inquiry.roots, p_.required, {id});
    std::set<std::int64_t> telling;
    for (const OutcomeNode& one : outcomes(p_.inquiry))
      if (one.outcome.answer != result_.answer.answer)
        if (const auto completion = completions->first(one.node)) telling.insert((*completion)[ground::index(id)]);
    return {telling.begin(), telling.end()};
  }

  PresumedInquiry& p_;
  const std::vector<InputId>& turning_;
  Hinges& result_;
  std::vector<OutcomeNode> nodes_;
};

}  // namespace

void describe_presumptions(PresumedInquiry& presumed, const std::vector<InputId>& turning, Hinges& result) {
  if (!turning.empty()) Describing(presumed, turning, result).describe();
}

}  // namespace grotius::explore
