#include "cli/verify/law.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

Interval interval(const syntax::Period& period) {
  Interval result;
  if (period.from) result.from = period.from->date;
  if (period.until) result.until = period.until->date;
  return result;
}

/// Calls `use` with each item of a form and the module in which it stands.
template <class Item, class Use>
void each(const std::vector<Module>& modules, Use use) {
  for (Index i = 0; i < modules.size(); ++i)
    for (const syntax::Item& item : modules[i].file->items)
      if (const auto* found = std::get_if<Item>(&item.node)) use(i, *found);
}

}  // namespace

Law::Law(const Sources& the_sources, const std::vector<syntax::File>& files)
    : sources(the_sources) {
  read_modules(files);
  read_vocabulary();
  read_actions();
  read_norms();
  read_situations();
}

void Law::read_modules(const std::vector<syntax::File>& files) {
  for (const syntax::File& file : files) {
    Module one;
    one.file = &file;
    if (file.module) {
      one.name = file.module->name.text;
      one.in_force = interval(file.module->in_force);
      if (module(one.name))
        throw CannotCheck{"the module `" + std::string(one.name) + "` is declared twice"};
    }
    homes_[file.source] = static_cast<Index>(modules.size());
    modules.push_back(std::move(one));
  }
  const auto all = [&](const std::vector<syntax::Name>& names) {
    std::vector<Index> result;
    for (const syntax::Name& name : names) {
      const auto found = module(name.text);
      if (!found) throw CannotCheck{"there is no module `" + std::string(name.text) + "`"};
      result.push_back(*found);
    }
    return result;
  };
  for (Module& one : modules) {
    one.uses = all(one.file->module ? one.file->module->uses : one.file->uses);
    if (one.file->module) one.includes = all(one.file->module->includes);
  }
  let_see();
}

// A module sees itself and, transitively, what it uses and includes; a file without a module sees
// every module.
void Law::let_see() {
  for (Index i = 0; i < modules.size(); ++i) {
    std::vector<bool> reached(modules.size(), false);
    std::vector<Index> pending = {i};
    while (!pending.empty()) {
      const Index at = pending.back();
      pending.pop_back();
      if (reached[at]) continue;
      reached[at] = true;
      pending.insert(pending.end(), modules[at].uses.begin(), modules[at].uses.end());
      pending.insert(pending.end(), modules[at].includes.begin(), modules[at].includes.end());
    }
    Module& one = modules[i];
    one.sees = one.prefers = reached;
    if (!one.anonymous()) continue;
    for (Index other = 0; other < modules.size(); ++other) {
      if (modules[other].anonymous() || reached[other]) continue;
      one.sees[other] = true;
      one.prefers[other] = one.uses.empty();
    }
  }
}

void Law::read_vocabulary() {
  const auto declared = [&](Space space, Entity kind, Index where, std::string_view name,
                            std::size_t ref) {
    declare(space, kind, where, name, static_cast<Index>(ref));
  };
  each<syntax::Document>(modules, [&](Index where, const syntax::Document& item) {
    declared(Space::document, Entity::document, where, item.name.text, documents.size());
    documents.push_back({where, &item});
  });
  each<syntax::TypeDeclaration>(modules, [&](Index where, const syntax::TypeDeclaration& item) {
    const auto type = static_cast<Index>(types.size());
    declared(Space::vocabulary, Entity::type, where, item.name.text, type);
    types.push_back({where, item.name.text, {}, {}});
    for (const syntax::Name& member : item.individuals) {
      declared(Space::vocabulary, Entity::individual, where, member.text, individuals.size());
      types[type].members.push_back(static_cast<Index>(individuals.size()));
      individuals.push_back({where, {}, member.text, type});
    }
  });
  std::size_t at = 0;
  each<syntax::TypeDeclaration>(modules, [&](Index where, const syntax::TypeDeclaration& item) {
    if (item.supertype) types[at].above = need(Entity::type, *item.supertype, where);
    ++at;
  });
  each<syntax::Individuals>(modules, [&](Index where, const syntax::Individuals& item) {
    for (const syntax::NamedIndividual& one : item.individuals) {
      declared(Space::vocabulary, Entity::individual, where, one.name.text, individuals.size());
      individuals.push_back({where, {}, one.name.text, need(Entity::type, one.type, where)});
    }
  });
  each<syntax::Parameter>(modules, [&](Index where, const syntax::Parameter& item) {
    declared(Space::vocabulary, Entity::parameter, where, item.name.text, parameters.size());
    parameters.push_back(
        {where, &item, kind(item.type), *constant(item.value.front(), nullptr).least});
  });
  each<syntax::Fact>(modules, [&](Index where, const syntax::Fact& item) {
    declared(Space::vocabulary, Entity::fact, where, item.name.text, facts.size());
    Fact fact{where, &item, bound(item.parameters), kind(item.type), {}};
    if (!item.type) fact.presumed = 0;
    if (item.presumed) fact.presumed.reset();
    if (item.presumed && !item.presumed->unknown)
      fact.presumed = constant(item.presumed->value.front(), nullptr).least;
    facts.push_back(std::move(fact));
  });
  each<syntax::Definition>(modules, [&](Index where, const syntax::Definition& item) {
    for (Definition& known : definitions)
      if (known.module == where && known.name == item.name.text) {
        known.alternatives.push_back(&item);
        return;
      }
    declared(Space::vocabulary, Entity::definition, where, item.name.text, definitions.size());
    definitions.push_back(
        {where, item.name.text, {&item}, bound(item.parameters), kind(item.type)});
  });
}

