// Plain English: lists, numbers, nouns, denials.

#include "cli/english.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::cli;

TEST_CASE("lists, numbers and dates are written as in prose", "[cli][english]") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}, "or") == "a, b or c");
  CHECK(spaced(0) == "0");
  CHECK(spaced(999) == "999");
  CHECK(spaced(1649) == "1\u00A0649");
  CHECK(spaced(-1000000) == "-1\u00A0000\u00A0000");
  CHECK(spaced(-100) == "-100");
  CHECK(in_words(*parse_date("1999-03-24")) == "24\u00A0March\u00A01999");
  CHECK(in_words(*parse_date("0009-12-01")) == "1\u00A0December\u00A09");
  CHECK(in_words(Date{10'000'000}) == "day 10000000");
}

TEST_CASE("identifiers become words", "[cli][english]") {
  CHECK(words_of("ethnic_cleansing") == "ethnic cleansing");
  CHECK(words_of("CouncilResolution") == "council resolution");
  CHECK(words_of("State") == "state");
  CHECK(words_of("NGO") == "NGO");
  CHECK(words_of("s_1999_328") == "s 1999 328");
}

TEST_CASE("nouns have a plural and an article", "[cli][english]") {
  CHECK(plural("state") == "states");
  CHECK(plural("body") == "bodies");
  CHECK(plural("day") == "days");
  CHECK(plural("church") == "churches");
  CHECK(plural("process") == "processes");
  CHECK(with_article("state") == "a state");
  CHECK(with_article("organisation") == "an organisation");
  CHECK(counted(1, "city") == "one city");
  CHECK(counted(1200, "city") == "1\u00A0200 cities");
}

TEST_CASE("a sentence is denied by its own verb only where that is plain", "[cli][english]") {
  CHECK(denied("{o} is a regional arrangement") == "{o} is not a regional arrangement");
  CHECK(denied("{p} are nationals of {s}") == "{p} are not nationals of {s}");
  CHECK(denied("{s} can influence {p}") == "{s} cannot influence {p}");
  CHECK(denied("there is a civil war in {s}") == "there is no civil war in {s}");
  CHECK(denied("there is an embargo") == "there is no embargo");
  CHECK(denied("{s} lives in {t}") == "it is not so that {s} lives in {t}");
  // The verb of a subordinate clause is left alone, and what is denied already.
  CHECK(denied("{r}, which is in force, binds {s}") ==
        "it is not so that {r}, which is in force, binds {s}");
  CHECK(denied("{s} is no member") == "it is not so that {s} is no member");
  CHECK(denied(denied("{s} lives in {t}")) == "{s} lives in {t}");
}
