// Two models as one: what they share, and what stays apart.

#include "engine/model/merge.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/model/norm_set.hpp"
#include "engine/model/print.hpp"
#include "engine/model/strata.hpp"
#include "engine/model/superiority.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/sides.hpp"

using namespace grotius;
using namespace grotius::model;

namespace {

using Told = std::vector<std::string>;

const std::string harbour =
    "module harbour\n"
    "document charter \"Harbour Charter\" rank treaty\n"
    "type Ship\n"
    "type Warship: Ship\n"
    "type Flag = neutral | hostile\n"
    "individual gull: Ship, orca: Warship\n"
    "parameter limit: int = 10\n"
    "parameter treated_as: Flag = neutral\n"
    "fact armed(s: Ship)\n"
    "fact flag(s: Ship): Flag presumed neutral\n"
    "fact hours(s: Ship): int in 0..\n"
    "define feared(s: Ship) when armed(s) or flag(s) = hostile\n"
    "define left(s: Ship): int = limit - hours(s)\n"
    "action stay(s: Ship)\n"
    "action moor(s: Ship) is stay(s) when hours(s) > 2\n"
    "attribution moor(s) when hours(s) > 100\n"
    "incompatible stay(s: Ship), moor(s)\n"
    "constraint armed_orca armed(orca)\n"
    "norm freedom source charter permit stay(s)\n"
    "norm fear forbid stay(s) when feared(s) unless flag(s) = treated_as overrides freedom\n"
    "thesis short always for s: Ship permitted stay(s) implies left(s) > 0\n"
    "acceptance of harbour by gull from 1905-06-01\n"
    "tolerate conflict freedom, fear \"known\"\n"
    "situation day\n"
    "  individual visitor: Ship\n"
    "  given armed(visitor)\n"
    "ask stay(visitor) in day\n";

template <class Items>
std::size_t named(const Items& items, std::string_view name) {
  return static_cast<std::size_t>(
      std::ranges::count_if(items, [&](const auto& item) { return item.name == name; }));
}

/// The paragraphs of the printed model that begin so.
std::vector<std::string> paragraphs(const Model& model, const std::string& begin) {
  std::vector<std::string> result;
  const std::string text = print(model);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    while (end + 1 < text.size() && text[end + 1] == ' ') end = text.find('\n', end + 1);
    std::string paragraph = text.substr(at, end - at);
    if (paragraph.starts_with(begin)) result.push_back(std::move(paragraph));
    at = end + 1;
  }
  return result;
}

}  // namespace

TEST_CASE("two versions of one file share their vocabulary and keep their norms apart",
          "[model][merge]") {
  test::Sides of =
      test::sides({harbour}, {test::replaced(harbour, "feared(s) unless", "armed(s) unless")});
  const auto merged = of.merged();
  CHECK(of.told() == Told{});
  REQUIRE(merged);
  const Model& model = merged->model;

  CHECK(model.types.size() == of.first.types.size());
  CHECK(model.facts.size() == of.first.facts.size());
  CHECK(model.parameters.size() == of.first.parameters.size());
  CHECK(model.individuals.size() == of.first.individuals.size());
  CHECK(named(model.modules, "harbour") == 2);
  CHECK(named(model.actions, "stay") == 2);
  CHECK(named(model.norms, "fear") == 2);
  CHECK(model.priorities.size() == 2);
  CHECK(model.attributions.size() == 2);
  CHECK(model.incompatibilities.size() == 2);
  CHECK(model.constraints.size() == 2);
  CHECK(model.theses.size() == 2);
  CHECK(model.acceptances.size() == 2);
  CHECK(model.tolerations.size() == 2);
  CHECK(model.documents.size() == 2);
  CHECK(model.situations.empty());
  CHECK(model.questions.empty());
  CHECK(model.named_modules.size() == 2);

  // Each side reads as it did alone.
  for (const char* kind : {"norm harbour.freedom", "action", "attribution", "constraint",
                           "incompatible", "thesis", "acceptance", "priority"}) {
    const auto both = paragraphs(model, kind);
    auto expected = paragraphs(of.first, kind);
    const auto second = paragraphs(of.second, kind);
    expected.insert(expected.end(), second.begin(), second.end());
    std::ranges::sort(expected);
    INFO(kind);
    CHECK_FALSE(expected.empty());
    CHECK(both == expected);
  }
  CHECK(paragraphs(model, "define") == paragraphs(of.first, "define"));
  CHECK(paragraphs(model, "norm harbour.fear").size() == 2);
  CHECK(paragraphs(model, "norm harbour.fear").front() !=
        paragraphs(model, "norm harbour.fear").back());
}

