#pragma once
// The diagnostics about files: what cannot be read, and modules that are used but not found. docs/diagnostics/F.md has a
// section on each.

#include "grammar/diagnostic.hpp"

namespace grotius::file_codes {

inline constexpr Code missing_file{"F001", "No such file"};
inline constexpr Code folder{"F002", "A folder where a file is wanted"};
inline constexpr Code unreadable{"F003", "A file that cannot be read"};
inline constexpr Code too_large{"F004", "A file that is too large"};
inline constexpr Code unknown_module{"F005", "A module that is not found"};
inline constexpr Code other_module{"F006", "A file that holds another module than its name says"};
inline constexpr Code empty_folder{"F007", "A folder without files of norms"};
inline constexpr Code unwritable{"F008", "A file that cannot be written"};

}  // namespace grotius::file_codes
