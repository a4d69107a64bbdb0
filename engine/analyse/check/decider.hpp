#pragma once
// Answers what can be, over all situations of a `Symbolic`. The native search answers most questions in microseconds; where it gives up a
// solver is asked; whatever either claims to be possible is replayed by the evaluator first. Nothing that is undecided counts as
// impossible.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/analyse/check/finding.hpp"
#include "engine/analyse/check/symbolic.hpp"
#include "engine/analyse/completions.hpp"
#include "engine/search/cubes.hpp"
#include "engine/search/minimal.hpp"

namespace grotius::analyse {

/// How much may be spent, and by which engines.
struct Effort {
  Engine engine = Engine::automatic;
  std::optional<std::chrono::steady_clock::time_point> deadline;
  /// Seconds that are left; 0 where there is no bound. Throws GaveUp where none are.
  double left() const;
};

enum class Possible { yes, no, undecided };

/// The native search over a program as it stood at some time, with what is made for it once.
struct NativeSearch {
  explicit NativeSearch(const Symbolic& symbolic);

  std::size_t nodes = 0;  ///< of the program that it knows
  ground::Knowledge knowledge;
  search::Search search;
  std::optional<search::Minimal> minimal;
  std::optional<search::Covers> covers;
};

class Decider {
 public:
  /// Of the program as it stands; what is grounded afterwards it does not know. `roots` are the goals, and what `holds` is asked of.
  /// O(cone of the roots); the first after something was grounded compiles the whole program.
  Decider(Symbolic& symbolic, std::vector<ground::NodeId> roots, const Effort& effort);
  ~Decider();

  /// Whether all goals hold together in some situation. Throws ClaimNotConfirmed where engines contradict each other.
  Possible possible(std::span<const ground::NodeId> goals);
  Possible possible(ground::NodeId goal) { return possible(std::span(&goal, 1)); }
  /// Whether any of the goals does: `yes` at the first that does.
  Possible any(std::span<const ground::NodeId> goals);

  /// After `yes`: the situation that shows it, replayed, and the truth of roots in it.
  const Completion& situation() const { return situation_; }
  bool holds(ground::NodeId root) const { return evaluator_.truth(root); }
  /// After `undecided`: why, in words.
  const std::string& reason() const { return reason_; }

  /// The cheap filter of the native search; none where it is not used. Its nodes are those of the program at construction.
  search::Covers* covers();

  /// The minimal witness of one of the goals, and which of them it shows. Nothing where there is none or it is undecided; `reason` is
  /// empty where there is none.
  struct Shown {
    std::size_t goal = 0;
    search::Witness witness;
  };
  std::optional<Shown> witness(std::span<const ground::NodeId> goals);

 private:
  Possible by_search(std::span<const ground::NodeId> goals);
  Possible by_solver(std::span<const ground::NodeId> goals);
  void replay(std::span<const ground::NodeId> goals);
  std::optional<Shown> reduced(std::span<const ground::NodeId> goals);
  std::vector<search::Presumption> presumptions() const;

  Symbolic& symbolic_;
  Effort effort_;
  std::vector<ground::NodeId> required_;
  evaluate::Evaluator evaluator_;
  std::shared_ptr<NativeSearch> native_;
  ground::Knowledge knowledge_;  ///< of the solver
  std::unique_ptr<solve::Solver> solver_;
  Completion situation_;
  std::string reason_;
};

}  // namespace grotius::analyse
