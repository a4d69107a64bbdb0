// grotius diff: where two norm sets, or two versions of one, part.

#include <iostream>
#include <memory>

#include <unistd.h>

#include "cli/invocation.hpp"
#include "cli/progress.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_difference.hpp"

namespace grotius::cli {

namespace {

struct Diff {
  Inputs inputs;
  Sides sides;
  Analysing analysing;

  int run() const {
    Comparison comparison(load_options(inputs));
    const bool loaded = comparison.load(sides.first, sides.second);
    print(comparison, comparison.diagnostics().sorted());
    if (!loaded) return input_error;

    const std::size_t before = comparison.diagnostics().items().size();
    std::optional<analyse::Difference> difference;
    {
      Progress progress;
      analyse::CheckOptions options = check_options(analysing);
      options.progress = [&](const std::string& what, double share) { progress.show(what, share); };
      difference = comparison.difference(options);
    }
    const auto& items = comparison.diagnostics().items();
    print(comparison, {items.begin() + static_cast<std::ptrdiff_t>(before), items.end()});
    if (!difference) return input_error;
    if (inputs.json) {
      std::cout << to_json(comparison.sources(), sides, *difference)
                       .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
    } else {
      std::cout << render_text(comparison.sources(), sides, *difference,
                               wants_colour(STDOUT_FILENO));
    }
    if (!difference->changes.empty()) return failed;
    return difference->equivalent() ? ok : incomplete;
  }

 private:
  void print(const Comparison& comparison, const std::vector<Diagnostic>& diagnostics) const {
    print_diagnostics(std::cerr, comparison.sources(), diagnostics, inputs.json);
  }
};

}  // namespace

void add_diff(CLI::App& app, Invocation& invocation) {
  auto diff = std::make_shared<Diff>();
  CLI::App& command = *app.add_subcommand(
      "diff", "show where two norm sets part, with a situation for every kind of change");
  command.add_option("FIRST", diff->sides.first, "a file of norms, or the name of a module")
      ->required();
  command.add_option("SECOND", diff->sides.second, "another, or another version of it")->required();
  add_reading(command, diff->inputs);
  add_analysing(command, diff->analysing);
  command.footer(
      R"(Exit status: 0 equivalent, 1 they differ, 2 a mistake in the files, 3 no difference seen, but something was cut short or only seen up to scope.

  grotius diff old/intervention.norm intervention.norm
  git difftool --no-prompt --extcmd 'grotius diff' HEAD~1 -- intervention.norm)");
  command.callback([diff, &invocation] { invocation.run = [diff] { return diff->run(); }; });
}

}  // namespace grotius::cli
