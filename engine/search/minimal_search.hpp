#pragma once
// The search for a minimal witness, private to this folder. A state is a set of stated inputs, each
// with the values that it may still be given; the one it has meanwhile is the first of these. What
// is not stated counts at its presumption, or as unknown.

#include <optional>
#include <vector>

#include "engine/search/core.hpp"
#include "engine/search/minimal.hpp"

namespace grotius::search {

/// A number of things to state at least, individuals and lines each for itself.
struct Cost {
  static constexpr std::uint16_t kImpossible = 0xffff;
  std::uint16_t unnamed = 0;
  std::uint16_t lines = 0;

  bool impossible() const { return unnamed == kImpossible || lines == kImpossible; }
  static constexpr Cost never() { return {kImpossible, kImpossible}; }
};
Cost greater(Cost a, Cost b);  ///< in each of both
Cost lesser(Cost a, Cost b);   ///< in each of both
Cost together(Cost a, Cost b);

/// What the order of witnesses looks at.
struct Key {
  std::vector<std::int64_t> integers, dates;
  std::vector<std::uint32_t> ranks, values;
};

class Minimal::Impl {
 public:
  Impl(const Search& search, std::vector<Presumption> presumptions);

  Outcome find(std::span<const ground::NodeId> goals, std::uint64_t budget);

  const Witness& witness() const { return witness_; }
  const std::string& reason() const { return reason_; }

 private:
  enum class Status : std::uint8_t {
    presumed,  ///< not stated, and has a value
    unknown,   ///< not stated, and has none
    stated,
  };
  /// Values of a field, one of which must be stated: those of a literal, or all but the present
  /// one.
  struct Option {
    std::uint32_t field = 0;
    Ref literal = kNoRef;
    friend bool operator==(const Option&, const Option&) = default;
  };
  struct Saved {
    Word* at = nullptr;
    Word old = 0;
    std::uint32_t field = 0;
  };
  /// Within some cones: the gates that use a gate, and the literals of a field.
  struct Users {
    std::vector<std::vector<std::uint32_t>> of_gate, of_field;
    Users() = default;
    explicit Users(const Gates& gates) : of_gate(gates.gates.size()), of_field(gates.fields.size()) {}
    void add(const Gates& gates, std::span<const std::uint32_t> cone);
    void remove(const Gates& gates, std::span<const std::uint32_t> cone);
  };
  /// One goal under the limits that it has come to.
  struct Run {
    std::size_t goal = 0;
    Ref ref = 0;
    std::vector<std::uint32_t> cone;
    std::vector<std::uint32_t> fields;  ///< of its literals
    std::vector<std::uint32_t> free;    ///< fields without cost that it, or a requirement, rests on
    std::uint32_t unnamed = 0, lines = 0;  ///< the limits
    bool open = true;
  };

  // minimal.cpp: the order of the search
  void begin_field(std::uint32_t field);
  void begin_requirements();
  std::vector<std::uint32_t> free_fields(ground::NodeId goal) const;
  std::vector<Run> runs(std::span<const ground::NodeId> goals);
  void advance(Run& run);
  void explore();
  void settle_exactly();
  bool may_break(const Requirement& requirement);

  // minimal_order.cpp: which of those that state equally much
  void accept();
  Key key() const;
  bool hopeless() const;

  // minimal_supports.cpp: what gates rest on
  void begin_supports();
  std::span<const Word> support(Ref ref) const {
    return std::span(supports_).subspan(std::size_t{gate_of(ref)} * support_words_, support_words_);
  }
  Cost all_of(const Gate& gate, bool holds);
  Cost some_of(const Gate& gate, std::size_t needed, bool holds);

  // minimal_changes.cpp: what a change of the state makes look at again
  void begin_changes();
  void keep_evaluated(const Run& run);
  void touch(std::uint32_t field);
  void spoil(std::uint32_t gate);
  void freshen();

