// Names: what a name means where it stands, and what to say when it means nothing, too much, or
// something else.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/resolver.hpp"

namespace grotius::model {

namespace {

std::string_view plain(NameSpace space, std::optional<EntityKind> wanted) {
  if (wanted) return with_article(*wanted);
  switch (space) {
    case NameSpace::document:
      return with_article(EntityKind::document);
    case NameSpace::norm:
      return with_article(EntityKind::norm);
    case NameSpace::thesis:
      return with_article(EntityKind::thesis);
    case NameSpace::constraint:
      return with_article(EntityKind::constraint);
    case NameSpace::situation:
      return with_article(EntityKind::situation);
    case NameSpace::vocabulary:
      break;
  }
  return "a name";
}

bool sees(const Names& names, const Scope& scope, NameSpace space, ModuleId module) {
  return !scope.home || space == NameSpace::situation || names.sees(*scope.home, module);
}

std::string listed(const std::vector<std::string>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
    text += choices[i];
  }
  return text;
}

}  // namespace

std::vector<const Entity*> Resolver::visible(const Scope& scope, NameSpace space,
                                             const syntax::Name& name) const {
  std::vector<const Entity*> found;
  if (!name.qualifier.empty()) {
    const std::optional<ModuleId> module = names.module(name.qualifier);
    if (!module || !sees(names, scope, space, *module)) return found;
    if (const auto entity = names.declared_in(*module, space, name.text)) {
      found.push_back(&names[*entity]);
    }
    return found;
  }
  for (const EntityIndex at : names.all(space, name.text)) {
    const Entity& entity = names[at];
    if (!sees(names, scope, space, entity.module)) continue;
    // A file without a module cannot be qualified, so its own come first. (A clash with a module is
    // reported where it declares them, except for situations, which may well have one name in two
    // files.)
    const bool own = scope.home && entity.module == *scope.home;
    if (own && (space == NameSpace::situation || model[entity.module].anonymous)) return {&entity};
    found.push_back(&entity);
  }
  if (found.size() > 1 && scope.home) {
    const auto preferred = [&](const Entity* entity) {
      return names.prefers(*scope.home, entity->module);
    };
    if (std::any_of(found.begin(), found.end(), preferred)) {
      std::erase_if(found, [&](const Entity* entity) { return !preferred(entity); });
    }
  }
  return found;
}

const Entity* Resolver::only(const Scope& scope, NameSpace space, const syntax::Name& name) const {
  if (!name.qualifier.empty()) return nullptr;
  const std::vector<EntityIndex>& all = names.all(space, name.text);
  if (all.size() != 1 || !sees(names, scope, space, names[all.front()].module)) return nullptr;
  if (scope.local && space == NameSpace::vocabulary && scope.local->contains(name.text))
    return nullptr;
  return &names[all.front()];
}

std::optional<Entity> Resolver::find(const Scope& scope, NameSpace space, const syntax::Name& name,
                                     std::optional<EntityKind> wanted) {
  std::optional<Entity> entity = declaration(scope, space, name, wanted);
  return entity && entity->usable ? entity : std::nullopt;
}

std::optional<Entity> Resolver::declaration(const Scope& scope, NameSpace space,
                                            const syntax::Name& name,
                                            std::optional<EntityKind> wanted) {
  if (const Entity* entity = only(scope, space, name)) return *entity;
  if (scope.local && space == NameSpace::vocabulary && name.qualifier.empty()) {
    if (const auto local = scope.local->find(name.text); local != scope.local->end()) {
      if (!local->second) return std::nullopt;
      const Individual& individual = model[*local->second];
      return Entity{EntityKind::individual,
                    individual.module,
                    individual.name,
                    individual.span,
                    static_cast<std::uint32_t>(index(*local->second)),
                    true};
    }
  }
  const std::vector<const Entity*> found = visible(scope, space, name);
  if (found.empty()) {
    report_unknown(scope, space, name, wanted);
    return std::nullopt;
  }
  if (found.size() > 1) {
    std::vector<std::string> choices;
    for (const Entity* entity : found) {
      if (model[entity->module].anonymous) continue;
      choices.push_back(quoted(model.qualified(entity->module, entity->name)));
    }
    std::sort(choices.begin(), choices.end());
    Diagnostic& diagnostic =
        diagnostics.error(codes::ambiguous_name, name.span,
                          quoted(name.text) + " is declared in several places that are seen here");
    diagnostic.help = choices.empty() ? "give one of them another name"
                                      : "say which is meant: " + listed(choices);
    for (const Entity* entity : found) {
      diagnostic.related.push_back({entity->span, "declared here"});
    }
    return std::nullopt;
  }
  return *found.front();
}

