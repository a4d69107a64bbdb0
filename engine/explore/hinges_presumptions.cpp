// Presumptions that are hinges: facts and deeds of which the situation says nothing, and without whose presumption there is a completion with
// another answer. The cone of a question may hold thousands of them. `may_turn` leaves those that can matter alone; where all else is known
// each of these costs one evaluation, else they are held at their presumed values by assumptions of one solver: what turns the answer
// alone is part of every reason why the answer cannot be another, so each proof that it cannot leaves fewer to try.

#include <algorithm>
#include <set>

#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/goal.hpp"
#include "engine/explore/hinges_search.hpp"
#include "engine/ground/print.hpp"

namespace grotius::explore {

namespace {

using analyse::Engine;
using ground::Domain;
using ground::InputId;
using ground::Knowledge;
using ground::NodeId;

constexpr const char* kTooLarge = "a number on the way to the answer leaves the range of 64 bits";

class PresumptionHinges {
 public:
  PresumptionHinges(const HingeSearch& search, Hinges& result)
      : search_(search), model_(*search.world.model), result_(result) {
    inquiry_.world = search.world;
  }

  void find() {
    Diagnostics said_already;
    if (!analyse::ground_question(inquiry_, search_.question, search_.options.open, said_already)) return;
    known_ = inquiry_.knowledge;
    goal_ = *goal(inquiry_, result_.answer.answer);
    required_ = inquiry_.required();
    std::vector<InputId> turning;
    std::vector<InputId> left = candidates();
    if (search_.options.engine != Engine::z3 && rests_on_presumptions_alone(left)) turning = by_evaluation(left);
    if (!left.empty()) {
      const auto further = search_.options.engine == Engine::native ? by_enumeration(left) : by_solver(left);
      turning.insert(turning.end(), further.begin(), further.end());
    }
    std::vector<Hinge> hinges;
    for (InputId input : turning) hinges.push_back(described(input));
    std::ranges::sort(hinges, {}, &Hinge::name);
    std::ranges::move(hinges, std::back_inserter(result_.hinges));
  }

 private:
  const ground::Input& input(InputId id) const { return inquiry_.program[id]; }
  std::int64_t presumed(InputId id) const { return known_[ground::index(id)].values.front(); }
  Domain range(InputId id) const { return ground::every_value(model_, input(id).value); }
  std::string name(InputId id) const { return ground::print(inquiry_.world, input(id)); }

  bool by_presumption(InputId id) const {
    const ground::Input& input = inquiry_.program[id];
    const bool deed = input.kind == ground::Input::Kind::deed;
    if (!deed && input.kind != ground::Input::Kind::fact) return false;
    return known_[ground::index(id)].known() && !range(id).known() &&
           inquiry_.snapshot->entry({deed, input.ref, input.arguments}) == nullptr;
  }

  Knowledge withdrawn(std::span<const InputId> inputs) const {
    Knowledge knowledge = known_;
    for (InputId id : inputs) knowledge[ground::index(id)] = range(id);
    return knowledge;
  }

  std::vector<InputId> candidates() const {
    std::vector<bool> is_presumed(inquiry_.program.inputs.size());
    std::vector<InputId> presumptions;
    for (std::uint32_t i = 0; i < is_presumed.size(); ++i)
      if ((is_presumed[i] = by_presumption(static_cast<InputId>(i)))) presumptions.push_back(static_cast<InputId>(i));
    const ground::Certain all_withdrawn = ground::certain(inquiry_.program, withdrawn(presumptions));
    return may_turn(inquiry_.program, inquiry_.certain, all_withdrawn, is_presumed, goal_, required_);
  }

  // Where one of these has another value, nothing else that is unknown comes to matter.
  bool rests_on_presumptions_alone(const std::vector<InputId>& inputs) {
    for (NodeId node : required_)
      if (inquiry_.certain.truth(node)) required_known_.push_back(node);
    analyse::know(inquiry_, withdrawn(inputs));
    const bool alone = std::ranges::includes(sorted(inputs), sorted(inquiry_.open));
    analyse::know(inquiry_, known_);
    return alone;
  }
  static std::vector<InputId> sorted(std::vector<InputId> inputs) {
    std::ranges::sort(inputs);
    return inputs;
  }

  bool turns(evaluate::Evaluator& evaluator, std::span<const NodeId> required, std::span<const std::int64_t> values) const {
    if (!evaluator.evaluate(values)) throw analyse::GaveUp{kTooLarge};
    return !evaluator.truth(goal_) && std::ranges::all_of(required, [&](NodeId node) { return evaluator.truth(node); });
  }

  std::vector<NodeId> goal_and(std::vector<NodeId> nodes) const {
    nodes.push_back(goal_);
    return nodes;
  }

