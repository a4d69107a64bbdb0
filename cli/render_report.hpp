#pragma once
// What `grotius check` found about one norm set, as people and programs read it; both say the same.

#include <string>

#include <nlohmann/json.hpp>

#include "engine/analyse/check/finding.hpp"

namespace grotius::cli {

/// The findings like the diagnostics of a compiler, what was not seen, tolerated or left undecided,
/// and a summary line at the end.
std::string render_text(const model::Model& model, const analyse::Report& report, bool colour);

/// One finding with its witness. `name` is the name under which the witness can be pasted; empty
/// where there is no witness.
std::string render_text(const model::Model& model, const analyse::Report& report,
                        const analyse::Finding& finding, const std::string& name, bool colour);

/// "3 conflicts, 1 gap; 2 tolerated; complete for every number of individuals of State".
std::string summary(const analyse::Report& report);

/// A thesis and how it came out, on one line.
std::string render_thesis(const model::Model& model, const analyse::ThesisResult& thesis);

/// The object of `check --json` (docs/schemas/check.json).
nlohmann::ordered_json to_json(const model::Model& model, const analyse::Report& report);
/// A finding in it.
nlohmann::ordered_json to_json(const model::Model& model, const analyse::Finding& finding);
/// A thesis in it.
nlohmann::ordered_json to_json(const model::Model& model, const analyse::ThesisResult& thesis);

/// `dead norm`.
std::string in_words(analyse::FindingKind kind);
/// `3 dead norms`; `which` comes before the words: `3 further dead norms`.
std::string counted(analyse::FindingKind kind, std::uint64_t count, std::string_view which = "");

/// What was not seen: "`dear` was not seen to apply".
std::string unseen(analyse::FindingKind kind, const std::vector<std::string>& names);

/// What a kind of finding means, and what one can do about it; for those who see only the code.
std::string_view explanation(analyse::FindingKind kind);

/// 1 234 567
std::string grouped(std::uint64_t number);

/// Whether something was found.
bool has_findings(const analyse::Report& report);
/// Whether "nothing found" would say too much: something was cut short, or only seen up to scope.
bool is_inconclusive(const analyse::Report& report);

}  // namespace grotius::cli
