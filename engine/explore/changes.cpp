#include "engine/explore/changes.hpp"

#include <algorithm>
#include <memory>
#include <queue>
#include <set>

#include "engine/explore/change_bounds.hpp"
#include "engine/explore/change_oracle.hpp"
#include "engine/explore/change_reason_store.hpp"
#include "engine/explore/change_reasons.hpp"

namespace grotius::explore {

namespace {

/// A set of changes to be looked at.
struct Candidate {
  Path path;
  Weight weight;
  Weight estimate;       ///< no set that does it and contains this one weighs less
  bool bounded = false;  ///< the estimate has been worked out for this very set
};

class ChangeSearch {
 public:
  ChangeSearch(const ChangeProblem& problem, const ChangeLimits& limits, ChangeOracle& oracle)
      : problem_(problem),
        limits_(limits),
        oracle_(oracle),
        bounds_(problem, oracle.structure()),
        reasons_(problem, oracle.structure()),
        store_(problem),
        now_(changed(problem, {})) {}

  ChangeSets run() {
    push({});
    std::uint64_t looked = 0;
    while (!queue_.empty() && result_.sets.size() <= problem_.most) {
      Candidate candidate = queue_.top();
      queue_.pop();
      if (!problem_.by_values && contains_result(candidate.path)) continue;
      if (++looked > limits_.sets) {
        stop("the search reached its limit of " + std::to_string(limits_.sets) + " sets of changes");
        break;
      }
      if (oracle_.late()) {
        stop("the time limit was reached");
        break;
      }
      look_at(std::move(candidate));
    }
    if (result_.sets.size() > problem_.most) {
      result_.sets.resize(problem_.most);
      result_.more = true;
    }
    return std::move(result_);
  }

 private:
  /// Least estimate first; then what is nearest to its end; then by names.
  struct Later {
    const ChangeProblem* problem;
    bool operator()(const Candidate& a, const Candidate& b) const {
      if (a.estimate != b.estimate) return a.estimate > b.estimate;
      if (a.weight != b.weight) return a.weight < b.weight;
      return std::ranges::lexicographical_compare(b.path, a.path, [&](const Step& x, const Step& y) {
        const std::size_t i = ground::index(x.input), j = ground::index(y.input);
        if (i != j) return problem->rank[i] < problem->rank[j];
        return x.classes != y.classes ? x.classes < y.classes : x.to < y.to;
      });
    }
  };

  void stop(std::string reason) {
    result_.more = true;
    result_.reason = std::move(reason);
  }

  void push(Path path, Weight at_least = {}) {
    std::ranges::sort(path, {}, [&](const Step& step) { return problem_.rank[ground::index(step.input)]; });
    if (!met_.insert(path).second) return;
    Candidate candidate{std::move(path), {}, {}, false};
    for (const Step& step : candidate.path)
      candidate.weight = candidate.weight + *problem_.weight[ground::index(step.input)];
    candidate.estimate = std::max(candidate.weight, at_least);
    queue_.push(std::move(candidate));
  }

  /// `now_` becomes what is known under the changes: each at its meanwhile value, or, `whole`, at any that is left to it.
  void apply(const Path& path, bool whole) {
    for (const Change& change : applied_) now_.known[ground::index(change.input)] = problem_.known[ground::index(change.input)];
    applied_ = changes_of(path);
    now_.inputs.clear();
    for (const Step& step : path) {
      now_.inputs.push_back(step.input);
      ground::Domain& domain = now_.known[ground::index(step.input)];
      domain = {{step.to}, {}, {}};
      if (!whole || step.classes.size() == 1) continue;
      domain.values.clear();
      for (std::uint16_t number : step.classes) {
        const ValueClass& values = problem_.alternatives[ground::index(step.input)][number];
        domain.values.push_back(values.nearest(problem_.near[ground::index(step.input)]));
      }
      std::ranges::sort(domain.values);
    }
    const bool conditional = std::ranges::any_of(
        problem_.required, [](const auto& required) { return required.until_done || required.if_undone; });
    if (!conditional) return;
    std::vector<Change> certainly = applied_;
    if (whole) std::erase_if(certainly, [&](const Change& change) { return step_of(path, change.input)->classes.size() > 1; });
    now_.required = changed(problem_, certainly).required;
  }

