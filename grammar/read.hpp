#pragma once
// Reads one text from the file system, so that nothing which is found there can hurt: a folder, a
// device without end, a file of a gigabyte are diagnostics. Whether the bytes are a text of norms, the
// parser says, and where they are not.

#include <filesystem>
#include <optional>
#include <string>

#include "grammar/diagnostic.hpp"

namespace grotius {

/// The path that stands for standard input.
inline constexpr const char* standard_input = "-";

/// The text of the file, without a byte order mark (unless it is Markdown), or nothing and a diagnostic at `used_at` (none:
/// named on the command line). Never reads more than `GrammarLimits::file_bytes` and a little.
std::optional<std::string> read_text(const std::filesystem::path& path,
                                     const std::optional<Span>& used_at, Diagnostics& diagnostics);

}  // namespace grotius
