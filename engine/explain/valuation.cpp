#include "engine/explain/valuation.hpp"

namespace grotius::explain {

std::string_view name(Rule rule) {
  static constexpr std::string_view kNames[] = {"given",    "presumed",   "supposed",  "parameter", "day",
                                                "expression", "definition", "unfounded", "done",      "counts_as",
                                                "in_force", "applies",    "stands",    "status"};
  return kNames[static_cast<std::size_t>(rule)];
}

Valuation::Valuation(const ground::World& world, const model::Situation& situation, bool open, Supposed supposed)
    : model_(world.model), snapshot_(world, situation, open), supposed_(std::move(supposed)) {}

ground::Input Valuation::input_of(const model::Atom& atom) const {
  ground::Input input;
  input.kind = atom.deed ? ground::Input::Kind::deed : ground::Input::Kind::fact;
  input.ref = atom.ref;
  input.arguments = atom.arguments;
  if (!atom.deed) input.value = model_->facts[atom.ref].kind;
  return input;
}

Valuation::Known Valuation::of(const model::Atom& atom, const ground::Input& input) const {
  const ground::Domain domain = snapshot_.domain(input);
  const model::Entry* entry = snapshot_.entry(atom);
  if (domain.known()) return {Range::of(domain.values.front()), entry != nullptr ? Rule::given : Rule::presumed, entry};
  const auto found = supposed_.find(atom);
  if (found != supposed_.end()) return {found->second, Rule::supposed, entry};
  if (!domain.values.empty()) throw Unknown{atom, {}};
  return {{domain.low, domain.high}, Rule::supposed, entry};
}

std::vector<model::Atom> Valuation::given_deeds() const {
  std::vector<model::Atom> deeds;
  for (const model::Entry* entry : snapshot_.entries())
    if (entry->atom.deed && entry->values != std::vector<std::int64_t>{0}) deeds.push_back(entry->atom);
  return deeds;
}

std::vector<std::int64_t> Valuation::choices(const model::Atom& atom) const { return snapshot_.domain(input_of(atom)).values; }

Range Valuation::all(const model::Atom& atom) const {
  if (const auto found = supposed_.find(atom); found != supposed_.end()) return found->second;
  const ground::Domain domain = snapshot_.domain(input_of(atom));
  return {domain.low, domain.high};
}

}  // namespace grotius::explain