void Resolver::report_unknown(const Scope& scope, NameSpace space, const syntax::Name& name,
                              std::optional<EntityKind> wanted) {
  if (!name.qualifier.empty()) {
    const std::optional<ModuleId> qualifier =
        module(scope, {{},
                       name.qualifier,
                       {name.span.source, name.span.begin,
                        name.span.begin + static_cast<std::uint32_t>(name.qualifier.size())}});
    if (!qualifier || names.maybe_unparsed(qualifier, name.text)) return;
    std::vector<std::string_view> near;
    for (const std::string_view candidate : candidates({qualifier, nullptr}, space, wanted)) {
      if (names.declared_in(*qualifier, space, candidate)) near.push_back(candidate);
    }
    const std::string help = suggest(name.text, near);
    diagnostics
        .error(codes::unknown_name, name.span,
               "the module " + quoted(name.qualifier) + " declares no " + quoted(name.text))
        .help = help;
    return;
  }
  if (names.maybe_unparsed(scope.home, name.text)) return;
  const std::string help = suggest(name.text, candidates(scope, space, wanted));
  if (help.empty() && names.is_half_blind(scope.home)) return;

  for (const EntityIndex at : names.all(space, name.text)) {
    const Entity& entity = names[at];
    if (model[entity.module].anonymous || sees(names, scope, space, entity.module)) continue;
    Diagnostic& diagnostic =
        diagnostics.error(codes::module_not_used, name.span,
                          quoted(name.text) + " belongs to the module " +
                              quoted(model[entity.module].name) + ", which is not used here");
    diagnostic.help =
        "add `uses " + std::string(model[entity.module].name) + "` to the module header";
    diagnostic.related.push_back({entity.span, "declared here"});
    return;
  }
  Diagnostic& diagnostic = diagnostics.error(
      codes::unknown_name, name.span,
      quoted(name.text) + " is not known here" +
          (space == NameSpace::vocabulary && !wanted ? std::string()
                                                     : " as " + std::string(plain(space, wanted))));
  diagnostic.help = help;
  if (const Span* local = names.local(name.text);
      local && space == NameSpace::vocabulary && help.empty()) {
    diagnostic.help =
        "individuals of a situation are known only in its lines and in questions about it";
    diagnostic.related.push_back({*local, "declared here, in a situation"});
  }
}

template <class Id>
std::optional<Id> Resolver::find_kind(const Scope& scope, NameSpace space, const syntax::Name& name,
                                      EntityKind kind) {
  const std::optional<Entity> entity = declaration(scope, space, name, kind);
  if (!entity) return std::nullopt;
  if (entity->kind != kind) {
    Diagnostic& diagnostic =
        diagnostics.error(codes::wrong_kind_of_name, name.span,
                          quoted(name.text) + " is " + std::string(with_article(entity->kind)) +
                              ", not " + std::string(with_article(kind)));
    diagnostic.related.push_back({entity->span, "declared here"});
    return std::nullopt;
  }
  if (!entity->usable) return std::nullopt;
  return id_of<Id>(entity->ref);
}

std::optional<TypeId> Resolver::type(const Scope& scope, const syntax::Name& name) {
  return find_kind<TypeId>(scope, NameSpace::vocabulary, name, EntityKind::type);
}
std::optional<IndividualId> Resolver::individual(const Scope& scope, const syntax::Name& name) {
  return find_kind<IndividualId>(scope, NameSpace::vocabulary, name, EntityKind::individual);
}
std::optional<ParameterId> Resolver::parameter(const Scope& scope, const syntax::Name& name) {
  return find_kind<ParameterId>(scope, NameSpace::vocabulary, name, EntityKind::parameter);
}
std::optional<ActionId> Resolver::action(const Scope& scope, const syntax::Name& name) {
  return find_kind<ActionId>(scope, NameSpace::vocabulary, name, EntityKind::action);
}
std::optional<NormId> Resolver::norm(const Scope& scope, const syntax::Name& name) {
  return find_kind<NormId>(scope, NameSpace::norm, name, EntityKind::norm);
}
std::optional<DocumentId> Resolver::document(const Scope& scope, const syntax::Name& name) {
  return find_kind<DocumentId>(scope, NameSpace::document, name, EntityKind::document);
}
std::optional<SituationId> Resolver::situation(const Scope& scope, const syntax::Name& name) {
  return find_kind<SituationId>(scope, NameSpace::situation, name, EntityKind::situation);
}

std::optional<ModuleId> Resolver::module(const Scope& scope, const syntax::Name& name) {
  // Of two modules of one name, each means itself.
  if (scope.home && model[*scope.home].name == name.text) return scope.home;
  const std::optional<ModuleId> found = names.module(name.text);
  if (!found) {
    if (std::find(missing_modules.begin(), missing_modules.end(), name.text) !=
        missing_modules.end()) {
      return std::nullopt;
    }
    std::vector<std::string_view> near;
    for (const Module& module : model.modules) {
      if (!module.anonymous) near.push_back(module.name);
    }
    Diagnostic& diagnostic = diagnostics.error(codes::unknown_module, name.span,
                                               "no module " + quoted(name.text) + " is loaded");
    diagnostic.help = suggest(name.text, near);
    return std::nullopt;
  }
  if (scope.home && !names.sees(*scope.home, *found)) {
    diagnostics
        .error(codes::module_not_used, name.span,
               "the module " + quoted(name.text) + " is not used here")
        .help = "add `uses " + std::string(name.text) + "` to the module header";
    return std::nullopt;
  }
  return found;
}

const Entity* Resolver::shadowed(const Scope& scope, std::string_view name) const {
  for (const EntityIndex at : names.all(NameSpace::vocabulary, name)) {
    if (!scope.home || names.prefers(*scope.home, names[at].module)) return &names[at];
  }
  return nullptr;
}

std::vector<std::string_view> Resolver::candidates(const Scope& scope, NameSpace space,
                                                   std::optional<EntityKind> kind) const {
  std::vector<std::string_view> result;
  if (!may_suggest()) return result;
  for (const EntityIndex at : names.all(space)) {
    const Entity& entity = names[at];
    if (kind && entity.kind != *kind) continue;
    if (sees(names, scope, space, entity.module)) result.push_back(entity.name);
  }
  if (scope.local && space == NameSpace::vocabulary && (!kind || *kind == EntityKind::individual)) {
    for (const auto& local : *scope.local) result.push_back(local.first);
  }
  return result;
}

std::string Resolver::suggest(std::string_view misspelt,
                              const std::vector<std::string_view>& near) {
  if (suggestions_left_ == 0) return {};
  --suggestions_left_;
  return did_you_mean(misspelt, near);
}

}  // namespace grotius::model
