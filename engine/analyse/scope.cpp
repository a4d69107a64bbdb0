#include "engine/analyse/scope.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace grotius::analyse {

using model::TypeId;

namespace {

/// Counts the individuals that each type needs, following the demands from type to type.
class Counting {
 public:
  using Existentials = std::map<Demands::Existential, std::uint64_t>;
  Counting(const model::Model& model, const Existentials& existentials,
           const std::vector<model::ModuleId>& homes)
      : model_(model),
        existentials_(existentials),
        named_(model.types.size(), 0),
        needed_(model.types.size()),
        entered_(model.types.size(), false) {
    for (const auto& individual : model.individuals) {
      if (individual.situation ||
          (!homes.empty() && std::ranges::find(homes, individual.module) == homes.end()))
        continue;
      for (std::size_t type = 0; type < model.types.size(); ++type)
        if (model.is_or_is_below(individual.type, model::id_of<TypeId>(type))) ++named_[type];
    }
  }

  /// The unnamed individuals whose own type is `type`; nothing where the demands run in a circle,
  /// or beyond the limit.
  std::optional<std::uint64_t> unnamed(TypeId type) {
    auto& known = needed_[index(type)];
    if (known) return known;
    if (entered_[index(type)]) return std::nullopt;
    entered_[index(type)] = true;
    std::uint64_t total = 0;
    for (const auto& [existential, times] : existentials_) {
      if (!model_.is_or_is_below(type, existential.type)) continue;
      std::uint64_t witnesses = times;
      for (TypeId universal : existential.within) {
        const auto size = individuals(universal);
        if (!size) return std::nullopt;
        witnesses *= *size;
        if (witnesses > ScopeLimits::unnamed) break;
      }
      total += witnesses;
      if (total > ScopeLimits::unnamed) {
        too_many = type;
        return std::nullopt;
      }
    }
    return known = total;
  }

  std::optional<TypeId> too_many;

 private:
  /// All individuals of a type and its subtypes. An edge runs to all kin of the universal's type: a
  /// circle through any of them counts.
  std::optional<std::uint64_t> individuals(TypeId type) {
    std::uint64_t total = named_[index(type)];
    for (std::size_t other = 0; other < model_.types.size(); ++other) {
      const TypeId id = model::id_of<TypeId>(other);
      if (model_[id].closed || !model_.kin(id, type)) continue;
      const auto own = unnamed(id);
      if (!own) return std::nullopt;
      if (model_.is_or_is_below(id, type)) total += *own;
    }
    return total;
  }

  const model::Model& model_;
  const Existentials& existentials_;
  std::vector<std::uint64_t> named_;
  std::vector<std::optional<std::uint64_t>> needed_;
  std::vector<bool> entered_;
};

}  // namespace

namespace {

Scope counted(const model::Model& model, const Counting::Existentials& existentials,
              const std::vector<model::ModuleId>& homes) {
  Scope scope;
  scope.unnamed.assign(model.types.size(), 0);
  scope.complete = true;
  Counting counting(model, existentials, homes);
  for (std::size_t type = 0; type < model.types.size() && scope.complete; ++type) {
    if (model.types[type].closed) continue;
    const auto needed = counting.unnamed(model::id_of<TypeId>(type));
    if (!needed) {
      scope.complete = false;
      scope.reason = counting.too_many
                         ? "more than " + std::to_string(ScopeLimits::unnamed) +
                               " unnamed individuals of the type " +
                               std::string(model[*counting.too_many].name) + " would be needed"
                         : "quantifiers that run in a circle through the type " +
                               std::string(model.types[type].name);
    } else {
      scope.unnamed[type] = static_cast<std::uint32_t>(*needed);
    }
  }
  return scope;
}

std::uint64_t size_of(const Scope& scope) {
  std::uint64_t size = 0;
  for (std::uint32_t unnamed : scope.unnamed) size += unnamed;
  return size;
}

}  // namespace

Scope scope_of(const model::Model& model, const Demands& demands, std::uint32_t otherwise,
               const std::vector<model::ModuleId>& homes) {
  Scope scope = counted(model, demands.existentials, homes);
  if (!demands.too_many) {
    Scope other = counted(model, demands.counted_once(), homes);
    if (other.complete && (!scope.complete || size_of(other) < size_of(scope))) scope = std::move(other);
  }
  if (!demands.obstacles.empty()) {
    scope.complete = false;
    scope.reason = *demands.obstacles.begin();
  }
  if (!scope.complete)
    for (std::size_t type = 0; type < model.types.size(); ++type)
      scope.unnamed[type] = model.types[type].closed ? 0 : otherwise;
  return scope;
}

}  // namespace grotius::analyse
