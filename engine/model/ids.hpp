#pragma once
// Typed indices. Everything that the norm model declares stands in a vector of `Model` and is named by its index there, so
// that no stage can confuse a fact with a definition, and no order ever depends on an address.

#include <cstddef>
#include <cstdint>

namespace grotius::model {

enum class ModuleId : std::uint32_t {};
enum class DocumentId : std::uint32_t {};
enum class TypeId : std::uint32_t {};
enum class IndividualId : std::uint32_t {};
enum class ParameterId : std::uint32_t {};
enum class FactId : std::uint32_t {};
enum class DefinitionId : std::uint32_t {};
enum class ActionId : std::uint32_t {};
enum class AttributionId : std::uint32_t {};
enum class NormId : std::uint32_t {};
enum class IncompatibilityId : std::uint32_t {};
enum class ConstraintId : std::uint32_t {};
enum class ThesisId : std::uint32_t {};
enum class SituationId : std::uint32_t {};

template <class Id>
constexpr std::size_t index(Id id) {
  return static_cast<std::size_t>(id);
}
template <class Id>
constexpr Id id_of(std::size_t index) {
  return static_cast<Id>(index);
}

}  // namespace grotius::model
