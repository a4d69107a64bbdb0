// Documents, types, individuals, parameters and facts.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/cycles.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

void resolve_documents(Model& model, Names& names, const Items& items) {
  for (const Declared<syntax::Document>& declared : items.documents) {
    const syntax::Document& item = *declared.item;
    set_usable(names, declared.entity, id_of<DocumentId>(model.documents.size()));
    Document& document = model.documents.emplace_back();
    document.module = declared.module;
    document.name = item.name.text;
    document.citation = syntax::unescaped(item.citation);
    if (item.rank) document.rank = item.rank->text;
    if (item.dated) document.dated = item.dated->date;
    document.link = text_of(item.link);
    document.span = item.name.span;
  }
}

namespace {

void resolve_supertype(Model& model, Resolver& resolver, TypeId id, const syntax::Name& name) {
  Type& type = model.types[index(id)];
  const std::optional<TypeId> supertype = resolver.type({type.module, nullptr}, name);
  if (!supertype) {
    resolver.uncertain_types.push_back(id);
    return;
  }
  if (model[*supertype].closed) {
    resolver.uncertain_types.push_back(id);
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::closed_type, name.span,
        quoted(name.text) + " is a closed type: nothing can be below it");
    diagnostic.help = "a closed type has exactly the individuals that its declaration lists";
    diagnostic.related.push_back({model[*supertype].span, "declared here"});
    return;
  }
  type.supertype = supertype;
}

/// Reports types that are above themselves, and cuts the cycle.
void cut_type_cycles(Model& model, Resolver& resolver) {
  std::vector<Arc> arcs;
  for (std::uint32_t i = 0; i < model.types.size(); ++i) {
    if (const auto& supertype = model.types[i].supertype) {
      arcs.push_back({i, static_cast<std::uint32_t>(index(*supertype))});
    }
  }
  const Digraph graph(model.types.size(), std::move(arcs));
  for (const std::vector<std::uint32_t>& cycle : cycles(graph, strongly_connected(graph))) {
    std::string text = quoted(model.types[cycle.front()].name);
    for (std::size_t i = 1; i <= cycle.size(); ++i) {
      text += " is a " + quoted(model.types[cycle[i % cycle.size()]].name);
      if (i < cycle.size()) text += ", which";
    }
    Diagnostic& diagnostic = resolver.diagnostics.error(
        codes::type_cycle, model.types[cycle.front()].span, "types above each other: " + text);
    diagnostic.help = "leave out one of these supertypes";
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      model.types[cycle[i]].supertype.reset();
      resolver.uncertain_types.push_back(id_of<TypeId>(cycle[i]));
      if (i > 0) diagnostic.related.push_back({model.types[cycle[i]].span, "part of the cycle"});
    }
  }
}

}  // namespace

void resolve_types(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::TypeDeclaration>& declared : items.types) {
    const syntax::TypeDeclaration& item = *declared.item;
    const auto id = id_of<TypeId>(model.types.size());
    set_usable(names, declared.entity, id);
    Type& type = model.types.emplace_back();
    type.module = declared.module;
    type.name = item.name.text;
    type.closed = !item.individuals.empty();
    type.span = item.name.span;
    for (const syntax::Name& member : item.individuals) {
      const EntityIndex entity =
          *names.declared_in(declared.module, NameSpace::vocabulary, member.text);
      if (names[entity].span != member.span) continue;  // a duplicate, reported before
      const auto individual = id_of<IndividualId>(model.individuals.size());
      set_usable(names, entity, individual);
      type.members.push_back(individual);
      model.individuals.push_back(
          {declared.module, std::nullopt, member.text, {}, id, member.span});
    }
  }
  for (std::size_t i = 0; i < items.types.size(); ++i) {
    const auto& supertype = items.types[i].item->supertype;
    if (!supertype) continue;
    resolve_supertype(model, resolver, id_of<TypeId>(i), *supertype);
  }
  cut_type_cycles(model, resolver);
}

void resolve_individuals(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::NamedIndividual>& declared : items.individuals) {
    const syntax::NamedIndividual& item = *declared.item;
    const std::optional<TypeId> type = resolver.type({declared.module, nullptr}, item.type);
    if (!type) continue;
    if (model[*type].closed) {
      Diagnostic& diagnostic = resolver.diagnostics.error(
          codes::closed_type, item.name.span,
          quoted(item.type.text) + " is a closed type: it has no further individuals");
      diagnostic.help = "add " + quoted(item.name.text) + " to the declaration of the type";
      diagnostic.related.push_back({model[*type].span, "declared here"});
      continue;
    }
    set_usable(names, declared.entity, id_of<IndividualId>(model.individuals.size()));
    model.individuals.push_back({declared.module, std::nullopt, item.name.text, text_of(item.label),
                                 *type, item.name.span});
  }
}

void resolve_parameters(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Parameter>& declared : items.parameters) {
    const syntax::Parameter& item = *declared.item;
    const Scope scope{declared.module, nullptr};
    std::vector<Citation> sources = resolver.citations(item.sources, scope);
    const std::optional<ValueKind> kind = resolver.value_kind(item.type, scope);
    if (!kind) continue;
    const std::optional<std::int64_t> value = resolver.constant(item.value.front(), *kind, scope);
    if (!value) continue;
    set_usable(names, declared.entity, id_of<ParameterId>(model.parameters.size()));
    model.parameters.push_back({declared.module, item.name.text, *kind, *value, text_of(item.title),
                                std::move(sources), item.name.span});
  }
}

void resolve_facts(Model& model, Names& names, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Fact>& declared : items.facts) {
    const syntax::Fact& item = *declared.item;
    Fact fact;
    fact.module = declared.module;
    fact.name = item.name.text;
    fact.text = text_of(item.text);
    fact.span = item.name.span;
    Environment environment{{declared.module, nullptr}, {}, 0, {}};
    bool good = resolver.bind(item.parameters, environment, fact.parameters);
    std::optional<ValueKind> kind = ValueKind{};
    if (item.type) kind = resolver.value_kind(*item.type, environment.scope);
    if (kind) {
      fact.kind = *kind;
      if (!item.type) fact.presumed = 0;
      if (item.presumed && item.presumed->unknown) fact.presumed.reset();
      if (item.presumed && !item.presumed->unknown) {
        fact.presumed = resolver.constant(item.presumed->value.front(), *kind, environment.scope);
        good = good && fact.presumed;
      }
    }
    if (item.cost) {
      fact.cost = *item.cost;
      if (fact.cost < 0) {
        resolver.diagnostics
            .error(codes::bad_cost, item.name.span,
                   "the cost of " + quoted(item.name.text) + " is below zero")
            .help = "a cost says how hard it is to change the fact: write 0 or more";
        good = false;
      }
    }
    if (!good || !kind) continue;
    set_usable(names, declared.entity, id_of<FactId>(model.facts.size()));
    model.facts.push_back(std::move(fact));
  }
}

}  // namespace grotius::model
