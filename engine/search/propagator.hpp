#pragma once
// The state of one question: the gates below what is wanted, what is decided of them, and the
// fields' domains; private to this folder. Gates are copied in as the question reaches them, so
// that a question is a small dense graph whatever the size of the program.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/search/gates.hpp"
#include "engine/search/search.hpp"

namespace grotius::search {

class Propagator {
 public:
  explicit Propagator(const Gates& gates);

  /// A new question. `base` are the words of all fields' domains, `decided` the gates whose values
  /// follow from those (or a superset of those) domains; both must outlive the question.
  void begin(const std::vector<Word>& base, const std::vector<Truth>& decided);
  /// Adds truths that must hold. O(cone).
  void want(std::span<const Ref> wanted);
  /// Propagates what is certain, without decisions. False: what is wanted is impossible.
  bool settle();
  /// Searches, with at most `budget` decisions since `begin`.
  Outcome run(std::uint64_t budget);

  /// The fields that the question reached, and what remains of their domains.
  std::span<const std::uint32_t> fields() const { return fields_; }
  const Word* domain(std::uint32_t field) const { return domains_.data() + place_[field]; }
  std::uint64_t decisions() const { return decisions_; }
  const std::string& reason() const { return reason_; }

 private:
  static constexpr std::uint32_t kNone = 0xffffffffu;
  struct LocalGate {
    std::uint32_t gate = 0;
    Truth assigned = Truth::unknown;
    std::uint32_t first = 0, size = 0;   ///< local edges to its operands
    std::uint32_t parents = kNone;       ///< the first local edge from a gate that uses it
    std::uint32_t next_literal = kNone;  ///< of the same field
    std::int64_t sure = 0, open = 0;     ///< the weights of its true and its undecided operands
  };
  struct LocalEdge {
    std::uint32_t operand = 0;
    std::uint32_t parent = 0;
    std::uint32_t next = kNone;  ///< the next edge from a gate that uses the operand
    bool negated = false;
    std::int64_t weight = 1;
  };
  struct Level {
    std::size_t trail = 0, words = 0, scanned = 0;
    std::uint32_t gate = 0;
    Truth decision{};
  };
  struct SavedWord {
    std::uint32_t at = 0;
    Word old = 0;
  };

  std::uint32_t local(std::uint32_t gate);
  void expand(std::uint32_t id);
  void reach_field(std::uint32_t field);
  bool assign(std::uint32_t id, Truth truth);
  bool propagate();
  bool narrow(std::uint32_t literal);
  bool examine(std::uint32_t id);
  bool force(std::uint32_t id);
  bool conflict();
  void undo(const Level& level);
  bool decide(std::uint32_t id);
  Truth operand_truth(const LocalEdge& edge) const {
    const Truth truth = gates_here_[edge.operand].assigned;
    return edge.negated ? -truth : truth;
  }

  const Gates& gates_;
  const std::vector<Word>* base_ = nullptr;
  const std::vector<Truth>* decided_ = nullptr;

  std::vector<std::uint32_t> local_;  ///< by gate, valid where seen_ is this question
  std::vector<std::uint32_t> seen_;   ///< by gate
  std::vector<std::uint32_t>
      place_;  ///< by field: in domains_, valid where reached_ is this question
  std::vector<std::uint32_t> reached_;   ///< by field
  std::vector<std::uint32_t> literals_;  ///< by field: the first literal
  std::uint32_t question_ = 0;

  std::vector<LocalGate> gates_here_;
  std::vector<LocalEdge> edges_here_;
  std::vector<std::uint32_t> fields_;
  std::vector<Word> domains_;
  std::vector<Ref> wanted_;
  std::vector<std::uint32_t> trail_;
  std::vector<SavedWord> saved_;
  std::vector<Level> levels_;
  std::size_t head_ = 0;      ///< of the trail: what is before it is propagated
  std::size_t scanned_ = 0;   ///< what is before it is supported
  std::size_t examined_ = 0;  ///< local gates before it have been examined since they were added
  std::uint64_t decisions_ = 0;
  bool possible_ = true;
  const Gate* opaque_ = nullptr;  ///< a gate on which some branch rested that was given up
  std::string reason_;
};

}  // namespace grotius::search
