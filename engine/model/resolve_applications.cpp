// Expressions that name something: variables, individuals, parameters, facts and definitions with
// their arguments, and acts under a deontic word.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/expressions.hpp"

namespace grotius::model {

namespace {

/// `deaths(p)`: how the thing is written.
std::string form(std::string_view name, const std::vector<Variable>& parameters) {
  std::string text(name);
  text += '(';
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (i > 0) text += ", ";
    text += parameters[i].name;
  }
  return text + ')';
}

std::string counted(std::size_t count) {
  return count == 0   ? "no argument"
         : count == 1 ? "one argument"
                      : std::to_string(count) + " arguments";
}

const Bound* innermost(const std::vector<Bound>& variables, std::string_view name) {
  const auto found = std::find_if(variables.rbegin(), variables.rend(),
                                  [&](const Bound& bound) { return bound.name == name; });
  return found == variables.rend() ? nullptr : &*found;
}

void begin(Expr& out, ExprKind kind, std::uint32_t ref, Sort sort, Span span) {
  out.kind = kind;
  out.ref = ref;
  out.sort = sort;
  out.span = span;
}

/// All mistakes in arguments whose parameters nobody knows.
void check_alone(Resolver& resolver, const std::vector<syntax::Expression>& arguments,
                 Environment& environment) {
  for (const syntax::Expression& argument : arguments) resolver.infer(argument, environment);
}

void takes_no_arguments(Resolver& resolver, const syntax::Name& name, std::string_view what) {
  resolver.diagnostics
      .error(codes::not_applicable, name.span,
             quoted(name.text) + " is " + std::string(what) + ": it takes no arguments")
      .help = "write " + quoted(name.text) + " alone";
}

/// A bare name that nobody knows is most often a variable that has no binder here.
void report_unbound(Resolver& resolver, const syntax::Name& name, const Environment& environment) {
  if (resolver.names.maybe_unparsed(environment.scope.home, name.text)) return;
  const Bound* gone = innermost(environment.gone, name.text);
  std::string help;
  if (!gone) {
    std::vector<std::string_view> near =
        resolver.candidates(environment.scope, NameSpace::vocabulary);
    for (const Bound& bound : environment.variables) near.push_back(bound.name);
    help = resolver.suggest(name.text, near);
    if (help.empty() && resolver.names.is_half_blind(environment.scope.home)) return;
  }
  if (!help.empty()) {
    resolver.diagnostics
        .error(codes::unknown_name, name.span, quoted(name.text) + " is not known here")
        .help = help;
    return;
  }
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::unbound_variable, name.span,
      quoted(name.text) + " is neither an individual nor a variable that is bound here");
  const std::string text(name.text);
  diagnostic.help = "say of whom you speak: `some " + text + ": TYPE where …`, or `every " + text +
                    ": TYPE satisfies …`";
  if (gone && resolver.sources.text(gone->span) != name.text) {
    const std::string other(resolver.sources.text(gone->span));
    diagnostic.help = "write " + quoted(other) + ", which stands in the place of this role";
    diagnostic.related.push_back({gone->span, "stands in the place of " + quoted(text)});
  } else if (gone) {
    diagnostic.related.push_back({gone->span, "bound here, but not as far as this place"});
  } else if (const Span* local = resolver.names.local(name.text)) {
    diagnostic.help =
        "individuals of a situation are known only in its lines and in questions about it";
    diagnostic.related.push_back({*local, "declared here, in a situation"});
  }
}

/// A fact or definition.
bool relation(Resolver& resolver, const syntax::Application& written, const Entity& entity,
              const std::vector<Variable>& parameters, Environment& environment, Expr& out) {
  if (!written.parenthesised) {
    Diagnostic& diagnostic = resolver.diagnostics.error(
        parameters.empty() ? codes::not_applicable : codes::wrong_arity, out.span,
        parameters.empty() ? quoted(written.name.text) + " is written with parentheses"
                           : quoted(written.name.text) + " speaks of " +
                                 counted(parameters.size()) + ", and none is given");
    diagnostic.help = "write `" + form(written.name.text, parameters) + "`";
    diagnostic.related.push_back({entity.span, "declared here"});
    return false;
  }
  return resolver.arguments(entity, written.arguments, parameters, out.span, environment,
                            out.operands);
}

void misused(Resolver& resolver, const syntax::Name& name, const Entity& entity) {
  Diagnostic& diagnostic = resolver.diagnostics.error(codes::wrong_kind_of_name, name.span,
                                                      quoted(name.text) + " is " +
                                                          std::string(with_article(entity.kind)) +
                                                          ", which says nothing by itself");
  if (entity.kind == EntityKind::action) {
    diagnostic.help = "say what you ask of the act: `done " + std::string(name.text) +
                      "(…)`, `permitted …`, `obliged …`";
  } else {
    diagnostic.help = "speak of its individuals: `some x: " + std::string(name.text) +
                      " where …`, or `x is " + std::string(name.text) + "`";
  }
  diagnostic.related.push_back({entity.span, "declared here"});
}

}  // namespace

bool Resolver::check_shadowing(std::string_view name, Span span, const Environment& environment) {
  Span hidden;
  std::string what;
  if (const Bound* outer = innermost(environment.variables, name)) {
    hidden = outer->span;
    what = "a variable that is bound here already";
  } else if (const Entity* entity = shadowed(environment.scope, name)) {
    hidden = entity->span;
    what = std::string(with_article(entity->kind)) + " already";
  } else if (environment.scope.local && environment.scope.local->contains(name)) {
    const std::optional<IndividualId> individual = environment.scope.local->at(name);
    hidden = individual ? model[*individual].span : span;
    what = "an individual of the situation already";
  } else {
    return true;
  }
  Diagnostic& diagnostic =
      diagnostics.error(codes::shadowing, span, quoted(name) + " is the name of " + what);
  diagnostic.help = "choose another name for the variable";
  diagnostic.related.push_back({hidden, "declared here"});
  return false;
}

