#include "cli/verify/world.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

World::World(const Law& the_law, const Spots& the_spots, Question the_question, bool open)
    : law(the_law),
      spots(the_spots),
      question(std::move(the_question)),
      scene(law, question.situation, question.date, open),
      asked(norm_set(law, question.under, question.asking)) {}

const RankedSet& World::set(const std::vector<Index>& modules) const {
  if (modules != asked.asked && modules.size() != 1)
    throw DoesNotFollow{"it speaks of norms that the question does not ask about"};
  std::unique_ptr<RankedSet>& known = sets_[modules];
  if (!known) known = std::make_unique<RankedSet>(law, norm_set(law, modules, question.asking));
  return *known;
}

std::optional<Value> World::parameter(Index parameter) const {
  const Parameter& declared = law.parameters[parameter];
  const auto set = question.with.find(parameter);
  if (set == question.with.end()) return Value::exactly(declared.kind.sort, declared.value);
  return set->second ? std::optional(Value::exactly(declared.kind.sort, *set->second))
                     : std::nullopt;
}

bool World::in_force(const Norm& norm) const {
  Interval own;
  if (norm.item->in_force.from) own.from = norm.item->in_force.from->date;
  if (norm.item->in_force.until) own.until = norm.item->in_force.until->date;
  return scene.holds(own) && scene.holds(law.modules[norm.module].in_force);
}

Environment World::environment(const Pattern& pattern, const Tuple& arguments) const {
  Environment result;
  for (std::size_t i = 0; i < arguments.size(); ++i)
    if (!pattern.places[i].individual)
      result.emplace_back(pattern.places[i].variable.name, arguments[i]);
  return result;
}

Environment World::environment(const std::vector<Variable>& variables,
                               const Tuple& arguments) const {
  Environment result;
  for (std::size_t i = 0; i < arguments.size(); ++i)
    result.emplace_back(variables[i].name, arguments[i]);
  return result;
}

std::vector<std::vector<Index>> World::members(const std::vector<Variable>& variables) const {
  std::vector<std::vector<Index>> result;
  for (const Variable& variable : variables) result.push_back(scene.of(variable.type));
  return result;
}

std::string World::text(const Act& act) const {
  const Action& action = law.actions[act.action];
  return scene.call(law.name_of(action.module, action.item->name.text), act.arguments);
}

namespace {

struct Call {
  std::string name;
  Tuple arguments;
};

Call read_call(const World& world, const std::string& text) {
  const std::size_t open = text.find('(');
  if (open == std::string::npos || text.back() != ')')
    throw DoesNotFollow{"`" + text + "` is not of the form name(x, y)"};
  Call call{text.substr(0, open), {}};
  const std::string inside = text.substr(open + 1, text.size() - open - 2);
  for (std::size_t begin = 0; !inside.empty() && begin <= inside.size();) {
    std::size_t end = inside.find(", ", begin);
    if (end == std::string::npos) end = inside.size();
    call.arguments.push_back(world.scene.individual(inside.substr(begin, end - begin)));
    begin = end + 2;
  }
  return call;
}

void check(const World& world, const std::vector<Variable>& variables, const Call& call,
           const std::string& text) {
  bool good = variables.size() == call.arguments.size();
  for (std::size_t i = 0; good && i < variables.size(); ++i)
    good = world.law.is_below(world.law.individuals[call.arguments[i]].type, variables[i].type);
  if (!good)
    throw DoesNotFollow{"`" + text + "` does not fit the declaration of `" + call.name + "`"};
}

}  // namespace

Act read_act(const World& world, const std::string& text) {
  Call call = read_call(world, text);
  const Index action = world.law.qualified(Entity::action, call.name, world.question.asking);
  check(world, world.law.actions[action].roles, call, text);
  return {action, std::move(call.arguments)};
}

Atom read_atom(const World& world, const std::string& text) {
  if (text.starts_with("done ")) {
    Act act = read_act(world, text.substr(5));
    return {true, act.action, std::move(act.arguments)};
  }
  Call call = read_call(world, text);
  const Index fact = world.law.qualified(Entity::fact, call.name, world.question.asking);
  check(world, world.law.facts[fact].parameters, call, text);
  return {false, fact, std::move(call.arguments)};
}

std::pair<Index, Tuple> read_definition(const World& world, const std::string& text) {
  Call call = read_call(world, text);
  const Index definition =
      world.law.qualified(Entity::definition, call.name, world.question.asking);
  check(world, world.law.definitions[definition].parameters, call, text);
  return {definition, std::move(call.arguments)};
}

}  // namespace grotius::verify
