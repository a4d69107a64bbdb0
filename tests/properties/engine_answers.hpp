#pragma once

// What the engine answers to the questions of a printed world, in the shape of the reference's
// answers.

#include <optional>
#include <string>
#include <vector>

#include "engine/grotius.hpp"
#include "tests/properties/print.hpp"
#include "tests/properties/reference.hpp"

namespace grotius::properties {

struct EngineAnswers {
  std::vector<std::optional<Answer>> answers;  // by question of the world; none: an error
  std::string errors;                          // the diagnostics that are errors, a line each
};

EngineAnswers engine_answers(const Printed& printed, const analyse::AskOptions& options = {});

// What two answers to one question differ in, empty when nothing. The engine lists at most 16
// settling sets, and none for an answer that is the same in all completions.
std::string difference(const Answer& left, const Answer& right);

// A world as a failing property shows it: its files.
std::string text_of(const Printed& printed);

}  // namespace grotius::properties
