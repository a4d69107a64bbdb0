// The engine's ways to an answer agree with one another and with the naive reference: on every
// status of complete and of partial situations, on the norms that apply and stand, on what settles
// a question.

#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::analyse::Engine;

namespace {

std::string disagreement(const World& world, const std::vector<Engine>& engines,
                         const PrintOptions& printing, bool open = false) {
  static const char* const names[] = {"automatic", "native", "z3", "both"};
  LoadedWorld loaded(print(world, printing));
  std::string result = loaded.errors();
  if (!result.empty()) return "the engine rejects it:\n" + result;
  std::vector<Answer> expected;
  for (const Question& question : world.questions) {
    expected.push_back(reference_answer(world, question, open));
  }
  for (Engine engine : engines) {
    grotius::analyse::AskOptions options;
    options.engine = engine;
    options.open = open;
    const auto answers = loaded.answers(options);
    for (std::size_t place = 0; place < expected.size(); ++place) {
      const std::string which = std::string("question ") + std::to_string(place + 1) + ", engine " +
                                names[static_cast<int>(engine)];
      if (!answers[place]) return which + ": no answer\n" + loaded.errors();
      const std::string found = difference(*answers[place], expected[place]);
      if (!found.empty()) result += which + ", engine against reference:\n" + found;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties: evaluator, solver and reference agree", "[properties]") {
  check_worlds("evaluator, solver and reference agree", 1.0, {}, [](const World& world) {
    return disagreement(world, {Engine::automatic, Engine::z3}, {});
  });
}

TEST_CASE("properties: enumeration and reference agree", "[properties]") {
  check_worlds("enumeration and reference agree", 0.25, {},
               [](const World& world) { return disagreement(world, {Engine::native}, {}); });
}

TEST_CASE("properties: complete situations are decided alike", "[properties]") {
  GenerateOptions options;
  options.complete_only = true;
  check_worlds("complete situations are decided alike", 0.25, options, [](const World& world) {
    return disagreement(world, {Engine::automatic, Engine::z3}, {});
  });
}

TEST_CASE("properties: the order of items and files means nothing", "[properties]") {
  check_worlds("the order of items and files means nothing", 0.25, {}, [](const World& world) {
    std::string result;
    for (std::uint64_t seed : {1, 2}) {
      result += disagreement(world, {Engine::automatic}, {true, seed});
    }
    return result;
  });
}

TEST_CASE("properties: with every presumption withdrawn all agree", "[properties]") {
  GenerateOptions options;
  options.open = true;
  options.max_unknowns = 10;
  options.max_states = 1'024;
  check_worlds("with every presumption withdrawn all agree", 0.1, options, [](const World& world) {
    return disagreement(world, {Engine::automatic, Engine::native}, {}, true);
  });
}

TEST_CASE("properties: the more special norm is found by the solver as by enumeration",
          "[properties]") {
  GenerateOptions options;
  options.specificity = true;
  check_worlds("the more special norm is found by the solver as by enumeration", 0.05, options,
               [](const World& world) { return disagreement(world, {Engine::automatic}, {}); });
}
