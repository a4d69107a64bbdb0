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

// The engine with a printed world loaded and compiled.
class LoadedWorld {
 public:
  explicit LoadedWorld(const Printed& printed);

  // By question of the world; none where the engine reports an error.
  std::vector<std::optional<Answer>> answers(const analyse::AskOptions& options = {});

  // The diagnostics so far that are errors, a line each.
  std::string errors();

  Session& session() { return session_; }

 private:
  Session session_;
  std::vector<int> questions_;
  bool compiled_ = false;
};

// What two answers to one question differ in, empty when nothing. The engine lists at most 16
// settling sets, and none for an answer that is the same in all completions.
std::string difference(const Answer& left, const Answer& right);

// A world as a failing property shows it: its files.
std::string text_of(const Printed& printed);

}  // namespace grotius::properties
