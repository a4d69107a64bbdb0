#pragma once
// From the lines of a situation to statements: names, types, values, periods. Private to the
// folder.

#include <optional>
#include <vector>

#include "engine/model/resolver.hpp"

namespace grotius::model {

/// The statements of the lines, those in error left out. `scope.local` holds the individuals of the
/// situation.
std::vector<Statement> resolve_lines(Resolver& resolver, const Scope& scope,
                                     const std::vector<syntax::Line>& lines);

}  // namespace grotius::model
