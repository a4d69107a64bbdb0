#include "engine/analyse/check/finding.hpp"

#include <algorithm>
#include <array>

#include "engine/analyse/check/codes.hpp"

namespace grotius::analyse {

namespace {

struct Kind {
  std::string_view name;
  Code code;
};

/// In the order of `FindingKind`.
constexpr std::array kinds{
    Kind{"conflict", codes::conflict},
    Kind{"impossible_duties", codes::impossible_duties},
    Kind{"gap", codes::gap},
    Kind{"dead_norm", codes::dead_norm},
    Kind{"dead_alternative", codes::dead_alternative},
    Kind{"idle_norm", codes::idle_norm},
    Kind{"redundant_condition", codes::redundant_condition},
    Kind{"idle_priority", codes::idle_priority},
    Kind{"constant_definition", codes::constant_definition},
    Kind{"unused", codes::unused},
    Kind{"contradictory_constraints", codes::contradictory_constraints},
    Kind{"thesis_failed", codes::thesis_failed},
    Kind{"void_priority", codes::void_priority},
    Kind{"stale_toleration", codes::stale_toleration},
    Kind{"open_pair", codes::open_pair},
};
static_assert(kinds.size() == static_cast<std::size_t>(FindingKind::open_pair) + 1);

}  // namespace

std::string_view name(FindingKind kind) { return kinds[static_cast<std::size_t>(kind)].name; }

Code code_of(FindingKind kind) { return kinds[static_cast<std::size_t>(kind)].code; }

std::optional<FindingKind> finding_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &Kind::name);
  if (found == kinds.end()) return std::nullopt;
  return static_cast<FindingKind>(found - kinds.begin());
}

std::string_view name(ThesisResult::Outcome outcome) {
  switch (outcome) {
    case ThesisResult::Outcome::proved:
      return "proved";
    case ThesisResult::Outcome::refuted:
      return "refuted";
    case ThesisResult::Outcome::unknown:
      break;
  }
  return "unknown";
}

}  // namespace grotius::analyse
