#pragma once
// Situations and questions, resolved: lines are expanded to single atoms, inheritance is done,
// contradictions are excluded.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/model/norms.hpp"

namespace grotius::model {

/// A ground atom that a situation can speak of: a fact or a deed, with its individuals.
struct Atom {
  bool deed = false;
  std::uint32_t ref = 0;  ///< FactId, or ActionId of a deed
  std::vector<IndividualId> arguments;

  friend bool operator==(const Atom&, const Atom&) = default;
  friend auto operator<=>(const Atom&, const Atom&) = default;
};

/// One argument of a statement: an individual, a set of them, or `every TYPE except {…}`.
struct StatementArgument {
  std::vector<IndividualId> individuals;  ///< unless `every`
  std::optional<TypeId> every;
  std::vector<IndividualId> except;
};

/// One entry of a line as it is written. What `every` means in it depends on the situation that
/// takes the line: one that extends another may add individuals.
struct Statement {
  bool deed = false;
  std::uint32_t ref = 0;  ///< as in Atom
  std::vector<StatementArgument> arguments;
  std::vector<std::int64_t> values;  ///< as in Entry, like all that follows
  Interval period;
  std::vector<Citation> sources;
  std::vector<std::vector<Citation>> value_sources;
  Span span;
};

/// What one line says of one atom, over an interval.
struct Entry {
  Atom atom;
  /// The possible values: one (given), several (the sources disagree), none (`unknown`: every value
  /// of the range).
  std::vector<std::int64_t> values;
  Interval period;
  std::vector<Citation> sources;  ///< of the line
  std::vector<std::vector<Citation>>
      value_sources;  ///< parallel to `values` where there are several
  Span span;
};

struct Situation {
  ModuleId module{};  ///< the module, or file, in which it stands
  std::string_view name;
  std::string title;
  std::optional<SituationId> extends;
  std::optional<Date> on;                 ///< own or inherited
  std::vector<IndividualId> individuals;  ///< own and inherited
  std::vector<Statement> statements;      ///< own
  std::vector<Entry> entries;             ///< own and inherited; sorted by atom, then beginning
  Span span;
};

/// Named limits of situations; the message that reports one names it.
struct SituationLimits {
  static constexpr std::size_t atoms =
      1'000'000;  ///< of which the lines of one situation may speak, every set and type written out
  static constexpr std::size_t held =
      4'000'000;  ///< atoms and individuals of all situations together, inherited ones each time
};

/// The answers that `expect` may name.
enum class Expectation {
  yes,
  no,
  contested,
  depends,
  permitted,
  forbidden,
  obliged,
  silent,
  exempt,
  empowered,
  disabled
};

struct Setting {
  ParameterId parameter{};
  std::optional<std::int64_t> value;  ///< nothing: unknown
};

/// A ground act.
struct Act {
  ActionId action{};
  std::vector<IndividualId> arguments;
  friend bool operator==(const Act&, const Act&) = default;
  friend auto operator<=>(const Act&, const Act&) = default;
};

struct Question {
  ModuleId module{};  ///< where it stands; the anonymous module of its file if there is no header
  std::variant<Act, Expr> asked;  ///< an expression is closed and boolean
  std::string text;               ///< what was asked, as written
  SituationId situation{};
  std::vector<ModuleId> under;         ///< as written or the only candidate; empty with `holder`
  std::optional<IndividualId> holder;  ///< `as held by`
  std::optional<Date> on;              ///< the question's own date
  std::vector<Setting> with;
  std::optional<Expectation> expect;
  Span span;
};

/// The date on which a question is asked: its own, else its situation's, else none (after the last
/// date).
std::optional<Date> date_of(const Question& question, const Situation& situation);

}  // namespace grotius::model
