// The decision program and the solver's text of a question, by example: tests/golden/ground. What
// NAME.norm asks is printed as in `dump --stage ground` and `dump --stage smt2`, in NAME.ground and
// NAME.smt2. With GROTIUS_UPDATE_GOLDEN=1 the expectations are written anew.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/analyse/dump.hpp"
#include "engine/grotius.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void compare(const fs::path& expected, const std::string& text) {
  if (std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr)
    std::ofstream(expected, std::ios::binary) << text;
  CHECK(text == read(expected));
}

}  // namespace

TEST_CASE("questions have their decision program and their text for the solver",
          "[golden][ground]") {
  const fs::path folder = test::source_dir() / "tests/golden/ground";
  for (const std::string name : {"defeat", "numbers", "recursion"}) {
    INFO(name);
    Session session;
    session.add(name + ".norm", read(folder / (name + ".norm")));
    REQUIRE(session.compile());
    REQUIRE(session.model().questions.size() == 1);
    analyse::Worlds worlds(session.model());
    const model::Question& question = session.model().questions.front();
    const auto ground = analyse::dump_ground(worlds, question, false, session.diagnostics());
    const auto smt2 = analyse::dump_smt2(worlds, question, false, session.diagnostics());
    REQUIRE(ground);
    REQUIRE(smt2);
    compare(folder / (name + ".ground"), *ground);
    compare(folder / (name + ".smt2"), *smt2);
  }
}
