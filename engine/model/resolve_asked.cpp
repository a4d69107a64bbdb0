// What a question asks: an act, where the name is that of an action, else an expression.

#include <algorithm>
#include <variant>

#include "engine/model/codes.hpp"
#include "engine/model/question_codes.hpp"
#include "engine/model/question_resolver.hpp"

namespace grotius::model {
namespace {

/// Whether the situation knows the individual: of a module, of its own file or of those that it
/// extends, or its own.
bool knows(const Model& model, const Situation& situation, IndividualId id) {
  const Individual& individual = model[id];
  if (individual.situation) {
    return std::find(situation.individuals.begin(), situation.individuals.end(), id) !=
           situation.individuals.end();
  }
  if (!model[individual.module].anonymous) return true;
  for (const Situation* at = &situation; at; at = at->extends ? &model[*at->extends] : nullptr) {
    if (at->module == individual.module) return true;
  }
  return false;
}

}  // namespace

bool QuestionResolver::asked(const syntax::Expression& expression, const Scope& scope,
                             Question& out) {
  const Situation& situation = model_[out.situation];
  if (const auto* application = std::get_if<syntax::Application>(&expression.node)) {
    if (is_unknown(scope, application->name)) return false;
    const std::vector<const Entity*> found =
        resolver_.visible(scope, NameSpace::vocabulary, application->name);
    if (found.size() == 1 && found.front()->kind == EntityKind::action) {
      return found.front()->usable &&
             act(*application, *found.front(), expression.span, scope, out);
    }
  }
  Environment environment{scope, {}, 0, {}};
  std::optional<Expr> expr = resolver_.condition(expression, environment);
  if (!expr || !check_individuals(*expr, situation)) return false;
  out.asked = std::move(*expr);
  return true;
}

/// A name that means nothing at all is more often a misspelt action than anything else.
bool QuestionResolver::is_unknown(const Scope& scope, const syntax::Name& name) {
  if (!name.qualifier.empty() || resolver_.names.maybe_unparsed(scope.home, name.text))
    return false;
  if (!resolver_.visible(scope, NameSpace::vocabulary, name).empty()) return false;
  if (scope.local && scope.local->count(name.text) != 0) return false;
  std::vector<std::string_view> near =
      resolver_.candidates(scope, NameSpace::vocabulary, EntityKind::action);
  for (const EntityKind kind : {EntityKind::fact, EntityKind::definition}) {
    const std::vector<std::string_view> more =
        resolver_.candidates(scope, NameSpace::vocabulary, kind);
    near.insert(near.end(), more.begin(), more.end());
  }
  const std::string help = resolver_.suggest(name.text, near);
  if (help.empty() && resolver_.names.is_half_blind(scope.home)) return true;
  Diagnostic& error =
      diagnostics().error(codes::question_action, name.span,
                          quoted(name.text) + " is no action, and no fact or definition");
  error.help = help.empty()
                   ? "ask about an action that is declared in the module, or about a condition"
                   : help;
  return true;
}

bool QuestionResolver::act(const syntax::Application& application, const Entity& entity, Span at,
                           const Scope& scope, Question& out) {
  Environment environment{scope, {}, 0, {}};
  const auto action = id_of<ActionId>(entity.ref);
  std::vector<Expr> arguments;
  if (!resolver_.arguments(entity, application.arguments, model_[action].roles, at, environment,
                           arguments))
    return false;
  Act act{action, {}};
  bool good = true;
  for (const Expr& argument : arguments) {
    if (argument.kind != ExprKind::individual) {
      diagnostics()
          .error(codes::not_an_individual, argument.span,
                 "a question about an act names individuals, and this is none")
          .help =
          "to ask about several, write a condition: `ask some x: T where …`, `ask every x: T "
          "satisfies …`";
      good = false;
      continue;
    }
    good = check_individuals(argument, model_[out.situation]) && good;
    act.arguments.push_back(id_of<IndividualId>(argument.ref));
  }
  if (good) out.asked = std::move(act);
  return good;
}

bool QuestionResolver::check_individuals(const Expr& expr, const Situation& situation) {
  bool good = true;
  if (expr.kind == ExprKind::individual &&
      !knows(model_, situation, id_of<IndividualId>(expr.ref))) {
    const Individual& individual = model_[id_of<IndividualId>(expr.ref)];
    Diagnostic& error = diagnostics().error(
        codes::foreign_individual, expr.span,
        "the situation " + quoted(situation.name) + " does not know " + quoted(individual.name));
    error.help = "a situation knows the individuals of all modules, of its own file, and its own";
    error.related.push_back({individual.span, "declared here, in another file"});
    good = false;
  }
  for (const Expr& operand : expr.operands) good = check_individuals(operand, situation) && good;
  return good;
}

}  // namespace grotius::model
