#pragma once
// One question, grounded: its program, what its situation knows of the inputs, what every
// completion must satisfy, and which unknown inputs matter. For this folder and engine/explore.

#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/world.hpp"
#include "engine/ground/knowledge.hpp"
#include "engine/solve/solver.hpp"

namespace grotius::analyse {

/// Something that holds in every completion: a constraint, or that a deed is not done.
struct Requirement {
  ground::NodeId node{};
  std::optional<model::ConstraintId> constraint;
  const model::Entry* not_done = nullptr;
};

struct Inquiry {
  const model::Question* question = nullptr;
  ground::World world;
  std::optional<ground::Snapshot> snapshot;
  std::optional<ground::ActStatus> status;  ///< of an act
  std::optional<ground::NodeId> condition;  ///< of an expression
  ground::NodeId negated_condition{};
  std::vector<Requirement> requirements;
  std::vector<ground::Grounder::GroundAlternative> alternatives;
  std::vector<ground::ActStatus> statuses;  ///< of every act that the question rests on
  ground::Program program;
  ground::Knowledge knowledge;
  ground::Certain certain;
  std::vector<ground::NodeId> roots;  ///< everything that the answer reads, requirements aside
  std::vector<ground::InputId>
      open;  ///< the unknown inputs that the answer may depend on, by their names
  std::vector<ground::InputId> open_apart;  ///< the unknown inputs of requirements that have
                                            ///< nothing to do with the answer, by their names
  std::vector<ground::NodeId> done;  ///< by InputId: of a deed, whether it counts as done

  bool decided(ground::NodeId node) const { return certain.truth(node).has_value(); }
  /// No unknown input matters to the answer or to a requirement.
  bool complete() const { return open.empty() && open_apart.empty(); }
  /// The nodes of the requirements.
  std::vector<ground::NodeId> required() const;
};

/// Grounds a question. Nothing, with a diagnostic, where `today` is asked without a date. Throws
/// ground::ResourceLimit. `inquiry.world` must be set, and the inquiry must not move afterwards.
bool ground_question(Inquiry& inquiry, const model::Question& question, bool open,
                     Diagnostics& diagnostics);

/// The same question with other knowledge of the inputs, for instance after one of them was learnt:
/// what is certain and which inputs are open is found anew. Linear in the program.
void know(Inquiry& inquiry, ground::Knowledge knowledge);

/// The same question with nothing known of the situation, and what was known as claims: how a
/// solver is asked about a complete situation.
std::vector<std::vector<solve::Claim>> withdraw_knowledge(Inquiry& inquiry);

/// Reports a situation without any completion, by a smallest set of lines and constraints that
/// exclude each other.
void report_impossible(const Inquiry& inquiry, double seconds, Diagnostics& diagnostics);

}  // namespace grotius::analyse
