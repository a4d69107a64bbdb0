#pragma once
// The pieces of the printed model. Every item is one paragraph; paragraphs are sorted, so the order
// of files and items does not show. Private to the folder.

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/model.hpp"

namespace grotius::model::printing {

std::string quoted_text(std::string_view text);
std::string number_text(const std::optional<std::int64_t>& number);
/// `TYPE`, with its module.
std::string type_text(const Model& model, TypeId type);
std::string individual_text(const Model& model, IndividualId individual);
/// `boolean`, `int in 0..`, `date`, `module.Vote`.
std::string kind_text(const Model& model, const ValueKind& kind);
std::string value_text(const Model& model, const Sort& sort, std::int64_t value);
/// `p#0: TYPE, …`
std::string variables_text(const Model& model, const std::vector<Variable>& variables);
/// ` from DATE until DATE`, or nothing.
std::string interval_text(const Interval& interval);
/// One line `  source …` each.
std::string sources_text(const Model& model, const std::vector<Citation>& sources);
std::string act_text(const Model& model, const ActPattern& act);
std::string_view word(Modality modality);
std::string_view word(Status status);

/// The paragraphs of each kind of item.
std::vector<std::string> situations(const Model& model);
std::vector<std::string> questions(const Model& model);
/// The norm sets of the modules named on the command line: norms, strata, superiority.
std::vector<std::string> norm_sets(const Model& model);

/// Whether the item belongs to a file named on the command line.
bool is_named(const Model& model, ModuleId module);

}  // namespace grotius::model::printing
