#include "tests/properties/print.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include "tests/properties/print_items.hpp"

namespace grotius::properties {
namespace {

struct Item {
  std::string text;
  int module = absent;
  int question = absent;
  // In a file, an `individual` after a situation would be the situation's: these come first.
  bool before_situations = false;
  bool situation = false;
  bool adds_to_sets = false;  // neither a situation nor a question
};

std::vector<Item> items_of(const World& world, std::mt19937_64* random) {
  std::vector<Item> result;
  const auto add_all = [&](const auto& things, auto text) {
    for (const auto& thing : things) {
      ItemPrinter printer(world, thing.module, random);
      for (const std::string& item : text(printer, thing)) {
        result.push_back({item, thing.module});
        result.back().adds_to_sets = true;
      }
    }
  };
  const auto one = [](std::string text) { return std::vector<std::string>{std::move(text)}; };
  add_all(world.documents, [&](auto& to, auto& it) { return one(to.document(it)); });
  for (int type = 0; type < static_cast<int>(world.types.size()); ++type) {
    const int module = world.types[type].module;
    result.push_back({ItemPrinter(world, module, random).type_declaration(type), module});
  }
  for (const std::pair<const int, std::string>& individuals : individual_items(world, random)) {
    result.push_back({individuals.second, individuals.first, absent, true});
  }
  add_all(world.parameters, [&](auto& to, auto& it) { return one(to.parameter(it)); });
  add_all(world.facts, [&](auto& to, auto& it) { return one(to.fact(it)); });
  add_all(world.definitions, [&](auto& to, auto& it) { return to.definition(it); });
  add_all(world.actions, [&](auto& to, auto& it) { return one(to.action(it)); });
  add_all(world.attributions, [&](auto& to, auto& it) { return one(to.attribution(it)); });
  add_all(world.norms, [&](auto& to, auto& it) { return one(to.norm(it)); });
  add_all(world.priorities, [&](auto& to, auto& it) { return one(to.priority(it)); });
  add_all(world.incompatibilities, [&](auto& to, auto& it) { return one(to.incompatibility(it)); });
  add_all(world.constraints, [&](auto& to, auto& it) { return one(to.constraint(it)); });
  add_all(world.theses, [&](auto& to, auto& it) { return one(to.thesis(it)); });
  ItemPrinter free(world, absent, random);
  for (const Acceptance& acceptance : world.acceptances) {
    result.push_back({free.acceptance(acceptance), absent});
  }
  for (int situation = 0; situation < static_cast<int>(world.situations.size()); ++situation) {
    result.push_back({free.situation(situation), absent});
    result.back().situation = true;
  }
  for (int question = 0; question < static_cast<int>(world.questions.size()); ++question) {
    result.push_back({free.question(world.questions[question]), absent, question});
  }
  return result;
}

}  // namespace

Printed print(const World& world, const PrintOptions& options) {
  std::mt19937_64 random(options.seed);
  std::mt19937_64* chance = options.shuffle ? &random : nullptr;
  std::vector<Item> items = items_of(world, chance);
  if (options.shuffle) {
    std::shuffle(items.begin(), items.end(), random);
    std::stable_partition(items.begin(), items.end(),
                          [](const Item& item) { return item.before_situations; });
  }
  const std::size_t free_files = options.shuffle ? 1 + random() % 3 : 1;
  // What a file without a module adds to the sets asked counts for its own questions at least: such
  // items and the questions stay in one file, and only the situations spread.
  const bool spread_questions = std::none_of(items.begin(), items.end(), [](const Item& item) {
    return item.module == absent && item.adds_to_sets;
  });

  struct File {
    TextFile text;
    std::vector<int> questions;
  };
  std::vector<File> files;
  for (const Module& module : world.modules) {
    files.push_back(
        {{module.name + ".norm", ItemPrinter(world, absent, chance).header(module)}, {}});
  }
  for (std::size_t file = 0; file < free_files; ++file) {
    files.push_back({{"case" + std::to_string(file) + ".case", ""}, {}});
  }
  for (const Item& item : items) {
    std::size_t place = static_cast<std::size_t>(item.module);
    if (item.module == absent) {
      const bool spread = options.shuffle && (spread_questions || item.situation);
      place = world.modules.size() + (spread ? random() % free_files : 0);
    }
    files[place].text.text += item.text + "\n";
    if (item.question != absent) files[place].questions.push_back(item.question);
  }
  if (options.shuffle) std::shuffle(files.begin(), files.end(), random);

  Printed result;
  for (const File& file : files) {
    result.files.push_back(file.text);
    result.questions.insert(result.questions.end(), file.questions.begin(), file.questions.end());
  }
  return result;
}

std::string atom_text(const World& world, const std::string& name,
                      const std::vector<int>& arguments) {
  std::vector<std::string> names;
  for (int individual : arguments) names.push_back(world.individuals[individual].name);
  return name + "(" + join(names, ", ") + ")";
}

std::string date_text(Value day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

}  // namespace grotius::properties
