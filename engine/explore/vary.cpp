#include "engine/explore/vary.hpp"

#include <algorithm>
#include <limits>

#include "engine/analyse/codes.hpp"
#include "engine/explore/breakpoints.hpp"

namespace grotius::explore {

namespace {

using analyse::Verdict;
using model::Sort;

/// How often stretches are cut where a solver finds another answer in them.
constexpr std::size_t kCuts = 12;

bool same(const Interval& a, const Interval& b) {
  return a.impossible == b.impossible && a.answer == b.answer && a.possible == b.possible && a.reason == b.reason && a.exact == b.exact;
}

class Varying {
 public:
  Varying(analyse::Worlds& worlds, const model::Question& question, model::ParameterId parameter, const analyse::AskOptions& options)
      : worlds_(worlds), model_(worlds.model()), question_(question), options_(options) {
    options_.settle = false;
    result_.parameter = parameter;
    result_.asked = model_[parameter].value;
    for (const model::Setting& setting : question.with)
      if (setting.parameter == parameter) result_.asked = setting.value;
    question_.expect.reset();
    std::erase_if(question_.with, [&](const model::Setting& setting) { return setting.parameter == parameter; });
    question_.with.push_back({parameter, std::nullopt});
  }

  Variation run() {
    const model::ValueKind& kind = model_[result_.parameter].kind;
    if (kind.sort.kind == Sort::Kind::individual) {
      for (model::IndividualId member : model_[kind.sort.type].members) {
        Interval one = asked_with(static_cast<std::int64_t>(index(member)));
        one.member = static_cast<std::int64_t>(index(member));
        result_.intervals.push_back(std::move(one));
      }
      return std::move(result_);
    }
    try {
      numbers(ground::every_value(model_, kind));
    } catch (const ground::ResourceLimit& limit) {
      undecided(ground::every_value(model_, kind), limit.message);
    }
    if (kind.sort.kind == Sort::Kind::date) open_the_ends(ground::every_value(model_, kind));
    return std::move(result_);
  }

 private:
  void numbers(const ground::Domain& range) {
    Diagnostics said_already;
    const auto world = worlds_.world(question_, said_already);
    inquiry_.world = *world;
    if (!analyse::ground_question(inquiry_, question_, options_.open, said_already))
      return undecided(range, "with some values the question rests on `today`, and it has no date");
    const auto varied = input();
    if (!varied || range.known()) return add(whole(range));
    std::vector<ground::NodeId> truths = inquiry_.roots;
    for (ground::NodeId node : inquiry_.required()) truths.push_back(node);
    const auto cut = [&](std::span<const ground::NodeId> nodes) {
      return breakpoints(inquiry_.program, inquiry_.knowledge, inquiry_.certain, *varied, nodes);
    };
    const Breakpoints all = cut(truths);
    if (all.exact()) {
      for (const Stretch& stretch : stretches(range, all)) add(stretch);
      return;
    }
    result_.reason = all.reason;
    const Breakpoints required = cut(inquiry_.required());
    completions_for_all_ = required.exact() && required.starts.empty();
    const auto solver = solver_of(inquiry_, options_, inquiry_.open);
    for (const Stretch& stretch : stretches(range, all)) search(stretch, *varied, *solver);
    if (std::ranges::all_of(result_.intervals, &Interval::exact)) result_.reason.clear();
  }

  // Dates have no first and no last; the years 1 to 9999 are what an engine tries.
  void open_the_ends(const ground::Domain& range) {
    auto& intervals = result_.intervals;
    if (intervals.front().first == range.low) intervals.front().first.reset();
    if (intervals.back().last == range.high) intervals.back().last.reset();
  }

  std::optional<ground::InputId> input() const {
    const auto& inputs = inquiry_.program.inputs;
    const auto found = std::ranges::find_if(inputs, [&](const ground::Input& input) {
      return input.kind == ground::Input::Kind::parameter && input.ref == static_cast<std::uint32_t>(index(result_.parameter));
    });
    if (found == inputs.end()) return std::nullopt;
    return static_cast<ground::InputId>(found - inputs.begin());
  }

  static Stretch whole(const ground::Domain& range) {
    if (range.known()) return {range.values.front(), range.values.front()};
    return {range.low, range.high};
  }

  void undecided(const ground::Domain& range, std::string reason) {
    Interval all;
    all.first = whole(range).first;
    all.last = whole(range).last;
    all.answer = Verdict::unknown;
    all.reason = std::move(reason);
    result_.intervals = {std::move(all)};
  }

