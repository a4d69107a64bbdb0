#pragma once
// What norms and situations speak of: documents, types, individuals, parameters, facts, definitions, actions.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/expression.hpp"
#include "grammar/date.hpp"

namespace grotius::model {

struct Document {
  ModuleId module{};
  std::string_view name;
  std::string citation;
  std::string_view rank;  ///< empty: none
  std::optional<Date> dated;
  std::string link;
  Span span;
};

/// A citation: a document with a pinpoint, or free text.
struct Citation {
  std::optional<DocumentId> document;
  std::string text;  ///< the pinpoint, or the free citation; may be empty with a document
  bool unconfirmed = false;
  Span span;
};

struct Type {
  ModuleId module{};
  std::string_view name;
  std::optional<TypeId> supertype;
  bool closed = false;
  std::vector<IndividualId> members;  ///< of a closed type, in the order of declaration
  Span span;
};

struct Individual {
  ModuleId module{};                     ///< where declared
  std::optional<SituationId> situation;  ///< of a situation only
  std::string_view name;
  std::string label;  ///< may be empty
  TypeId type{};
  Span span;
};

/// The kind of a value. Integers have optional bounds; `individual` is a closed type. Values of all kinds are carried as
/// `std::int64_t`: truth 0/1, the integer, the day of a date, the index of the IndividualId.
struct ValueKind {
  Sort sort;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
};

struct Parameter {
  ModuleId module{};
  std::string_view name;
  ValueKind kind;
  std::int64_t value = 0;
  std::string title;
  std::vector<Citation> sources;
  Span span;
};

struct Fact {
  ModuleId module{};
  std::string_view name;
  std::vector<Variable> parameters;
  ValueKind kind;                        ///< boolean: a relation
  std::optional<std::int64_t> presumed;  ///< nothing: presumed unknown
  std::int64_t cost = 1;
  std::string text;  ///< the template; may be empty
  Span span;
};

/// One `define … when … unless …` of a relation; the alternatives of a name are joined by `or`.
struct Alternative {
  Expr when;
  std::optional<Expr> unless;
  std::vector<Citation> sources;
  Span span;
};

struct Definition {
  ModuleId module{};
  std::string_view name;
  std::vector<Variable> parameters;  ///< slots 0, 1, …; each alternative names its own, by position
  Sort sort;                         ///< boolean, integer or date
  std::vector<Alternative> alternatives;  ///< of a relation, in the order of the text
  std::optional<Expr> value;              ///< of a value
  std::vector<Citation> sources;          ///< of a value
  std::string text;
  Span span;
};

/// `is GENERAL(role, …) when …`: the act counts as that general act.
struct Kind {
  ActionId general{};
  std::vector<std::uint32_t> roles;  ///< for each role of the general action the own role that fills it
  Expr when;                         ///< over the own roles, slots 0, 1, …; literal true if unconditional
  Span span;
};

struct Action {
  ModuleId module{};
  std::string_view name;
  std::vector<Variable> roles;  ///< slots 0, 1, …
  std::string text;
  std::vector<Kind> kinds;
  bool done_presumed_unknown = false;
  Span span;
};

}  // namespace grotius::model
