#pragma once
// Two norm models as one (semantics.md, "difference of two norm sets"). The two were loaded apart, may hold modules of the same name (two
// versions of one file), and speak of one world: what situations are made of becomes one wherever the names agree, so that one situation
// can be asked under both. What the sides make of it stays apart.
//
// One where the unqualified name and the signature agree:
//   types         signature: closed or not, the individuals of a closed type, the type above
//   individuals   signature: the type
//   facts         signature: types of the parameters, kind of the value with its bounds, presumption; cost and template are the first's
//   parameters    signature: kind of the value. Where the declared values differ too, the two are apart: each side has its own
//   definitions   signature: types of the parameters, sort. They are one where they also say the same, citations included, and so does all that they
//                 rest on; else each side has its own
// Apart, always, since their content may differ though their names agree:
//   actions       signature: types of the roles, presumption of the deed. What they `is`, what is attributed to them and the norms about them
//                 belong to their side; `twin` tells which two are the same act, and `shared_deeds` makes their deeds one input
//   modules, documents, norms, priorities, attributions, incompatibilities, constraints, theses, acceptances, tolerations
// Left out: situations and questions. Symbol tables too, so no further text can be resolved in the merged model.
//
// Names of one model meet those of the other first within modules of the same name, then wherever they stand. A name with two signatures
// (M401), or one that stands in several modules of a side so that its partner cannot be told (M402), is an error.

#include <optional>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model {

/// The merged model. Ids of the first model mean in it what they meant; ids of the second are looked up here, by the id in the second.
struct Merged {
  Model model;
  std::vector<ModuleId> modules_of_second;
  std::vector<DocumentId> documents_of_second;
  std::vector<TypeId> types_of_second;
  std::vector<std::optional<IndividualId>> individuals_of_second;  ///< nothing: of a situation
  std::vector<ParameterId> parameters_of_second;
  std::vector<FactId> facts_of_second;
  std::vector<DefinitionId> definitions_of_second;
  std::vector<ActionId> actions_of_second;
  std::vector<AttributionId> attributions_of_second;
  std::vector<NormId> norms_of_second;
  std::vector<IncompatibilityId> incompatibilities_of_second;
  std::vector<ConstraintId> constraints_of_second;
  std::vector<ThesisId> theses_of_second;
  /// By ActionId of the merged model: the action of the other side with the same unqualified name and signature.
  std::vector<std::optional<ActionId>> twin;

  /// By ActionId: for an action of the second model its twin in the first, as `ground::World::deed_of` wants it.
  std::vector<std::optional<ActionId>> shared_deeds() const;
};

/// Merges two models without errors, whose texts are in one `Sources` (`load` twice into one, then `from_syntax` on each list of files), so
/// that spans of both sides can be shown. Nothing, with diagnostics, where names do not fit. Linear in the models, up to sorting of names.
std::optional<Merged> merge(const Model& first, const Model& second, Diagnostics& diagnostics);

}  // namespace grotius::model
