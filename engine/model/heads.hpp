#pragma once
// Pieces of the heads of norms, attributions and incompatibilities. Private to the folder.

#include <optional>
#include <vector>

#include "engine/model/resolver.hpp"

namespace grotius::model {

/// The action, where it has as many roles as there are arguments.
std::optional<ActionId> head_action(Resolver& resolver, const syntax::Head& head,
                                    const Scope& scope);

/// The argument in that place.
std::optional<Argument> head_argument(Resolver& resolver, const syntax::Head& head,
                                      std::size_t place, const Action& action,
                                      Environment& environment);

/// Reports a variable that the act has already.
bool new_variable(Resolver& resolver, const syntax::Name& name, const std::vector<Bound>& bound);

}  // namespace grotius::model
