#pragma once
// Where two norm sets part, as people and programs read it; both say the same.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/grotius.hpp"

namespace grotius::cli {

/// The two sides as the command line names them.
struct Sides {
  std::string first;
  std::string second;
};

/// The changes with their witnesses, the norms that were added, removed or reworded, and a line that sums up.
std::string render_text(const Sources& sources, const Sides& sides,
                        const analyse::Difference& difference, bool colour);

/// The object of `diff --json` (docs/schemas/diff.json).
nlohmann::ordered_json to_json(const Sources& sources, const Sides& sides,
                               const analyse::Difference& difference);

}  // namespace grotius::cli
