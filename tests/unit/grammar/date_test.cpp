#include "grammar/date.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;

TEST_CASE("days are counted from 1970-01-01", "[date]") {
  CHECK(date_of(1970, 1, 1)->day == 0);
  CHECK(date_of(1970, 1, 2)->day == 1);
  CHECK(date_of(1969, 12, 31)->day == -1);
  CHECK(date_of(2000, 3, 1)->day == 11017);
  CHECK(date_of(1, 1, 1)->day == -719162);
  CHECK(date_of(9999, 12, 31)->day == 2932896);
}

TEST_CASE("a date that does not exist is none", "[date]") {
  CHECK(date_of(2024, 2, 29));
  CHECK_FALSE(date_of(2023, 2, 29));
  CHECK_FALSE(date_of(1900, 2, 29));
  CHECK(date_of(2000, 2, 29));
  CHECK_FALSE(date_of(2023, 4, 31));
  CHECK_FALSE(date_of(2023, 13, 1));
  CHECK_FALSE(date_of(2023, 0, 1));
  CHECK_FALSE(date_of(2023, 1, 0));
  CHECK_FALSE(date_of(0, 1, 1));
  CHECK_FALSE(date_of(10000, 1, 1));
  CHECK_FALSE(date_of(2023, -3, 257));
}

TEST_CASE("a date is written YYYY-MM-DD exactly", "[date]") {
  CHECK(parse_date("1945-10-24") == date_of(1945, 10, 24));
  for (const char* text : {"1945-10-2", "1945-10-245", "45-10-24", "1945/10/24", "1945-1a-24",
                           "1945-10-32", "", "+945-10-24", "1945-+1-24"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("every date is printed as it is read", "[date]") {
  for (std::int64_t day = date_of(1, 1, 1)->day; day <= date_of(9999, 12, 31)->day; day += 97) {
    REQUIRE(parse_date(to_string(Date{day})) == Date{day});
  }
  CHECK(to_string(*date_of(33, 4, 3)) == "0033-04-03");
}

TEST_CASE("days outside the calendar are printed as numbers", "[date]") {
  CHECK(to_string(Date{2932897}) == "day 2932897");
  CHECK(to_string(Date{-719163}) == "day -719163");
  CHECK(to_string(Date{INT64_MAX}) == "day 9223372036854775807");
  CHECK(to_string(Date{INT64_MIN}) == "day -9223372036854775808");
}

TEST_CASE("an interval holds from its first day until the day before its end", "[date]") {
  const Interval both{Date{10}, Date{20}};
  CHECK_FALSE(both.holds_on(Date{9}));
  CHECK(both.holds_on(Date{10}));
  CHECK(both.holds_on(Date{19}));
  CHECK_FALSE(both.holds_on(Date{20}));
  CHECK_FALSE(both.holds_after_all());
  CHECK(Interval{Date{10}, std::nullopt}.holds_after_all());
  CHECK(Interval{}.holds_on(Date{-5}));
}

TEST_CASE("intervals that only touch do not overlap", "[date]") {
  const Interval early{Date{0}, Date{10}};
  CHECK_FALSE(early.overlaps({Date{10}, Date{20}}));
  CHECK(early.overlaps({Date{9}, std::nullopt}));
  CHECK(early.overlaps({}));
  CHECK_FALSE(Interval({Date{10}, std::nullopt}).overlaps(early));
}
