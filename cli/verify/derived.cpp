#include "cli/verify/derived.hpp"

namespace grotius::verify {

Truth holds(const World& world, const syntax::Definition& alternative, const Tuple& arguments,
            Grounds& grounds) {
  Evaluator evaluator(world.scene, grounds);
  const Environment environment =
      world.environment(world.law.bound(alternative.parameters), arguments);
  const Truth when = evaluator.condition(alternative.body.front(), environment);
  const Truth unless = alternative.unless.empty()
                           ? Truth(false)
                           : evaluator.condition(alternative.unless.front(), environment);
  return both(when, negated(unless));
}

std::optional<Value> by_definition(const World& world, Index id, const Tuple& arguments,
                                   Grounds& grounds) {
  const Definition& definition = world.law.definitions[id];
  if (definition.kind.sort != Sort::truth) {
    const syntax::Definition& item = *definition.alternatives.front();
    Evaluator evaluator(world.scene, grounds);
    return evaluator.operand(item.body.front(),
                             world.environment(world.law.bound(item.parameters), arguments));
  }
  Truth none = true;
  for (const syntax::Definition* alternative : definition.alternatives)
    none = both(none, negated(holds(world, *alternative, arguments, grounds)));
  return value_of(negated(none));
}

Truth by_ways(const World& world, const Act& act, Grounds& grounds) {
  const Law& law = world.law;
  Evaluator evaluator(world.scene, grounds);
  Truth none = negated(truth_of(grounds.atom({true, act.action, act.arguments})));
  for (Index id : world.asked.attributions) {
    const Attribution& attribution = law.attributions[id];
    if (attribution.act.action != act.action || !fits(law, attribution.act, act.arguments))
      continue;
    none =
        both(none, negated(evaluator.condition(attribution.item->when.front(),
                                               world.environment(attribution.act, act.arguments))));
  }
  for (Index special = 0; special < law.actions.size(); ++special)
    for (const Way& way : law.actions[special].ways) {
      if (way.general != act.action) continue;
      const std::vector<Variable>& roles = law.actions[special].roles;
      std::vector<std::vector<Index>> choices = world.members(roles);
      for (std::size_t i = 0; i < way.roles.size(); ++i)
        std::erase_if(choices[way.roles[i]], [&](Index one) { return one != act.arguments[i]; });
      Tuple tuple;
      each_tuple(choices, tuple, [&](const Tuple& arguments) {
        const Truth deed = grounds.done({special, arguments});
        const Truth when =
            way.when == nullptr
                ? Truth(true)
                : evaluator.condition(*way.when, world.environment(roles, arguments));
        none = both(none, negated(both(deed, when)));
        return true;
      });
    }
  return negated(none);
}

}  // namespace grotius::verify
