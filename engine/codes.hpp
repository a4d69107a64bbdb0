#pragma once
// The codes of questions that are put from outside a file.

#include "grammar/diagnostic.hpp"

namespace grotius::codes {

inline constexpr Code bad_request{"Q301", "part of a command-line question that cannot be read"};

inline constexpr Code no_question{"Q302", "files that ask nothing"};

inline constexpr Code which_question{"Q303", "export of more than one question"};

}  // namespace grotius::codes
