#pragma once
// What must be true of a text before anything reads it closely.

#include "grammar/diagnostic.hpp"
#include "grammar/source.hpp"

namespace grotius::grammar {

/// Whether the text is of bearable size, valid UTF-8 and free of NUL bytes; otherwise a diagnostic
/// says what is wrong. Linear.
bool is_readable(const Sources& sources, SourceId source, Diagnostics& diagnostics);

}  // namespace grotius::grammar
