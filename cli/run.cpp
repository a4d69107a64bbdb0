#include <algorithm>
#include <exception>
#include <iostream>
#include <new>
#include <string_view>

#include "cli/codes.hpp"
#include "cli/command_line.hpp"
#include "cli/invocation.hpp"
#include "cli/render_diagnostics.hpp"
#include "grammar/file_codes.hpp"

namespace grotius::cli {

namespace {

constexpr const char* kIntroduction =
    R"(Grotius answers what norms say: may, must, can an act be done in a situation, and on what ground.

Norms stand in NAME.norm, situations and questions in NAME.case, or in Markdown (NAME.norm.md) within blocks tagged `norm`.)";

constexpr const char* kExamples = R"(Examples:
  grotius ask intervention.norm kosovo_1999.case      answers the questions of the files
  grotius ask intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)'
  grotius test examples                               runs every `expect` under a folder
  grotius check my.norm                               finds mistakes, conflicts, gaps, dead norms
  grotius diff old.norm new.norm                      shows where two norm sets part
  grotius fmt my.norm                                 puts a file into the canonical layout

`grotius COMMAND --help` tells more. Exit status of one question: 0 yes, 1 no, 2 error, 3 depends, 4 contested, 5 silent, 6 unknown.)";

/// Prints what stops the whole command, in the form that was asked for; the command line may not
/// have been read to its end.
int stop(int argc, const char* const* argv, const Diagnostic& why) {
  const bool json = std::any_of(argv, argv + argc, [](const char* argument) {
    return std::string_view(argument) == "--json";
  });
  std::cout.flush();
  print_diagnostics(std::cerr, Sources(), {why}, json);
  return input_error;
}

}  // namespace

int run(int argc, const char* const* argv) {
  try {
    std::ios::sync_with_stdio(false);
    CLI::App app(kIntroduction, "grotius");
    app.footer(kExamples);
    app.set_version_flag("--version", "grotius " GROTIUS_VERSION);
    app.require_subcommand(1);
    Invocation invocation;
    add_ask(app, invocation);
    add_why(app, invocation);
    add_flip(app, invocation);
    add_hinges(app, invocation);
    add_interview(app, invocation);
    add_test(app, invocation);
    add_survey(app, invocation);
    add_timeline(app, invocation);
    add_check(app, invocation);
    add_diff(app, invocation);
    add_fmt(app, invocation);
    add_dump(app, invocation);
    add_export(app, invocation);
    add_completions(app, invocation);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) return app.exit(error);
      return stop(argc, argv, explain(app, error));
    }
    const int status = invocation.run();
    if (!std::cout.flush())
      return stop(argc, argv,
                  {file_codes::unwritable,
                   Severity::error,
                   "the output cannot be written",
                   std::nullopt,
                   "see that there is room where it goes",
                   {}});
    return status;
  } catch (const ground::ResourceLimit& limit) {
    return stop(argc, argv,
                {codes::limit_reached, Severity::error, limit.message, std::nullopt, "", {}});
  } catch (const std::bad_alloc&) {
    return stop(argc, argv,
                {codes::out_of_memory,
                 Severity::error,
                 "the memory of this machine does not suffice (limit: memory)",
                 std::nullopt,
                 "name fewer individuals, or ask about a smaller norm set",
                 {}});
  } catch (const std::exception& error) {
    return stop(
        argc, argv,
        {codes::internal_error,
         Severity::error,
         std::string("internal error: ") + error.what(),
         std::nullopt,
         "this is a mistake of the program, not of your files; please report it with the files",
         {}});
  }
}

}  // namespace grotius::cli
