#pragma once
// What a question can come to: its statuses (of an expression: its answers), each with the truth that says so, and which of them some
// completion has. Several versions of one question may stand in one program; the completions are those of all. For this folder.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/analyse/completions.hpp"
#include "engine/analyse/inquiry.hpp"

namespace grotius::explore {

/// Without its truth: what an answer reports.
struct Outcome {
  std::optional<analyse::ReportedStatus> status;  ///< none: of an expression
  analyse::Verdict answer{};

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct OutcomeNode {
  Outcome outcome;
  ground::NodeId node{};
};

/// Exhaustive and exclusive, sorted by the name of the status, or answer, as answers list what is possible.
std::vector<OutcomeNode> outcomes(const ground::ActStatus& status);
std::vector<OutcomeNode> outcomes(ground::NodeId condition, ground::NodeId negated);
/// Of the question itself.
std::vector<OutcomeNode> outcomes(const analyse::Inquiry& inquiry);
/// What an answer lists as possible.
std::vector<Outcome> outcomes(const analyse::Answer& answer);

/// The common answer, else `depends`; `unknown` of none.
analyse::Verdict verdict(std::span<const Outcome> possible);
/// The common status, if there is one.
std::optional<analyse::ReportedStatus> status(std::span<const Outcome> possible);

/// A solver for an inquiry as the engine says (`native`: one that enumerates), with its requirements required; `open` are the unknown
/// inputs that the questions rest on. The inquiry must outlive it.
std::unique_ptr<solve::Solver> solver_of(const analyse::Inquiry& inquiry, const analyse::AskOptions& options,
                                         std::vector<ground::InputId> open);

/// Which outcomes are possible over the completions of an inquiry. Each truth is decided once, most by a completion that was seen before.
class PossibleOutcomes {
 public:
  /// The inquiry must outlive it; the engine `z3` withdraws its knowledge, so that even what is known is decided by the solver.
  PossibleOutcomes(analyse::Inquiry& inquiry, const analyse::AskOptions& options);

  /// Those that are possible, in their order; none where the situation has no completion. Throws analyse::GaveUp and
  /// analyse::ClaimNotConfirmed.
  std::vector<Outcome> of(std::span<const OutcomeNode> outcomes);

 private:
  bool possible(ground::NodeId node);

  const analyse::Inquiry& inquiry_;
  std::unique_ptr<solve::Solver> solver_;
  std::unique_ptr<analyse::Completions> completions_;
  std::map<ground::NodeId, bool> known_;
  bool excluded_ = false;  ///< there is no completion
};

}  // namespace grotius::explore
