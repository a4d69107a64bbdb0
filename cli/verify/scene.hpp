#pragma once
// The situation of a question at its date, as semantics.md (Situations) has it: who there is, what
// the lines say of each fact and deed on that day, and what is presumed of the rest.

#include <compare>

#include "cli/verify/law.hpp"

namespace grotius::verify {

/// A fact or deed with its individuals.
struct Atom {
  bool deed = false;
  Index ref = 0;  ///< of `Law::facts` or `Law::actions`
  Tuple arguments;
  friend auto operator<=>(const Atom&, const Atom&) = default;
};

/// What one line says of an atom on the day.
struct Line {
  Span span;
  std::vector<std::int64_t> values;  ///< none: `unknown`; several: the sources disagree
};

/// What an atom can be: a few values, or all between two bounds.
struct Choices {
  std::vector<std::int64_t> values;  ///< ascending; empty: every number between the bounds
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool known() const { return values.size() == 1; }
  bool has(std::int64_t value) const;
};

class Scene {
 public:
  /// `date`: none asks after the last date. `open`: presumptions of relations and deeds are
  /// withdrawn.
  Scene(const Law& law, Index situation, std::optional<Date> date, bool open);

  const Law& law;
  std::optional<Date> date;
  Locals locals;  ///< the situation's own and inherited individuals

  const std::vector<Index>& of(Index type) const { return by_type_[type]; }
  bool has(Index individual) const;
  /// The individual that a certificate names. Throws DoesNotFollow where there is none, CannotCheck
  /// where there are several.
  Index individual(const std::string& name) const;
  bool holds(const Interval& interval) const {
    return date ? interval.holds_on(*date) : interval.holds_after_all();
  }

  /// The lines that speak of the atom on the day; empty: the presumption rules.
  const std::vector<Line>& lines(const Atom& atom) const;
  Choices choices(const Atom& atom) const;
  /// The acts of `given not done …` lines.
  const std::vector<Atom>& not_done() const { return not_done_; }
  Kind kind(const Atom& atom) const { return atom.deed ? Kind{} : law.facts[atom.ref].kind; }
  Choices everything(const Kind& kind) const;
  /// `done module.act(x, y)`.
  std::string text(const Atom& atom) const;
  std::string call(const std::string& name, const Tuple& arguments) const;

 private:
  void read(Index situation);
  void read_line(const syntax::Line& line, const Locals& known,
                 std::map<Atom, std::vector<Line>>& said, std::map<Atom, bool>& spoken);
  std::vector<Index> individuals(const syntax::LineArgument& argument, const Locals& known) const;

  bool open_;
  std::vector<std::vector<Index>> by_type_;
  std::vector<Index> members_;
  std::map<Atom, std::vector<Line>> lines_;
  std::vector<Atom> not_done_;
};

/// Calls `use` with every tuple that takes its nth member from the nth list; stops where `use`
/// returns false.
template <class Use>
bool each_tuple(const std::vector<std::vector<Index>>& choices, Tuple& tuple, Use use) {
  if (tuple.size() == choices.size()) return use(tuple);
  for (Index one : choices[tuple.size()]) {
    tuple.push_back(one);
    const bool go_on = each_tuple(choices, tuple, use);
    tuple.pop_back();
    if (!go_on) return false;
  }
  return true;
}

}  // namespace grotius::verify
