#include "tests/properties/statistics.hpp"

#include <algorithm>
#include <set>

#include "tests/properties/dependencies.hpp"
#include "tests/properties/generate.hpp"
#include "tests/properties/reference.hpp"
#include "tests/properties/world_queries.hpp"

namespace grotius::properties {
namespace {

// The features of one world, each with whether it occurs.
using Features = std::map<std::string, bool>;

void note_expressions(const World& world, Features& features) {
  static const std::pair<Op, const char*> operators[] = {{Op::parameter, "a parameter"},
                                                         {Op::today, "today"},
                                                         {Op::negation, "not"},
                                                         {Op::implication, "implies"},
                                                         {Op::member, "in a set"},
                                                         {Op::is_type, "is a type"},
                                                         {Op::times, "product"},
                                                         {Op::plus, "addition"},
                                                         {Op::minus, "difference"},
                                                         {Op::some, "some"},
                                                         {Op::no, "no"},
                                                         {Op::every, "every"},
                                                         {Op::count, "count"},
                                                         {Op::sum, "sum"}};
  for (const auto& [op, name] : operators) features[std::string("expression: ") + name];
  static const char* const deontics[] = {"permitted", "forbidden", "obliged",   "exempted",
                                         "empowered", "disabled",  "contested", "silent",
                                         "done",      "fulfilled", "breached",  "valid"};
  for (const char* name : deontics) features[std::string("operator: ") + name];
  features["operator: under another module"];
  for (const Expression* expression : expressions_of(world)) {
    each_subexpression(*expression, [&](const Expression& part) {
      for (const auto& [op, name] : operators) {
        if (part.op == op) features[std::string("expression: ") + name] = true;
      }
      if (part.op != Op::deontic) return;
      features[std::string("operator: ") + deontics[static_cast<int>(part.deontic)]] = true;
      if (part.under != absent) features["operator: under another module"] = true;
    });
  }
}

void note_structure(const World& world, Features& features) {
  const Dependencies dependencies(world);
  bool& recursion = features["recursion of definitions"];
  bool& deeds = features["recursion of deeds"];
  for (int node = 0; node < dependencies.size(); ++node) {
    if (!dependencies.is_recursive(node)) continue;
    (dependencies.is_definition(node) ? recursion : deeds) = true;
  }
  const auto has = [&](const char* name, const auto& items, auto predicate) {
    features[name] |= std::any_of(items.begin(), items.end(), predicate);
  };
  has("several modules", world.modules, [](const Module& it) { return !it.uses.empty(); });
  has("module includes", world.modules, [](const Module& it) { return !it.includes.empty(); });
  has("subtype", world.types, [](const Type& it) { return it.supertype != absent; });
  has("constraint", world.constraints, [](const Constraint&) { return true; });
  has("incompatibility", world.incompatibilities, [](const Incompatibility&) { return true; });
  has("value definition", world.definitions, [](const Definition& it) { return !!it.value; });
  has("deed presumed unknown", world.actions, [](auto& it) { return it.done_presumed_unknown; });
  has("norm without a module", world.norms, [](const Norm& it) { return it.module == absent; });
  for (const Norm& norm : world.norms) {
    has("constant in a norm", norm.arguments,
        [](auto& it) { return it.form == Argument::Form::constant; });
    has("variable in a norm", norm.arguments,
        [](auto& it) { return it.form == Argument::Form::variable; });
  }
  for (const Situation& situation : world.situations) {
    features["situation extends another"] |= situation.extends != absent;
    has("dated line", situation.lines, [](auto& it) { return it.interval.from.has_value(); });
    for (const Line& line : situation.lines) {
      has("sources disagree", line.entries, [](auto& it) { return it.values.size() > 1; });
      has("not done", line.entries, [](auto& it) { return it.deed && it.negated; });
      for (const LineEntry& entry : line.entries) {
        has("every in a line", entry.arguments,
            [](auto& it) { return it.form == LineArgument::Form::every; });
      }
    }
  }
}

void note_instances(const World& world, const Asked& asked, const std::vector<Instance>& instances,
                    Features& features) {
  const NormSet& set = asked.norm_sets.at(asked.under);
  for (const Instance& instance : instances) {
    const Norm& norm = world.norms[instance.norm];
    features["defeat"] |= !instance.stands;
    features["default speaks"] |= instance.stands && norm.by_default;
    features["default gives way"] |= !instance.stands && norm.by_default;
    for (const Instance& other : instances) {
      features["reinstatement"] |= instance.stands && !other.stands &&
                                   set.superior.contains({other.norm, instance.norm}) &&
                                   opposed(norm.modality, world.norms[other.norm].modality);
    }
  }
}

// What shows in the first completion.
void note_model(const World& world, const Question& question, Features& features) {
  const Asked asked(world, question);
  features["question without a date"] |= !asked.situation.date;
  features["question under two modules"] |= asked.under.size() > 1;
  features["as held by somebody"] |= question.held_by != absent && !asked.under.empty();
  features["as held by somebody who accepts nothing"] |=
      question.held_by != absent && asked.under.empty();
  features["question with a parameter"] |= !question.with.empty();
  std::size_t states = 0, completions = 0;
  each_state(asked.situation, [&](const State& state, const std::vector<std::size_t>&) {
    Model model(asked, state);
    ++states;
    if (!model.is_completion()) return true;
    if (++completions > 1) return true;
    for (int action = 0; action < static_cast<int>(world.actions.size()); ++action) {
      for (const auto& [tuple, done] : state.deeds[action]) {
        const bool derived = !done && model.done(action, tuple);
        features["done by a kind or attribution"] |= derived;
        features["done by attribution"] |= derived && kinds(world, action).size() == 1;
      }
    }
    if (question.expression) return true;
    note_instances(world, asked, model.instances(question.action, question.arguments), features);
    for (const IsLink& link : world.actions[question.action].is) {
      features["act is another on a condition"] |= link.when.has_value();
    }
    return true;
  });
  features["constraints exclude something"] |= completions < states;
  features["partial"] |= states > 1;
  for (const Unknown& unknown : asked.situation.unknowns) {
    if (unknown.what != Unknown::What::fact) continue;
    const Fact& fact = world.facts[unknown.index];
    features["unknown without bounds"] |=
        fact.only_compared_with_constants && unknown.candidates.size() > 2;
  }
}

// Superiority of the set itself, beyond what is stated and by default.
void note_superiority(const World& world, const Question& question, Features& features) {
  World plain = world;
  for (Module& module : plain.modules) module.resolve_by.clear();
  const NormPairs with = norm_set(world, asked_modules(world, question)).superior;
  const NormPairs without = norm_set(plain, asked_modules(world, question)).superior;
  for (const auto& pair : with) features["criterion decides"] |= !without.contains(pair);
  for (const auto& pair : without) features["void priority"] |= !with.contains(pair);
}

void note_answer(const Question& question, const Answer& answer, Features& features) {
  features[question.expression ? "question about an expression" : "question about an act"] = true;
  features["depends"] |= answer.answer == "depends";
  if (question.expression) return;
  for (const char* value : {"contested", "obliged", "forbidden", "permitted", "silent"}) {
    features[std::string("status: ") + value] |= answer.possible.contains(value);
  }
  for (const char* value : {"contested", "obliged", "exempt", "no", "depends"}) {
    features[std::string("must: ") + value] |= answer.must == value;
  }
  for (const char* value : {"contested", "empowered", "disabled", "no", "depends"}) {
    features[std::string("can: ") + value] |= answer.can == value;
  }
  for (const auto& set : answer.settling) features["settled by several"] |= set.size() > 1;
}

}  // namespace

Statistics count_features(std::uint64_t first_seed, std::size_t worlds) {
  Statistics result;
  result.worlds = worlds;
  for (std::uint64_t seed = first_seed; seed < first_seed + worlds; ++seed) {
    const World world = generate(seed);
    Features features;
    note_expressions(world, features);
    note_structure(world, features);
    for (const Question& question : world.questions) {
      note_model(world, question, features);
      note_superiority(world, question, features);
      const Answer answer = reference_answer(world, question);
      note_answer(question, answer, features);
      ++result.answers[answer.answer];
    }
    for (const auto& [feature, occurs] : features) result.worlds_with[feature] += occurs ? 1 : 0;
  }
  return result;
}

std::string to_string(const Statistics& statistics) {
  std::string result = std::to_string(statistics.worlds) + " worlds\n";
  for (const auto& [feature, count] : statistics.worlds_with) {
    const double share =
        100.0 * static_cast<double>(count) / static_cast<double>(statistics.worlds);
    result += "  " + feature + ": " + std::to_string(share).substr(0, 4) + " %\n";
  }
  for (const auto& [answer, count] : statistics.answers) {
    result += "  answered " + answer + ": " + std::to_string(count) + "\n";
  }
  return result;
}

}  // namespace grotius::properties
