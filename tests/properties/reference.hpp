#pragma once

// The deliberately naive reference: the answer to a question by going through every completion of
// its situation, one after the other, and asking the one model of each (semantics.md, "Statuses of
// an act"). It is written from the written meaning alone and shares no code with the engine.
//
// Where semantics.md leaves room, the reading taken stands as a comment where it is taken, and all
// of them are listed in README.md beside this file.

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/reference_model.hpp"

namespace grotius::properties {

// How many of the completions show something.
enum class Share { none, some, all };

struct NormFinding {
  std::string norm;  // qualified with its module
  std::vector<std::pair<std::string, std::string>> bindings;
  Share applies = Share::none;
  Share stands = Share::none;  // of all completions, those in which it applies and stands

  auto operator<=>(const NormFinding&) const = default;
};

struct Answer {
  std::size_t completions = 0;  // 0: an input error, and nothing below means anything
  std::string answer;           // yes, no, contested, silent, depends
  std::string status;           // obliged, ...; empty when it differs or for an expression
  std::string must, can;        // "depends" when they differ; empty for an expression
  std::map<std::string, std::string> possible;  // status (answer for an expression) -> answer
  std::set<std::set<std::string>> settling;     // minimal sets of atoms
  std::vector<NormFinding> norms;               // sorted
};

// Throws UnboundedUnknown for an unknown whose values cannot be listed.
Answer reference_answer(const World& world, const Question& question, bool open = false);

std::string to_string(Status status);
std::string to_string(Must must);
std::string to_string(Can can);

}  // namespace grotius::properties
