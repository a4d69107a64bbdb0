#pragma once
// The command line. Each command stands in a file of its own, declares its options to CLI11 and is
// a function from options to an exit status; what commands share stands here. Commands decide
// nothing: they load, ask the engine, and render.

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "engine/grotius.hpp"

namespace grotius::cli {

/// Exit statuses (docs/command-line.md).
enum Exit : int { ok = 0, failed = 1, input_error = 2, incomplete = 3 };

/// The command that the user chose, to be run after the command line was read.
struct Invocation {
  std::function<int()> run;
};

/// Options of every command that reads norms.
struct Inputs {
  std::vector<std::string> files;
  std::vector<std::string> include_folders;
  bool json = false;
};
void add_inputs(CLI::App& command, Inputs& inputs, const std::string& what);
/// All of them but the files.
void add_reading(CLI::App& command, Inputs& inputs);
LoadOptions load_options(const Inputs& inputs);

/// Options of every command that asks.
struct Asking {
  std::string engine = "automatic";
  double seconds = 60;
  bool open = false;
};
void add_asking(CLI::App& command, Asking& asking);
analyse::AskOptions ask_options(const Asking& asking);

/// Options of the commands that look at all situations.
struct Analysing {
  std::string engine = "automatic";
  double seconds = 0;
  std::string scope;  ///< a number; empty: none given
  std::string on;     ///< a date; empty: every date
};
void add_analysing(CLI::App& command, Analysing& analysing);
analyse::CheckOptions check_options(const Analysing& analysing);

/// Prints the diagnostics of a session to standard error, in the order of the texts, as text or
/// JSON. Returns whether there are errors.
bool report(Session& session, bool json);
/// The same for diagnostics from `first` on, in the order in which they arose; what was said before
/// is not repeated.
bool report_from(Session& session, std::size_t first, bool json);

void add_ask(CLI::App& app, Invocation& invocation);
void add_why(CLI::App& app, Invocation& invocation);
void add_flip(CLI::App& app, Invocation& invocation);
void add_hinges(CLI::App& app, Invocation& invocation);
void add_interview(CLI::App& app, Invocation& invocation);
void add_test(CLI::App& app, Invocation& invocation);
void add_survey(CLI::App& app, Invocation& invocation);
void add_timeline(CLI::App& app, Invocation& invocation);
void add_check(CLI::App& app, Invocation& invocation);
void add_diff(CLI::App& app, Invocation& invocation);
void add_fmt(CLI::App& app, Invocation& invocation);
void add_dump(CLI::App& app, Invocation& invocation);
void add_export(CLI::App& app, Invocation& invocation);
void add_completions(CLI::App& app, Invocation& invocation);

/// Runs the program; never throws.
int run(int argc, const char* const* argv);

}  // namespace grotius::cli