void Law::read_actions() {
  each<syntax::Action>(modules, [&](Index where, const syntax::Action& item) {
    declare(Space::vocabulary, Entity::action, where, item.name.text,
            static_cast<Index>(actions.size()));
    actions.push_back({where, &item, bound(item.roles), {}});
  });
  for (Action& action : actions)
    for (const syntax::Kind& written : action.item->kinds) {
      Way way{need(Entity::action, written.general.action, action.module),
              {},
              written.when.empty() ? nullptr : &written.when.front()};
      for (const syntax::Expression& argument : written.general.arguments) {
        const auto* name = std::get_if<syntax::Application>(&argument.node);
        std::size_t role = 0;
        while (name != nullptr && role < action.roles.size() &&
               action.roles[role].name != name->name.text)
          ++role;
        if (name == nullptr || role == action.roles.size())
          throw CannotCheck{"no role stands at " + sources.at(argument.span)};
        way.roles.push_back(role);
      }
      action.ways.push_back(std::move(way));
    }
}

Pattern Law::pattern(const syntax::Head& head) const {
  const std::optional<Index> from = home(head.action.span.source);
  Pattern result{need(Entity::action, head.action, from), {}};
  const Action& action = actions[result.action];
  if (head.arguments.size() != action.roles.size())
    throw CannotCheck{"an act with the wrong number of roles at " + sources.at(head.span)};
  for (std::size_t i = 0; i < head.arguments.size(); ++i) {
    const syntax::Argument& written = head.arguments[i];
    Place place;
    place.variable = {written.name.text, action.roles[i].type};
    if (written.type) {
      place.variable.type = need(Entity::type, *written.type, from);
    } else if (!written.name.qualifier.empty() || written.name.text != action.roles[i].name) {
      place.individual = need(Entity::individual, written.name, from);
      place.variable.type = individuals[*place.individual].type;
    }
    result.places.push_back(place);
  }
  return result;
}

void Law::read_norms() {
  each<syntax::Attribution>(modules, [&](Index where, const syntax::Attribution& item) {
    attributions.push_back({where, &item, pattern(item.act)});
  });
  each<syntax::Norm>(modules, [&](Index where, const syntax::Norm& item) {
    declare(Space::norm, Entity::norm, where, item.name.text, static_cast<Index>(norms.size()));
    norms.push_back({where, &item, pattern(item.act)});
  });
  for (Index i = 0; i < norms.size(); ++i)
    for (const syntax::Name& name : norms[i].item->overrides)
      priorities.push_back({norms[i].module, i, need(Entity::norm, name, norms[i].module)});
  each<syntax::Priority>(modules, [&](Index where, const syntax::Priority& item) {
    for (std::size_t i = 0; i + 1 < item.norms.size(); ++i)
      priorities.push_back({where, need(Entity::norm, item.norms[i], where),
                            need(Entity::norm, item.norms[i + 1], where)});
  });
  each<syntax::Constraint>(modules, [&](Index where, const syntax::Constraint& item) {
    constraints.push_back({where, &item, bound(item.binders)});
  });
}

void Law::read_situations() {
  each<syntax::Situation>(modules, [&](Index where, const syntax::Situation& item) {
    const auto situation = static_cast<Index>(situations.size());
    declare(Space::situation, Entity::situation, where, item.name.text, situation);
    situations.push_back({where, &item, {}, {}});
    for (const syntax::Individuals& group : item.individuals)
      for (const syntax::NamedIndividual& one : group.individuals) {
        situations[situation].individuals.push_back(static_cast<Index>(individuals.size()));
        individuals.push_back(
            {where, situation, one.name.text, need(Entity::type, one.type, where)});
      }
  });
  for (Situation& situation : situations)
    if (situation.item->extends)
      situation.above = need(Entity::situation, *situation.item->extends, situation.module);
  for (const Situation& situation : situations) {
    std::optional<Index> at = situation.above;
    for (std::size_t steps = 0; at; ++steps, at = situations[*at].above)
      if (steps > situations.size()) throw CannotCheck{"situations extend each other in a circle"};
  }
}

}  // namespace grotius::verify
