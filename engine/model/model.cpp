#include "engine/model/model.hpp"

namespace grotius::model {

std::string Model::qualified(ModuleId module, std::string_view name) const {
  const Module& home = (*this)[module];
  if (home.anonymous) return std::string(name);
  std::string result(home.name);
  result += '.';
  result += name;
  return result;
}

std::string Model::cite(const Citation& citation) const {
  std::string result;
  if (citation.document) {
    result = (*this)[*citation.document].name;
    if (!citation.text.empty()) result += ' ';
  }
  result += citation.text;
  if (citation.unconfirmed) result += " (unconfirmed)";
  return result;
}

// Types are acyclic: `resolve_types` cuts every cycle that it reports.
bool Model::is_or_is_below(TypeId type, TypeId general) const {
  for (std::optional<TypeId> at = type; at; at = (*this)[*at].supertype) {
    if (*at == general) return true;
  }
  return false;
}

}  // namespace grotius::model
