// Constraints, theses, acceptances, and the toleration of findings.

#include <algorithm>
#include <array>
#include <unordered_set>

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

/// The kinds of findings of `check`, as `tolerate` names them.
constexpr std::array<std::string_view, 15> findings{"conflict",
                                                    "impossible_duties",
                                                    "gap",
                                                    "dead_norm",
                                                    "dead_alternative",
                                                    "idle_norm",
                                                    "redundant_condition",
                                                    "idle_priority",
                                                    "constant_definition",
                                                    "unused",
                                                    "contradictory_constraints",
                                                    "thesis_failed",
                                                    "void_priority",
                                                    "stale_toleration",
                                                    "open_pair"};

}  // namespace

void resolve_constraints(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Constraint>& declared : items.constraints) {
    const syntax::Constraint& item = *declared.item;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    std::vector<Variable> binders;
    const bool good = resolver.bind(item.binders, environment, binders);
    std::optional<Expr> condition = resolver.condition(item.condition.front(), environment);
    if (!good || !condition) continue;
    set_usable(names, declared.entity, id_of<ConstraintId>(model.constraints.size()));
    model.constraints.push_back({declared.module, item.name.text, text_of(item.title),
                                 std::move(binders), std::move(*condition), item.name.span});
  }
}

void resolve_theses(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Thesis>& declared : items.theses) {
    const syntax::Thesis& item = *declared.item;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    std::vector<Citation> sources = resolver.citations(item.sources, environment.scope);
    std::vector<Variable> binders;
    const bool good = resolver.bind(item.binders, environment, binders);
    std::optional<Expr> condition = resolver.condition(item.condition.front(), environment);
    if (!good || !condition) continue;
    set_usable(names, declared.entity, id_of<ThesisId>(model.theses.size()));
    model.theses.push_back({declared.module, item.name.text, text_of(item.title),
                            std::move(sources), item.mode, std::move(binders),
                            std::move(*condition), item.expect, item.name.span});
  }
}

void resolve_acceptances(Model& model, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Acceptance>& declared : items.acceptances) {
    const syntax::Acceptance& item = *declared.item;
    const Scope scope{declared.module, nullptr};
    Acceptance acceptance;
    acceptance.module = declared.module;
    acceptance.period = resolver.interval(item.period);
    acceptance.sources = resolver.citations(item.sources, scope);
    acceptance.span = declared.span;
    const std::optional<ModuleId> accepted = resolver.module(scope, item.module);
    bool good = accepted.has_value();
    for (const syntax::Everyone& written : item.who) {
      std::optional<Acceptance::Who> who = resolver.everyone(written, scope);
      good = good && who;
      if (who) acceptance.who.push_back(std::move(*who));
    }
    if (!good) continue;
    acceptance.accepted = *accepted;
    model.acceptances.push_back(std::move(acceptance));
  }
}

void resolve_tolerations(Model& model, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Toleration>& declared : items.tolerations) {
    const syntax::Toleration& item = *declared.item;
    if (std::find(findings.begin(), findings.end(), item.kind.text) == findings.end()) {
      Diagnostic& diagnostic =
          resolver.diagnostics.error(codes::unknown_finding, item.kind.span,
                                     quoted(item.kind.text) + " is no kind of finding");
      diagnostic.help = resolver.suggest(item.kind.text, {findings.begin(), findings.end()});
      if (diagnostic.help.empty())
        diagnostic.help = "`check` names the kind of each finding, for instance `conflict`";
      continue;
    }
    Toleration toleration{
        declared.module, item.kind.text, {}, syntax::unescaped(item.reason), declared.span};
    std::unordered_set<std::string_view> met;
    for (const syntax::Name& name : item.names) {
      const std::string_view text = resolver.sources.text(name.span);
      if (met.insert(text).second) {
        toleration.names.push_back(text);
      } else {
        resolver.diagnostics.error(codes::listed_twice, name.span,
                                   quoted(text) + " is listed twice");
      }
    }
    model.tolerations.push_back(std::move(toleration));
  }
}

}  // namespace grotius::model
