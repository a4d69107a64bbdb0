#pragma once
// The codes of what goes wrong with a command as a whole: its line, the limits of the machine, the
// program itself.

#include "grammar/diagnostic.hpp"

namespace grotius::cli::codes {

inline constexpr Code unknown_command{"F101", "A command that does not exist"};
inline constexpr Code unknown_option{"F102", "An option that the command does not have"};
inline constexpr Code missing_part{"F103", "A command that is not finished"};
inline constexpr Code unfit_value{"F104", "A value that an option does not take"};
inline constexpr Code limit_reached{"L001", "A limit of the program"};
inline constexpr Code out_of_memory{"L002", "More memory than the machine has"};
inline constexpr Code internal_error{"I001", "A mistake of the program"};

}  // namespace grotius::cli::codes
