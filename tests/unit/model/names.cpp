#include "engine/model/names.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::model;

namespace {

Entity fact(ModuleId module, std::string_view name) { return {EntityKind::fact, module, name, {}}; }

}  // namespace

TEST_CASE("a name is found in its module and in its name space", "[model][names]") {
  Names names;
  const ModuleId a{0};
  const ModuleId b{1};
  const EntityIndex first = names.declare(NameSpace::vocabulary, fact(a, "x"));
  const EntityIndex second = names.declare(NameSpace::vocabulary, fact(b, "x"));
  CHECK(names.declared_in(a, NameSpace::vocabulary, "x") == first);
  CHECK(names.declared_in(b, NameSpace::vocabulary, "x") == second);
  CHECK_FALSE(names.declared_in(a, NameSpace::norm, "x"));
  CHECK(names.all(NameSpace::vocabulary, "x") == std::vector<EntityIndex>{first, second});
  CHECK(names.all(NameSpace::vocabulary, "y").empty());
}

TEST_CASE("a module sees only whom it may", "[model][names]") {
  Names names;
  names.let_see(ModuleId{2}, ModuleId{0});
  CHECK(names.sees(ModuleId{2}, ModuleId{0}));
  CHECK_FALSE(names.sees(ModuleId{2}, ModuleId{1}));
  CHECK_FALSE(names.sees(ModuleId{0}, ModuleId{2}));
  CHECK_FALSE(names.sees(ModuleId{7}, ModuleId{7}));
}

TEST_CASE("words of a text that could not be parsed may be names, but not those of comments",
          "[model][names]") {
  Names names;
  const ModuleId module{0};
  names.let_see(module, module);
  names.add_unparsed(module, "fact weak(s State) -- not strong\nfact sick_2");
  CHECK(names.maybe_unparsed(module, "weak"));
  CHECK(names.maybe_unparsed(module, "sick_2"));
  CHECK_FALSE(names.maybe_unparsed(module, "strong"));
  CHECK_FALSE(names.maybe_unparsed(ModuleId{1}, "weak"));
  CHECK(names.maybe_unparsed(std::nullopt, "weak"));
}

TEST_CASE("who uses a missing module is half blind, and so is who sees him", "[model][names]") {
  Names names;
  names.let_see(ModuleId{1}, ModuleId{0});
  names.set_half_blind(ModuleId{0});
  CHECK(names.is_half_blind(ModuleId{1}));
  CHECK_FALSE(names.is_half_blind(ModuleId{2}));
  CHECK(names.is_half_blind(std::nullopt));
}
