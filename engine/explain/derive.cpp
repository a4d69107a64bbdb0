#include "engine/explain/derive.hpp"

#include <algorithm>

#include "engine/explain/codes.hpp"
#include "engine/explain/deriver.hpp"

namespace grotius::explain {

namespace {

using analyse::Verdict;
using Supposed = std::map<model::Atom, std::int64_t>;

/// More cases, or an unknown value without a list of what it can be.
struct TooMany {};

class Explaining {
 public:
  Explaining(Explanation& explanation, const model::Question& question, bool open)
      : explanation_(explanation), world_(explanation.world), model_(*explanation.world.model), question_(question), open_(open) {}

  void explain() {
    try {
      by_cases({});
    } catch (const TooMany&) {
      explanation_.cases.clear();
      explanation_.exhaustive = false;
      for (const analyse::Possibility& possibility : explanation_.answer.possible)
        add_case(Supposed(possibility.completed.begin(), possibility.completed.end()));
    }
  }

 private:
  const model::Situation& situation() const { return model_[question_.situation]; }

  /// What follows where the facts are so; where something unknown matters, one case for each of its values.
  void by_cases(const Supposed& supposed) {
    if (explanation_.cases.size() >= ExplainLimits::cases) throw TooMany{};
    std::optional<model::Atom> open;
    try {
      add_case(supposed);
    } catch (const Unknown& unknown) {
      open = unknown.atom;
    }
    if (!open) return;
    for (std::int64_t value : values(*open)) {
      Supposed further = supposed;
      further[*open] = value;
      by_cases(further);
    }
  }

  std::vector<std::int64_t> values(const model::Atom& atom) const {
    if (atom == model::Atom{}) throw TooMany{};  // a parameter
    ground::Input input;
    input.kind = atom.deed ? ground::Input::Kind::deed : ground::Input::Kind::fact;
    input.ref = atom.ref;
    input.arguments = atom.arguments;
    if (!atom.deed) input.value = model_.facts[atom.ref].kind;
    const ground::Domain domain = ground::Snapshot(world_, situation(), open_).domain(input);
    if (domain.values.empty()) throw TooMany{};
    return domain.values;
  }

  void add_case(const Supposed& supposed) {
    const Valuation valuation(world_, situation(), open_, supposed);
    Deriver deriver(world_, valuation);
    Case one;
    one.supposed.assign(supposed.begin(), supposed.end());
    if (const auto failing = supposed.empty() ? std::nullopt : failing_constraint(deriver)) {
      one.excluded = true;
      one.derivation = deriver.finish(*failing);
    } else {
      const auto* act = std::get_if<model::Act>(&question_.asked);
      one.derivation = deriver.finish(act != nullptr ? deriver.status(0, *act)
                                                     : deriver.truth(std::get<model::Expr>(question_.asked), {}));
    }
    explanation_.cases.push_back(std::move(one));
  }

  /// A constraint that fails whatever is still unknown.
  std::optional<StepId> failing_constraint(Deriver& deriver) const {
    for (std::size_t set : world_.binding)
      for (model::ConstraintId id : world_.sets[set].set.constraints) {
        const auto& binders = model_[id].binders;
        Tuple tuple(binders.size());
        std::optional<StepId> failing;
        auto bind = [&](auto& self, std::size_t place) -> void {
          if (failing) return;
          if (place < tuple.size()) {
            for (model::IndividualId individual : world_.universe.of(binders[place].type)) {
              tuple[place] = individual;
              self(self, place + 1);
            }
            return;
          }
          try {
            const StepId step = deriver.constraint(id, tuple);
            if (deriver[step].value == 0) failing = step;
          } catch (const Unknown&) {
            // Not decided by what is supposed so far.
          }
        };
        bind(bind, 0);
        if (failing) return failing;
      }
    return std::nullopt;
  }

  Explanation& explanation_;
  const ground::World& world_;
  const model::Model& model_;
  const model::Question& question_;
  bool open_;
};

/// The answer that a derivation comes to.
Verdict verdict_of(const Step& root) {
  if (!root.answers) return root.value != 0 ? Verdict::yes : Verdict::no;
  if (root.answers->may == "permitted") return Verdict::yes;
  if (root.answers->may == "forbidden") return Verdict::no;
  return root.answers->may == "contested" ? Verdict::contested : Verdict::silent;
}

/// Whether the cases come to what the engines answered: each case to a possible answer, and, where they are all, each possible
/// answer in some case.
bool agrees(const Explanation& explanation) {
  std::set<Verdict> derived, possible;
  for (const Case& one : explanation.cases)
    if (!one.excluded) derived.insert(verdict_of(one.derivation.steps[one.derivation.root]));
  for (const analyse::Possibility& possibility : explanation.answer.possible) possible.insert(possibility.answer);
  return std::ranges::includes(derived, possible);
}

}  // namespace

std::optional<Explanation> explain(analyse::Worlds& worlds, const model::Question& question,
                                   const analyse::AskOptions& options, Diagnostics& diagnostics) {
  auto answer = analyse::ask(worlds, question, options, diagnostics);
  if (!answer) return std::nullopt;
  Diagnostics told_already;
  auto world = worlds.world(question, told_already);
  if (!world) return std::nullopt;
  Explanation explanation{std::move(*answer), std::move(*world), {}, true, {}};
  if (explanation.answer.answer == Verdict::unknown) {
    explanation.reason = explanation.answer.reason;
    return explanation;
  }
  try {
    Explaining(explanation, question, options.open).explain();
  } catch (const ground::ResourceLimit& limit) {
    explanation.cases.clear();
    explanation.exhaustive = false;
    explanation.reason = limit.message;
    return explanation;
  } catch (const Unknown&) {
    explanation.cases.clear();
    explanation.exhaustive = false;
    explanation.reason = "the answer rests on a value that no completion names";
    return explanation;
  }
  if (!agrees(explanation)) {
    diagnostics
        .error(codes::derivation_differs, question.span, "the derivation of this answer comes to another one")
        .help = "this is a mistake of the program, not of your files; please report it with the files";
    return std::nullopt;
  }
  return explanation;
}

}  // namespace grotius::explain
