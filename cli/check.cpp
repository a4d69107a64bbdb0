// grotius check: all mistakes of the files, then every finding about their norm sets.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <limits>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/checking.hpp"
#include "cli/codes.hpp"
#include "cli/command_line.hpp"
#include "cli/file_watch.hpp"
#include "cli/render_diagnostics.hpp"

namespace grotius::cli {

namespace {

namespace fs = std::filesystem;

struct Check {
  Inputs inputs;
  Analysing analysing;
  std::vector<std::string> only;
  bool repair = false;
  bool all = false;
  bool sarif = false;
  bool watching = false;

  int run() {
    Checking checking(inputs, options(),
                      sarif         ? Form::sarif
                      : inputs.json ? Form::json
                                    : Form::text,
                      watching);
    if (watching) return watch(checking);
    const Round round = checking.round();
    show(round);
    return round.status;
  }

 private:
  analyse::CheckOptions options() const {
    analyse::CheckOptions options = check_options(analysing);
    options.repair = repair;
    if (all) options.listed = std::numeric_limits<std::size_t>::max();
    for (const std::string& kind : only) options.kinds.insert(*analyse::finding_kind(kind));
    return options;
  }

  static void show(const Round& round) {
    std::cerr << round.diagnostics << std::flush;
    std::cout << round.text << std::flush;
  }

  /// What to look at: the files read, those named, and the folders in which a module might turn up.
  std::vector<fs::path> places(const Round& round) const {
    std::vector<fs::path> paths = round.files;
    paths.insert(paths.end(), inputs.files.begin(), inputs.files.end());
    for (std::size_t i = paths.size(); i-- > 0;) {
      const fs::path folder = paths[i].parent_path();
      paths.push_back(folder.empty() ? fs::path(".") : folder);
    }
    paths.insert(paths.end(), inputs.include_folders.begin(), inputs.include_folders.end());
    return paths;
  }

  int watch(Checking& checking) const {
    if (std::ranges::find(inputs.files, "-") != inputs.files.end()) {
      print_diagnostics(std::cerr, Sources(),
                        {{codes::unfit_value,
                          Severity::error,
                          "standard input cannot be watched",
                          std::nullopt,
                          "name a file",
                          {}}},
                        inputs.json);
      return input_error;
    }
    FileWatch watch;
    watch.watch({inputs.files.begin(), inputs.files.end()});
    Round last = checking.round();
    show(last);
    while (std::cout) {
      watch.watch(places(last));
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      const std::vector<fs::path> changed = watch.changed();
      if (changed.empty()) continue;
      Round next = checking.round();
      if (next.text != last.text || next.diagnostics != last.diagnostics) {
        if (!inputs.json) std::cout << "\n-- saved: " << saved(changed) << '\n' << std::flush;
        show(next);
      }
      last = std::move(next);
    }
    return input_error;
  }

  static std::string saved(const std::vector<fs::path>& changed) {
    std::vector<std::string> names;
    for (const fs::path& path : changed)
      if (!fs::is_directory(path)) names.push_back(path.string());
    return names.empty() ? changed.front().string() : fmt::format("{}", fmt::join(names, ", "));
  }
};

std::vector<std::string> kinds() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(analyse::FindingKind::open_pair); ++i)
    names.emplace_back(analyse::name(static_cast<analyse::FindingKind>(i)));
  return names;
}

}  // namespace

void add_check(CLI::App& app, Invocation& invocation) {
  auto check = std::make_shared<Check>();
  CLI::App& command = *app.add_subcommand(
      "check", "find mistakes, and what is wrong with norms over all situations");
  add_inputs(command, check->inputs, "files of norms and situations");
  add_analysing(command, check->analysing);
  command.add_flag("--repair", check->repair,
                   "propose what removes each conflict, with everything else that it changes");
  command.add_option("--only", check->only, "look for these kinds of findings alone")
      ->delimiter(',')
      ->type_name("KIND,…")
      ->check(one_of(kinds()).description(""));
  command.add_flag("--all", check->all, "write out every finding, however many there are");
  CLI::Option* sarif = command.add_flag("--sarif", check->sarif,
                                        "results as one SARIF 2.1.0 document, for code hosts");
  command.add_flag("--watch", check->watching, "check again whenever a file is saved")
      ->excludes(sarif);
  sarif->excludes("--json");
  command.footer(
      R"(Exit status: 0 nothing found, 1 findings, 2 a mistake in the files, 3 nothing found, but something was cut short or only seen up to scope.

  grotius check intervention.norm
  grotius check intervention.norm --only conflict,gap --repair)");
  command.callback([check, &invocation] { invocation.run = [check] { return check->run(); }; });
}

}  // namespace grotius::cli
