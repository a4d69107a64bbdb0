#pragma once
// A native search over decision programs. Most questions that an analysis asks are small: can these
// few conditions hold together? A solver spends milliseconds on each, mostly on itself; here each
// costs microseconds, and there may be millions of them.
//
// The idea: every input becomes a finite field. A truth has two values, a closed type its members,
// and a number or date that is only ever compared with constants has one value for each interval
// between those constants, which is exact. Conditions over them are gates that count their true
// operands (a conjunction wants all, a disjunction one, `count … >= 3` three), so one rule
// propagates through all of them, upwards from what the fields decide and downwards from what is
// wanted. Where propagation stops, the search looks for a gate whose wanted truth nothing supports
// yet and decides the operand that is easiest to have; it goes back in order when that fails.
//
// What is required of every answer (constraints) is looked at last and only where it matters: one
// model of the required nodes is found once and kept, an answer takes its values wherever it has
// not decided otherwise, and only required nodes that rest on a field with another value are
// checked, and joined to the search where they fail. A question so pays for what it touches, not
// for the size of the program.
//
// What does not fit (sums and comparisons of several unknown numbers, choices between numbers that
// are not constants, least fixed points) is never true and never false in a search. Where an answer
// would rest on it the search gives up and says so; it does not guess.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::search {

enum class Outcome {
  found,    ///< there is a model; the evaluator confirms it
  none,     ///< proved: there is none
  gave_up,  ///< undecided: `reason` says why
};

/// A truth that a node should have.
struct Wanted {
  ground::NodeId node{};
  bool holds = true;
};

class Core;  // the compiled program and the state of a search; private to this folder

/// Answers questions about one program, one at a time; not for several threads at once.
class Search {
 public:
  /// Decisions that a question may take unless it says otherwise.
  static constexpr std::uint64_t kBudget = 10'000;

  /// `knowledge` has the values that each input may have; `required` are truths that hold in every
  /// model. Program and knowledge are not needed afterwards. O(n log n) in the nodes and operands
  /// of the program, and one search over the required nodes.
  Search(const ground::Program& program, const ground::Knowledge& knowledge,
         std::span<const ground::NodeId> required);
  ~Search();
  Search(Search&&) noexcept;
  Search& operator=(Search&&) noexcept;

  /// Is there a model of the required nodes in which all goals hold? `none` and `found` are exact;
  /// `gave_up` after `budget` decisions, or where the answer rests on what the search does not
  /// know. Goals are truths. Some microseconds for the cone of the goals and the required nodes
  /// that it disturbs; exponential in the worst case, up to the budget.
  Outcome find(std::span<const ground::NodeId> goals, std::uint64_t budget = kBudget);
  /// The same, with goals that should be false among them.
  Outcome find(std::span<const Wanted> goals, std::uint64_t budget = kBudget);
  /// Have the required nodes a model at all? O(1): found out by the constructor.
  Outcome consistent() const;

  /// After `found`: a value for each input, by InputId. Inputs that do not matter have the least
  /// value by absolute value (positive first), `false`, the first member of their type, the
  /// earliest date, unless required nodes ask for another. Valid until the next `find`.
  const std::vector<std::int64_t>& model() const;
  /// After `gave_up`: why, in words.
  const std::string& reason() const;
  /// Decisions of the last `find`.
  std::uint64_t decisions() const;

  const Core& core() const { return *core_; }

 private:
  std::unique_ptr<Core> core_;
  std::vector<std::uint32_t> goals_;
};

}  // namespace grotius::search
