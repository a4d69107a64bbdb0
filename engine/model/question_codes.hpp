#pragma once
// The codes of the mistakes in questions, each documented in docs/diagnostics/Q.md.

#include "grammar/diagnostic.hpp"

namespace grotius::model::codes {

inline constexpr Code question_situation{"Q101", "question about an unknown situation"};
inline constexpr Code question_module{"Q102", "question under an unknown module"};
inline constexpr Code question_action{"Q103", "question about an unknown action"};
inline constexpr Code question_parameter{"Q104", "question with an unknown parameter"};
inline constexpr Code which_module{"Q105", "question that does not say under which module"};
inline constexpr Code which_situation{"Q106", "question that does not say in which situation"};
inline constexpr Code not_an_individual{"Q107", "act of something that is no individual"};
inline constexpr Code foreign_individual{"Q108", "individual that the situation does not know"};
inline constexpr Code unfit_answer{"Q109", "answer that an expression cannot have"};
inline constexpr Code set_twice{"Q110", "parameter set twice"};
inline constexpr Code two_norm_sets{"Q111", "question both under modules and as held by somebody"};

}  // namespace grotius::model::codes
