// Tolerations: which findings they are about, and when one of them is about nothing.

#include "engine/analyse/check/tolerations.hpp"

#include <string>
#include <vector>

#include "engine/analyse/check/codes.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/model/modelled.hpp"

using namespace grotius;
using analyse::FindingKind;

namespace {

using Names = std::vector<std::string>;

std::string text_of(FindingKind kind, const Names& names) {
  std::string text(analyse::name(kind));
  for (const std::string& one : names) text += ' ' + one;
  return text;
}

struct Sifted {
  Names standing;
  Names tolerated;  ///< each with its reason
};

/// What becomes of a report about the module `m` of the first text.
Sifted sift(const std::vector<std::string>& texts, analyse::Report report,
            const std::set<FindingKind>& kinds = {}) {
  const test::Modelled of = test::modelled(texts);
  CHECK(of.told() == Names{});
  analyse::Tolerations(of.model, model::id_of<model::ModuleId>(0)).apply(report, kinds);
  Sifted result;
  for (const analyse::Finding& one : report.findings)
    result.standing.push_back(text_of(one.kind, one.names));
  for (const analyse::Tolerated& one : report.tolerated)
    result.tolerated.push_back(text_of(one.finding.kind, one.finding.names) + ": " + one.reason);
  return result;
}

analyse::Report found(FindingKind kind, Names names) {
  analyse::Report report;
  analyse::Finding& finding = report.findings.emplace_back();
  finding.kind = kind;
  finding.names = std::move(names);
  return report;
}

const analyse::Report conflict = found(FindingKind::conflict, {"m.a", "m.b"});

}  // namespace

TEST_CASE("kinds of findings have names and codes", "[analyse][check]") {
  for (int i = 0; i <= static_cast<int>(FindingKind::open_pair); ++i) {
    const auto kind = static_cast<FindingKind>(i);
    CHECK(analyse::finding_kind(analyse::name(kind)) == kind);
    CHECK(analyse::code_of(kind).id.starts_with('N'));
  }
  CHECK(analyse::finding_kind("conflicts") == std::nullopt);
  CHECK(analyse::code_of(FindingKind::conflict).id == "N101");
  CHECK(analyse::code_of(FindingKind::stale_toleration).id == "N501");
  CHECK(analyse::name(FindingKind::thesis_failed) == "thesis_failed");
}

TEST_CASE("a toleration names the finding in any order, qualified or not",
          "[analyse][check][tolerations]") {
  const Names reason{"conflict m.a m.b: known"};
  for (const char* names : {"a, b", "b, a", "m.a, m.b", "m.b, a", "a, m.b"}) {
    INFO(names);
    const Sifted sifted =
        sift({std::string("module m\ntolerate conflict ") + names + " \"known\"\n"}, conflict);
    CHECK(sifted.standing == Names{});
    CHECK(sifted.tolerated == reason);
  }
}

TEST_CASE("other names and other kinds are other findings", "[analyse][check][tolerations]") {
  for (const char* line :
       {"conflict a", "conflict a, c", "conflict a, b, c", "conflict n.a, b", "open_pair a, b"}) {
    INFO(line);
    const Sifted sifted =
        sift({std::string("module m\ntolerate ") + line + " \"known\"\n"}, conflict);
    CHECK(sifted.tolerated == Names{});
    CHECK(sifted.standing.size() == 2);
    CHECK(sifted.standing.front() == "conflict m.a m.b");
    CHECK(sifted.standing.back().starts_with("stale_toleration "));
  }
}

TEST_CASE("names of findings may be unqualified, too", "[analyse][check][tolerations]") {
  const analyse::Report plain = found(FindingKind::conflict, {"a", "b"});
  for (const char* names : {"a, b", "m.b, a", "m.a, m.b"}) {
    INFO(names);
    CHECK(sift({std::string("module m\ntolerate conflict ") + names + " \"known\"\n"}, plain)
              .tolerated == Names{"conflict a b: known"});
  }
}

