#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/analyse/check/difference.hpp"

namespace grotius::test {

// What a norm set shows, marked in place by comments below the line that a finding points at (any
// of its places; names as `tolerate` repeats them, sorted; of a redundant condition its text too):
//
//   norm testimony_of_peace
//   -- finds conflict call_to_arms, testimony_of_peace
//   --   given quaker(p1), republican(p1)
//
//   -- tolerated KIND NAMES, -- not seen KIND NAMES, -- thesis NAME proved|refuted|unknown,
//   -- undecided KIND NAMES
//   -- differs may|must|can ACTION: FROM -> TO, -- equivalent
//   -- added|removed|reworded NORM changes something|nothing
//
// Below a mark stand those details that matter: `given`, `individuals`, `about`, `on` of its
// witness, `core`, `because`, `norms`. What holds of a norm set and is not marked is a failure;
// unmarked details are not compared. Blanks, parentheses and `_` in numbers do not count.
struct Mark {
  std::string text;                            // without the leading comment sign
  std::size_t line = 0;                        // of the item above it, counted from 1
  std::map<std::string, std::string> details;  // by their first word
  std::vector<std::size_t> lines;              // of what was found: all its places
};

std::vector<Mark> marks_in(const std::string& text);

std::vector<Mark> marks_of(const analyse::Report& report, const model::Model& model,
                           const Sources& sources);
std::vector<Mark> marks_of(const analyse::Difference& difference);

// What is marked and was not found, and the other way round; a line each.
std::vector<std::string> disagreements(const std::vector<Mark>& marked,
                                       const std::vector<Mark>& found);

}  // namespace grotius::test
