// Where no condition asks a status, prohibitions only take away: a `forbid` that no priority speaks
// of never turns an answer into *yes*.

#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/properties/world_queries.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;

namespace {

// Prohibitions of the action, with no condition or with that of a norm about the same action. They
// belong to no module and cite nothing, so that no criterion prefers them or puts them last.
std::vector<Norm> prohibitions(const World& world, int action) {
  Norm plain;
  plain.name = "added";
  plain.modality = Modality::forbid;
  plain.action = action;
  for (const Binder& role : world.actions[action].roles) {
    plain.arguments.push_back({Argument::Form::role, absent, role});
  }
  std::vector<Norm> result{plain};
  for (const Norm& norm : world.norms) {
    if (norm.action != action || !norm.when) continue;
    Norm conditional = plain;
    conditional.arguments = norm.arguments;
    conditional.when = norm.when;
    result.push_back(conditional);
  }
  return result;
}

std::string added_yes(const World& world) {
  LoadedWorld loaded(print(world));
  const auto before = loaded.answers();
  for (int action = 0; action < static_cast<int>(world.actions.size()); ++action) {
    for (const Norm& norm : prohibitions(world, action)) {
      World changed = world;
      changed.norms.push_back(norm);
      LoadedWorld more(print(changed));
      const auto after = more.answers();
      for (std::size_t place = 0; place < world.questions.size(); ++place) {
        if (world.questions[place].expression) continue;
        if (!before[place] || !after[place]) return "no answer\n" + loaded.errors() + more.errors();
        const auto yes = [](const Answer& answer) {
          return answer.possible.contains("permitted") || answer.possible.contains("obliged");
        };
        if ((after[place]->answer == "yes" && before[place]->answer != "yes") ||
            (yes(*after[place]) && !yes(*before[place]))) {
          return "question " + std::to_string(place + 1) + " gains a yes by\n" +
                 text_of(print(changed)) + difference(*before[place], *after[place]);
        }
      }
    }
  }
  return "";
}

}  // namespace

TEST_CASE("properties: a prohibition never adds a yes", "[properties]") {
  GenerateOptions options;
  options.statuses_in_conditions = false;
  check_worlds("a prohibition never adds a yes", 0.1, options, added_yes);
}
