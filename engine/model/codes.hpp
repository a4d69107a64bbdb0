#pragma once
// The codes of the mistakes that the norm model reports. Each is declared here and nowhere else, is
// never used again for something else, and is documented in docs/diagnostics (M.md, S.md, Q.md).

#include "grammar/diagnostic.hpp"

namespace grotius::model::codes {

// M1xx: names
inline constexpr Code unknown_name{"M101", "unknown name"};
inline constexpr Code duplicate_name{"M102", "name declared twice"};
inline constexpr Code ambiguous_name{"M103", "ambiguous name"};
inline constexpr Code shadowing{"M104", "name that hides another"};
inline constexpr Code wrong_kind_of_name{"M105", "name of something else"};
inline constexpr Code unknown_module{"M106", "unknown module"};
inline constexpr Code module_not_used{"M107", "module that the file does not use"};
inline constexpr Code module_cycle{"M108", "modules that use each other"};
inline constexpr Code unbound_variable{"M109", "variable that nothing binds"};
inline constexpr Code type_cycle{"M110", "types above each other"};
inline constexpr Code kind_cycle{"M111", "actions that are kinds of each other"};
inline constexpr Code bad_argument{"M112",
                                   "argument that is neither individual nor role nor typed"};
inline constexpr Code variable_twice{"M113", "variable twice in one act"};
inline constexpr Code misplaced_role{"M114", "role in the place of another"};
inline constexpr Code listed_twice{"M115", "the same thing listed twice"};
inline constexpr Code unknown_finding{"M116", "unknown kind of finding"};
inline constexpr Code unborne_rank{"M117", "rank that no document bears"};
inline constexpr Code outranks_itself{"M118", "norm that would outrank itself"};

// M2xx: types and forms
inline constexpr Code wrong_arity{"M201", "wrong number of arguments"};
inline constexpr Code wrong_type{"M202", "argument of the wrong type"};
inline constexpr Code not_a_condition{"M203", "value where a condition is meant"};
inline constexpr Code not_a_value{"M204", "condition where a value is meant"};
inline constexpr Code not_comparable{"M205", "comparison of things that are not alike"};
inline constexpr Code relation_compared{"M206", "comparison of conditions"};
inline constexpr Code mixed_arithmetic{"M207", "arithmetic that mixes numbers and dates"};
inline constexpr Code product_of_unknowns{"M208", "product without a constant"};
inline constexpr Code overflow{"M209", "constant too large"};
inline constexpr Code not_closed{"M210", "value of an open type"};
inline constexpr Code closed_type{"M211", "closed type extended"};
inline constexpr Code out_of_range{"M212", "value outside its range"};
inline constexpr Code empty_range{"M213", "range without a value"};
inline constexpr Code not_constant{"M214", "value that is not constant"};
inline constexpr Code other_signature{"M215", "alternative with another signature"};
inline constexpr Code bad_kind{"M216", "`is` that does not fill the general action"};
inline constexpr Code not_narrower{"M217", "variable that does not narrow its role"};
inline constexpr Code status_not_allowed{"M218", "status where none may stand"};
inline constexpr Code needs_an_action{"M219", "deontic word without an action"};
inline constexpr Code not_applicable{"M220", "name used in the wrong form"};
inline constexpr Code empty_period{"M221", "period without a day"};
inline constexpr Code wrong_value{"M222", "value of the wrong kind"};
inline constexpr Code impossible_type_test{"M223", "`is` that can never hold"};
inline constexpr Code bad_cost{"M224", "cost below zero"};
inline constexpr Code needs_an_individual{"M225", "number or date where an individual is meant"};

// M4xx: two norm sets side by side
inline constexpr Code signatures_part{"M401", "name with two signatures in two norm sets"};
inline constexpr Code partner_unclear{"M402", "name whose partner in the other norm set is unclear"};

}  // namespace grotius::model::codes
