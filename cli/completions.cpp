// grotius completions: scripts for shells, made from the declared commands and options, so that
// they cannot go stale.

#include <algorithm>
#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/invocation.hpp"

namespace grotius::cli {

namespace {

std::vector<std::string> flags_of(const CLI::App& command) {
  std::vector<std::string> flags;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) flags.push_back("--" + name);
    for (const std::string& name : option->get_snames()) flags.push_back("-" + name);
  }
  return flags;
}

/// The words after a command: its options, and the commands below it with theirs.
std::vector<std::string> words_of(const CLI::App& command) {
  std::vector<std::string> words = flags_of(command);
  for (const CLI::App* below : command.get_subcommands({})) {
    words.push_back(below->get_name());
    for (std::string& word : words_of(*below))
      if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

/// Within single quotes, as fish reads them.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char sign : text)
    result += sign == '\'' || sign == '\\' ? std::string("\\") + sign : std::string(1, sign);
  return result;
}

std::string bash(const CLI::App& app) {
  std::string text =
      "# bash completion for grotius\n_grotius() {\n  local current=\"${COMP_WORDS[COMP_CWORD]}\" "
      "command=\"${COMP_WORDS[1]}\" words=\"\"\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    words=\"";
  for (const CLI::App* command : app.get_subcommands({})) text += command->get_name() + ' ';
  text += fmt::format("{}\"\n  else\n    case \"$command\" in\n", fmt::join(flags_of(app), " "));
  for (const CLI::App* command : app.get_subcommands({}))
    text += fmt::format("      {}) words=\"{}\" ;;\n", command->get_name(),
                        fmt::join(words_of(*command), " "));
  return text +
         "    esac\n  fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
         "  case \"$current\" in -*) ;; *) [ \"$COMP_CWORD\" -gt 1 ] && COMPREPLY+=($(compgen -f "
         "-- \"$current\")) ;; esac\n}\n"
         "complete -o filenames -F _grotius grotius\n";
}

std::string fish(const CLI::App& app) {
  std::string text = "# fish completion for grotius\n";
  for (const CLI::App* command : app.get_subcommands({})) {
    text += fmt::format("complete -c grotius -n __fish_use_subcommand -a {} -d '{}'\n",
                        command->get_name(), escaped(command->get_description()));
    const std::vector<const CLI::App*> below = command->get_subcommands({});
    for (const CLI::App* one : below)
      text += fmt::format("complete -c grotius -n '__fish_seen_subcommand_from {}' -a {} -d '{}'\n",
                          command->get_name(), one->get_name(), escaped(one->get_description()));
    for (const CLI::App* one : below.empty() ? std::vector<const CLI::App*>{command} : below)
      for (const CLI::Option* option : one->get_options())
        for (const std::string& name : option->get_lnames())
          text +=
              fmt::format("complete -c grotius -n '__fish_seen_subcommand_from {}' -l {} -d '{}'\n",
                          command->get_name(), name, escaped(option->get_description()));
  }
  return text;
}

std::string script(const CLI::App& app, const std::string& shell) {
  if (shell == "fish") return fish(app);
  if (shell == "zsh")
    return "#compdef grotius\nautoload -U +X bashcompinit && bashcompinit\n" + bash(app);
  return bash(app);
}

}  // namespace

void add_completions(CLI::App& app, Invocation& invocation) {
  auto shell = std::make_shared<std::string>();
  CLI::App& command = *app.add_subcommand("completions", "print the completion script of a shell");
  command.add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}));
  command.footer(
      "For instance: grotius completions bash > "
      "~/.local/share/bash-completion/completions/grotius");
  command.callback([&app, shell, &invocation] {
    invocation.run = [&app, shell] {
      std::cout << script(app, *shell);
      return static_cast<int>(ok);
    };
  });
}

}  // namespace grotius::cli
