// grotius-verify ANSWER.json FILE…: whether what `grotius why --json` says follows from the files.

#include <filesystem>
#include <fstream>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/verify/verifier.hpp"
#include "grammar/load.hpp"

namespace {

namespace fs = std::filesystem;
using grotius::verify::Verdict;
using nlohmann::json;

/// The norm library: beside the installed program, or beside the program in the build folder.
std::vector<fs::path> libraries() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  std::vector<fs::path> found;
  for (const char* relative : {GROTIUS_RULES_FROM_BUILD, GROTIUS_RULES_FROM_BIN})
    if (!error && fs::is_directory(program.parent_path() / relative, error))
      found.push_back(program.parent_path() / relative);
  return found;
}

/// The objects of the file, one after another; nothing, with a message, where it cannot be read.
std::optional<std::vector<json>> read_certificates(const std::string& path) {
  std::ifstream file;
  if (path != "-") file.open(path);
  std::istream& in = path == "-" ? std::cin : file;
  std::vector<json> result;
  try {
    if (!in) throw std::runtime_error("it cannot be opened");
    while ((in >> std::ws).peek() != std::istream::traits_type::eof()) {
      json one;
      in >> one;
      result.push_back(std::move(one));
    }
    if (result.empty()) throw std::runtime_error("it is empty");
  } catch (const json::exception&) {
    std::cerr << "error: `" << path << "` holds no certificate: it is no JSON, or breaks off\n";
    return std::nullopt;
  } catch (const std::exception& error) {
    std::cerr << "error: `" << path << "` holds no certificate: " << error.what() << '\n';
    return std::nullopt;
  }
  return result;
}

/// The modules under which is asked, which a command line may have named without a file.
std::vector<std::string> modules_of(const std::vector<json>& certificates) {
  std::vector<std::string> result;
  for (const json& one : certificates) {
    const json under = one.is_object() ? one.value("question", json::object()) : json::object();
    if (!under.is_object() || !under.contains("under")) continue;
    for (const json& module : under.at("under"))
      if (module.is_string()) result.push_back(module.get<std::string>());
  }
  return result;
}

int report(const grotius::Sources& sources, const grotius::Diagnostics& diagnostics) {
  for (const auto& one : diagnostics.sorted())
    if (one.severity == grotius::Severity::error)
      std::cerr << (one.span ? sources.at(*one.span) + ": " : "") << "error: " << one.message
                << '\n';
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Checks what `grotius why --json` says: whether each step follows from the files.");
  app.set_version_flag("--version", GROTIUS_VERSION);
  std::string certificate;
  std::vector<std::string> files, folders;
  app.add_option("ANSWER", certificate, "what `grotius why --json` printed; - for standard input")
      ->required();
  app.add_option("FILE", files, "the files of norms, situations and questions that it was asked of")
      ->required();
  app.add_option("-I,--include", folders, "a folder in which `uses NAME` is looked up")
      ->allow_extra_args(false)
      ->type_name("DIR");
  app.footer(R"(Exit status: 0 it follows, 1 it does not, 2 it cannot be checked.
Not checked are the prose (`says`, `source`), `decisive`, `implicants`, and of
`norms` what is defeated (docs/certificate.md).

  grotius why norms.norm case.case --json > answer.json
  grotius-verify answer.json norms.norm case.case)");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }

  const auto certificates = read_certificates(certificate);
  if (!certificates) return 2;
  grotius::Sources sources;
  grotius::Diagnostics diagnostics;
  grotius::LoadOptions options;
  options.include_folders.assign(folders.begin(), folders.end());
  options.libraries = libraries();
  options.modules = modules_of(*certificates);
  grotius::Loaded loaded = grotius::load(sources, files, options, diagnostics);
  if (diagnostics.has_errors()) return report(sources, diagnostics);

  grotius::verify::Verifier verifier(sources, std::move(loaded.files));
  int status = 0;
  for (const json& one : *certificates) {
    const Verdict verdict = verifier.check(one);
    if (verdict.kind == Verdict::Kind::follows) std::cout << verdict.text << '\n';
    if (verdict.kind == Verdict::Kind::does_not_follow)
      std::cout << "it does not follow: " << verdict.text << '\n';
    if (verdict.kind == Verdict::Kind::cannot_check)
      std::cout << "it cannot be checked: " << verdict.text << '\n';
    status = std::max(status, static_cast<int>(verdict.kind));
  }
  std::cout.flush();
  return status;
}
