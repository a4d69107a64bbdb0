// The acts that norms, attributions and incompatibilities are about. An argument is an individual,
// the name of a role in its own place, or typed; everything else is an error, so that a misspelt
// name never means everybody.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/heads.hpp"

namespace grotius::model {

namespace {

void wrong_count(Resolver& resolver, const syntax::Head& head, const Action& action) {
  std::string form(action.name);
  form += '(';
  for (std::size_t i = 0; i < action.roles.size(); ++i) {
    form += (i > 0 ? ", " : "") + std::string(action.roles[i].name);
  }
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::wrong_arity, head.span,
      quoted(action.name) + " has " + std::to_string(action.roles.size()) + " roles, and " +
          std::to_string(head.arguments.size()) + (head.arguments.size() == 1 ? " is" : " are") +
          " given");
  diagnostic.help = "write `" + form + ")`";
  diagnostic.related.push_back({action.span, "declared here"});
}

/// `x: TYPE` or the name of the role in its own place.
std::optional<Argument> variable(Resolver& resolver, const syntax::Argument& written,
                                 const Action& action, std::size_t place,
                                 Environment& environment) {
  const Variable& role = action.roles[place];
  Argument argument;
  argument.name = written.name.text;
  argument.type = role.type;
  bool good = true;
  if (written.type) {
    const std::optional<TypeId> type = resolver.type(environment.scope, *written.type);
    good = type.has_value();
    if (type && !resolver.fits(*type, role.type)) {
      Diagnostic& diagnostic =
          resolver.diagnostics.error(codes::not_narrower, written.type->span,
                                     quoted(written.type->text) + " does not narrow " +
                                         quoted(type_name(resolver.model, role.type)) +
                                         ", the type of the role " + quoted(role.name));
      diagnostic.help = "write a type below it, or the role's name alone";
      diagnostic.related.push_back({action.span, "declared here"});
      good = false;
    }
    if (type) argument.type = *type;
  }
  const Entity* hidden = resolver.shadowed(environment.scope, written.name.text);
  if (hidden && written.type) {
    good = resolver.check_shadowing(written.name.text, written.name.span, environment) && good;
  } else if (hidden && !resolver.names.sees(action.module, hidden->module)) {
    // Where the action's own module sees the hidden name, the action has been told so.
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::shadowing, written.name.span,
        quoted(role.name) + " is a role of " + quoted(action.name) +
            ", and here also the name of " + std::string(with_article(hidden->kind)));
    diagnostic.help =
        "write a variable of your own: `x: " + type_name(resolver.model, role.type) + "`";
    diagnostic.related.push_back({hidden->span, "declared here"});
    good = false;
  }
  return good ? std::optional(argument) : std::nullopt;
}

std::optional<Argument> individual(Resolver& resolver, const syntax::Name& name,
                                   const Action& action, std::size_t place, const Scope& scope) {
  const std::optional<IndividualId> found = resolver.individual(scope, name);
  if (!found) return std::nullopt;
  const TypeId type = resolver.model[*found].type;
  const Variable& role = action.roles[place];
  if (!resolver.fits(type, role.type)) {
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::wrong_type, name.span,
        quoted(name.text) + " is of type " + quoted(type_name(resolver.model, type)) +
            ", where the role " + quoted(role.name) + " takes " +
            quoted(type_name(resolver.model, role.type)));
    diagnostic.related.push_back({action.span, "declared here"});
    return std::nullopt;
  }
  Argument argument;
  argument.individual = found;
  argument.type = type;
  return argument;
}

void report_bad(Resolver& resolver, const syntax::Name& name, const Action& action,
                std::size_t place, const Scope& scope) {
  const std::string text(name.text);
  const std::string role(action.roles[place].name);
  const std::string type(type_name(resolver.model, action.roles[place].type));
  Diagnostic& diagnostic =
      resolver.diagnostics.error(codes::bad_argument, name.span,
                                 quoted(text) + " is neither an individual, nor the role " +
                                     quoted(role) + " of " + quoted(action.name) + ", nor typed");
  std::vector<std::string_view> near =
      resolver.candidates(scope, NameSpace::vocabulary, EntityKind::individual);
  near.push_back(action.roles[place].name);
  diagnostic.help = resolver.suggest(text, near);
  if (const Span* local = resolver.names.local(text); local && diagnostic.help.empty()) {
    diagnostic.help = "a norm names individuals of modules only, not those of a situation";
    diagnostic.related.push_back({*local, "declared here, in a situation"});
  } else if (diagnostic.help.empty()) {
    diagnostic.help = "write `" + role + "` for everybody, or `" + text + ": " + type +
                      "` for a variable of your own";
  }
}

}  // namespace

