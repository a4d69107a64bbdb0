// What the documents show is true: commands print what stands below them, quoted lines stand in the
// files that they are quoted from, mistakes are mistakes, links lead somewhere. With
// GROTIUS_UPDATE_GOLDEN=1 the output of the commands is written anew.
//
// Fenced blocks speak by their tag: `console` is one command, after `$`, with its output; `text
// FILE` quotes paragraphs of a file; `mistake` holds an item that the grammar refuses. (`norm`
// blocks are checked as a file of norms, in tests/golden/accept.)

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

const bool update = std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr;

const std::vector<std::string> documents{"README.md",
                                         "CONTRIBUTING.md",
                                         "CHANGELOG.md",
                                         "docs/language.md",
                                         "docs/semantics.md",
                                         "docs/command-line.md",
                                         "docs/votes.md",
                                         "rules/SHIFT.md",
                                         "rules/README.md",
                                         "docs/checking.md",
                                         "docs/diagnostics/N.md",
                                         "docs/diagnostics/README.md",
                                         "examples/tutorial.norm.md"};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Block {
  std::string tag;        ///< the first word after the fence
  std::string argument;   ///< what follows it
  std::string text;       ///< the lines within, each with its line break
  std::size_t begin = 0;  ///< bytes of `text` in the document
};

std::vector<Block> blocks_of(const std::string& document) {
  std::vector<Block> blocks;
  bool inside = false;
  for (std::size_t at = 0; at < document.size();) {
    const std::size_t end = std::min(document.find('\n', at), document.size());
    const std::string line = document.substr(at, end - at);
    const std::size_t next = std::min(end + 1, document.size());
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) {
        const std::string info = line.substr(3);
        const std::size_t blank = std::min(info.find(' '), info.size());
        blocks.push_back(
            {info.substr(0, blank), blank < info.size() ? info.substr(blank + 1) : "", "", next});
      }
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
    at = next;
  }
  return blocks;
}

/// What a command prints, on both streams, run at the root of the sources.
std::string output_of(const std::string& arguments) {
  const std::string command = "cd '" + test::source_dir().string() + "' && NO_COLOR=1 '" +
                              test::program().string() + "' " + arguments + " 2>&1";
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    output.append(buffer, count);
  pclose(pipe);
  return output;
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> paragraphs;
  std::istringstream lines(text);
  bool open = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      open = false;
    } else if (open) {
      paragraphs.back() += "\n" + line;
    } else {
      paragraphs.push_back(line);
      open = true;
    }
  }
  return paragraphs;
}

}  // namespace

TEST_CASE("commands in the documents print what stands below them", "[cli][documents]") {
  const std::string prompt = "$ grotius ";
  std::size_t met = 0;
  for (const std::string& name : documents) {
    const fs::path path = test::source_dir() / name;
    std::string document = read(path);
    const std::vector<Block> blocks = blocks_of(document);
    // From the end, so that the places of the blocks before stay valid.
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
      if (block->tag != "console") continue;
      ++met;
      INFO(name << ": " << block->text);
      REQUIRE(block->text.starts_with(prompt));
      const std::size_t end = block->text.find('\n');
      const std::string command = block->text.substr(0, end + 1);
      const std::string shown =
          command + output_of(command.substr(prompt.size(), end - prompt.size()));
      if (update) {
        document.replace(block->begin, block->text.size(), shown);
      } else {
        CHECK(block->text == shown);
      }
    }
    if (update && document != read(path)) std::ofstream(path, std::ios::binary) << document;
  }
  CHECK(met >= 5);
}

TEST_CASE("quoted norms stand in the files that they are quoted from", "[cli][documents]") {
  std::size_t met = 0;
  for (const std::string& name : documents) {
    for (const Block& block : blocks_of(read(test::source_dir() / name))) {
      if (block.tag != "text" || block.argument.empty()) continue;
      const std::string file = read(test::source_dir() / block.argument);
      for (const std::string& paragraph : paragraphs_of(block.text)) {
        ++met;
        INFO(name << " quotes " << block.argument << ":\n" << paragraph);
        CHECK(file.find(paragraph) != std::string::npos);
      }
    }
  }
  CHECK(met >= 5);
}

TEST_CASE("mistakes shown in the language guide are mistakes", "[cli][documents]") {
  std::size_t met = 0;
  for (const Block& block : blocks_of(read(test::source_dir() / "docs/language.md"))) {
    if (block.tag != "mistake") continue;
    ++met;
    INFO(block.text);
    Sources sources;
    Diagnostics diagnostics;
    parse(sources, sources.add("mistake.norm", block.text), diagnostics);
    CHECK(diagnostics.has_errors());
  }
  CHECK(met >= 2);
}

TEST_CASE("links between the documents lead to files", "[cli][documents]") {
  const std::regex link(R"(\]\(([^)#:]+)(#[^)]*)?\))");
  for (const std::string& name : documents) {
    const fs::path path = test::source_dir() / name;
    const std::string document = read(path);
    INFO(name);
    REQUIRE(!document.empty());
    for (std::sregex_iterator found(document.begin(), document.end(), link), end; found != end;
         ++found) {
      INFO((*found)[1].str());
      CHECK(fs::exists(path.parent_path() / (*found)[1].str()));
    }
  }
}
