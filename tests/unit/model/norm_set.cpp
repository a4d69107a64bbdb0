#include "engine/model/norm_set.hpp"

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::modelled;

namespace {

std::vector<std::string> norms(const Model& model, const NormSet& set) {
  std::vector<std::string> result;
  for (const NormId id : set.norms) result.push_back(model.qualified(id));
  return result;
}

using Listed = std::vector<std::string>;

const char* const base = R"(module base
type Actor
individual un: Actor
fact free(a: Actor)
action act(by: Actor)
action rest(by: Actor)
constraint base_world every a: Actor satisfies free(a)
attribution act(by) when free(by)
incompatible act(by), rest(by)
norm base_norm permit act(by)
)";
const char* const core = R"(module core uses base
norm core_norm forbid act(by)
norm core_other permit act(by)
priority core_norm > core_other
)";
const char* const a_core = R"(module core_a uses base includes core
norm norm_b permit act(by)
norm norm_a forbid act(by)
)";
const char* const file = R"(uses core_a
norm own forbid act(by)
constraint own_world free(un)
)";

}  // namespace

TEST_CASE("a norm set holds what its modules include, not what they use", "[norm set]") {
  const auto texts = modelled({base, core, a_core});
  REQUIRE(texts.told() == std::vector<std::string>{});
  const NormSet set = norm_set(texts.model, {texts.module("core_a")}, std::nullopt);
  CHECK(norms(texts.model, set) ==
        Listed{"core.core_norm", "core.core_other", "core_a.norm_a", "core_a.norm_b"});
  CHECK(set.priorities.size() == 1);
  CHECK(set.modules == std::vector<ModuleId>{texts.module("core"), texts.module("core_a")});
  CHECK(set.world ==
        std::vector<ModuleId>{texts.module("base"), texts.module("core"), texts.module("core_a")});
}

TEST_CASE("constraints, attributions and incompatibilities also count where they are used",
          "[norm set]") {
  const auto texts = modelled({base, core, a_core});
  const NormSet set = norm_set(texts.model, {texts.module("core")}, std::nullopt);
  CHECK(set.constraints.size() == 1);
  CHECK(set.attributions.size() == 1);
  CHECK(set.incompatibilities.size() == 1);
  CHECK(norms(texts.model, set) == Listed{"core.core_norm", "core.core_other"});
}

TEST_CASE("a union is sorted and holds each module once", "[norm set]") {
  const auto texts = modelled({base, core, a_core});
  const ModuleId a = texts.module("core_a"), b = texts.module("core");
  const NormSet set = norm_set(texts.model, {a, b, a}, std::nullopt);
  CHECK(set.asked == std::vector<ModuleId>{b, a});
  CHECK(set.norms.size() == 4);
}

TEST_CASE("a file without a module adds its own items, and a module does not", "[norm set]") {
  const auto texts = modelled({base, core, a_core, file});
  REQUIRE(texts.told() == std::vector<std::string>{});
  const ModuleId asking = texts.model[texts.norm("own")].module;
  const NormSet set = norm_set(texts.model, {texts.module("base")}, asking);
  CHECK(norms(texts.model, set) == Listed{"base.base_norm", "own"});
  CHECK(set.constraints.size() == 2);
  CHECK(norms(texts.model, norm_set(texts.model, {texts.module("base")}, texts.module("core"))) ==
        Listed{"base.base_norm"});
  CHECK(norms(texts.model, norm_set(texts.model, {}, asking)) == Listed{"own"});
}

TEST_CASE("the modules that a file happens to use do not bind under another norm set",
          "[norm set]") {
  const auto texts = modelled(
      {base, core, "uses base, core\nnorm own forbid act(by)\n", "module apart\ntype T\n"});
  REQUIRE(texts.told() == std::vector<std::string>{});
  const NormSet set =
      norm_set(texts.model, {texts.module("apart")}, texts.model[texts.norm("own")].module);
  CHECK(set.constraints.empty());
}

TEST_CASE("who accepts a module, from when and until when", "[norm set]") {
  const auto texts =
      modelled({R"(module treaty
type State
individual a, b, c: State
)",
                "module custom uses treaty\nfact f(s: State)\n", R"(uses treaty, custom
acceptance of treaty by a from 1990-01-01
acceptance of treaty by b until 2000-01-01
acceptance of custom by every State except {c}
)"});
  REQUIRE(texts.told() == std::vector<std::string>{});
  const ModuleId treaty = texts.module("treaty"), custom = texts.module("custom");
  const auto held = [&](const char* who, std::optional<Date> on) {
    return accepted_by(texts.model, texts.individual(who), on);
  };
  using Modules = std::vector<ModuleId>;
  CHECK(held("a", date_of(1989, 12, 31)) == Modules{custom});
  CHECK(held("a", date_of(1990, 1, 1)) == Modules{custom, treaty});
  CHECK(held("b", date_of(1999, 12, 31)) == Modules{custom, treaty});
  CHECK(held("b", date_of(2000, 1, 1)) == Modules{custom});
  CHECK(held("b", std::nullopt) == Modules{custom});
  CHECK(held("a", std::nullopt) == Modules{custom, treaty});
  CHECK(held("c", std::nullopt).empty());
}
