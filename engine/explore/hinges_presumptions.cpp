// Presumptions that are hinges: facts and deeds of which the situation says nothing, and without whose presumption there is a completion with
// another answer. The cone of a question may hold thousands of them. `may_turn` leaves those that can matter alone; where all else is known
// each of these costs one evaluation, else they are held at their presumed values by assumptions of one solver: what turns the answer
// alone is part of every reason why the answer cannot be another, so each proof that it cannot leaves fewer to try.

#include <algorithm>
#include <set>

#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/goal.hpp"
#include "engine/explore/hinges_presumed.hpp"

namespace grotius::explore {

namespace {

using analyse::Engine;
using ground::Domain;
using ground::InputId;
using ground::Knowledge;
using ground::NodeId;

class PresumptionHinges {
 public:
  PresumptionHinges(const HingeSearch& search, Hinges& result) : p_(search), result_(result) {}

  void find() {
    Diagnostics said_already;
    if (!analyse::ground_question(p_.inquiry, p_.search.question, p_.search.options.open, said_already)) return;
    p_.known = p_.inquiry.knowledge;
    p_.goal = *goal(p_.inquiry, result_.answer.answer);
    p_.required = p_.inquiry.required();
    std::vector<InputId> turning;
    std::vector<InputId> left = candidates();
    p_.alone = p_.search.options.engine != Engine::z3 && rests_on_presumptions_alone(left);
    if (p_.alone) turning = by_evaluation(left);
    if (!left.empty()) {
      const auto further = p_.search.options.engine == Engine::native ? by_enumeration(left) : by_solver(left);
      turning.insert(turning.end(), further.begin(), further.end());
    }
    describe_presumptions(p_, turning, result_);
  }

 private:
  bool by_presumption(InputId id) const {
    const ground::Input& input = p_.inquiry.program[id];
    const bool deed = input.kind == ground::Input::Kind::deed;
    if (!deed && input.kind != ground::Input::Kind::fact) return false;
    return p_.known[ground::index(id)].known() && !p_.range(id).known() &&
           p_.inquiry.snapshot->entry({deed, input.ref, input.arguments}) == nullptr;
  }

  std::vector<InputId> candidates() const {
    std::vector<bool> is_presumed(p_.inquiry.program.inputs.size());
    std::vector<InputId> presumptions;
    for (std::uint32_t i = 0; i < is_presumed.size(); ++i)
      if ((is_presumed[i] = by_presumption(static_cast<InputId>(i)))) presumptions.push_back(static_cast<InputId>(i));
    const ground::Certain all_withdrawn = ground::certain(p_.inquiry.program, p_.withdrawn(presumptions));
    return may_turn(p_.inquiry.program, p_.inquiry.certain, all_withdrawn, is_presumed, p_.goal, p_.required);
  }

  // Where one of these has another value, nothing else that is unknown comes to matter.
  bool rests_on_presumptions_alone(const std::vector<InputId>& inputs) {
    for (NodeId node : p_.required)
      if (p_.inquiry.certain.truth(node)) p_.required_known.push_back(node);
    analyse::know(p_.inquiry, p_.withdrawn(inputs));
    const bool alone = std::ranges::includes(sorted(inputs), sorted(p_.inquiry.open));
    analyse::know(p_.inquiry, p_.known);
    return alone;
  }
  static std::vector<InputId> sorted(std::vector<InputId> inputs) {
    std::ranges::sort(inputs);
    return inputs;
  }

  bool turns(evaluate::Evaluator& evaluator, std::span<const NodeId> required, std::span<const std::int64_t> values) const {
    if (!evaluator.evaluate(values)) throw analyse::GaveUp{kTooLarge};
    return !evaluator.truth(p_.goal) && std::ranges::all_of(required, [&](NodeId node) { return evaluator.truth(node); });
  }