  Interval asked_with(std::int64_t value) {
    question_.with.back().value = value;
    Diagnostics told;
    const auto answer = analyse::ask(worlds_, question_, options_, told);
    question_.with.back().value.reset();
    Interval interval;
    if (!answer) {
      interval.answer = Verdict::unknown;
      for (const Diagnostic& error : told.items()) {
        if (error.severity != Severity::error) continue;
        interval.impossible = error.code.id == analyse::codes::impossible_situation.id || error.code.id == analyse::codes::undone_deed.id;
        if (!interval.impossible) interval.reason = error.message;
      }
      return interval;
    }
    interval.answer = answer->answer;
    interval.possible = outcomes(*answer);
    interval.reason = answer->reason;
    return interval;
  }

  void add(const Stretch& stretch) {
    Interval interval = asked_with(stretch.representative());
    interval.first = stretch.first;
    interval.last = stretch.last;
    append(std::move(interval));
  }
  void append(Interval interval) {
    auto& intervals = result_.intervals;
    if (!intervals.empty() && same(intervals.back(), interval)) {
      intervals.back().last = interval.last;
    } else {
      intervals.push_back(std::move(interval));
    }
  }

  // Looks in a stretch for answers that its representative does not show, and cuts where there is one, as often as is allowed.
  void search(const Stretch& stretch, ground::InputId varied, solve::Solver& solver) {
    Interval here = asked_with(stretch.representative());
    here.first = stretch.first;
    here.last = stretch.last;
    here.exact = stretch.first && stretch.first == stretch.last;
    if (here.exact || here.answer == Verdict::unknown) return append(std::move(here));
    try {
      const auto other = another(stretch, here, varied, solver);
      if (!other) {
        here.exact = here.possible.size() == 1 && completions_for_all_;
        return append(std::move(here));
      }
      if (++cuts_ > kCuts) return append(std::move(here));
      if (stretch.first != *other) search({stretch.first, *other - 1}, varied, solver);
      search({*other, *other}, varied, solver);
      if (stretch.last != *other) search({*other + 1, stretch.last}, varied, solver);
    } catch (const analyse::GaveUp&) {
      append(std::move(here));
    }
  }

  /// A value of the stretch with which something is possible that is not where it was asked; the least, if the stretch has an end below.
  std::optional<std::int64_t> another(const Stretch& stretch, const Interval& here, ground::InputId varied, solve::Solver& solver) const {
    std::optional<std::int64_t> least;
    for (const OutcomeNode& one : outcomes(inquiry_)) {
      if (std::ranges::find(here.possible, one.outcome) != here.possible.end()) continue;
      Stretch searched = stretch;
      if (least) searched.last = *least;
      auto found = value_with(one.node, searched, varied, solver);
      while (found && searched.first && *found > *searched.first) {
        least = found;
        // Nothing lies between the last failure and `first`, so halving ends at the least value.
        const std::int64_t middle = *searched.first + static_cast<std::int64_t>((static_cast<std::uint64_t>(*found) - static_cast<std::uint64_t>(*searched.first)) / 2);
        const auto below = value_with(one.node, {searched.first, middle}, varied, solver);
        if (below) {
          found = below;
        } else {
          searched.first = middle + 1;
        }
      }
      if (found) least = found;
    }
    return least;
  }

  std::optional<std::int64_t> value_with(ground::NodeId node, const Stretch& stretch, ground::InputId varied, solve::Solver& solver) const {
    std::vector<solve::Claim> claims = {solve::node_is(node, true)};
    if (stretch.first) claims.push_back(solve::input_at_least(varied, *stretch.first));
    if (stretch.last && *stretch.last < std::numeric_limits<std::int64_t>::max())
      claims.push_back(solve::input_at_least(varied, *stretch.last + 1, false));
    switch (solver.check(claims)) {
      case solve::Outcome::satisfiable:
        return solver.model()[ground::index(varied)];
      case solve::Outcome::unsatisfiable:
        return std::nullopt;
      case solve::Outcome::unknown:
        break;
    }
    throw analyse::GaveUp{solver.reason()};
  }

  Variation result_;
  analyse::Worlds& worlds_;
  const model::Model& model_;
  model::Question question_;
  analyse::AskOptions options_;
  analyse::Inquiry inquiry_;
  std::size_t cuts_ = 0;
  bool completions_for_all_ = false;  ///< whatever the value, or none
};

}  // namespace

Variation vary(analyse::Worlds& worlds, const model::Question& question, model::ParameterId parameter, const analyse::AskOptions& options) {
  return Varying(worlds, question, parameter, options).run();
}

std::optional<Varied> vary(analyse::Worlds& worlds, const model::Question& question, const std::vector<model::ParameterId>& parameters,
                           const analyse::AskOptions& options, Diagnostics& diagnostics) {
  analyse::AskOptions unsettled = options;
  unsettled.settle = false;
  auto answer = analyse::ask(worlds, question, unsettled, diagnostics);
  if (!answer) return std::nullopt;
  Varied result{std::move(*answer), {}};
  for (model::ParameterId parameter : parameters) result.variations.push_back(vary(worlds, question, parameter, options));
  return result;
}

}  // namespace grotius::explore
