// A third opinion: the answer set program that is exported for a question, run by clingo, gives the
// statuses that the engine gives.

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <unistd.h>

#include "engine/analyse/world.hpp"
#include "engine/export/asp.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::properties;

namespace {

// The atoms of the only answer set, or what clingo says instead.
struct ClingoResult {
  std::set<std::string> atoms;
  std::string trouble;
};

ClingoResult clingo(const std::string& program) {
  static const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("grotius_" + std::to_string(::getpid()) + ".lp");
  std::ofstream(file) << program;
  std::FILE* pipe =
      ::popen(("clingo --warn=none --verbose=0 0 " + file.string() + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return {{}, "clingo cannot be started"};
  std::string output;
  std::array<char, 4096> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), count);
  }
  ::pclose(pipe);
  std::filesystem::remove(file);

  std::istringstream lines(output);
  std::string model, verdict, further;
  std::getline(lines, model);
  std::getline(lines, verdict);
  ClingoResult result;
  if (verdict != "SATISFIABLE" || std::getline(lines, further)) {
    result.trouble = "not exactly one answer set: " + output;
    return result;
  }
  std::istringstream atoms(model);
  for (std::string atom; atoms >> atom;) result.atoms.insert(atom);
  return result;
}

std::set<std::string> expected_atoms(const Question& question, const properties::Answer& answer) {
  if (question.expression) return {"answer(" + answer.answer + ")"};
  return {"status(" + answer.status + ")", "must(" + answer.must + ")", "can(" + answer.can + ")"};
}

std::string disagreement(const World& world) {
  LoadedWorld loaded(grotius::properties::print(world));
  if (!loaded.errors().empty()) return loaded.errors();
  Session& session = loaded.session();
  for (std::size_t place = 0; place < world.questions.size(); ++place) {
    const model::Question& question = session.model().questions.at(place);
    analyse::Worlds worlds(session.model());
    Diagnostics diagnostics;
    const auto asked = worlds.world(question, diagnostics);
    if (!asked) return "no world";
    const std::string program = exporting::to_asp(*asked, question, false, diagnostics);
    const std::string which = "question " + std::to_string(place + 1) + ": ";
    if (program.empty()) {
      return which + (diagnostics.empty() ? "no program" : diagnostics.items().front().message);
    }
    const ClingoResult found = clingo(program);
    if (!found.trouble.empty()) return which + found.trouble + program;
    for (const std::string& atom :
         expected_atoms(world.questions[place], reference_answer(world, world.questions[place]))) {
      if (!found.atoms.contains(atom))
        return which + "clingo does not give " + atom + "\n" + program;
    }
  }
  return "";
}

}  // namespace

TEST_CASE("properties: clingo agrees on the exported program", "[properties]") {
  REQUIRE(std::system("clingo --version > /dev/null") == 0);
  GenerateOptions options;
  options.complete_only = true;
  check_worlds("clingo agrees on the exported program", 0.15, options, disagreement);
}
