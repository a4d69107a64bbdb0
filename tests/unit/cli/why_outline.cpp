// The outline of grounds: marks, members in one line, shared grounds, depth.

#include "cli/why_outline.hpp"

#include <functional>

#include "cli/render_why.hpp"
#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using cli::Node;

namespace {

constexpr const char* kNorms = R"(module gate
document rule_book "The Rules of the Gate"
type Person
type Guild
individual anna "Anna", bert "Bert", carl "Carl", dora "Dora", emil "Emil": Person
individual smiths: Guild
type Colour = red | green
parameter least: int = 3 "votes that are needed" source rule_book "s. 9"
parameter reading: Colour = red "whether red counts" source rule_book "s. 8"
fact votes(p: Person) "{p} votes"
fact guest(p: Person) presumed unknown "{p} is a guest"
fact age(p: Person): int in 0.. "the age of {p}"
fact leads(p: Person, g: Guild) "{p} leads {g}"
define elected(p: Person) "{p} is elected" source rule_book "s. 2"
  when (count q: Person where votes(q)) >= least
define leader(p: Person) "{p} is a leader" when some g: Guild where leads(p, g)
action enter(by: Person) "{by} enters"
norm open_gate "The gate is open" source rule_book "s. 1" by default permit enter(by)
norm closed source rule_book "s. 3" forbid enter(by) when not elected(by) unless guest(by)
norm leaders source rule_book "s. 4" permit enter(by) when leader(by) overrides closed
norm banned source rule_book "s. 5" forbid enter(by) when reading = green overrides leaders
situation spring
  given votes({anna, bert}) source "roll of the gate"
  given not guest(anna), not guest(dora)
  given leads(dora, smiths)
)";

struct Asked {
  Session session;
  cli::Outline outline;

  explicit Asked(const std::string& query, const cli::WhyOptions& options = {}) {
    session.add("gate.norm", kNorms);
    REQUIRE(session.compile());
    const auto question = session.question({query, "spring", {"gate"}, "", "", {}});
    REQUIRE(question);
    const auto explanation = session.explain(*question);
    REQUIRE(explanation);
    outline = cli::why_outline(session.model(), *explanation, options);
  }

  /// The first line whose sentence has these words.
  const Node* line(const std::string& words) const {
    const Node* found = nullptr;
    const std::function<void(const std::vector<Node>&)> look = [&](const std::vector<Node>& nodes) {
      for (const Node& node : nodes) {
        if (found == nullptr && node.sentence.find(words) != std::string::npos) found = &node;
        look(node.below);
      }
    };
    for (const cli::Part& part : outline.parts) look(part.below);
    return found;
  }
};

}  // namespace

TEST_CASE("norms are grouped, and each defeat says by which and by what right", "[cli][why]") {
  const Asked anna("enter(anna)");
  CHECK(anna.outline.answer == "no");
  REQUIRE(anna.outline.parts.size() == 1);
  const auto& groups = anna.outline.parts[0].below;
  REQUIRE(groups.size() == 3);
  CHECK(groups[0].sentence == "Norms that stand");
  CHECK(groups[0].below[0].sentence == "closed forbids: Anna enters");
  CHECK(groups[0].below[0].origin == "rule_book s. 3");
  CHECK(groups[0].below[0].at == "gate.norm:19:1");
  CHECK(groups[1].below[0].sentence ==
        "open_gate “The gate is open” would permit this by default, but gives way to closed: a "
        "norm by default yields to every other");
  CHECK(groups[2].sentence == "Norms that do not apply");
  CHECK(anna.line("leaders would permit this, but does not apply") != nullptr);

  const Asked dora("enter(dora)");
  CHECK(dora.outline.answer == "yes");
  CHECK(dora.line("closed would forbid this, but leaders prevails over it, as is stated") !=
        nullptr);
}