  /// All else that matters is known; requirements that nothing known decides have nothing to do with `inputs`. Takes out of these the ones
  /// that have few values, which it decides.
  std::vector<InputId> by_evaluation(std::vector<InputId>& inputs) {
    evaluate::Evaluator evaluator(p_.inquiry.program, p_.with_goal(p_.required_known));
    std::vector<std::int64_t> values = p_.known_values();
    std::vector<InputId> turning, others;
    for (InputId id : inputs) {
      const Domain all = p_.range(id);
      if (all.values.empty()) {
        others.push_back(id);
        continue;
      }
      std::int64_t& value = values[ground::index(id)];
      attempt(id, [&] {
        for (std::int64_t other : all.values) {
          value = other;
          if (other == p_.presumed(id) || !turns(evaluator, p_.required_known, values)) continue;
          turning.push_back(id);
          break;
        }
      });
      value = p_.presumed(id);
    }
    inputs = std::move(others);
    return turning;
  }

  template <class Step>
  void attempt(InputId id, Step step) {
    try {
      step();
    } catch (const analyse::GaveUp& gave_up) {
      result_.undecided.push_back({p_.name(id), gave_up.reason});
    }
  }

  std::vector<InputId> by_enumeration(const std::vector<InputId>& inputs) {
    std::vector<InputId> turning;
    for (InputId id : inputs) {
      analyse::know(p_.inquiry, p_.withdrawn(std::span(&id, 1)));
      const auto solver = solver_of(p_.inquiry, p_.search.options, p_.open_inputs());
      const solve::Claim other = solve::node_is(p_.goal, false);
      switch (solver->check(std::span(&other, 1))) {
        case solve::Outcome::satisfiable:
          turning.push_back(id);
          break;
        case solve::Outcome::unknown:
          result_.undecided.push_back({p_.name(id), solver->reason()});
          break;
        case solve::Outcome::unsatisfiable:
          break;
      }
    }
    return turning;
  }

  std::vector<InputId> by_solver(const std::vector<InputId>& inputs) {
    analyse::know(p_.inquiry, p_.withdrawn(inputs));
    const auto solver = solver_of(p_.inquiry, p_.search.options, {});
    evaluate::Evaluator evaluator(p_.inquiry.program, p_.with_goal(p_.required));
    std::set<InputId> left(inputs.begin(), inputs.end());
    // All but one are as presumed (all of them, where nothing is free) and the answer is another.
    const auto check = [&](std::optional<InputId> free) {
      std::vector<InputId> held;
      std::vector<solve::Claim> claims = {solve::node_is(p_.goal, false)};
      for (InputId id : inputs) {
        if (id == free) continue;
        held.push_back(id);
        claims.push_back(solve::input_is(id, p_.presumed(id)));
      }
      const solve::Outcome outcome = solver->check(claims);
      if (outcome == solve::Outcome::satisfiable && !turns(evaluator, p_.required, solver->model()))
        throw analyse::ClaimNotConfirmed("a completion that the solver claims is not confirmed by the evaluator");
      if (outcome == solve::Outcome::unsatisfiable) {
        std::set<InputId> needed;
        for (std::size_t position : solver->core())
          if (position > 0) needed.insert(held[position - 1]);
        std::erase_if(left, [&](InputId id) { return !needed.contains(id); });
      }
      return outcome;
    };
    std::vector<InputId> turning;
    if (check({}) == solve::Outcome::unknown) throw analyse::GaveUp{solver->reason()};
    while (!left.empty()) {
      const InputId id = *left.begin();
      left.erase(left.begin());
      attempt(id, [&] {
        const solve::Outcome outcome = check(id);
        if (outcome == solve::Outcome::unknown) throw analyse::GaveUp{solver->reason()};
        if (outcome == solve::Outcome::satisfiable) turning.push_back(id);
      });
    }
    return turning;
  }

  PresumedInquiry p_;
  Hinges& result_;
};

}  // namespace

void find_presumption_hinges(const HingeSearch& search, Hinges& result) { PresumptionHinges(search, result).find(); }

}  // namespace grotius::explore