std::optional<Argument> head_argument(Resolver& resolver, const syntax::Head& head,
                                      std::size_t place, const Action& action,
                                      Environment& environment) {
  const syntax::Argument& written = head.arguments[place];
  const syntax::Name& name = written.name;
  const Scope& scope = environment.scope;
  const bool bare = name.qualifier.empty();
  if (written.type || (bare && name.text == action.roles[place].name)) {
    return variable(resolver, written, action, place, environment);
  }
  if (!resolver.visible(scope, NameSpace::vocabulary, name).empty() || !bare) {
    return individual(resolver, name, action, place, scope);
  }
  for (const Variable& role : action.roles) {
    if (role.name != name.text) continue;
    Diagnostic& diagnostic = resolver.diagnostics.error(codes::misplaced_role, name.span,
                                                        quoted(name.text) + " is another role of " +
                                                            quoted(action.name) + ": here stands " +
                                                            quoted(action.roles[place].name));
    diagnostic.help = "give each role in its own place, or a typed variable: `x: " +
                      type_name(resolver.model, action.roles[place].type) + "`";
    diagnostic.related.push_back({action.span, "declared here"});
    return std::nullopt;
  }
  if (!resolver.names.maybe_unparsed(scope.home, name.text) &&
      !resolver.names.is_half_blind(scope.home)) {
    report_bad(resolver, name, action, place, scope);
  }
  return std::nullopt;
}

std::optional<ActionId> head_action(Resolver& resolver, const syntax::Head& head,
                                    const Scope& scope) {
  const std::optional<ActionId> action = resolver.action(scope, head.action);
  if (!action) return std::nullopt;
  if (head.arguments.size() == resolver.model[*action].roles.size()) return action;
  wrong_count(resolver, head, resolver.model[*action]);
  return std::nullopt;
}

bool new_variable(Resolver& resolver, const syntax::Name& name, const std::vector<Bound>& bound) {
  for (const Bound& other : bound) {
    if (other.name != name.text) continue;
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::variable_twice, name.span, quoted(name.text) + " stands twice in one act");
    diagnostic.help = "use two variables, and say in the condition that they are equal: `x = y`";
    diagnostic.related.push_back({other.span, "first here"});
    return false;
  }
  return true;
}

std::optional<ActPattern> Resolver::head(const syntax::Head& written, Environment& environment) {
  const std::optional<ActionId> found = head_action(*this, written, environment.scope);
  if (!found) {
    // The variables are unknown, but not to be reported once more in the conditions.
    for (const syntax::Argument& argument : written.arguments) {
      environment.variables.push_back(
          {argument.name.text, std::nullopt, environment.next_slot++, argument.name.span});
    }
    return std::nullopt;
  }
  const Action& action = model[*found];
  ActPattern pattern;
  pattern.action = *found;
  std::vector<Bound> bound;
  bool good = true;
  for (std::size_t i = 0; i < action.roles.size(); ++i) {
    const syntax::Name& name = written.arguments[i].name;
    std::optional<Argument> argument;
    if (new_variable(*this, name, bound))
      argument = head_argument(*this, written, i, action, environment);
    const auto slot = static_cast<std::uint32_t>(i);
    if (name.text != action.roles[i].name) {
      environment.gone.push_back({action.roles[i].name, std::nullopt, slot, name.span});
    }
    if (!argument || !argument->individual) {
      bound.push_back(
          {name.text, argument ? std::optional(argument->type) : std::nullopt, slot, name.span});
    }
    good = good && argument;
    if (good) pattern.arguments.push_back(*argument);
  }
  environment.variables = std::move(bound);
  environment.next_slot = static_cast<std::uint32_t>(action.roles.size());
  return good ? std::optional(std::move(pattern)) : std::nullopt;
}

}  // namespace grotius::model
