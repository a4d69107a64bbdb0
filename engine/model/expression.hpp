#pragma once
// Typed expressions: names are resolved to ids, variables to slots, and every node knows its sort.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/ids.hpp"
#include "grammar/source.hpp"
#include "grammar/syntax.hpp"

namespace grotius::model {

/// The sort of an expression. `type` counts for individuals only.
struct Sort {
  enum class Kind : std::uint8_t { boolean, integer, date, individual } kind = Kind::boolean;
  TypeId type{};
  friend bool operator==(const Sort&, const Sort&) = default;
};

using Status = syntax::DeonticOperator;
using Modality = syntax::Modality;

enum class ExprKind : std::uint8_t {
  boolean,      ///< `number` 0 or 1
  integer,      ///< `number`
  date,         ///< `number`: day
  individual,   ///< `ref`: IndividualId
  variable,     ///< `ref`: slot
  parameter,    ///< `ref`: ParameterId
  today,        ///
  fact,         ///< `ref`: FactId; operands: arguments
  definition,   ///< `ref`: DefinitionId; operands: arguments
  negation,     ///< one operand
  conjunction,  ///< two or more operands (nested `and`s are flattened, in order)
  disjunction,  ///< two or more operands (flattened)
  implication,  ///< two operands
  equal,        ///< two operands of one sort (individuals: of kin types); `not_equal` is negation of this
  less,         ///< two operands, integers or dates; the other comparisons are made of `less` and `less_equal` by swapping
  less_equal,   ///
  member,       ///< operands[0] in the others; never empty
  is_type,      ///< one operand; `ref`: TypeId
  add,          ///< two operands
  subtract,     ///< two operands
  multiply,     ///< two operands, one of them a constant (literal or parameter-free constant)
  some,         ///< binders; operands: where
  no,           ///< binders; operands: where
  every,        ///< binders; operands: where, what they satisfy
  count,        ///< binders; operands: where
  sum,          ///< binders; operands: where, summand
  status,       ///< `status`; `ref`: ActionId; operands: arguments; `under`: of another norm set
};

/// A bound variable: its slot in the environment of the body and its type.
struct Variable {
  std::uint32_t slot = 0;
  TypeId type{};
  std::string_view name;
};

/// A node. An absent `where` is the literal true. Within a body (definition, norm, …) each binder has a slot of its own,
/// counted from the parameters on; a slot is used again only by binders that are not nested in each other.
struct Expr {
  ExprKind kind = ExprKind::boolean;
  Sort sort;
  Status status{};                ///< of `status`
  std::uint32_t ref = 0;          ///< see ExprKind
  std::int64_t number = 0;        ///< see ExprKind
  std::optional<ModuleId> under;  ///< of `status`
  std::vector<Variable> binders;  ///< of quantifiers
  std::vector<Expr> operands;
  Span span;
};

inline Expr truth(bool value) {
  Expr expr;
  expr.number = value ? 1 : 0;
  return expr;
}
inline bool is_literal(const Expr& expr, bool value) { return expr.kind == ExprKind::boolean && (expr.number != 0) == value; }

/// The number of slots that evaluating the body needs, given how many its head binds.
std::uint32_t slots_needed(const Expr& body, std::uint32_t head);

}  // namespace grotius::model
