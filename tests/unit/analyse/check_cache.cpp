// What is kept of a check stays true: a check with it says what a check without it says, whatever was edited in between.

#include <string>

#include "engine/analyse/check/cache.hpp"
#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

const std::string kHarbour = R"(module harbour
type Ship
type Flag = own | foreign
fact flagged(s: Ship)
fact infected(s: Ship)
fact tonnage(s: Ship): int in 0..
fact flag(s: Ship): Flag
define large(s: Ship) when tonnage(s) >= 1_000
define small(s: Ship) when tonnage(s) < 10 and tonnage(s) > 20
action enter(s: Ship)
action moor(s: Ship)
  is enter(s)
action signal(s: Ship)
norm welcome permit enter(s) when flagged(s)
norm quarantine forbid enter(s) when infected(s)
norm berth oblige moor(s) when large(s)
norm salute oblige signal(s) when flag(s) = own
norm silence forbid signal(s) when infected(s) and flag(s) = foreign
norm hush forbid signal(s) when infected(s) and flag(s) = foreign and flag(s) != own
priority silence > salute
thesis greeted sometimes for s: Ship obliged signal(s) and forbidden enter(s)
tolerate gap signal "nobody minds"
)";

/// Everything that a report says, with places.
std::string told(const Session& session, const analyse::Report& report) {
  std::string text;
  const auto add = [&](const std::string& part) { text += part + "\n"; };
  const auto finding = [&](const analyse::Finding& one) {
    add(std::string(name(one.kind)) + ": " + one.message + " " + one.help);
    for (const std::string& name : one.names) add("  " + name);
    for (const std::string& other : one.because) add("  because " + other);
    for (Span span : one.at) add("  at " + session.sources().at(span));
    for (const auto& part : one.core) add("  core " + part.text + " " + session.sources().at(part.span));
    if (one.witness)
      for (const std::string& line : one.witness->given) add("  given " + line);
  };
  for (const auto& one : report.findings) finding(one);
  for (const auto& one : report.tolerated) finding(one.finding);
  for (const auto& one : report.beyond) add("beyond " + one.action + " " + std::to_string(one.count));
  for (const auto& one : report.theses)
    add("thesis " + std::string(session.model()[one.thesis].name) + " " + std::string(name(one.result)));
  return text;
}

struct Checked {
  std::string text;
  std::size_t asked = 0;
  std::size_t units = 0;
};

Checked check(const std::string& text, analyse::CheckCache* cache) {
  Session session;
  session.add("harbour.norm", text);
  REQUIRE(session.compile());
  analyse::CheckOptions options;
  options.cache = cache;
  const auto report = session.check(session.norm_sets().at(0), options);
  REQUIRE(report);
  return {told(session, *report), cache != nullptr ? cache->asked() : 0, cache != nullptr ? cache->units() : 0};
}

std::string edited(const std::string& from, const std::string& to) {
  std::string text = kHarbour;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a check that remembers says what a fresh one says", "[analyse][check]") {
  analyse::CheckCache cache;
  const Checked first = check(kHarbour, &cache);
  CHECK(first.text == check(kHarbour, nullptr).text);
  CHECK(first.asked == first.units);
  CHECK(check(kHarbour, &cache).asked == 0);

  struct Edit {
    std::string what, from, to;
    std::size_t least, most;  ///< how many units are asked again
  };
  const std::vector<Edit> edits = {
      {"a norm of one action", "when infected(s)\n", "when infected(s) and not flagged(s)\n", 1, 2},
      {"a comment that moves everything", "norm welcome", "-- above\n\nnorm welcome", 0, 0},
      {"a definition", "tonnage(s) > 20", "tonnage(s) > 5", 1, 1},
      {"a definition that a norm rests on", ">= 1_000", ">= 2_000", 2, 3},
      {"a priority", "priority silence > salute", "priority salute > silence", 1, 2},
      {"a thesis", "and forbidden enter(s)", "and permitted enter(s)", 1, 1},
      {"a fact, on which all may rest", "fact infected(s: Ship)", "fact infected(s: Ship) presumed unknown", 5, 5},
      {"a norm that goes", "norm hush forbid signal(s) when infected(s) and flag(s) = foreign and flag(s) != own\n", "", 1, 2},
  };
  for (const Edit& edit : edits) {
    INFO(edit.what);
    check(kHarbour, &cache);
    const std::string text = edited(edit.from, edit.to);
    const Checked again = check(text, &cache);
    CHECK(again.text == check(text, nullptr).text);
    CHECK(again.asked >= edit.least);
    CHECK(again.asked <= edit.most);
  }
}
