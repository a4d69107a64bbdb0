#pragma once
// A timeline as text, as a picture, as JSON. All say the same.

#include <string>

#include "engine/explore/timeline.hpp"

namespace grotius::cli {

/// One block a norm set, one line a segment with what made it, at most 80 columns where words allow.
std::string timeline_text(const model::Model& model, const explore::Timeline& timeline);
/// One self-contained SVG: a bar a norm set over an axis of dates, a number at every change, the changes below in words. It has a
/// background of its own and depends on nothing else; the same timeline always gives the same bytes.
std::string timeline_svg(const model::Model& model, const explore::Timeline& timeline);
/// The object of `timeline --json` (docs/schemas/timeline.json).
std::string timeline_json(const model::Model& model, const explore::Timeline& timeline);

}  // namespace grotius::cli