TEST_CASE("ids of the second model lead to its items in the merged one", "[model][merge]") {
  test::Sides of = test::sides({harbour}, {harbour});
  const auto merged = of.merged();
  REQUIRE(merged);
  const Model& model = merged->model;
  const NormSet first = norm_set(model, {of.first.named_modules.front()}, std::nullopt);
  const ModuleId second_module = merged->modules_of_second[index(of.second.named_modules.front())];
  const NormSet second = norm_set(model, {second_module}, std::nullopt);
  CHECK(first.norms == norm_set(of.first, {of.first.named_modules.front()}, std::nullopt).norms);
  REQUIRE(second.norms.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const Norm& there = model[first.norms[i]];
    const Norm& here = model[second.norms[i]];
    CHECK(there.name == here.name);
    CHECK(there.act.action != here.act.action);
    CHECK(merged->twin[index(there.act.action)] == here.act.action);
    CHECK(merged->twin[index(here.act.action)] == there.act.action);
    // Spans lead into the text of their own side.
    CHECK(of.sources->at(there.span).starts_with("old1.norm:"));
    CHECK(of.sources->at(here.span).starts_with("new1.norm:"));
  }
  for (std::size_t i = 0; i < of.second.norms.size(); ++i)
    CHECK(model[merged->norms_of_second[i]].name == of.second.norms[i].name);
  // The general action of a kind is that of its own side.
  const Action& moor = model[merged->actions_of_second[1]];
  REQUIRE(moor.kinds.size() == 1);
  CHECK(moor.kinds.front().general == merged->actions_of_second[0]);
  // Deeds of the second side are those of the first.
  const auto deeds = merged->shared_deeds();
  CHECK_FALSE(deeds[0]);
  CHECK(deeds[index(merged->actions_of_second[0])] == id_of<ActionId>(0));

  // Who outranks whom is as it was on that side alone.
  const auto undecided = [](NormId, NormId) { return Specificity::undecided; };
  Diagnostics unheard;
  const Superiority order = superiority(model, second, undecided, unheard);
  const auto alone =
      superiority(of.second, norm_set(of.second, {of.second.named_modules.front()}, std::nullopt),
                  undecided, unheard);
  CHECK(unheard.empty());
  for (std::size_t i = 0; i < of.second.norms.size(); ++i) {
    std::vector<Prevails> expected = alone.superiors[i];
    for (Prevails& prevails : expected)
      prevails.superior = merged->norms_of_second[index(prevails.superior)];
    CHECK(order.superiors[index(merged->norms_of_second[i])] == expected);
  }
  CHECK_FALSE(order.superiors[index(merged->norms_of_second[0])].empty());

  const NormSet both = joined(first, second);
  CHECK(both.norms.size() == 4);
  CHECK(both.attributions.size() == 2);
  CHECK(joined(both, first).constraints == both.constraints);
  Diagnostics cycles;
  CHECK(strata(model, both, cycles).of_done.size() == model.actions.size());
  CHECK(cycles.empty());
}

TEST_CASE("what only one side declares is appended", "[model][merge]") {
  test::Sides of = test::sides(
      {harbour},
      {"module other\n"
       "type Port\n"
       "type Ship\n"
       "type Mood = glad | sad\n"
       "individual tern: Ship, dover: Port\n"
       "fact at(s: Ship, p: Port)\n"
       "fact mood(s: Ship): Mood presumed sad\n"
       "parameter usual: Mood = glad\n"
       "action stay(vessel: Ship)\n"
       "action leave(s: Ship, from_port: Port)\n"
       "norm home permit leave(tern, p: Port) when at(tern, p) and mood(tern) in {glad, usual}\n"});
  const auto merged = of.merged();
  CHECK(of.told() == Told{});
  REQUIRE(merged);
  const Model& model = merged->model;
  CHECK(named(model.types, "Ship") == 1);
  CHECK(named(model.types, "Port") == 1);
  CHECK(named(model.individuals, "tern") == 1);
  CHECK(merged->types_of_second[1] == id_of<TypeId>(0));
  // Roles may be called otherwise; an action of one side alone has no twin.
  CHECK(merged->twin[index(merged->actions_of_second[0])] == id_of<ActionId>(0));
  CHECK_FALSE(merged->twin[index(merged->actions_of_second[1])]);
  CHECK(paragraphs(model, "norm other.home") == paragraphs(of.second, "norm other.home"));
  CHECK(paragraphs(model, "fact other.mood") ==
        Told{"fact other.mood(s#0: harbour.Ship): other.Mood presumed other.sad cost 1"});
  CHECK(paragraphs(model, "parameter other.usual") ==
        paragraphs(of.second, "parameter other.usual"));
  CHECK(paragraphs(model, "type other.Mood") == paragraphs(of.second, "type other.Mood"));
}

TEST_CASE("a parameter of another value is a parameter of its own", "[model][merge]") {
  test::Sides of = test::sides(
      {harbour}, {test::replaced(test::replaced(harbour, "int = 10", "int = 20"),
                                 "Flag = neutral | hostile", "Flag = hostile | neutral")});
  const auto merged = of.merged();
  CHECK(of.told() == Told{});
  REQUIRE(merged);
  CHECK(named(merged->model.parameters, "limit") == 2);
  // The value is the same individual, though the closed type lists its own in another order.
  CHECK(named(merged->model.parameters, "treated_as") == 1);
  CHECK(merged->model[merged->parameters_of_second[0]].value == 20);
}
