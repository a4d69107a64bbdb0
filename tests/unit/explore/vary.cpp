// The answers for every value of a parameter, where it is compared with unknown numbers and their sums.

#include "engine/explore/vary.hpp"

#include <algorithm>
#include <random>

#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

std::string number(std::mt19937& random, bool multiples) {
  const char* const numbers[] = {"p", "first()", "second()", "p", "count f: Flag where up(f)"};
  std::string text = numbers[random() % 4];
  if (multiples && random() % 4 == 0) text = std::to_string(random() % 2 + 2) + " * " + text;
  if (random() % 3 == 0) text += " + " + std::string(numbers[random() % 4]);
  if (random() % 3 == 0) text += " + " + std::to_string(random() % 7);
  if (random() % 5 == 0) text += " + (" + std::string(numbers[4]) + ")";
  return text;
}

std::string condition(std::mt19937& random, bool multiples) {
  const char* const relations[] = {"<=", "<", ">=", "=", "!="};
  const auto compare = [&] {
    return "(" + number(random, multiples) + " " + relations[random() % 5] + " " +
           (random() % 2 == 0 ? number(random, multiples) : std::to_string(random() % 9)) + ")";
  };
  std::string text = compare();
  for (std::size_t further = random() % 3; further > 0; --further) text += (random() % 2 == 0 ? " and " : " or ") + compare();
  return text;
}

std::string norms(std::uint32_t seed) {
  std::mt19937 random(seed);
  const bool multiples = seed % 3 == 0;
  const std::string conditions[] = {condition(random, multiples), condition(random, multiples)};
  std::string text = R"(module m
type Flag = red | white
parameter p: int = 1
fact first(): int in -2..3  presumed unknown
fact second(): int in 0..4  presumed unknown
fact up(f: Flag)            presumed unknown
action sail()
)";
  text += "norm allows permit sail() when " + conditions[0] + "\nnorm bars forbid sail() when " + conditions[1] + "\n";
  if (seed % 5 == 0) text += "constraint tied first() <= p + 2\n";
  return text + "situation here" + (seed % 2 == 0 ? "\n  given first() = 1" : "") + "\nask sail() in here\n";
}

}  // namespace

TEST_CASE("every value of a parameter has the answer of its interval, on random conditions", "[explore][vary]") {
  std::size_t exact = 0, several = 0, depends = 0;
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    Session session;
    session.add("m.norm", norms(seed));
    INFO(norms(seed));
    REQUIRE(session.compile());
    model::Question question = session.model().questions.at(0);
    const auto varied = session.vary(question, *session.parameters({"p"}));
    if (!varied) continue;  // no completion with the declared value
    const explore::Variation& variation = varied->variations.at(0);
    exact += variation.reason.empty();
    several += variation.intervals.size() > 1;
    question.with = {{variation.parameter, 0}};
    for (std::int64_t value = -14; value <= 18; ++value) {
      INFO("with p = " << value);
      question.with.front().value = value;
      const auto found = std::ranges::find_if(variation.intervals, [&](const auto& interval) { return interval.contains(value); });
      REQUIRE(found != variation.intervals.end());
      if (!found->exact) continue;
      const auto answer = session.ask(question);
      CHECK(found->impossible == !answer);
      if (!answer) continue;
      CHECK(found->answer == answer->answer);
      CHECK(found->possible == explore::outcomes(*answer));
      depends += answer->answer == analyse::Verdict::depends;
    }
  }
  CHECK(exact > 80);
  CHECK(several > 60);
  CHECK(depends > 300);
}