  // minimal_bounds.cpp: what holds in a state, and what it would cost to change it
  void evaluate();
  void evaluate_gate(std::uint32_t id);
  void evaluate_completion(std::span<const std::uint32_t> cone);
  Cost literal_cost(std::uint32_t id, bool holds) const;
  Cost tally_cost(const Gate& gate, bool holds);
  Cost at_least(const Gate& gate, std::int64_t weight, bool holds);
  Cost goal_cost();
  Cost least_cost();
  Truth value(Ref ref) const { return seen_through(ref, (*seen_)[gate_of(ref)]); }
  Cost cost(Ref ref) const {
    return negated(ref) ? costs_[gate_of(ref)].no : costs_[gate_of(ref)].yes;
  }

  // minimal_mend.cpp: what could change it
  void mend(Ref wrong);
  void mend_literal(Ref wrong);
  void break_requirements();
  void try_options();
  bool state_one_of(const Option& option);
  void exclude(const Option& option);
  Word option_word(const Option& option, std::uint32_t word) const;
  void show_first(std::uint32_t field);
  void save(std::uint32_t field, Word& word) {
    saved_.push_back({&word, word, field});
    touch(field);
  }
  void undo(std::size_t saved, std::size_t stated);

  const Gates& gates() const { return core_.gates(); }
  const Field& field(std::uint32_t number) const { return gates().fields[number]; }

  const Compiled& compiled_;
  std::vector<Presumption> presumptions_;
  std::vector<Word> possible_;  ///< words of all fields: what required nodes leave
  Core core_;
  std::vector<std::uint32_t> deviating_;    ///< fields whose kept value is not their presumption
  std::vector<std::uint32_t> unsatisfied_;  ///< requirements that fail where nothing is stated
  std::vector<std::uint32_t> breakable_;    ///< requirements that rest on an unknown input
  std::size_t support_words_ = 0;
  std::vector<Word> supports_;  ///< by gate: the fields that it rests on, one bit each
  std::vector<bool> apart_;     ///< by gate: no two of its operands rest on one field
  std::vector<Word> used_;      ///< scratch: fields that a sum counts already

  // the state
  std::vector<Status> status_;         ///< by field
  std::vector<Word> assumed_;          ///< what each field is taken to be
  std::vector<Word> allowed_;          ///< what may be stated of it
  std::vector<std::uint32_t> stated_;  ///< fields
  std::vector<Saved> saved_;
  std::uint32_t unnamed_ = 0, lines_ = 0;

  // what was found out about the state
  struct Costs {
    Cost yes, no;
  };
  std::vector<Truth> values_;             ///< by gate
  std::vector<Truth> completed_;          ///< by gate: in the completion that was found last
  const std::vector<Truth>* seen_ = &values_;  ///< the one of both that `value` looks at
  std::vector<Costs> costs_;              ///< by gate
  std::vector<bool> fresh_;               ///< by gate: its value and costs are those of the state
  std::vector<std::uint32_t> spoilt_;     ///< gates that are not fresh
  Users users_required_, users_of_goal_;
  std::vector<std::uint32_t> kept_;       ///< the cone of the goal that is kept evaluated
  std::vector<std::uint32_t> pending_;    ///< scratch
  std::vector<std::uint32_t> evaluated_;  ///< by gate: the last completion
  std::vector<std::uint32_t> looked_at_;  ///< by requirement: the last evaluation
  std::vector<std::uint32_t> marked_;     ///< by field, scratch
  std::uint32_t evaluation_ = 0, mark_ = 0;
  std::vector<std::uint32_t> relevant_;  ///< requirements that the state may break
  std::vector<std::uint32_t> mended_;    ///< by gate: the last look for options
  std::uint32_t mending_ = 0;
  std::vector<Option> options_;

  // the question
  const Run* run_ = nullptr;
  std::uint32_t next_unnamed_ = 0, next_lines_ = 0;  ///< least limits that would let more in
  std::uint64_t states_ = 0, budget_ = 0;
  bool first_only_ = false;
  bool cut_ = false;         ///< the budget was reached
  bool incomplete_ = false;  ///< something was left out that might have been a witness
  std::optional<Key> best_;
  Witness witness_;
  std::string reason_;
};

}  // namespace grotius::search
