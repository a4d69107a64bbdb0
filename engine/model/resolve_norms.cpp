// Norms, and the pairs of which one outranks the other by statement.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

std::optional<Norm> resolve_norm(Resolver& resolver, const Declared<syntax::Norm>& declared) {
  const syntax::Norm& item = *declared.item;
  Environment environment{{declared.module, nullptr}, {}, 0, {}};
  Norm norm;
  norm.module = declared.module;
  norm.name = item.name.text;
  norm.title = text_of(item.title);
  norm.sources = resolver.citations(item.sources, environment.scope);
  norm.in_force = resolver.interval(item.in_force);
  norm.by_default = item.by_default;
  norm.modality = item.modality;
  norm.span = declared.span;
  norm.name_span = item.name.span;
  norm.act_span = item.act.span;

  std::optional<ActPattern> act = resolver.head(item.act, environment);
  bool good = act.has_value();
  if (act) norm.act = std::move(*act);
  norm.when = truth(true);
  if (!item.when.empty()) {
    std::optional<Expr> when = resolver.condition(item.when.front(), environment);
    good = good && when;
    if (when) norm.when = std::move(*when);
  }
  if (!item.unless.empty()) {
    norm.unless = resolver.condition(item.unless.front(), environment);
    good = good && norm.unless;
  }
  return good ? std::optional(std::move(norm)) : std::nullopt;
}

void state(Model& model, Resolver& resolver, ModuleId module, NormId superior, NormId inferior,
           Span span) {
  if (superior == inferior) {
    resolver.diagnostics
        .error(codes::outranks_itself, span,
               quoted(model[superior].name) + " cannot outrank itself")
        .help = "name another norm, or leave it out";
    return;
  }
  model.priorities.push_back({module, superior, inferior, span});
}

}  // namespace

void resolve_norms(Model& model, Names& names, Resolver& resolver, const Items& items) {
  model.norms.reserve(items.norms.size());
  for (const Declared<syntax::Norm>& declared : items.norms) {
    std::optional<Norm> norm = resolve_norm(resolver, declared);
    if (!norm) continue;
    set_usable(names, declared.entity, id_of<NormId>(model.norms.size()));
    model.norms.push_back(std::move(*norm));
  }
}

void resolve_priorities(Model& model, const Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Norm>& declared : items.norms) {
    const Scope scope{declared.module, nullptr};
    const Entity& superior = names[declared.entity];
    for (const syntax::Name& name : declared.item->overrides) {
      const std::optional<NormId> inferior = resolver.norm(scope, name);
      if (!inferior || !superior.usable) continue;
      state(model, resolver, declared.module, id_of<NormId>(superior.ref), *inferior, name.span);
    }
  }
  for (const Declared<syntax::Priority>& declared : items.priorities) {
    const Scope scope{declared.module, nullptr};
    std::optional<NormId> superior;
    bool first = true;
    for (const syntax::Name& name : declared.item->norms) {
      const std::optional<NormId> norm = resolver.norm(scope, name);
      if (!first && superior && norm)
        state(model, resolver, declared.module, *superior, *norm, name.span);
      superior = norm;
      first = false;
    }
  }
}

}  // namespace grotius::model
