#include "engine/model/superiority.hpp"

#include <set>

#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using namespace grotius::model;
using test::modelled;

namespace {

Specificity never(NormId, NormId) { return Specificity::neither; }

struct Ranked {
  test::Modelled file;
  Diagnostics diagnostics;
  Superiority superiority;

  explicit Ranked(const std::vector<std::string>& texts,
                  const std::vector<const char*>& asked = {"m"},
                  const SpecificityOracle& oracle = never)
      : file(modelled(texts)) {
    std::vector<ModuleId> modules;
    for (const char* name : asked) modules.push_back(file.module(name));
    superiority = model::superiority(file.model, norm_set(file.model, modules, std::nullopt),
                                     oracle, diagnostics);
  }

  /// `a > b by_default`, sorted.
  std::set<std::string> pairs() const {
    static const char* const grounds[] = {"by_default", "stated", "lex_superior", "lex_specialis",
                                          "lex_posterior"};
    std::set<std::string> result;
    for (std::size_t i = 0; i < superiority.superiors.size(); ++i) {
      for (const Prevails& prevails : superiority.superiors[i]) {
        result.insert(name(prevails.superior) + " > " + name(id_of<NormId>(i)) + " " +
                      grounds[static_cast<int>(prevails.ground)]);
      }
    }
    return result;
  }
  std::set<std::string> open() const {
    std::set<std::string> result;
    for (const OpenPair& pair : superiority.open) {
      result.insert(name(pair.first) + " ? " + name(pair.second) +
                    (pair.on_a_cycle ? " cycle" : " undecided"));
    }
    return result;
  }
  std::string told() const {
    std::string result;
    for (const Diagnostic& diagnostic : diagnostics.sorted())
      result += std::string(diagnostic.code.id) + " " + diagnostic.message + "\n";
    return result;
  }
  std::string name(NormId id) const { return std::string(file.model[id].name); }
};

using Pairs = std::set<std::string>;

const std::string head = R"(module m
type T
fact e(x: T)
action act(by: T)
action other(by: T)
)";

bool meet(const std::string& items, const char* a = "a", const char* b = "b") {
  const auto file = modelled({R"(module m
type Actor
type State: Actor
type Thing
individual france, uk: State, un: Actor
action use(by: Actor, on: Actor)
action force(by: Actor, on: State) is use(by, on)
action aid(by: State) is use(by, by)
action send(what: Thing, by: Actor)
)" + items});
  REQUIRE(file.told() == std::vector<std::string>{});
  const bool result = can_meet(file.model, file.norm(a), file.norm(b));
  CHECK(can_meet(file.model, file.norm(b), file.norm(a)) == result);
  return result;
}

}  // namespace

TEST_CASE("four pairs of modalities are opposed", "[superiority]") {
  const Modality all[] = {Modality::permit, Modality::forbid,  Modality::oblige,
                          Modality::exempt, Modality::empower, Modality::disable};
  int count = 0;
  for (const Modality a : all) {
    for (const Modality b : all) {
      CHECK(opposed(a, b) == opposed(b, a));
      count += opposed(a, b) ? 1 : 0;
    }
  }
  CHECK(count == 8);
  CHECK(opposed(Modality::oblige, Modality::exempt));
  CHECK_FALSE(opposed(Modality::permit, Modality::exempt));
}

TEST_CASE("norms meet about a kind of both their actions", "[superiority]") {
  CHECK(meet("norm a permit use(by, on)  norm b forbid force(by, on)"));
  CHECK(meet("norm a permit force(by, on)  norm b forbid aid(by)") == false);
  CHECK(meet("norm a permit use(by, on)  norm b forbid send(what, by)") == false);
  CHECK(
      meet("action both(by: State, on: State) is force(by, on), use(on, by)  norm a permit "
           "force(by, on)  norm b forbid use(by, on)"));
}

