#include "cli/date_axis.hpp"

#include "cli/svg.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using cli::DateAxis;

namespace {

std::string labels(const char* first, const char* end) {
  std::string text;
  for (const DateAxis::Tick& tick : DateAxis(*parse_date(first), *parse_date(end), 0, 680).ticks())
    text += tick.label + (tick.year.empty() ? "" : " " + tick.year) + ",";
  return text;
}

}  // namespace

TEST_CASE("an axis of dates marks years, months or days", "[cli][axis]") {
  CHECK(labels("2011-02-01", "2011-12-01") == "Feb 2011,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,");
  CHECK(labels("1998-11-15", "1999-05-01") ==
        "15 Nov 1998,1 Dec,15 Dec,1 Jan 1999,15 Jan,1 Feb,15 Feb,1 Mar,15 Mar,1 Apr,15 Apr,");
  CHECK(labels("1998-12-15", "1999-03-02") == "21 Dec 1998,1 Jan 1999,11 Jan,21 Jan,1 Feb,11 Feb,21 Feb,1 Mar,");
  CHECK(labels("2011-02-27", "2011-03-03") == "27 Feb 2011,28 Feb,1 Mar,2 Mar,");
  CHECK(labels("1945-06-01", "1999-01-01") == "1950,1955,1960,1965,1970,1975,1980,1985,1990,1995,");
}

TEST_CASE("days outside of an axis stand at its ends", "[cli][axis]") {
  const DateAxis axis(*parse_date("2000-01-01"), *parse_date("2000-01-11"), 100, 200);
  CHECK(axis.at(*parse_date("1999-01-01")) == 100);
  CHECK(axis.at(*parse_date("2000-01-06")) == 150);
  CHECK(axis.at(*parse_date("2001-01-01")) == 200);
}

TEST_CASE("SVG escapes what its text holds", "[cli][svg]") {
  cli::Svg svg;
  svg.open("g", {{"id", "a\"<&"}});
  svg.element("text", {}, "1 < 2 & \x01");
  svg.close();
  CHECK(svg.take() == "<g id=\"a&quot;&lt;&amp;\">\n  <text>1 &lt; 2 &amp;  </text>\n</g>\n");
  CHECK(cli::Svg::number(2.04) == "2");
  CHECK(cli::Svg::number(-0.01) == "0");
}

TEST_CASE("words are put on lines that they fill", "[cli][svg]") {
  CHECK(cli::lines_of("one two three", 10, 1000) == std::vector<std::string>{"one two three"});
  CHECK(cli::lines_of("one two three", 10, 1) == std::vector<std::string>{"one", "two", "three"});
}
