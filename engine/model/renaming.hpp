#pragma once
// Gives the parts of a second model the ids that they have in the merged one. Each `apply` rewrites its argument in place. Private to the
// folder.

#include <optional>
#include <vector>

#include "engine/model/merge.hpp"

namespace grotius::model {

class Renaming {
 public:
  /// `merged` holds the ids of all that the parts speak of before they are renamed.
  explicit Renaming(const Merged& merged) : ids_(merged) {}

  void apply(ModuleId& id) const { id = ids_.modules_of_second[index(id)]; }
  void apply(DocumentId& id) const { id = ids_.documents_of_second[index(id)]; }
  void apply(TypeId& id) const { id = ids_.types_of_second[index(id)]; }
  void apply(IndividualId& id) const;
  void apply(ActionId& id) const { id = ids_.actions_of_second[index(id)]; }
  void apply(NormId& id) const { id = ids_.norms_of_second[index(id)]; }

  void apply(Sort& sort) const;
  void apply(ValueKind& kind) const { apply(kind.sort); }
  void apply(Variable& variable) const { apply(variable.type); }
  void apply(Expr& expr) const;
  void apply(Citation& citation) const { apply(citation.document); }

  void apply(Module& module) const;
  void apply(Document& document) const { apply(document.module); }
  void apply(Type& type) const;
  void apply(Individual& individual) const;
  void apply(Parameter& parameter) const;
  void apply(Fact& fact) const;
  void apply(Definition& definition) const;
  void apply(Alternative& alternative) const;
  void apply(Action& action) const;
  void apply(Kind& kind) const;

  void apply(Argument& argument) const;
  void apply(ActPattern& act) const;
  void apply(Attribution& attribution) const;
  void apply(Norm& norm) const;
  void apply(StatedPriority& priority) const;
  void apply(Incompatibility& incompatibility) const;
  void apply(Constraint& constraint) const;
  void apply(Thesis& thesis) const;
  void apply(Acceptance& acceptance) const;
  void apply(Acceptance::Who& who) const;
  void apply(Toleration& toleration) const { apply(toleration.module); }

  template <class Part>
  void apply(std::optional<Part>& part) const {
    if (part) apply(*part);
  }
  template <class Part>
  void apply(std::vector<Part>& parts) const {
    for (Part& part : parts) apply(part);
  }

  /// A value of the kind (of the second model), where it is an individual.
  std::int64_t value(const ValueKind& kind, std::int64_t value) const;

 private:
  template <class Id>
  static std::uint32_t number(Id id) {
    return static_cast<std::uint32_t>(index(id));
  }

  const Merged& ids_;
};

}  // namespace grotius::model
