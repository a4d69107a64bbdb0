#pragma once
// The passes of `from_syntax`, in their order, and the items on which each works. Private to the
// folder. First every name is declared, then each family of items is resolved after those whose ids
// or types it needs: modules, documents and types, individuals, parameters and facts, the heads of
// definitions and actions, then all bodies. A pass sets `ref` and `usable` of the names that it
// resolves.

#include <vector>

#include "engine/model/resolver.hpp"

namespace grotius::model {

/// All items of all files by family, in the order of the files and of their text. Duplicates are
/// not among them.
struct Items {
  std::vector<Declared<syntax::Document>> documents;
  std::vector<Declared<syntax::TypeDeclaration>> types;
  std::vector<Declared<syntax::NamedIndividual>> individuals;
  std::vector<Declared<syntax::Parameter>> parameters;
  std::vector<Declared<syntax::Fact>> facts;
  std::vector<Declared<syntax::Definition>> definitions;
  std::vector<Declared<syntax::Action>> actions;
  std::vector<Declared<syntax::Attribution>> attributions;
  std::vector<Declared<syntax::Norm>> norms;
  std::vector<Declared<syntax::Priority>> priorities;
  std::vector<Declared<syntax::Incompatibility>> incompatibilities;
  std::vector<Declared<syntax::Constraint>> constraints;
  std::vector<Declared<syntax::Thesis>> theses;
  std::vector<Declared<syntax::Acceptance>> acceptances;
  std::vector<Declared<syntax::Toleration>> tolerations;
  std::vector<Declared<syntax::Situation>> situations;
  std::vector<Declared<syntax::Question>> questions;
};

/// Modules, what they use, who sees whom. Module i is that of files[i].
void resolve_modules(Model& model, Names& names, Resolver& resolver,
                     const std::vector<syntax::File>& files, std::size_t named);

/// Declares every name, and reports duplicates.
Items declare(const Model& model, Names& names, Diagnostics& diagnostics,
              const std::vector<syntax::File>& files);

void resolve_documents(Model& model, Names& names, const Items& items);
void resolve_types(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_individuals(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_parameters(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_facts(Model& model, Names& names, Resolver& resolver, const Items& items);

/// Parameters and sorts of definitions; then `resolve_definition_bodies`.
void resolve_definition_heads(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_definition_bodies(Model& model, const Names& names, Resolver& resolver,
                               const Items& items);

/// Roles of actions; then what each `is`.
void resolve_action_heads(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_kinds(Model& model, const Names& names, Resolver& resolver, const Items& items);
void resolve_attributions(Model& model, Resolver& resolver, const Items& items);
void resolve_incompatibilities(Model& model, Resolver& resolver, const Items& items);

void resolve_norms(Model& model, Names& names, Resolver& resolver, const Items& items);
/// `overrides` and `priority`.
void resolve_priorities(Model& model, const Names& names, Resolver& resolver, const Items& items);

void resolve_constraints(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_theses(Model& model, Names& names, Resolver& resolver, const Items& items);
void resolve_acceptances(Model& model, Resolver& resolver, const Items& items);
void resolve_tolerations(Model& model, Resolver& resolver, const Items& items);

/// Reports statuses in constraints, attributions and the conditions of `is`, also those that hide
/// in a definition.
void check_free_of_statuses(const Model& model, Diagnostics& diagnostics);

/// Gives the entity its id.
template <class Id>
void set_usable(Names& names, EntityIndex entity, Id id) {
  names[entity].ref = static_cast<std::uint32_t>(index(id));
  names[entity].usable = true;
}

}  // namespace grotius::model
