#pragma once
// The certificate checker. It accepts what `grotius why --json` prints if and only if each step
// follows by semantics.md from the files, and the answer from the cases. It shares no code with the
// program that makes the answers: of the project it takes the syntax tree alone. It is naive and
// slow where that makes it plain; what it cannot tell it refuses to judge.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/verify/question.hpp"

namespace grotius::verify {

struct Verdict {
  enum class Kind { follows, does_not_follow, cannot_check } kind{};
  std::string text;  ///< one line: how much was checked, or what does not follow and why
};

class Verifier {
 public:
  /// The files as `grammar/load` reads them. Sources must outlive it; questions of command lines
  /// are added to them.
  Verifier(Sources& sources, std::vector<syntax::File> files)
      : files_(std::move(files)), command_line_{sources, {}} {}
  Verifier(const Verifier&) = delete;
  Verifier& operator=(const Verifier&) = delete;

  /// One object of `grotius why --json`. Linear in its steps, times the members of the types over
  /// which an expression quantifies.
  Verdict check(const nlohmann::json& certificate);

 private:
  Verdict checked(const nlohmann::json& certificate);

  std::vector<syntax::File> files_;
  CommandLine command_line_;
  std::unique_ptr<Law> law_;  ///< read at the first certificate
  std::unique_ptr<Spots> spots_;
};

}  // namespace grotius::verify
