// Actions, what they are kinds of, attributions and incompatibilities.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/cycles.hpp"
#include "engine/model/heads.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

void resolve_action_heads(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Action>& declared : items.actions) {
    const syntax::Action& item = *declared.item;
    Action action;
    action.module = declared.module;
    action.name = item.name.text;
    action.text = text_of(item.text);
    action.done_presumed_unknown = item.done_presumed_unknown;
    action.span = item.name.span;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    if (!resolver.bind(item.roles, environment, action.roles)) continue;
    set_usable(names, declared.entity, id_of<ActionId>(model.actions.size()));
    model.actions.push_back(std::move(action));
  }
}

namespace {

/// The own role that is written in this place of the general action.
std::optional<std::uint32_t> own_role(Resolver& resolver, const Action& action,
                                      const Action& general, std::size_t place,
                                      const syntax::Expression& written) {
  const auto* name = std::get_if<syntax::Application>(&written.node);
  const auto role =
      std::find_if(action.roles.begin(), action.roles.end(), [&](const Variable& own) {
        return name && !name->parenthesised && name->name.qualifier.empty() &&
               own.name == name->name.text;
      });
  if (role == action.roles.end()) {
    std::vector<std::string_view> near;
    for (const Variable& own : action.roles) near.push_back(own.name);
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::bad_kind, written.span,
        resolver.excerpt(written.span) + " is no role of " + quoted(action.name));
    if (name) diagnostic.help = resolver.suggest(name->name.text, near);
    if (diagnostic.help.empty()) {
      diagnostic.help = "every role of the general action is filled with one of " +
                        quoted(action.name) + "'s own";
    }
    diagnostic.related.push_back({action.span, "declared here"});
    return std::nullopt;
  }
  const TypeId wanted = general.roles[place].type;
  if (!resolver.fits(role->type, wanted)) {
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::bad_kind, written.span,
        quoted(role->name) + " is of type " + quoted(type_name(resolver.model, role->type)) +
            ", but the role " + quoted(general.roles[place].name) + " of " + quoted(general.name) +
            " takes " + quoted(type_name(resolver.model, wanted)));
    diagnostic.help = "fill it with a role of the same or a narrower type";
    diagnostic.related.push_back({general.span, "declared here"});
    return std::nullopt;
  }
  return role->slot;
}

std::optional<Kind> resolve_kind(Resolver& resolver, const Action& action,
                                 const syntax::Kind& written, Environment& environment) {
  Kind kind;
  kind.span = written.general.span;
  kind.when = truth(true);
  bool good = true;
  if (!written.when.empty()) {
    std::optional<Expr> when = resolver.condition(written.when.front(), environment);
    good = when.has_value();
    if (when) kind.when = std::move(*when);
  }
  const std::optional<ActionId> general =
      resolver.action(environment.scope, written.general.action);
  if (!general) return std::nullopt;
  kind.general = *general;
  const Action& above = resolver.model[*general];
  if (written.general.arguments.size() != above.roles.size()) {
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::wrong_arity, written.general.span,
        quoted(above.name) + " has " + std::to_string(above.roles.size()) + " roles, and " +
            std::to_string(written.general.arguments.size()) +
            (written.general.arguments.size() == 1 ? " is filled" : " are filled"));
    diagnostic.help =
        "fill every role of the general action with one of " + quoted(action.name) + "'s own";
    diagnostic.related.push_back({above.span, "declared here"});
    return std::nullopt;
  }
  for (std::size_t i = 0; i < above.roles.size(); ++i) {
    const auto role = own_role(resolver, action, above, i, written.general.arguments[i]);
    good = good && role;
    if (good) kind.roles.push_back(*role);
  }
  return good ? std::optional(std::move(kind)) : std::nullopt;
}

/// Reports actions that are kinds of themselves, and cuts the cycle.
void cut_kind_cycles(Model& model, Diagnostics& diagnostics) {
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i < model.actions.size(); ++i) {
    for (const Kind& kind : model.actions[i].kinds) {
      arcs.push_back({i, static_cast<std::uint32_t>(index(kind.general))});
    }
  }
  const Digraph graph(model.actions.size(), std::move(arcs));
  const Components components = strongly_connected(graph);
  for (const std::vector<std::uint32_t>& cycle : cycles(graph, components)) {
    std::string text = quoted(model.actions[cycle.front()].name);
    for (std::size_t i = 1; i <= cycle.size(); ++i) {
      text += " is " + quoted(model.actions[cycle[i % cycle.size()]].name);
      if (i < cycle.size()) text += ", which";
    }
    Diagnostic& diagnostic = diagnostics.error(codes::kind_cycle, model.actions[cycle.front()].span,
                                               "actions that are kinds of each other: " + text);
    diagnostic.help =
        "leave out one `is`: the special act is the general one, and never the reverse";
    for (std::size_t i = 1; i < cycle.size(); ++i) {
      diagnostic.related.push_back({model.actions[cycle[i]].span, "part of the cycle"});
    }
  }
  for (std::size_t i = 0; i < model.actions.size(); ++i) {
    std::erase_if(model.actions[i].kinds, [&](const Kind& kind) {
      return components.of[index(kind.general)] == components.of[i];
    });
  }
}

}  // namespace

void resolve_kinds(Model& model, const Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Action>& declared : items.actions) {
    const syntax::Action& item = *declared.item;
    if (!names[declared.entity].usable || item.kinds.empty()) continue;
    Action& action = model.actions[names[declared.entity].ref];
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    for (std::size_t i = 0; i < action.roles.size(); ++i) {
      environment.variables.push_back({action.roles[i].name, action.roles[i].type,
                                       action.roles[i].slot, item.roles[i].name.span});
    }
    environment.next_slot = static_cast<std::uint32_t>(action.roles.size());
    for (const syntax::Kind& written : item.kinds) {
      std::optional<Kind> kind = resolve_kind(resolver, action, written, environment);
      if (kind) action.kinds.push_back(std::move(*kind));
    }
  }
  cut_kind_cycles(model, resolver.diagnostics);
}

void resolve_attributions(Model& model, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Attribution>& declared : items.attributions) {
    const syntax::Attribution& item = *declared.item;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    std::vector<Citation> sources = resolver.citations(item.sources, environment.scope);
    std::optional<ActPattern> act = resolver.head(item.act, environment);
    std::optional<Expr> when = resolver.condition(item.when.front(), environment);
    if (!act || !when) continue;
    model.attributions.push_back({declared.module, text_of(item.title), std::move(sources),
                                  std::move(*act), std::move(*when), declared.span});
  }
}

}  // namespace grotius::model