bool Resolver::bind(const std::vector<syntax::Binder>& binders, Environment& environment,
                    std::vector<Variable>& out) {
  bool good = true;
  out.reserve(out.size() + binders.size());
  for (const syntax::Binder& binder : binders) {
    const std::optional<TypeId> found = type(environment.scope, binder.type);
    const bool fresh = check_shadowing(binder.name.text, binder.name.span, environment);
    good = good && found && fresh;
    const std::uint32_t slot = environment.next_slot++;
    environment.variables.push_back({binder.name.text, found, slot, binder.name.span});
    if (found) out.push_back({slot, *found, binder.name.text});
  }
  return good;
}

bool Resolver::arguments(const Entity& of, const std::vector<syntax::Expression>& written,
                         const std::vector<Variable>& parameters, Span at, Environment& environment,
                         std::vector<Expr>& out) {
  if (written.size() != parameters.size()) {
    Diagnostic& diagnostic =
        diagnostics.error(codes::wrong_arity, at,
                          quoted(of.name) + " speaks of " + counted(parameters.size()) + ", and " +
                              (written.empty()       ? "none is"
                               : written.size() == 1 ? "one is"
                                                     : std::to_string(written.size()) + " are") +
                              " given");
    diagnostic.help = "write `" + form(of.name, parameters) + "`";
    diagnostic.related.push_back({of.span, "declared here"});
    check_alone(*this, written, environment);
    return false;
  }
  bool good = true;
  out.reserve(written.size());
  for (std::size_t i = 0; i < written.size(); ++i) {
    good = individual(written[i], environment, parameters[i].type, out.emplace_back()) && good;
  }
  return good;
}

bool application(Resolver& resolver, const syntax::Expression& expression,
                 const syntax::Application& written, Environment& environment, Expr& out) {
  const syntax::Name& name = written.name;
  const Span span = expression.span;
  const Entity* entity = nullptr;
  std::optional<Entity> found;
  if (name.qualifier.empty()) {
    if (const Bound* bound = innermost(environment.variables, name.text)) {
      if (written.parenthesised) takes_no_arguments(resolver, name, "a variable");
      if (written.parenthesised || !bound->type) return false;
      begin(out, ExprKind::variable, bound->slot, {Sort::Kind::individual, *bound->type}, span);
      return true;
    }
    entity = resolver.only(environment.scope, NameSpace::vocabulary, name);
    const bool local = environment.scope.local && environment.scope.local->contains(name.text);
    if (!entity && !written.parenthesised && !local &&
        resolver.visible(environment.scope, NameSpace::vocabulary, name).empty()) {
      report_unbound(resolver, name, environment);
      return false;
    }
  }
  if (!entity) {
    found = resolver.find(environment.scope, NameSpace::vocabulary, name);
    if (found) entity = &*found;
  }
  if (!entity || !entity->usable) {
    check_alone(resolver, written.arguments, environment);
    return false;
  }
  const Model& model = resolver.model;
  switch (entity->kind) {
    case EntityKind::individual: {
      const TypeId type = model[id_of<IndividualId>(entity->ref)].type;
      begin(out, ExprKind::individual, entity->ref, {Sort::Kind::individual, type}, span);
      if (written.parenthesised) takes_no_arguments(resolver, name, "an individual");
      return !written.parenthesised;
    }
    case EntityKind::parameter: {
      const Sort sort = model[id_of<ParameterId>(entity->ref)].kind.sort;
      begin(out, ExprKind::parameter, entity->ref, sort, span);
      if (written.parenthesised) takes_no_arguments(resolver, name, "a parameter");
      return !written.parenthesised;
    }
    case EntityKind::fact: {
      const Fact& fact = model[id_of<FactId>(entity->ref)];
      begin(out, ExprKind::fact, entity->ref, fact.kind.sort, span);
      return relation(resolver, written, *entity, fact.parameters, environment, out);
    }
    case EntityKind::definition: {
      const Definition& definition = model[id_of<DefinitionId>(entity->ref)];
      begin(out, ExprKind::definition, entity->ref, definition.sort, span);
      return relation(resolver, written, *entity, definition.parameters, environment, out);
    }
    default:
      misused(resolver, name, *entity);
      return false;
  }
}

bool deontic(Resolver& resolver, const syntax::Expression& expression,
             const syntax::Deontic& written, Environment& environment, Expr& out) {
  if (written.under) out.under = resolver.module(environment.scope, *written.under);
  const bool good = !written.under || out.under;
  const std::optional<Entity> entity =
      resolver.find(environment.scope, NameSpace::vocabulary, written.action, EntityKind::action);
  if (!entity || entity->kind != EntityKind::action) {
    if (entity) {
      Diagnostic& diagnostic = resolver.diagnostics.error(
          codes::needs_an_action, written.action.span,
          "only an action can be permitted, forbidden, done and so on; " +
              quoted(written.action.text) + " is " + std::string(with_article(entity->kind)));
      diagnostic.help = "declare it with `action`, or leave out the word before it";
      diagnostic.related.push_back({entity->span, "declared here"});
    }
    check_alone(resolver, written.arguments, environment);
    return false;
  }
  begin(out, ExprKind::status, entity->ref, {}, expression.span);
  out.status = written.op;
  const Action& action = resolver.model[id_of<ActionId>(entity->ref)];
  return resolver.arguments(*entity, written.arguments, action.roles, expression.span, environment,
                            out.operands) &&
         good;
}

}  // namespace grotius::model
