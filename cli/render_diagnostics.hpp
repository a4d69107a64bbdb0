#pragma once
// Diagnostics as people and programs read them.

#include <iosfwd>
#include <string>
#include <vector>

#include "grammar/diagnostic.hpp"

namespace grotius::cli {

/// The message, the line with carets under the span, related places and the help.
std::string render_text(const Sources& sources, const Diagnostic& diagnostic, bool colour);
/// The line of a span with its number and carets under the span, in the colour of the severity.
std::string render_line(const Sources& sources, const Span& span, Severity severity, bool colour);
/// `{"code", "severity", "message", "at", "end", "help", "related"}` on one line.
std::string render_json(const Sources& sources, const Diagnostic& diagnostic);

/// All of them; in colour on a terminal, unless NO_COLOR is set.
void print_diagnostics(std::ostream& out, const Sources& sources,
                       const std::vector<Diagnostic>& diagnostics, bool json);

/// Whether a stream (1: standard output, 2: standard error) is a terminal that wants colours.
bool wants_colour(int descriptor);

}  // namespace grotius::cli
