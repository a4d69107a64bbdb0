#include "cli/why_claims.hpp"

#include <algorithm>
#include <unordered_map>

namespace grotius::cli {

using explain::Step;
using explain::StepId;
using model::IndividualId;

namespace {

using Key = std::vector<std::int64_t>;

struct Hash {
  std::size_t operator()(const Key& key) const {
    std::size_t hash = 0x9e3779b97f4a7c15U;
    for (std::int64_t value : key) hash = (hash ^ static_cast<std::size_t>(value)) * 0x100000001b3U;
    return hash;
  }
};

/// All that a claim is but what it rests on. `name` says who an individual is.
template <class Name>
void describe(Key& key, const Step& step, Name name) {
  const auto people = [&](const std::vector<IndividualId>& all) {
    key.push_back(static_cast<std::int64_t>(all.size()));
    for (IndividualId one : all) key.push_back(name(one));
  };
  const auto act = [&](const std::optional<model::Act>& one) {
    key.push_back(one ? static_cast<std::int64_t>(model::index(one->action)) : -1);
    if (one) people(one->arguments);
  };
  const auto bound = [&](const std::optional<std::int64_t>& value) {
    key.push_back(value ? 1 : 0);
    key.push_back(value.value_or(0));
  };
  key.push_back(static_cast<std::int64_t>(step.rule));
  const bool individual = step.sort.kind == model::Sort::Kind::individual;
  key.push_back(individual ? name(model::id_of<IndividualId>(static_cast<std::size_t>(step.value)))
                           : step.value);
  key.push_back(step.range ? 1 : 0);
  if (step.range) {
    bound(step.range->least);
    bound(step.range->greatest);
  }
  key.push_back(step.ref);
  key.push_back(step.deed ? 1 : 0);
  key.push_back(static_cast<std::int64_t>(step.set));
  key.push_back(step.alternative ? static_cast<std::int64_t>(*step.alternative) : -1);
  key.push_back(step.ground ? static_cast<std::int64_t>(*step.ground) : -1);
  key.push_back(reinterpret_cast<std::intptr_t>(step.expr));
  // Of an expression, only its free variables count.
  if (step.rule != explain::Rule::expression) people(step.arguments);
  act(step.act);
  act(step.as);
  for (const explain::Named& one : step.environment) key.push_back(name(one.individual));
  if (step.answers)
    for (std::string_view word : {step.answers->may, step.answers->must, step.answers->can})
      key.push_back(word.empty() ? 0 : static_cast<std::int64_t>(word.size() * 256) + word.front());
  for (const auto& open : step.undecided) {
    key.push_back(static_cast<std::int64_t>(model::index(open.norm)));
    people(open.bindings);
  }
  for (const model::Atom& one : step.together) {
    key.push_back(one.ref);
    people(one.arguments);
  }
}

/// Where a given claim comes from: of one line for many individuals, the same for each.
void describe_line(Key& key, const Step& step) {
  key.push_back(step.entry == nullptr ? -1 : step.entry->span.begin);
  key.push_back(step.entry == nullptr ? -1 : static_cast<std::int64_t>(step.entry->span.source));
}

}  // namespace

Claims::Claims(const explain::Explanation& explanation) {
  std::unordered_map<Key, StepId, Hash> known;
  if (!explanation.cases.empty()) {
    known.reserve(explanation.cases[0].derivation.steps.size());
    all_.steps.reserve(explanation.cases[0].derivation.steps.size());
  }
  for (const explain::Case& one : explanation.cases) {
    std::vector<StepId> place(one.derivation.steps.size());
    for (std::size_t i = 0; i < one.derivation.steps.size(); ++i) {
      const Step& step = one.derivation.steps[i];
      Key key;
      describe(key, step,
               [](IndividualId id) { return static_cast<std::int64_t>(model::index(id)); });
      describe_line(key, step);
      // Steps rest on earlier ones, but for the members of a fixed point that fail together.
      const bool earlier = std::ranges::all_of(step.uses, [&](StepId use) { return use < i; });
      for (StepId use : step.uses)
        key.push_back(earlier ? place[use] : static_cast<std::int64_t>(use));
      if (!earlier) key.push_back(static_cast<std::int64_t>(&one - explanation.cases.data()));
      const auto [entry, fresh] =
          known.emplace(std::move(key), static_cast<StepId>(all_.steps.size()));
      place[i] = entry->second;
      if (fresh) all_.steps.push_back(step);
    }
    for (std::size_t i = 0; i < one.derivation.steps.size(); ++i) {
      Step& merged = all_.steps[place[i]];
      const Step& step = one.derivation.steps[i];
      for (std::size_t k = 0; k < step.uses.size(); ++k) merged.uses[k] = place[step.uses[k]];
    }
    roots_.push_back(place[one.derivation.root]);
  }
}

bool speaks_of(const Step& step, IndividualId who) {
  const auto among = [&](const std::vector<IndividualId>& all) {
    return std::ranges::find(all, who) != all.end();
  };
  const bool is_value = step.sort.kind == model::Sort::Kind::individual &&
                        step.rule != explain::Rule::parameter &&
                        static_cast<std::size_t>(step.value) == model::index(who);
  const bool of_expression = step.rule == explain::Rule::expression;
  return is_value || (!of_expression && among(step.arguments)) ||
         (step.act && among(step.act->arguments)) || (step.as && among(step.as->arguments)) ||
         std::ranges::any_of(step.environment,
                             [&](const explain::Named& one) { return one.individual == who; }) ||
         std::ranges::any_of(step.together,
                             [&](const model::Atom& atom) { return among(atom.arguments); });
}

std::size_t Shapes::of(StepId id, const Exchange& exchange) {
  std::map<StepId, std::size_t> known;
  return shape(id, exchange, known);
}

/// Lines of one source and period say the same of different individuals.
std::size_t Shapes::line_of(const Step& step) {
  std::string line;
  if (step.entry != nullptr) {
    for (const auto& source : step.entry->sources) line += model_.cite(source) + '\n';
    const Interval& period = step.entry->period;
    line += (period.from ? to_string(*period.from) : "") + '/' +
            (period.until ? to_string(*period.until) : "");
  }
  return lines_.emplace(std::move(line), lines_.size()).first->second;
}

std::size_t Shapes::shape(StepId id, const Exchange& exchange,
                          std::map<StepId, std::size_t>& known) {
  if (const auto before = known.find(id); before != known.end()) return before->second;
  const Step& step = derivation_.steps[id];
  Key key;
  if (std::ranges::none_of(exchange, [&](const auto& one) { return speaks_of(step, one.first); })) {
    key = {-1, id};
  } else {
    known[id] = 0;  // a claim that is reached from itself, in a fixed point
    describe(key, step, [&](IndividualId one) {
      const auto place =
          std::ranges::find(exchange, one, [](const auto& pair) { return pair.first; });
      return place == exchange.end() ? static_cast<std::int64_t>(model::index(one)) : place->second;
    });
    key.push_back(static_cast<std::int64_t>(line_of(step)));
    for (StepId use : step.uses)
      key.push_back(static_cast<std::int64_t>(shape(use, exchange, known)));
  }
  return known[id] = shapes_.emplace(std::move(key), shapes_.size() + 1).first->second;
}

}  // namespace grotius::cli