  /// Contains the inputs of a result: then it is not minimal.
  bool contains_result(const Path& path) const {
    return std::ranges::any_of(result_.sets, [&](const ChangeSet& set) {
      return std::ranges::all_of(set.changes,
                                 [&](const Change& change) { return step_of(path, change.input) != nullptr; });
    });
  }

  void look_at(Candidate candidate) {
    std::vector<const Reason*> against = store_.against(candidate.path);
    if (!candidate.bounded) {
      candidate.bounded = true;
      apply(candidate.path, true);
      const Weight further = std::max(bounds_.least(oracle_.begin(now_), now_), store_.least(candidate.path, against));
      const Weight estimate = candidate.weight + further;
      if (estimate.impossible()) return;
      if (estimate > candidate.estimate) {
        candidate.estimate = estimate;
        queue_.push(std::move(candidate));
        return;
      }
    }
    if (against.empty()) {
      apply(candidate.path, false);
      std::optional<Reason> reason = decide(candidate);
      if (!reason) return;
      for (const Step& way : store_.ways_out(candidate.path, *reason)) follow(candidate, way);
      store_.keep(*std::move(reason));
      return;
    }
    for (const Step& way : store_.ways_out(candidate.path, *against.front())) follow(candidate, way);
  }

  void follow(const Candidate& candidate, const Step& way) {
    Path path = candidate.path;
    const auto taken = std::ranges::find(path, way.input, &Step::input);
    if (taken == path.end()) {
      path.push_back(way);
    } else {
      *taken = way;
    }
    push(std::move(path), candidate.estimate);
  }

  /// The reason against it; nothing where it does it, or where that could not be decided.
  std::optional<Reason> decide(const Candidate& candidate) {
    switch (oracle_.look(now_)) {
      case ChangeOracle::Outcome::certain:
        result_.sets.push_back({applied_, candidate.weight});
        // With other values it is another result.
        if (problem_.by_values) return itself();
        return std::nullopt;
      case ChangeOracle::Outcome::fails:
        return reasons_.of_failure(oracle_, now_);
      case ChangeOracle::Outcome::counterexample:
        return reasons_.of_counterexample(oracle_, now_);
      case ChangeOracle::Outcome::impossible:
        return reasons_.of_impossibility(oracle_, now_);
      case ChangeOracle::Outcome::gave_up:
        stop(oracle_.reason());
        break;
    }
    return std::nullopt;
  }

  /// A result found is a reason against finding it again.
  Reason itself() const {
    Reason reason;
    reason.known = true;
    for (const Change& change : applied_) {
      std::vector<bool> classes(problem_.alternatives[ground::index(change.input)].size());
      classes[class_of(problem_, change.input, change.to)] = true;
      reason.blamed.push_back({change.input, std::move(classes)});
    }
    std::ranges::sort(reason.blamed, {}, &Reason::Blamed::input);
    return reason;
  }

  const ChangeProblem& problem_;
  const ChangeLimits& limits_;
  ChangeOracle& oracle_;
  ChangeBounds bounds_;
  Reasons reasons_;
  ReasonStore store_;

  Changed now_;
  std::vector<Change> applied_;
  std::priority_queue<Candidate, std::vector<Candidate>, Later> queue_{Later{&problem_}};
  std::set<Path> met_;
  ChangeSets result_;
};

}  // namespace

ChangeSets find_changes(const ChangeProblem& problem, const ChangeLimits& limits, ChangeOracle& oracle) {
  return ChangeSearch(problem, limits, oracle).run();
}

}  // namespace grotius::explore
