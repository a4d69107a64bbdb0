#include "tests/properties/random_worlds.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <rapidcheck.h>

#include "tests/properties/print.hpp"
#include "tests/properties/shrink.hpp"
#include "tests/support/catch.hpp"

namespace grotius::properties {
namespace {

constexpr int normal_runs = 2'000;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

std::uint64_t starting_seed(std::uint64_t runs) {
  const auto now = std::chrono::system_clock::now().time_since_epoch().count();
  return number_from("GROTIUS_PROPERTY_SEED",
                     runs <= normal_runs ? 1 : static_cast<std::uint64_t>(now));
}

rc::Seq<World> shrinks(const World& world) { return rc::seq::fromContainer(smaller(world)); }

}  // namespace

// RapidCheck finds it by the type.
void showValue(const World& world, std::ostream& out) {
  out << "\n";
  for (const TextFile& file : print(world).files) {
    out << "==== " << file.name << "\n" << file.text;
  }
}

void check_worlds(const std::string& name, double share, const GenerateOptions& options,
                  const Property& property) {
  const std::uint64_t runs = number_from("GROTIUS_PROPERTY_RUNS", normal_runs);
  rc::detail::TestParams params;
  params.seed = starting_seed(runs);
  params.maxSuccess = std::max(1, static_cast<int>(static_cast<double>(runs) * share));
  if (runs > normal_runs) {
    std::cerr << name << ": " << params.maxSuccess
              << " worlds, GROTIUS_PROPERTY_SEED=" << params.seed << "\n";
  }
  // At the full size seeds are spread over all numbers.
  const auto seeds = rc::gen::noShrink(rc::gen::resize(100, rc::gen::arbitrary<std::uint64_t>()));
  const auto worlds = rc::gen::shrink(
      rc::gen::map(seeds, [&](std::uint64_t seed) { return generate(seed, options); }), shrinks);
  rc::detail::TestMetadata metadata;
  metadata.description = name;
  const rc::detail::TestResult result = rc::detail::checkTestable(
      [&] {
        const World world = *worlds;
        const std::string wrong = property(world);
        if (!wrong.empty()) RC_FAIL(wrong);
      },
      metadata, params);
  std::ostringstream message;
  rc::detail::printResultMessage(result, message);
  INFO(message.str());
  const bool holds = result.template is<rc::detail::SuccessResult>();
  CHECK(holds);
}

}  // namespace grotius::properties
