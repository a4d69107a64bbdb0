#pragma once
// Words for the steps of a cycle. Private to the folder.

#include <string>

#include "engine/model/model.hpp"

namespace grotius::model {

/// "line 3", with the file where it is not that of `home`: "charter.norm:3".
std::string place_of(const Model& model, const Span& span, SourceId home);

/// " (line 3)".
inline std::string in_brackets(const std::string& place) { return " (" + place + ")"; }

}  // namespace grotius::model
