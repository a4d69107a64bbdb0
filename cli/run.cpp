#include <fmt/format.h>

#include <exception>
#include <iostream>
#include <new>

#include "cli/invocation.hpp"

namespace grotius::cli {

namespace {

constexpr const char* kIntroduction = R"(Grotius answers what norms say: may, must, can an act be done in a situation, and on what ground.

Norms stand in NAME.norm, situations and questions in NAME.case, or in Markdown (NAME.norm.md) within blocks tagged `norm`.)";

constexpr const char* kExamples = R"(Examples:
  grotius ask intervention.norm kosovo_1999.case      answers the questions of the files
  grotius ask intervention.norm kosovo_1999.case --query 'use_of_force(nato, serbia)'
  grotius test examples                               runs every `expect` under a folder
  grotius check my.norm                               shows all mistakes of a file
  grotius fmt my.norm                                 puts a file into the canonical layout

`grotius COMMAND --help` tells more. Exit status of one question: 0 yes, 1 no, 2 error, 3 depends, 4 contested, 5 silent, 6 unknown.)";

int internal_error(const std::string& what) {
  std::cerr << fmt::format("error[I001]: internal error: {}\n  help: this is a mistake of the program, not of your files; please report it with the files\n", what);
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
    app.failure_message(CLI::FailureMessage::simple);
    Invocation invocation;
    add_ask(app, invocation);
    add_test(app, invocation);
    add_check(app, invocation);
    add_fmt(app, invocation);
    add_dump(app, invocation);
    add_export(app, invocation);
    add_completions(app, invocation);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? static_cast<int>(ok) : static_cast<int>(input_error);
    }
    return invocation.run();
  } catch (const ground::ResourceLimit& limit) {
    std::cerr << "error[L001]: " << limit.message << '\n';
  } catch (const std::bad_alloc&) {
    std::cerr << "error[L002]: the memory of this machine does not suffice for the question (limit: memory)\n";
  } catch (const std::exception& error) {
    return internal_error(error.what());
  }
  return input_error;
}

}  // namespace grotius::cli