TEST_CASE("a duty reaches its own action only", "[superiority]") {
  CHECK(meet("norm a oblige use(by, on)  norm b forbid force(by, on)") == false);
  CHECK(meet("norm a oblige force(by, on)  norm b forbid use(by, on)"));
  CHECK(meet("norm a oblige use(by, on)  norm b exempt use(by, on)"));
}

TEST_CASE("individuals and types in the heads may keep norms apart", "[superiority]") {
  CHECK(meet("norm a permit use(france, on)  norm b forbid use(uk, on)") == false);
  CHECK(meet("norm a permit use(france, on)  norm b forbid use(by, uk)"));
  CHECK(meet("norm a permit use(un, on)  norm b forbid use(by: State, on)") == false);
  CHECK(meet("norm a permit use(france, on)  norm b forbid use(by: State, on)"));
  CHECK(meet("norm a permit use(by, un)  norm b forbid force(by, on)") == false);
  // What a kind repeats must be one individual.
  CHECK(meet("norm a permit use(france, uk)  norm b forbid aid(by)") == false);
  CHECK(meet("norm a permit use(france, france)  norm b forbid aid(by)"));
  CHECK(meet("norm a permit use(un, on)  norm b forbid aid(by)") == false);
}

TEST_CASE("types of no common individual keep norms apart", "[superiority]") {
  const auto file = modelled({R"(module m
type Actor
type State: Actor
type Firm: Actor
action act(by: Actor)
norm a permit act(x: State)
norm b forbid act(x: Firm)
norm c forbid act(by)
)"});
  REQUIRE(file.told() == std::vector<std::string>{});
  CHECK_FALSE(can_meet(file.model, file.norm("a"), file.norm("b")));
  CHECK(can_meet(file.model, file.norm("a"), file.norm("c")));
}

TEST_CASE("a norm by default gives way to what is opposed and can meet it", "[superiority]") {
  const Ranked ranked({head + R"(
norm base by default permit act(by)
norm ban forbid act(by)
norm duty oblige act(by)
norm rival by default forbid act(by)
norm apart forbid other(by)
)"});
  CHECK(ranked.pairs() == Pairs{"ban > base by_default", "duty > rival by_default"});
  CHECK(ranked.told() == "");
}

TEST_CASE("stated pairs are closed over all norms, and kept where they matter", "[superiority]") {
  const Ranked ranked({head + R"(
norm a permit act(by)
norm b permit other(by) overrides c
norm c forbid act(by)
norm d permit act(by)
priority a > b
)"});
  // a > b > c: b is not opposed to anything here, yet a outranks c through it.
  CHECK(ranked.pairs() == Pairs{"a > c stated"});
}

TEST_CASE("superiority passes through norms by default", "[superiority]") {
  const Ranked ranked({head + R"(
norm ban forbid act(by)
norm base by default permit act(by)
norm other_ban forbid other(by)
norm low permit other(by)
norm lowest forbid act(x: T)
priority base > low > other_ban
)"});
  CHECK(ranked.pairs() ==
        Pairs{"ban > base by_default", "lowest > base by_default", "low > other_ban stated"});
  const Ranked through({head + R"(
norm ban forbid act(by)
norm base by default permit act(by)
norm low permit act(x: T)
priority base > low
)"});
  CHECK(through.pairs() == Pairs{"ban > base by_default", "ban > low stated"});
}

TEST_CASE("a cycle of stated pairs is printed", "[superiority]") {
  const Ranked ranked({head + R"(norm a permit act(by) overrides b
norm b forbid act(by)
norm c permit act(by)
priority b > c > a
)"});
  CHECK(ranked.told() ==
        "M311 superiority goes round in a circle: `a` outranks `b` (line 6), `b` outranks `c` "
        "(line 9), `c` outranks `a` (line 9)\n");
  CHECK(ranked.pairs().empty());
}

TEST_CASE("a norm by default that overrides what it gives way to is a cycle", "[superiority]") {
  const Ranked ranked(
      {head + "norm base by default permit act(by) overrides ban\nnorm ban forbid act(by)\n"});
  CHECK(ranked.told() ==
        "M311 superiority goes round in a circle: `base` outranks `ban` (line 6), `ban` outranks "
        "`base` (by default)\n");
}

namespace {

const std::string ranked_head = R"(
document law "Law" rank statute dated 1990-01-01
document decree "Decree" rank order dated 2000-01-01
document essay "Essay" rank doctrine dated 2010-01-01
document note "Note"
type T
fact e(x: T)
action act(by: T)
)";

}  // namespace

TEST_CASE(
    "a higher rank prevails, a norm has the highest of its documents, and without a rank nothing "
    "is said",
    "[superiority]") {
  const Ranked ranked({"module m resolve by lex_superior ranks statute > order" + ranked_head + R"(
norm a source law permit act(by)
norm b source decree forbid act(by)
norm c source decree source law forbid act(by)
norm d source essay forbid act(by)
norm f forbid act(by)
)"});
  CHECK(ranked.pairs() == Pairs{"a > b lex_superior"});
  CHECK(ranked.open().empty());
}

TEST_CASE("a later date prevails: the norm's, else its documents', else its module's",
          "[superiority]") {
  const Ranked ranked(
      {"module m in force from 1950-01-01 resolve by lex_posterior" + ranked_head + R"(
norm a source law permit act(by)
norm b source decree source law forbid act(by)
norm c source decree in force from 1980-01-01 forbid act(by)
norm d source note forbid act(by)
norm f source law in force from 1990-01-01 forbid act(by)
)"});
  CHECK(ranked.pairs() ==
        Pairs{"b > a lex_posterior", "a > c lex_posterior", "a > d lex_posterior"});
}

TEST_CASE("the criteria are tried in their order, and what is stated comes first",
          "[superiority]") {
  const std::string norms = R"(
norm old_law source law permit act(by)
norm new_decree source decree forbid act(by)
norm other_law source law in force from 1995-01-01 forbid act(by)
norm essayist source essay forbid act(by)
priority essayist > old_law
)";
  const Ranked superior({"module m resolve by lex_superior, lex_posterior ranks statute > order" +
                         ranked_head + norms});
  CHECK(superior.pairs() == Pairs{"old_law > new_decree lex_superior",
                                  "other_law > old_law lex_posterior",
                                  "essayist > old_law stated"});
  const Ranked posterior({"module m resolve by lex_posterior, lex_superior ranks statute > order" +
                          ranked_head + norms});
  CHECK(posterior.pairs() == Pairs{"new_decree > old_law lex_posterior",
                                   "other_law > old_law lex_posterior",
                                   "essayist > old_law stated"});
}

TEST_CASE("a stated pair against rank is void where lex_superior is among the criteria",
          "[superiority]") {
  const std::string norms = R"(
norm statute_norm source law permit act(by)
norm doctrine_norm source essay forbid act(by) overrides statute_norm
)";
  const Ranked strict({"module m resolve by lex_specialis, lex_superior ranks statute > doctrine" +
                       ranked_head + norms});
  CHECK(strict.superiority.void_priorities == std::vector<std::size_t>{0});
  CHECK(strict.pairs() == Pairs{"statute_norm > doctrine_norm lex_superior"});
  const Ranked lenient(
      {"module m resolve by lex_posterior ranks statute > doctrine" + ranked_head + norms});
  CHECK(lenient.superiority.void_priorities.empty());
  CHECK(lenient.pairs() == Pairs{"doctrine_norm > statute_norm stated"});
}

TEST_CASE("what is void makes no cycle", "[superiority]") {
  const Ranked ranked(
      {"module m resolve by lex_superior ranks statute > doctrine" + ranked_head + R"(
norm a source law permit act(by) overrides b
norm b source essay forbid act(by) overrides a
)"});
  CHECK(ranked.told() == "");
  CHECK(ranked.pairs() == Pairs{"a > b stated"});
}

TEST_CASE("the asked module's criteria hold, else those of the module in which both norms stand",
          "[superiority]") {
  const std::string words = "module words" + ranked_head;
  const std::string a =
      "module a uses words resolve by lex_superior ranks statute > order\n"
      "norm a1 source law permit act(by)\nnorm a2 source decree forbid act(by)\n";
  const std::string b = "module b uses words\nnorm b1 source decree forbid act(by)\n";
  const std::string plain = "module plain uses words includes a, b\n";
  const std::string judge = "module judge uses words includes a, b resolve by lex_posterior\n";
  CHECK(Ranked({words, a, b, plain}, {"plain"}).pairs() == Pairs{"a1 > a2 lex_superior"});
  CHECK(Ranked({words, a, b, judge}, {"judge"}).pairs() ==
        Pairs{"a2 > a1 lex_posterior", "b1 > a1 lex_posterior"});
  CHECK(Ranked({words, a, b, judge}, {"judge", "a"}).pairs() == Pairs{"a1 > a2 lex_superior"});
}

TEST_CASE("specificity is asked for open pairs only, and what is undecided stays open",
          "[superiority]") {
  std::set<std::string> asked;
  const std::string text =
      "module m resolve by lex_superior, lex_specialis, lex_posterior ranks statute > order" +
      ranked_head + R"(
norm a source law permit act(by)
norm b source decree forbid act(by)
norm c source law forbid act(by)
norm d source law forbid act(by)
norm f source law in force from 2005-01-01 forbid act(by)
)";
  const auto file = modelled({text});
  const SpecificityOracle oracle = [&](NormId first, NormId second) {
    const std::string names =
        std::string(file.model[first].name) + std::string(file.model[second].name);
    asked.insert(names);
    if (names == "ac") return Specificity::second;
    return names == "af" ? Specificity::undecided : Specificity::neither;
  };
  const Ranked ranked({text}, {"m"}, oracle);
  CHECK(asked == Pairs{"ac", "ad", "af"});
  // What stays open goes on to the next criterion, and is listed.
  CHECK(ranked.pairs() ==
        Pairs{"a > b lex_superior", "c > a lex_specialis", "f > a lex_posterior"});
  CHECK(ranked.open() == Pairs{"a ? f undecided"});
}

TEST_CASE("edges of a criterion on a cycle with what was accepted are dropped", "[superiority]") {
  // stated: p1 > f2; by rank: p2 > f1. Later: f1 > p1 and f2 > p2, and so p1 > f2 > p2 > f1 > p1.
  const std::string text = R"(
document high "H" rank statute
document low "L" rank order
type T
action act(by: T)
action other(by: T)
norm p1 in force from 2000-01-01 permit act(by)
norm f1 source low in force from 2001-01-01 forbid act(by)
norm p2 source high in force from 2000-01-01 permit act(by)
norm f2 in force from 2001-01-01 forbid act(by)
priority p1 > f2
)";
  const Ranked ranked(
      {"module m resolve by lex_superior, lex_posterior ranks statute > order" + text});
  CHECK(ranked.told() == "");
  CHECK(ranked.pairs() == Pairs{"p1 > f2 stated", "p2 > f1 lex_superior"});
  CHECK(ranked.open() == Pairs{"f1 ? p1 cycle", "f2 ? p2 cycle"});
}

TEST_CASE("ten thousand norms are ranked without a pass over all pairs", "[superiority]") {
  std::string text = head;
  for (int i = 0; i < 10'000; ++i) {
    const std::string number = std::to_string(i);
    text += "norm n" + number + (i % 2 == 0 ? " permit " : " forbid ") +
            (i % 3 == 0 ? "act(by)" : "other(by)") + " when e(by)\n";
    if (i % 100 == 0 && i > 0)
      text += "priority n" + number + " > n" + std::to_string(i - 99) + "\n";
  }
  text += "norm last by default permit act(by)\n";
  const Ranked ranked({text});
  CHECK(ranked.told() == "");
  CHECK(ranked.superiority.superiors[index(ranked.file.norm("last"))].size() == 1667);
}
