#include "cli/command_line.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "cli/codes.hpp"
#include "grammar/date.hpp"

namespace grotius::cli {

namespace {

/// The command that was reached before the mistake: `grotius`, `grotius ask`, `grotius export asp`.
struct Reached {
  const CLI::App* command = nullptr;
  std::string name;
};

Reached reached(const CLI::App& app) {
  Reached result{&app, app.get_name()};
  for (auto below = app.get_subcommands(); !below.empty();
       below = result.command->get_subcommands()) {
    result.command = below.front();
    result.name += ' ' + result.command->get_name();
  }
  return result;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

std::string help_for(const std::string& misspelt, const std::vector<std::string>& known,
                     const std::string& otherwise) {
  const std::string meant = did_you_mean(misspelt, {known.begin(), known.end()});
  return meant.empty() ? otherwise : meant;
}

Diagnostic mistake(Code code, std::string message, std::string help) {
  return {code, Severity::error, std::move(message), std::nullopt, std::move(help), {}};
}

}  // namespace

Diagnostic explain(const CLI::App& app, const CLI::ParseError& error) {
  const Reached at = reached(app);
  const std::vector<std::string> left = app.remaining(true);
  const std::string what = error.what();
  const std::string see_help = fmt::format("`{} --help` tells what it takes", at.name);
  const bool wants_command = at.command->get_require_subcommand_min() > 0;
  if (!left.empty() && left.front().starts_with('-'))
    return mistake(codes::unknown_option,
                   fmt::format("`{}` is no option of `{}`", left.front(), at.name),
                   help_for(left.front(), options_of(*at.command), see_help));
  if (wants_command) {
    const std::vector<std::string> commands = commands_of(*at.command);
    const std::string all =
        fmt::format("after `{}` stands one of: {}", at.name, fmt::join(commands, ", "));
    if (left.empty())
      return mistake(codes::missing_part, fmt::format("`{}` alone does nothing", at.name), all);
    return mistake(codes::unknown_command,
                   fmt::format("there is no command `{} {}`", at.name, left.front()),
                   help_for(left.front(), commands, all));
  }
  if (!left.empty())
    return mistake(codes::unknown_option, fmt::format("`{}` is too much here", left.front()),
                   see_help);
  const std::size_t colon = what.find(": ");
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
    return mistake(codes::missing_part,
                   fmt::format("`{}` needs {}", at.name, what.substr(0, what.find(" is required"))),
                   see_help);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && colon != std::string::npos)
    return mistake(codes::missing_part,
                   fmt::format("`{}` is not followed by what it needs", what.substr(0, colon)),
                   see_help);
  return mistake(codes::unfit_value, what, see_help);
}

CLI::Validator one_of(std::vector<std::string> values) {
  const std::string all = fmt::format("{}", fmt::join(values, "|"));
  return CLI::Validator(
      [values = std::move(values)](std::string& given) -> std::string {
        if (std::ranges::find(values, given) != values.end()) return "";
        return fmt::format("`{}` is none of {}", given, fmt::join(values, ", "));
      },
      all);
}

CLI::Validator seconds() {
  return CLI::Validator(
      [](std::string& given) -> std::string {
        char* end = nullptr;
        const double number = std::strtod(given.c_str(), &end);
        const bool whole = !given.empty() && end == given.c_str() + given.size();
        return whole && std::isfinite(number) && number >= 0
                   ? ""
                   : fmt::format("`{}` is no number of seconds", given);
      },
      "");
}

CLI::Validator number_up_to(unsigned greatest) {
  return CLI::Validator(
      [greatest](std::string& given) -> std::string {
        const bool digits = !given.empty() && given.size() < 10 &&
                            given.find_first_not_of("0123456789") == std::string::npos;
        return digits && std::stoul(given) <= greatest
                   ? ""
                   : fmt::format("`{}` is no whole number from 0 to {}", given, greatest);
      },
      "");
}

CLI::Validator date() {
  return CLI::Validator(
      [](std::string& given) -> std::string {
        return parse_date(given) ? "" : fmt::format("`{}` is no date, YYYY-MM-DD", given);
      },
      "");
}

}  // namespace grotius::cli
