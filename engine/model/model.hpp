#pragma once
// The norm model: every loaded file resolved and typed, as one value. It is built once by `from_syntax`, never changed
// afterwards, and shared by all stages behind it. What a question needs of it (which norms stand, who outranks whom, which
// individuals there are) is computed from it by functions: `norm_set`, `superiority`, `universe_of`.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/situations.hpp"
#include "grammar/diagnostic.hpp"

namespace grotius::model {

class Names;  // the symbol tables, private to the resolver

struct Model {
  const Sources* sources = nullptr;  ///< must outlive the model
  std::vector<Module> modules;
  std::vector<Document> documents;
  std::vector<Type> types;
  std::vector<Individual> individuals;
  std::vector<Parameter> parameters;
  std::vector<Fact> facts;
  std::vector<Definition> definitions;
  std::vector<Action> actions;
  std::vector<Attribution> attributions;
  std::vector<Norm> norms;
  std::vector<StatedPriority> priorities;
  std::vector<Incompatibility> incompatibilities;
  std::vector<Constraint> constraints;
  std::vector<Thesis> theses;
  std::vector<Acceptance> acceptances;
  std::vector<Toleration> tolerations;
  std::vector<Situation> situations;
  std::vector<Question> questions;  ///< in the order of the files and of their text
  std::vector<ModuleId> named_modules;  ///< the modules of files named on the command line, in that order
  std::shared_ptr<const Names> names;

  const Module& operator[](ModuleId id) const { return modules[index(id)]; }
  const Document& operator[](DocumentId id) const { return documents[index(id)]; }
  const Type& operator[](TypeId id) const { return types[index(id)]; }
  const Individual& operator[](IndividualId id) const { return individuals[index(id)]; }
  const Parameter& operator[](ParameterId id) const { return parameters[index(id)]; }
  const Fact& operator[](FactId id) const { return facts[index(id)]; }
  const Definition& operator[](DefinitionId id) const { return definitions[index(id)]; }
  const Action& operator[](ActionId id) const { return actions[index(id)]; }
  const Attribution& operator[](AttributionId id) const { return attributions[index(id)]; }
  const Norm& operator[](NormId id) const { return norms[index(id)]; }
  const Incompatibility& operator[](IncompatibilityId id) const { return incompatibilities[index(id)]; }
  const Constraint& operator[](ConstraintId id) const { return constraints[index(id)]; }
  const Thesis& operator[](ThesisId id) const { return theses[index(id)]; }
  const Situation& operator[](SituationId id) const { return situations[index(id)]; }

  /// `module.name`, or the name alone in a file without a module.
  std::string qualified(ModuleId module, std::string_view name) const;
  std::string qualified(NormId id) const { return qualified((*this)[id].module, (*this)[id].name); }
  /// `charter art. 2(4)`, or the free citation; ` (unconfirmed)` is added where it says so.
  std::string cite(const Citation& citation) const;
  /// `general` is `type` or above it.
  bool is_or_is_below(TypeId type, TypeId general) const;
  /// One is, or is above, the other.
  bool kin(TypeId a, TypeId b) const { return is_or_is_below(a, b) || is_or_is_below(b, a); }
};

/// Resolves and types everything that was loaded. All mistakes of all files are reported in one run; where there are errors the model
/// is still well formed, but items in error are left out, so only a model without errors may be asked. `named` counts the files
/// named on the command line (they come first). Linear in the text, apart from the expansion of situation lines.
Model from_syntax(const Sources& sources, const std::vector<syntax::File>& files, std::size_t named, Diagnostics& diagnostics);

/// A question from a command line, with the names of the model. `situation`, `under` may be left out where there is only one
/// choice. Nothing, with diagnostics, where it has mistakes.
std::optional<Question> resolve_question(const Model& model, const syntax::Question& question, Diagnostics& diagnostics);

/// The model once more with one situation added (as `batch` and `given` on a command line need it). The situation may `extends`
/// one of the model. Nothing, with diagnostics, where it has mistakes.
std::optional<SituationId> add_situation(Model& model, const syntax::Situation& situation, ModuleId home, Diagnostics& diagnostics);

}  // namespace grotius::model
