#include "grammar/x3/scribe.hpp"

namespace grotius::grammar {

// Signs that programmers and logicians write, and that word processors put in place of what was
// typed.
const std::vector<ForeignSign>& foreign_signs() {
  static const std::vector<ForeignSign> signs{
      {"==", "equality is written `=`", Sign::equal, {}},
      {"===", "equality is written `=`", Sign::equal, {}},
      {":=", "a value is given with `=`", Sign::equal, {}},
      {"<>", "inequality is written `!=`", Sign::not_equal, {}},
      {"/=", "inequality is written `!=`", Sign::not_equal, {}},
      {"\u2260", "inequality is written `!=`", Sign::not_equal, {}},
      {"=<", "\"at most\" is written `<=`", Sign::less_equal, {}},
      {"\u2264", "\"at most\" is written `<=`", Sign::less_equal, {}},
      {"\u2265", "\"at least\" is written `>=`", Sign::greater_equal, {}},
      {"=>", "\"if … then\" is written `implies`, \"at least\" is written `>=`", {}, Word::implies},
      {"->", "\"if … then\" is written `implies`", {}, Word::implies},
      {"\u2192", "\"if … then\" is written `implies`", {}, Word::implies},
      {"\u21d2", "\"if … then\" is written `implies`", {}, Word::implies},
      {"&&", "write `and`", {}, Word::and_},
      {"&", "write `and`", {}, Word::and_},
      {"\u2227", "write `and`", {}, Word::and_},
      {"||", "write `or`", {}, Word::or_},
      {"\u2228", "write `or`", {}, Word::or_},
      {"!", "write `not`", {}, Word::not_},
      {"~", "write `not`", {}, Word::not_},
      {"\u00ac", "write `not`", {}, Word::not_},
      {"\u2208", "write `in`", {}, Word::in},
      {"\u2200", "write `every x: TYPE satisfies …`", {}, Word::every},
      {"\u2203", "write `some x: TYPE where …`", {}, Word::some},
      {"\u00d7", "multiplication is written `*`", Sign::times, {}},
      {"\u2212", "a minus is written `-`", Sign::minus, {}},
      {"\u2013", "a minus is written `-`; a comment begins with `--`", Sign::minus, {}},
      {"\u2014", "a comment begins with `--`", {}, {}},
      {"[", "lists stand in `( )`, sets in `{ }`", Sign::left_parenthesis, {}},
      {"]", "lists stand in `( )`, sets in `{ }`", Sign::right_parenthesis, {}},
      {";", "nothing is needed at the end of a line", {}, {}},
      {"/", "there is no division; multiply the other side of the comparison instead", {}, {}},
      {"%",
       "there are no percentages and no remainders; compare with multiplied whole numbers",
       {},
       {}},
      {"//", "a comment begins with `--`", {}, {}},
      {"/*", "a comment begins with `--` and ends with its line", {}, {}},
      {"*/", "a comment begins with `--` and ends with its line", {}, {}},
      {"#", "a comment begins with `--`", {}, {}},
      {"\u2026", "a range is written with two dots: `0..10`", Sign::dots, {}},
      {"...", "a range is written with two dots: `0..10`", Sign::dots, {}},
      {"\u00a0",
       "an invisible blank of a word processor; put an ordinary blank in its place",
       {},
       {}},
      {"\u202f",
       "an invisible blank of a word processor; put an ordinary blank in its place",
       {},
       {}},
      {"\u200b", "an invisible character; delete it", {}, {}},
      {"\ufeff", "an invisible character; delete it", {}, {}},
  };
  return signs;
}

}  // namespace grotius::grammar
