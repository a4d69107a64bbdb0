#pragma once
// The question at the head of a certificate, read and compared with the files.

#include <deque>

#include <nlohmann/json.hpp>

#include "cli/verify/world.hpp"

namespace grotius::verify {

/// What must stay alive for questions that stand in no file.
struct CommandLine {
  Sources& sources;
  std::deque<syntax::Expression> expressions;
};

/// Throws DoesNotFollow where a question of a file is not the one that stands there, CannotCheck
/// where it cannot be made out.
Question read_question(Law& law, Spots& spots, CommandLine& command_line,
                       const nlohmann::json& json);

/// `expected` and `as_expected` of the head.
void check_expectation(const Law& law, const Spots& spots, const nlohmann::json& head);

}  // namespace grotius::verify
