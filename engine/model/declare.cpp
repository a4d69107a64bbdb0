// The first pass over the items: every name is declared before anything is resolved, so items may
// stand in any order.

#include <variant>

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

class Declarer {
 public:
  Declarer(const Model& model, Names& names, Diagnostics& diagnostics, Items& items)
      : model_(model), names_(names), diagnostics_(diagnostics), items_(items) {}

  void file(ModuleId module, const syntax::File& file) {
    module_ = module;
    for (const syntax::Item& item : file.items) {
      span_ = item.span;
      std::visit([&](const auto& node) { declare(node); }, item.node);
    }
  }

 private:
  /// The entity of a name that is new in its module; nothing, with a report, where it is declared
  /// twice.
  std::optional<EntityIndex> name(NameSpace space, EntityKind kind, const syntax::Name& name) {
    if (const auto first = names_.declared_in(module_, space, name.text)) {
      diagnostics_.error(codes::duplicate_name, name.span, quoted(name.text) + " is declared twice")
          .related.push_back({names_[*first].span, "first declared here"});
      return std::nullopt;
    }
    return names_.declare(space, {kind, module_, name.text, name.span});
  }

  template <class Item>
  void named(std::vector<Declared<Item>>& list, NameSpace space, EntityKind kind,
             const Item& item) {
    if (const auto entity = name(space, kind, item.name)) {
      list.push_back({&item, module_, *entity, span_});
    }
  }
  template <class Item>
  void unnamed(std::vector<Declared<Item>>& list, const Item& item) {
    list.push_back({&item, module_, 0, span_});
  }

  void declare(const syntax::Document& item) {
    named(items_.documents, NameSpace::document, EntityKind::document, item);
  }
  void declare(const syntax::TypeDeclaration& item) {
    const auto entity = name(NameSpace::vocabulary, EntityKind::type, item.name);
    // The individuals of a type that is declared twice are declared all the same: their names are
    // known.
    for (const syntax::Name& member : item.individuals) {
      name(NameSpace::vocabulary, EntityKind::individual, member);
    }
    if (entity) items_.types.push_back({&item, module_, *entity, span_});
  }
  void declare(const syntax::Individuals& item) {
    for (const syntax::NamedIndividual& individual : item.individuals) {
      named(items_.individuals, NameSpace::vocabulary, EntityKind::individual, individual);
    }
  }
  void declare(const syntax::Parameter& item) {
    named(items_.parameters, NameSpace::vocabulary, EntityKind::parameter, item);
  }
  void declare(const syntax::Fact& item) {
    named(items_.facts, NameSpace::vocabulary, EntityKind::fact, item);
  }
  void declare(const syntax::Definition& item) {
    const auto first = names_.declared_in(module_, NameSpace::vocabulary, item.name.text);
    if (first && names_[*first].kind == EntityKind::definition) {
      items_.definitions.push_back({&item, module_, *first, span_});  // an alternative
    } else {
      named(items_.definitions, NameSpace::vocabulary, EntityKind::definition, item);
    }
  }
  void declare(const syntax::Action& item) {
    named(items_.actions, NameSpace::vocabulary, EntityKind::action, item);
  }
  void declare(const syntax::Norm& item) {
    named(items_.norms, NameSpace::norm, EntityKind::norm, item);
  }
  void declare(const syntax::Constraint& item) {
    named(items_.constraints, NameSpace::constraint, EntityKind::constraint, item);
  }
  void declare(const syntax::Thesis& item) {
    named(items_.theses, NameSpace::thesis, EntityKind::thesis, item);
  }
  void declare(const syntax::Situation& item) {
    for (const syntax::Individuals& individuals : item.individuals) {
      for (const syntax::NamedIndividual& individual : individuals.individuals) {
        names_.note_local(individual.name.text, individual.name.span);
      }
    }
    named(items_.situations, NameSpace::situation, EntityKind::situation, item);
  }
  void declare(const syntax::Attribution& item) { unnamed(items_.attributions, item); }
  void declare(const syntax::Priority& item) { unnamed(items_.priorities, item); }
  void declare(const syntax::Incompatibility& item) { unnamed(items_.incompatibilities, item); }
  void declare(const syntax::Acceptance& item) { unnamed(items_.acceptances, item); }
  void declare(const syntax::Toleration& item) { unnamed(items_.tolerations, item); }
  void declare(const syntax::Question& item) { unnamed(items_.questions, item); }

  const Model& model_;
  Names& names_;
  Diagnostics& diagnostics_;
  Items& items_;
  ModuleId module_{};
  Span span_;
};

/// In a file without a module nothing can be qualified, so no name of a module may be declared
/// there again.
void check_anonymous(const Model& model, const Names& names, Diagnostics& diagnostics,
                     NameSpace space) {
  for (const EntityIndex at : names.all(space)) {
    const Entity& own = names[at];
    if (!model[own.module].anonymous) continue;
    for (const EntityIndex other : names.all(space, own.name)) {
      const Entity& hidden = names[other];
      if (hidden.module == own.module || !names.prefers(own.module, hidden.module)) continue;
      Diagnostic& diagnostic =
          diagnostics.error(codes::shadowing, own.span,
                            quoted(own.name) + " is declared already, by the module " +
                                quoted(model[hidden.module].name));
      diagnostic.help = "choose another name";
      diagnostic.related.push_back({hidden.span, "declared here"});
      break;
    }
  }
}

}  // namespace

Items declare(const Model& model, Names& names, Diagnostics& diagnostics,
              const std::vector<syntax::File>& files) {
  Items items;
  Declarer declarer(model, names, diagnostics, items);
  for (std::size_t i = 0; i < files.size(); ++i) declarer.file(id_of<ModuleId>(i), files[i]);
  for (const NameSpace space : {NameSpace::vocabulary, NameSpace::document, NameSpace::norm,
                                NameSpace::thesis, NameSpace::constraint}) {
    check_anonymous(model, names, diagnostics, space);
  }
  return items;
}

}  // namespace grotius::model
