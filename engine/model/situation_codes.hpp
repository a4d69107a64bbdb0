#pragma once
// The codes of the mistakes in situations, each documented in docs/diagnostics/S.md. S2xx are those
// that only an answer brings to light.

#include "grammar/diagnostic.hpp"

namespace grotius::model::codes {

inline constexpr Code unknown_situation{"S101", "extension of an unknown situation"};
inline constexpr Code extends_cycle{"S102", "situations that extend each other"};
inline constexpr Code individual_twice{"S103", "individual declared twice in a situation"};
inline constexpr Code individual_hides{"S104",
                                       "individual of a situation with the name of another"};
inline constexpr Code definition_given{"S105", "given for a definition"};
inline constexpr Code parameter_given{"S106", "given for a parameter"};
inline constexpr Code deed_form{"S107", "deed without `done`, or fact with it"};
inline constexpr Code value_missing{"S108", "fact without its value"};
inline constexpr Code value_not_meant{"S109", "value of a relation"};
inline constexpr Code contradictory_lines{"S110", "lines that contradict each other"};
inline constexpr Code too_many_atoms{"S111", "situation that speaks of too many atoms"};

}  // namespace grotius::model::codes
