#include "tests/verify/checking.hpp"

#include "cli/render_why.hpp"
#include "grammar/load.hpp"
#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

namespace grotius::test {

namespace {

LoadOptions library() {
  LoadOptions options;
  options.libraries = {source_dir() / "rules"};
  return options;
}

}  // namespace

Checked::Checked(const std::vector<std::string>& paths)
    : session_(std::make_unique<Session>(library())) {
  std::vector<std::string> whole;
  for (const std::string& path : paths) whole.push_back((source_dir() / path).string());
  session_->load(whole);
  compile();
  Diagnostics diagnostics;
  Loaded loaded = load(sources_, whole, library(), diagnostics);
  REQUIRE_FALSE(diagnostics.has_errors());
  verifier_ = std::make_unique<verify::Verifier>(sources_, std::move(loaded.files));
  ask();
}

Checked::Checked(const std::string& name, const std::string& text)
    : session_(std::make_unique<Session>(LoadOptions{})) {
  session_->add(name, text);
  compile();
  Diagnostics diagnostics;
  const SourceId source = sources_.add(name, text);
  std::vector<syntax::File> files;
  files.push_back(parse(sources_, source, diagnostics));
  REQUIRE_FALSE(diagnostics.has_errors());
  verifier_ = std::make_unique<verify::Verifier>(sources_, std::move(files));
  ask();
}

void Checked::compile() {
  if (session_->compile()) return;
  std::string told;
  for (const Diagnostic& one : session_->diagnostics().items()) told += one.message + "\n";
  FAIL(told);
}

void Checked::ask() {
  for (const model::Question& question : session_->model().questions) {
    const auto explanation = session_->explain(question);
    REQUIRE(explanation);
    certificates_.push_back(
        nlohmann::json::parse(cli::why_json(session_->model(), *explanation).dump()));
  }
}

nlohmann::json Checked::certificate_of(const Request& request) {
  const auto question = session_->question(request);
  REQUIRE(question);
  const auto explanation = session_->explain(*question);
  REQUIRE(explanation);
  return nlohmann::json::parse(cli::why_json(session_->model(), *explanation).dump());
}

std::string shown(const verify::Verdict& verdict) {
  static const char* const words[] = {"", "it does not follow: ", "it cannot be checked: "};
  return words[static_cast<std::size_t>(verdict.kind)] + verdict.text;
}

}  // namespace grotius::test
