// What commands share: files, folders in which modules are looked up, the engine.

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/command_line.hpp"
#include "cli/invocation.hpp"
#include "cli/render_diagnostics.hpp"

namespace grotius::cli {

namespace fs = std::filesystem;

namespace {

/// The norm library: beside the installed program, or beside the program in the build folder.
std::vector<fs::path> libraries() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  std::vector<fs::path> found;
  for (const char* relative : {GROTIUS_RULES_FROM_BUILD, GROTIUS_RULES_FROM_BIN}) {
    const fs::path folder = program.parent_path() / relative;
    if (fs::is_directory(folder, error)) found.push_back(folder);
  }
  return found;
}

analyse::Engine engine_of(const std::string& name) {
  if (name == "native") return analyse::Engine::native;
  if (name == "z3") return analyse::Engine::z3;
  return name == "both" ? analyse::Engine::both : analyse::Engine::automatic;
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.code.id == b.code.id && a.span == b.span && a.message == b.message;
}

}  // namespace

void add_inputs(CLI::App& command, Inputs& inputs, const std::string& what) {
  command.add_option("FILE", inputs.files, what)->required();
  add_reading(command, inputs);
}

void add_reading(CLI::App& command, Inputs& inputs) {
  command
      .add_option("-I,--include", inputs.include_folders,
                  "a folder in which `uses NAME` is looked up (NAME.norm, NAME.norm.md)")
      ->allow_extra_args(false)
      ->type_name("DIR");
  command.add_flag("--json", inputs.json, "results and diagnostics as JSON, one object a line");
}

LoadOptions load_options(const Inputs& inputs) {
  LoadOptions options;
  options.include_folders.assign(inputs.include_folders.begin(), inputs.include_folders.end());
  options.libraries = libraries();
  return options;
}

void add_asking(CLI::App& command, Asking& asking) {
  command
      .add_option("--engine", asking.engine,
                  "who decides: the native evaluator, z3, or both (which must agree)")
      ->check(one_of({"automatic", "native", "z3", "both"}));
  command
      .add_option(
          "--timeout", asking.seconds,
          "bound on the solver for one question (60; 0: none); past it the answer is `unknown`")
      ->type_name("SECONDS")
      ->check(seconds());
  command.add_flag(
      "--open", asking.open,
      "withdraw every presumption of a relation or deed: what is not given is unknown");
}

analyse::AskOptions ask_options(const Asking& asking) {
  analyse::AskOptions options;
  options.seconds = asking.seconds;
  options.open = asking.open;
  options.engine = engine_of(asking.engine);
  return options;
}

void add_analysing(CLI::App& command, Analysing& analysing) {
  command
      .add_option("--engine", analysing.engine,
                  "who decides: the native search, z3, or both (which must agree)")
      ->check(one_of({"automatic", "native", "z3", "both"}));
  command
      .add_option("--timeout", analysing.seconds,
                  "bound on the whole search (0: none); past it what is left is named as undecided")
      ->type_name("SECONDS")
      ->check(seconds());
  command
      .add_option(
          "--scope", analysing.scope,
          "look at universes with this many unnamed individuals of every open type at least")
      ->type_name("K")
      ->check(number_up_to(1000));
  command.add_option("--on", analysing.on, "situations on this date only")
      ->type_name("YYYY-MM-DD")
      ->check(date());
}

analyse::CheckOptions check_options(const Analysing& analysing) {
  analyse::CheckOptions options;
  options.engine = engine_of(analysing.engine);
  options.seconds = analysing.seconds;
  if (!analysing.scope.empty())
    options.scope = static_cast<std::uint32_t>(std::stoul(analysing.scope));
  if (!analysing.on.empty()) options.on = parse_date(analysing.on);
  return options;
}

bool report(Session& session, bool json) {
  print_diagnostics(std::cerr, session.sources(), session.diagnostics().sorted(), json);
  return session.diagnostics().has_errors();
}

bool report_from(Session& session, std::size_t first, bool json) {
  const auto& items = session.diagnostics().items();
  std::vector<Diagnostic> later;
  bool errors = false;
  for (std::size_t i = first; i < items.size(); ++i) {
    errors = errors || items[i].severity == Severity::error;
    // Many questions of one situation or norm set say the same of it.
    const auto before = items.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::none_of(items.begin(), before,
                     [&](const Diagnostic& other) { return same(other, items[i]); }))
      later.push_back(items[i]);
  }
  if (!json && first > 0 && !later.empty()) std::cerr << '\n';  // those before were printed already
  print_diagnostics(std::cerr, session.sources(), later, json);
  return errors;
}

}  // namespace grotius::cli
