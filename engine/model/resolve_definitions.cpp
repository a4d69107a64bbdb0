// Definitions: the alternatives of one name in one module are joined.

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

std::optional<Sort> defined_sort(Resolver& resolver, const syntax::Definition& item) {
  if (!item.type) return Sort{};
  if (item.type->kind == syntax::ValueType::Kind::integer && !item.type->ranged) {
    return Sort{Sort::Kind::integer, {}};
  }
  if (item.type->kind == syntax::ValueType::Kind::date) return Sort{Sort::Kind::date, {}};
  resolver.diagnostics
      .error(codes::wrong_value, item.type->span,
             "a definition gives a number (`: int`), a date (`: date`) or a relation")
      .help = item.type->kind == syntax::ValueType::Kind::integer
                  ? "leave out the range: the value is what the definition says"
                  : "define a relation with one more parameter, or one for each value";
  return std::nullopt;
}

/// Whether the item can be one more alternative of the definition.
bool same_signature(Resolver& resolver, const Definition& first,
                    const Declared<syntax::Definition>& declared,
                    const std::vector<Variable>& parameters) {
  const syntax::Definition& item = *declared.item;
  if (first.sort.kind != Sort::Kind::boolean || item.type) {
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::duplicate_name, item.name.span,
        first.sort.kind == Sort::Kind::boolean
            ? quoted(item.name.text) + " is a relation already: it can have no value"
            : "the value " + quoted(item.name.text) + " is defined twice");
    diagnostic.help = "only a relation may have several definitions, which are alternatives";
    diagnostic.related.push_back({first.span, "first defined here"});
    return false;
  }
  bool same = parameters.size() == first.parameters.size();
  for (std::size_t i = 0; same && i < parameters.size(); ++i) {
    same = parameters[i].type == first.parameters[i].type;
  }
  if (same) return true;
  Diagnostic& diagnostic = resolver.diagnostics.error(
      codes::other_signature, item.name.span,
      "the alternatives of " + quoted(item.name.text) + " speak of different things");
  diagnostic.help =
      "give each alternative the same parameters, of the same types and in the same order";
  diagnostic.related.push_back({first.span, "first defined here"});
  return false;
}

}  // namespace

void resolve_definition_heads(Model& model, Names& names, Resolver& resolver, const Items& items) {
  std::vector<bool> met(names.size(), false);
  for (const Declared<syntax::Definition>& declared : items.definitions) {
    const bool alternative = met[declared.entity];
    met[declared.entity] = true;
    if (alternative) continue;
    const syntax::Definition& item = *declared.item;
    Definition definition;
    definition.module = declared.module;
    definition.name = item.name.text;
    definition.text = text_of(item.text);
    definition.span = item.name.span;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    const bool good = resolver.bind(item.parameters, environment, definition.parameters);
    const std::optional<Sort> sort = defined_sort(resolver, item);
    if (!good || !sort) continue;
    definition.sort = *sort;
    set_usable(names, declared.entity, id_of<DefinitionId>(model.definitions.size()));
    model.definitions.push_back(std::move(definition));
  }
}

void resolve_definition_bodies(Model& model, const Names& names, Resolver& resolver,
                               const Items& items) {
  std::vector<bool> met(names.size(), false);
  for (const Declared<syntax::Definition>& declared : items.definitions) {
    const syntax::Definition& item = *declared.item;
    const bool first = !met[declared.entity];
    met[declared.entity] = true;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    std::vector<Variable> parameters;
    bool good = true;
    if (first && names[declared.entity].usable) {
      // The head was resolved before, with its reports.
      parameters = model[id_of<DefinitionId>(names[declared.entity].ref)].parameters;
      for (std::size_t i = 0; i < parameters.size(); ++i) {
        environment.variables.push_back({parameters[i].name, parameters[i].type, parameters[i].slot,
                                         item.parameters[i].name.span});
      }
      environment.next_slot = static_cast<std::uint32_t>(parameters.size());
    } else {
      good = resolver.bind(item.parameters, environment, parameters);
    }
    std::vector<Citation> sources = resolver.citations(item.sources, environment.scope);
    const bool relation = !item.type;
    std::optional<Expr> body = relation ? resolver.condition(item.body.front(), environment)
                                        : resolver.infer(item.body.front(), environment);
    std::optional<Expr> unless;
    if (!item.unless.empty()) {
      unless = resolver.condition(item.unless.front(), environment);
      good = good && unless;
    }
    if (!names[declared.entity].usable) continue;
    Definition& definition = model.definitions[names[declared.entity].ref];
    if (!first && !same_signature(resolver, definition, declared, parameters)) continue;
    if (!relation && body && body->sort.kind != definition.sort.kind) {
      resolver.diagnostics.error(
          codes::wrong_value, body->span,
          resolver.excerpt(body->span) + " is " + describe(model, body->sort) + ", but " +
              quoted(item.name.text) + " is declared as " + describe(model, definition.sort));
      continue;
    }
    if (!body || !good) continue;
    if (relation) {
      definition.alternatives.push_back(
          {std::move(*body), std::move(unless), std::move(sources), declared.span});
    } else {
      definition.value = std::move(body);
      definition.sources = std::move(sources);
    }
  }
  // After an error: what is left without a body says nothing.
  for (Definition& definition : model.definitions) {
    if (definition.sort.kind == Sort::Kind::boolean) {
      if (definition.alternatives.empty())
        definition.alternatives.push_back({truth(false), std::nullopt, {}, definition.span});
    } else if (!definition.value) {
      definition.value.emplace();
      definition.value->kind =
          definition.sort.kind == Sort::Kind::date ? ExprKind::date : ExprKind::integer;
      definition.value->sort = definition.sort;
    }
  }
}

}  // namespace grotius::model
