#include "engine/explain/valuation.hpp"

namespace grotius::explain {

std::string_view name(Rule rule) {
  static constexpr std::string_view kNames[] = {"given",    "presumed",   "supposed",  "parameter", "day",
                                                "expression", "definition", "unfounded", "done",      "counts_as",
                                                "in_force", "applies",    "stands",    "status"};
  return kNames[static_cast<std::size_t>(rule)];
}

Valuation::Valuation(const ground::World& world, const model::Situation& situation, bool open,
                     std::map<model::Atom, std::int64_t> supposed)
    : snapshot_(world, situation, open), supposed_(std::move(supposed)) {}

Valuation::Known Valuation::of(const model::Atom& atom, const ground::Input& input) const {
  const ground::Domain domain = snapshot_.domain(input);
  const model::Entry* entry = snapshot_.entry(atom);
  if (domain.known()) return {domain.values.front(), entry != nullptr ? Rule::given : Rule::presumed, entry};
  const auto found = supposed_.find(atom);
  if (found == supposed_.end()) throw Unknown{atom};
  return {found->second, Rule::supposed, entry};
}

}  // namespace grotius::explain
