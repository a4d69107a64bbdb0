#pragma once
// Mistakes in the command line itself, told like the mistakes in files.

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "grammar/diagnostic.hpp"

namespace grotius::cli {

/// What is wrong with the command line that CLI11 refused, and what to write instead.
Diagnostic explain(const CLI::App& app, const CLI::ParseError& error);

/// Refuses every value but these, and shows them in the help.
CLI::Validator one_of(std::vector<std::string> values);
/// Refuses what is no number of seconds: a decimal number from 0 on.
CLI::Validator seconds();
/// Refuses what is no whole number from 0 to the greatest.
CLI::Validator number_up_to(unsigned greatest);
/// Refuses what is no date `YYYY-MM-DD`.
CLI::Validator date();

}  // namespace grotius::cli
