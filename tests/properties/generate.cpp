#include "tests/properties/generate.hpp"

#include <stdexcept>

#include "tests/properties/dependencies.hpp"
#include "tests/properties/generator.hpp"
#include "tests/properties/reference_situation.hpp"
#include "tests/properties/superiority.hpp"

namespace grotius::properties {
namespace {

// Superiority among norms that can meet is the same however `can_meet` is read, for every module.
bool superiority_is_clear(const World& world, const std::vector<int>& under) {
  const NormPairs by_action = norm_set(world, under, Meeting::by_action).superior;
  const NormPairs by_arguments = norm_set(world, under, Meeting::by_arguments).superior;
  const auto covers = [&](const NormPairs& left, const NormPairs& right) {
    for (const auto& pair : left) {
      if (!right.contains(pair) &&
          can_meet(world, pair.first, pair.second, Meeting::by_arguments)) {
        return false;
      }
    }
    return true;
  };
  return covers(by_action, by_arguments) && covers(by_arguments, by_action);
}

bool unclear_superiority(const World& world) {
  for (int module = 0; module < static_cast<int>(world.modules.size()); ++module) {
    if (!superiority_is_clear(world, {module})) return true;
    for (int other = 0; other < module; ++other) {
      if (!superiority_is_clear(world, {module, other})) return true;
    }
  }
  return false;
}

}  // namespace

Generator::Generator(std::uint64_t seed, const GenerateOptions& options)
    : chance_(seed), options_(options) {
  if (options_.specificity) {
    options_.closed_types_only = true;
    options_.statuses_in_conditions = false;
    options_.dates = false;
  }
  if (options_.checked) options_.closed_types_only = !options_.unbounded;
  options_.tiny = options_.tiny || options_.specificity || options_.open || options_.checked;
}

World Generator::world() {
  dated_ = options_.dates && chance_.percent(75);
  modules();
  documents();
  types_and_individuals();
  if (!options_.specificity) parameters();
  facts();
  actions();
  definitions();
  conditions_of_is();
  attributions();
  if (!options_.specificity) constraints();
  definitions_with_statuses();
  norms();
  priorities();
  incompatibilities();
  if (options_.checked) {
    shared_incompatibility();
    gather();
    theses();
    return world_;
  }
  acceptances();
  situations();
  if (invalidity(world_).empty()) questions();
  return world_;
}

std::string invalidity(const World& world) {
  if (Dependencies(world).has_strict_cycle()) return "strict cycle";
  if (has_cycle_of_superiority(world)) return "cycle of superiority";
  try {
    return unclear_superiority(world) ? "superiority depends on the reading" : "";
  } catch (const UnboundedUnknown&) {
    return "scopes cannot be compared";
  }
}

World generate(std::uint64_t seed, const GenerateOptions& options) {
  for (std::uint64_t attempt = 0; attempt < 1'000; ++attempt) {
    World world = Generator(seed * 1'000'003 + attempt, options).world();
    const bool useful = options.unbounded ? true
                        : options.checked ? can_be_checked(world)
                                          : !world.questions.empty();
    if (useful && invalidity(world).empty()) return world;
  }
  throw std::runtime_error("no valid world for seed " + std::to_string(seed));
}

}  // namespace grotius::properties
