#include "tests/properties/reference.hpp"

#include <algorithm>

namespace grotius::properties {
namespace {

std::string answer_of(Status status) {
  switch (status) {
    case Status::obliged:
    case Status::permitted:
      return "yes";
    case Status::forbidden:
      return "no";
    default:
      return to_string(status);
  }
}

// What one completion says.
struct Outcome {
  std::vector<std::size_t> choice;  // which candidate each unknown took
  std::string status, answer, must, can;
};

struct Counts {
  std::size_t applies = 0, stands = 0;
};

Share share(std::size_t part, std::size_t whole) {
  return part == 0 ? Share::none : part == whole ? Share::all : Share::some;
}

// "A set of unknowns settles the question when no two completions agree on it and differ in the
// answer."
bool settles(const std::vector<Outcome>& outcomes, std::size_t subset, std::size_t unknowns) {
  std::map<std::vector<std::size_t>, std::string> seen;
  for (const Outcome& outcome : outcomes) {
    std::vector<std::size_t> part;
    for (std::size_t place = 0; place < unknowns; ++place) {
      if ((subset >> place) & 1) part.push_back(outcome.choice[place]);
    }
    const auto [entry, fresh] = seen.emplace(part, outcome.answer);
    if (!fresh && entry->second != outcome.answer) return false;
  }
  return true;
}

std::set<std::set<std::string>> minimal_settling_sets(const std::vector<Outcome>& outcomes,
                                                      const std::vector<Unknown>& unknowns) {
  std::vector<std::size_t> settling;
  for (std::size_t subset = 0; subset < (std::size_t{1} << unknowns.size()); ++subset) {
    if (settles(outcomes, subset, unknowns.size())) settling.push_back(subset);
  }
  std::set<std::set<std::string>> result;
  for (std::size_t subset : settling) {
    const bool minimal = std::none_of(settling.begin(), settling.end(), [&](std::size_t other) {
      return other != subset && (other & subset) == other;
    });
    if (!minimal) continue;
    std::set<std::string> names;
    for (std::size_t place = 0; place < unknowns.size(); ++place) {
      if ((subset >> place) & 1) names.insert(unknowns[place].name);
    }
    result.insert(names);
  }
  return result;
}

std::string common(const std::vector<Outcome>& outcomes, std::string Outcome::*member,
                   const std::string& otherwise) {
  for (const Outcome& outcome : outcomes) {
    if (outcome.*member != outcomes.front().*member) return otherwise;
  }
  return outcomes.front().*member;
}

Outcome outcome_of(const Question& question, Model& model) {
  Outcome result;
  if (question.expression) {
    Environment environment;
    result.status = result.answer = model.holds(*question.expression, environment) ? "yes" : "no";
    return result;
  }
  const Statuses statuses = model.statuses(question.action, question.arguments);
  result.status = to_string(reported(statuses));
  result.answer = answer_of(reported(statuses));
  result.must = to_string(statuses.must);
  result.can = to_string(statuses.can);
  return result;
}

std::vector<NormFinding> findings(const World& world,
                                  const std::map<std::pair<int, Bindings>, Counts>& counts,
                                  std::size_t completions) {
  std::vector<NormFinding> result;
  for (const auto& [instance, count] : counts) {
    const Norm& norm = world.norms[instance.first];
    NormFinding finding;
    finding.norm =
        norm.module == absent ? norm.name : world.modules[norm.module].name + "." + norm.name;
    for (const auto& [variable, individual] : instance.second) {
      finding.bindings.emplace_back(variable, world.individuals[individual].name);
    }
    std::sort(finding.bindings.begin(), finding.bindings.end());
    finding.applies = share(count.applies, completions);
    finding.stands = share(count.stands, completions);
    result.push_back(finding);
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace

Answer reference_answer(const World& world, const Question& question, bool open) {
  const Asked asked(world, question, open);
  std::vector<Outcome> outcomes;
  std::map<std::pair<int, Bindings>, Counts> counts;
  each_state(asked.situation, [&](const State& state, const std::vector<std::size_t>& choice) {
    Model model(asked, state);
    if (!model.is_completion()) return true;
    Outcome outcome = outcome_of(question, model);
    outcome.choice = choice;
    outcomes.push_back(outcome);
    if (question.expression) return true;
    for (const Instance& instance : model.instances(question.action, question.arguments)) {
      Counts& count = counts[{instance.norm, instance.bindings}];
      ++count.applies;
      if (instance.stands) ++count.stands;
    }
    return true;
  });

  Answer result;
  result.completions = outcomes.size();
  if (outcomes.empty()) return result;
  result.answer = common(outcomes, &Outcome::answer, "depends");
  if (!question.expression) {
    result.status = common(outcomes, &Outcome::status, "");
    result.must = common(outcomes, &Outcome::must, "depends");
    result.can = common(outcomes, &Outcome::can, "depends");
  }
  for (const Outcome& outcome : outcomes) result.possible[outcome.status] = outcome.answer;
  result.settling = minimal_settling_sets(outcomes, asked.situation.unknowns);
  result.norms = findings(world, counts, outcomes.size());
  return result;
}

std::string to_string(Status status) {
  static const char* const names[] = {"contested", "obliged", "forbidden", "permitted", "silent"};
  return names[static_cast<int>(status)];
}

std::string to_string(Must must) {
  static const char* const names[] = {"no", "obliged", "exempt", "contested"};
  return names[static_cast<int>(must)];
}

std::string to_string(Can can) {
  static const char* const names[] = {"no", "empowered", "disabled", "contested"};
  return names[static_cast<int>(can)];
}

}  // namespace grotius::properties