TEST_CASE("what fails has the sentence of what holds, and its mark", "[cli][why]") {
  const Asked anna("enter(anna)");
  const Node* elected = anna.line("Anna is elected");
  REQUIRE(elected != nullptr);
  CHECK(elected->mark == Node::Mark::fails);
  const Node* exception = anna.line("exception: Anna is a guest");
  REQUIRE(exception != nullptr);
  CHECK(exception->mark == Node::Mark::fails);
  CHECK(exception->origin == "given");
  const Node* reading = anna.line("the reading on whether red counts");
  REQUIRE(reading != nullptr);
  CHECK(reading->sentence == "the reading on whether red counts is “green”; it is “red”");
  CHECK(reading->origin == "parameter reading: rule_book s. 8");
}

TEST_CASE("a count is compared with its threshold, and its members are in one line", "[cli][why]") {
  const Asked anna("enter(anna)");
  const Node* count = anna.line("at least 3 (votes that are needed); it is 2");
  REQUIRE(count != nullptr);
  CHECK(count->mark == Node::Mark::fails);
  const Node* voters = anna.line("for each of Anna and Bert: this person votes");
  REQUIRE(voters != nullptr);
  CHECK(voters->mark == Node::Mark::holds);
  CHECK(voters->origin == "given: roll of the gate");
  CHECK(voters->members == std::vector<std::string>{"Anna", "Bert"});
  const Node* others = anna.line("for each of Carl, Dora and Emil: this person votes");
  REQUIRE(others != nullptr);
  CHECK(others->mark == Node::Mark::fails);
  CHECK(others->origin == "presumed");
}

TEST_CASE("cases are named by what they suppose, and share what is the same", "[cli][why]") {
  const Asked bert("enter(bert)");
  CHECK(bert.outline.answer == "depends");
  REQUIRE(bert.outline.parts.size() == 2);
  CHECK(bert.outline.parts[0].heading == "If Bert is not a guest");
  CHECK(bert.outline.parts[0].verdict == "forbidden");
  CHECK(bert.outline.parts[1].heading == "If Bert is a guest");
  CHECK(bert.outline.parts[1].verdict == "permitted");
  const Node* leaders = bert.line("leaders would permit this");
  REQUIRE(leaders != nullptr);
  CHECK(leaders->number != 0);
  bool points = false;
  for (const Node& group : bert.outline.parts[1].below)
    for (const Node& node : group.below) points = points || node.see == leaders->number;
  CHECK(points);
}

TEST_CASE("depth cuts, and says so", "[cli][why]") {
  const Asked shallow("enter(anna)", {1, false});
  CHECK(shallow.outline.cut);
  REQUIRE(shallow.line("Anna is elected") != nullptr);
  CHECK(shallow.line("Anna is elected")->cut);
  CHECK(shallow.line("Anna is elected")->below.empty());
  const Asked full("enter(anna)", {1, true});
  CHECK(!full.outline.cut);
  CHECK(!full.line("Anna is elected")->below.empty());
}

TEST_CASE("text keeps to 80 columns, and every format says every sentence", "[cli][why]") {
  const Asked bert("enter(bert)");
  const std::string text = cli::why_text(bert.outline, false);
  std::size_t begin = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos;
       begin = end + 1, end = text.find('\n', begin)) {
    std::size_t letters = 0;
    for (std::size_t i = begin; i < end; ++i)
      letters += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 ? 1 : 0;
    CHECK(letters <= 80);
  }
  const std::string markdown = cli::why_markdown({bert.outline}),
                    page = cli::why_page({bert.outline});
  const std::function<void(const std::vector<Node>&)> look = [&](const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      INFO(node.sentence);
      CHECK(markdown.find(node.sentence) != std::string::npos);
      CHECK(page.find(node.sentence) != std::string::npos);
      look(node.below);
    }
  };
  for (const cli::Part& part : bert.outline.parts) look(part.below);
  CHECK(page.find("http") == page.find("http-equiv"));
}
