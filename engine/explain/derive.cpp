#include "engine/explain/derive.hpp"

#include <algorithm>

#include "engine/explain/codes.hpp"
#include "engine/explain/deriver.hpp"

namespace grotius::explain {

namespace {

using analyse::Verdict;
/// The answer that a derivation comes to.
Verdict verdict_of(const Step& root) {
  if (!root.answers) return root.value != 0 ? Verdict::yes : Verdict::no;
  if (root.answers->may == "permitted") return Verdict::yes;
  if (root.answers->may == "forbidden") return Verdict::no;
  return root.answers->may == "contested" ? Verdict::contested : Verdict::silent;
}

/// The status that is reported of an act.
std::string_view reported(const Step& root) {
  return root.answers->may != "contested" && root.answers->must == "obliged" ? root.answers->must : root.answers->may;
}

/// More cases than the limit, or an unknown that cannot be split.
struct TooMany {};

class Explaining {
 public:
  Explaining(Explanation& explanation, const model::Question& question, bool open)
      : explanation_(explanation), world_(explanation.world), model_(*explanation.world.model), question_(question), open_(open), deriver_(world_) {}

  void explain() {
    try {
      by_cases({});
    } catch (const TooMany&) {
      explanation_.cases.clear();
      explanation_.exhaustive = false;
      for (const analyse::Possibility& possibility : explanation_.answer.possible) {
        Supposed supposed;
        for (const auto& [atom, value] : possibility.completed) supposed[atom] = Range::of(value);
        add_case(supposed);
      }
    }
  }

 private:
  const model::Situation& situation() const { return model_[question_.situation]; }

  /// What follows where the facts are so; where something unknown matters, one case for each of its values, or for both parts of its range.
  void by_cases(const Supposed& supposed) {
    if (explanation_.cases.size() >= ExplainLimits::cases) throw TooMany{};
    Unknown open;
    try {
      return add_case(supposed);
    } catch (const Unknown& unknown) {
      open = unknown;
    }
    if (!open.atom) throw TooMany{};
    for (const Range& range : parts(*open.atom, open.split, Valuation(world_, situation(), open_, supposed))) {
      Supposed further = supposed;
      further[*open.atom] = range;
      by_cases(further);
    }
  }

  static std::vector<Range> parts(const model::Atom& atom, std::optional<std::int64_t> split, const Valuation& valuation) {
    std::vector<Range> result;
    if (!split) {
      for (std::int64_t value : valuation.choices(atom)) result.push_back(Range::of(value));
      return result;
    }
    const Range all = valuation.all(atom);
    // Where an equation is split just below its value, and there is nothing below.
    const std::int64_t at = all.least && *split + 1 == *all.least ? *all.least : *split;
    if ((all.least && at < *all.least) || (all.greatest && at >= *all.greatest)) throw TooMany{};
    return {{all.least, at}, {at + 1, all.greatest}};
  }

  void add_case(const Supposed& supposed) {
    const Valuation valuation(world_, situation(), open_, supposed);
    deriver_.suppose(valuation);
    Case one;
    one.supposed.assign(supposed.begin(), supposed.end());
    Excluding excluding;
    if (!supposed.empty()) excluding = failing_requirement();
    if (excluding.step) {
      one.excluded = true;
      one.derivation = deriver_.finish(*excluding.step);
    } else {
      const auto* act = std::get_if<model::Act>(&question_.asked);
      const StepId root = act != nullptr ? deriver_.status(0, *act) : deriver_.truth(std::get<model::Expr>(question_.asked), {});
      // What no completion shows is excluded by what the case still leaves open.
      if (!supposed.empty() && explanation_.exhaustive && excluding.open && !possible(deriver_[root])) throw Unknown(*excluding.open);
      one.derivation = deriver_.finish(root);
    }
    explanation_.cases.push_back(std::move(one));
  }

  bool possible(const Step& root) const {
    return std::ranges::any_of(explanation_.answer.possible, [&](const analyse::Possibility& possibility) {
      return possibility.status ? analyse::name(*possibility.status) == reported(root) : possibility.answer == verdict_of(root);
    });
  }

  /// A step by which there is no such situation, or what that still rests on.
  struct Excluding {
    std::optional<StepId> step;
    std::optional<Unknown> open;
  };
  Excluding failing_requirement() {
    Excluding result;
    const auto attempt = [&](auto&& claim, bool wanted) {
      if (result.step) return;
      try {
        const StepId step = claim();
        if ((deriver_[step].value != 0) != wanted) result.step = step;
      } catch (const Unknown& unknown) {
        if (!result.open && unknown.atom) result.open = unknown;
      }
    };
    const ground::Snapshot snapshot(world_, situation(), open_);
    for (const model::Entry* entry : snapshot.not_done())
      attempt([&] { return deriver_.done({model::id_of<model::ActionId>(entry->atom.ref), entry->atom.arguments}); }, false);
    for (std::size_t set : world_.binding)
      for (model::ConstraintId id : world_.sets[set].set.constraints)
        each_tuple(model_[id].binders, [&](const Tuple& tuple) { attempt([&] { return deriver_.constraint(id, tuple); }, true); });
    return result;
  }

  template <class Use>
  void each_tuple(const std::vector<model::Variable>& binders, Use use) const {
    Tuple tuple(binders.size());
    const auto bind = [&](auto& self, std::size_t place) -> void {
      if (place == tuple.size()) return use(tuple);
      for (model::IndividualId individual : world_.universe.of(binders[place].type)) {
        tuple[place] = individual;
        self(self, place + 1);
      }
    };
    bind(bind, 0);
  }

  Explanation& explanation_;
  const ground::World& world_;
  const model::Model& model_;
  const model::Question& question_;
  bool open_;
  Deriver deriver_;
};

/// Whether the cases come to what the engines answered: each to a possible answer, and each possible answer in some case.
bool agrees(const Explanation& explanation) {
  std::set<std::string_view> derived, possible;
  for (const Case& one : explanation.cases) {
    if (one.excluded) continue;
    const Step& root = one.derivation.steps[one.derivation.root];
    derived.insert(root.answers ? reported(root) : analyse::name(verdict_of(root)));
  }
  for (const analyse::Possibility& possibility : explanation.answer.possible)
    possible.insert(possibility.status ? analyse::name(*possibility.status) : analyse::name(possibility.answer));
  return derived == possible;
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
  explanation.open = options.open;
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