TEST_CASE("norms of one name in two modules are told apart", "[analyse][check][tolerations]") {
  const analyse::Report both = found(FindingKind::conflict, {"m.a", "n.a"});
  const std::string n = "module n\n";
  CHECK(sift({"module m includes n\ntolerate conflict a, n.a \"x\"\n", n}, both).tolerated ==
        Names{"conflict m.a n.a: x"});
  CHECK(sift({"module m includes n\ntolerate conflict n.a, m.a \"x\"\n", n}, both).tolerated ==
        Names{"conflict m.a n.a: x"});
  CHECK(sift({"module m includes n\ntolerate conflict m.a, a \"x\"\n", n}, both).tolerated ==
        Names{"conflict m.a n.a: x"});
  CHECK(sift({"module m includes n\ntolerate conflict m.a, b \"x\"\n", n}, both).tolerated ==
        Names{});
}

TEST_CASE("included modules and files without a module tolerate too, without becoming stale",
          "[analyse][check][tolerations]") {
  const std::string line = "tolerate conflict a, b \"elsewhere\"\n";
  const Names elsewhere{"conflict m.a m.b: elsewhere"};
  CHECK(sift({"module m includes n\n", "module n\n" + line}, conflict).tolerated == elsewhere);
  CHECK(sift({"module m includes n\n", "module n includes o\n", "module o\n" + line}, conflict)
            .tolerated == elsewhere);
  CHECK(sift({"module m\n", line}, conflict).tolerated == elsewhere);
  CHECK(sift({"module m uses n\n", "module n\n" + line}, conflict).tolerated == Names{});
  CHECK(sift({"module m includes n\n", "module n\n" + line}, {}).standing == Names{});
}

TEST_CASE("a toleration of nothing is a finding, unless what it speaks of is open",
          "[analyse][check][tolerations]") {
  const std::string text = "module m\ntolerate dead_norm old \"it will live again\"\n";
  CHECK(sift({text}, {}).standing == Names{"stale_toleration old"});
  CHECK(sift({text}, {}, {FindingKind::conflict}).standing == Names{});
  CHECK(sift({text}, {}, {FindingKind::dead_norm}).standing == Names{});
  CHECK(sift({text}, {}, {FindingKind::dead_norm, FindingKind::stale_toleration}).standing ==
        Names{"stale_toleration old"});
  analyse::Report report;
  report.not_seen.push_back({FindingKind::dead_norm, {"m.old"}, {}, {}, "sums"});
  CHECK(sift({text}, report).standing == Names{});
  report = {};
  report.undecided.push_back({FindingKind::dead_norm, {}, {}, "timeout"});
  CHECK(sift({text}, report).standing == Names{});
  report = {};
  report.undecided.push_back({FindingKind::dead_norm, {"m.other"}, {}, "timeout"});
  CHECK(sift({text}, report).standing == Names{"stale_toleration old"});
  report = {};
  report.beyond.push_back({FindingKind::dead_norm, "act", "", 7});
  CHECK(sift({text}, report).standing == Names{});
}

TEST_CASE("stale tolerations can be tolerated, and one that is said twice is not stale",
          "[analyse][check][tolerations]") {
  const Sifted sifted = sift({"module m\n"
                              "tolerate dead_norm old \"x\"\n"
                              "tolerate stale_toleration old \"until spring\"\n"
                              "tolerate stale_toleration other \"y\"\n"},
                             {});
  CHECK(sifted.tolerated == Names{"stale_toleration old: until spring"});
  CHECK(sifted.standing == Names{"stale_toleration other"});
  const Sifted twice = sift({"module m\n"
                             "tolerate conflict a, b \"first\"\n"
                             "tolerate conflict m.b, a \"second\"\n"},
                            conflict);
  CHECK(twice.standing == Names{});
  CHECK(twice.tolerated == Names{"conflict m.a m.b: first"});
}
