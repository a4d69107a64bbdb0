#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/verify/verifier.hpp"
#include "engine/grotius.hpp"

namespace grotius::test {

// Files with the questions in them, the program that answers, and the program that checks.
class Checked {
 public:
  // Files of the source tree.
  explicit Checked(const std::vector<std::string>& paths);
  // One text, under that name.
  Checked(const std::string& name, const std::string& text);

  // The certificates of the questions of the files, as `why --json` prints them.
  const std::vector<nlohmann::json>& certificates() const { return certificates_; }
  nlohmann::json certificate_of(const Request& request);
  // Of a text with one question.
  nlohmann::json only() const { return certificates_.at(0); }
  verify::Verdict verdict(const nlohmann::json& certificate) {
    return verifier_->check(certificate);
  }

 private:
  void compile();
  void ask();

  std::unique_ptr<Session> session_;
  Sources sources_;
  std::unique_ptr<verify::Verifier> verifier_;
  std::vector<nlohmann::json> certificates_;
};

// What is printed of a verdict, for messages.
std::string shown(const verify::Verdict& verdict);

inline bool follows(const verify::Verdict& verdict) {
  return verdict.kind == verify::Verdict::Kind::follows;
}

}  // namespace grotius::test