  /// All else that matters is known; requirements that nothing known decides have nothing to do with `inputs`. Takes out of these the ones
  /// that have few values, which it decides.
  std::vector<InputId> by_evaluation(std::vector<InputId>& inputs) {
    evaluate::Evaluator evaluator(inquiry_.program, goal_and(required_known_));
    std::vector<std::int64_t> values;
    for (const Domain& domain : known_) values.push_back(domain.values.empty() ? domain.low.value_or(0) : domain.values.front());
    std::vector<InputId> turning, others;
    for (InputId id : inputs) {
      const Domain all = range(id);
      if (all.values.empty()) {
        others.push_back(id);
        continue;
      }
      std::int64_t& value = values[ground::index(id)];
      attempt(id, [&] {
        for (std::int64_t other : all.values) {
          value = other;
          if (other == presumed(id) || !turns(evaluator, required_known_, values)) continue;
          turning.push_back(id);
          break;
        }
      });
      value = presumed(id);
    }
    inputs = std::move(others);
    return turning;
  }

  std::vector<InputId> open_inputs() const {
    std::vector<InputId> open = inquiry_.open;
    open.insert(open.end(), inquiry_.open_apart.begin(), inquiry_.open_apart.end());
    return open;
  }

  template <class Step>
  void attempt(InputId id, Step step) {
    try {
      step();
    } catch (const analyse::GaveUp& gave_up) {
      result_.undecided.push_back({name(id), gave_up.reason});
    }
  }

  std::vector<InputId> by_enumeration(const std::vector<InputId>& inputs) {
    std::vector<InputId> turning;
    for (InputId id : inputs) {
      analyse::know(inquiry_, withdrawn(std::span(&id, 1)));
      const auto solver = solver_of(inquiry_, search_.options, open_inputs());
      const solve::Claim other = solve::node_is(goal_, false);
      switch (solver->check(std::span(&other, 1))) {
        case solve::Outcome::satisfiable:
          turning.push_back(id);
          break;
        case solve::Outcome::unknown:
          result_.undecided.push_back({name(id), solver->reason()});
          break;
        case solve::Outcome::unsatisfiable:
          break;
      }
    }
    return turning;
  }

  std::vector<InputId> by_solver(const std::vector<InputId>& inputs) {
    analyse::know(inquiry_, withdrawn(inputs));
    const auto solver = solver_of(inquiry_, search_.options, {});
    evaluate::Evaluator evaluator(inquiry_.program, goal_and(required_));
    std::set<InputId> left(inputs.begin(), inputs.end());
    // All but one are as presumed (all of them, where nothing is free) and the answer is another.
    const auto check = [&](std::optional<InputId> free) {
      std::vector<InputId> held;
      std::vector<solve::Claim> claims = {solve::node_is(goal_, false)};
      for (InputId id : inputs) {
        if (id == free) continue;
        held.push_back(id);
        claims.push_back(solve::input_is(id, presumed(id)));
      }
      const solve::Outcome outcome = solver->check(claims);
      if (outcome == solve::Outcome::satisfiable && !turns(evaluator, required_, solver->model()))
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

  Hinge described(InputId id) {
    Hinge hinge;
    hinge.kind = Hinge::Kind::presumption;
    hinge.atom = {input(id).kind == ground::Input::Kind::deed, input(id).ref, input(id).arguments};
    hinge.presumed = presumed(id);
    hinge.name = name(id);
    hinge.line = ground::line(inquiry_.world, input(id), presumed(id));
    hinge.possible = possible_under(withdrawn(std::span(&id, 1)));
    hinge.answer = verdict(hinge.possible);
    for (std::int64_t value : telling_values(id)) {
      Knowledge knowledge = known_;
      knowledge[ground::index(id)] = {{value}, {}, {}};
      auto possible = possible_under(std::move(knowledge));
      if (!possible.empty()) hinge.otherwise.push_back({ground::line(inquiry_.world, input(id), value), std::move(possible)});
    }
    return hinge;
  }

  /// Nothing where there is no completion.
  std::vector<Outcome> possible_under(Knowledge knowledge) {
    analyse::know(inquiry_, std::move(knowledge));
    PossibleOutcomes possible(inquiry_, search_.options);
    return possible.of(outcomes(inquiry_));
  }

  /// The values other than the presumed one; of a number or date, for each other outcome the first with which it is possible.
  std::vector<std::int64_t> telling_values(InputId id) {
    std::vector<std::int64_t> values = range(id).values;
    std::erase(values, presumed(id));
    if (!range(id).values.empty()) return values;
    analyse::know(inquiry_, withdrawn(std::span(&id, 1)));
    const auto solver = solver_of(inquiry_, search_.options, open_inputs());
    const auto completions =
        analyse::solved_completions(inquiry_.program, inquiry_.knowledge, *solver, inquiry_.roots, required_, {id});
    std::set<std::int64_t> telling;
    for (const OutcomeNode& one : outcomes(inquiry_))
      if (one.outcome.answer != result_.answer.answer)
        if (const auto completion = completions->first(one.node)) telling.insert((*completion)[ground::index(id)]);
    return {telling.begin(), telling.end()};
  }

  const HingeSearch& search_;
  const model::Model& model_;
  Hinges& result_;
  analyse::Inquiry inquiry_;
  Knowledge known_;  ///< of the situation, presumptions included
  NodeId goal_{};
  std::vector<NodeId> required_;
  std::vector<NodeId> required_known_;  ///< those that hold whatever the unknown facts are
};

}  // namespace

void find_presumption_hinges(const HingeSearch& search, Hinges& result) { PresumptionHinges(search, result).find(); }

}  // namespace grotius::explore
