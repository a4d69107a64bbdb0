#pragma once
// Situations that show a finding, as people and programs read them, and as a case file states them.

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "engine/analyse/check/finding.hpp"

namespace grotius::cli {

/// The story in sentences, wrapped and set in by one blank: "Suppose s1 is a Ship; …. Then …".
/// `then` says what comes of it, and may be empty.
std::string story(const analyse::Witness& witness, const std::string& then);

/// What can be pasted into a case file: the situation under a name, and the question about the act,
/// if the witness has one. `under` names the module; empty: a file without a module. Every line is
/// set in by `indent` blanks.
std::string case_text(const analyse::Witness& witness, const std::string& name,
                      std::string_view under, std::size_t indent);

/// `{"individuals", "given", "on", "act", "told", "story"}` (docs/schemas/check.json); null where
/// there is none.
nlohmann::ordered_json to_json(const std::optional<analyse::Witness>& witness);

/// A text broken at blanks to at most so many columns, each line after the first set in by `indent`
/// blanks. Words are never broken.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t at_most = 100);

}  // namespace grotius::cli
