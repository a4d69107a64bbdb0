// grotius check: all mistakes of the files in form, names, types and order.

#include <iostream>
#include <memory>

#include <fmt/format.h>

#include "cli/invocation.hpp"

namespace grotius::cli {

namespace {

std::string number_of(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

void add_check(CLI::App& app, Invocation& invocation) {
  auto inputs = std::make_shared<Inputs>();
  CLI::App& command = *app.add_subcommand(
      "check", "show all mistakes of files: form, names, types, cycles, contradictions");
  add_inputs(command, *inputs, "files of norms and situations");
  command.footer(
      "Exit status: 0 no mistakes, 2 mistakes. It reads and types the files; it does not yet "
      "search norm sets for conflicts and gaps.");
  command.callback([inputs, &invocation] {
    invocation.run = [inputs] {
      Session session(load_options(*inputs));
      session.load(inputs->files);
      const bool compiled = session.compile();
      if (report(session, inputs->json) || !compiled) return static_cast<int>(input_error);
      const model::Model& model = session.model();
      if (!inputs->json)
        std::cout << fmt::format(
            "well formed: {}, {}, {}, {} (conflicts and gaps were not searched for)\n",
            number_of(session.files().size(), "file"), number_of(model.norms.size(), "norm"),
            number_of(model.situations.size(), "situation"),
            number_of(model.questions.size(), "question"));
      return static_cast<int>(ok);
    };
  });
}

}  // namespace grotius::cli
