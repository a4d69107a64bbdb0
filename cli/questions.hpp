#pragma once
// The questions that a command answers: those of the files, or one from the command line. Shared by `ask`, `why`, and their kin.

#include "cli/invocation.hpp"

namespace grotius::cli {

struct Questions {
  Inputs inputs;
  Asking asking;
  Request request;
  std::vector<std::string> vary;  ///< the parameters whose values are gone through
  CLI::App* command = nullptr;

  /// Declares the options.
  void add_to(CLI::App& command);
  /// Declares `--vary`; of those commands that can show the answers for all values of a parameter.
  void add_vary(CLI::App& command);
  /// Loads the files and calls `answer` on each question with the session; it returns the exit status of that question, or nothing where it
  /// is in error. The exit status of the command: that of the only question, or 0, or 2 if one had an error.
  int each(const std::function<std::optional<int>(Session&, const model::Question&, bool only)>& answer) const;

  /// The answers for all values of each parameter of `--vary`; nothing, with diagnostics, where a name or the question is in error.
  std::optional<explore::Varied> varied(Session& session, const model::Question& question) const;

 private:
  std::vector<model::Question> chosen(Session& session) const;
};

}  // namespace grotius::cli
