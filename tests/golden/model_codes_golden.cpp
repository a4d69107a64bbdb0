// Every code of names, types, cycles, situations and questions has its section in docs/diagnostics
// and a text that produces it: a golden one, or, for what only a command line can ask and for what
// only two norm sets side by side show, a unit test.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(test::source_dir() / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string all_texts(const fs::path& folder) {
  std::string text;
  for (const auto& entry : fs::recursive_directory_iterator(test::source_dir() / folder)) {
    if (entry.is_regular_file()) text += read(fs::relative(entry.path(), test::source_dir()));
  }
  return text;
}

std::vector<std::string> codes(const fs::path& header) {
  static const std::regex declaration("\\{\"([A-Z][0-9]{3})\", *\"");
  const std::string text = read(header);
  std::vector<std::string> result;
  for (std::sregex_iterator at(text.begin(), text.end(), declaration), end; at != end; ++at) {
    result.push_back((*at)[1]);
  }
  return result;
}

}  // namespace

TEST_CASE("every code of the norm model is documented and produced", "[golden][codes]") {
  const std::string golden = all_texts("tests/golden/model/bad");
  const std::string unit =
      read("tests/unit/model/questions.cpp") + read("tests/unit/model/signatures.cpp");
  for (const char* header :
       {"codes.hpp", "cycle_codes.hpp", "situation_codes.hpp", "question_codes.hpp"}) {
    const std::vector<std::string> all = codes(fs::path("engine/model") / header);
    CHECK(all.size() >= 4);
    for (const std::string& code : all) {
      INFO(code);
      const std::string page = read("docs/diagnostics/" + code.substr(0, 1) + ".md");
      CHECK(page.find("\n## " + code + " ") != std::string::npos);
      const bool produced = golden.find("^ " + code + " ") != std::string::npos ||
                            unit.find("\"" + code + " ") != std::string::npos;
      CHECK(produced);
    }
  }
}
