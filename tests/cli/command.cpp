#include "tests/cli/command.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include <stdlib.h>
#include <sys/wait.h>

#include "tests/support/paths.hpp"

namespace grotius::test {

namespace fs = std::filesystem;

namespace {

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), by);
    at += by.size();
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "grotius-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Outcome run(const std::string& line, const TemporaryFolder& folder) {
  const TemporaryFolder streams;
  const fs::path script = streams.path() / "line.sh";
  const fs::path out = streams.path() / "out";
  const fs::path err = streams.path() / "err";
  write_file(script, line + "\n");
  const std::string command =
      "cd " + quoted(source_dir()) + " && NO_COLOR=1 T=" + quoted(folder.path()) +
      " PATH=" + quoted(program().parent_path()) + ":\"$PATH\" timeout 120 sh " + quoted(script) +
      " >" + quoted(out) + " 2>" + quoted(err) + " </dev/null";
  const int status = std::system(command.c_str());
  Outcome outcome{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out),
                  read_file(err)};
  for (std::string* text : {&outcome.out, &outcome.err}) {
    replace_all(*text, folder.path().string(), "$T");
    replace_all(*text, program().parent_path().string(), "$BUILD");
  }
  return outcome;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace grotius::test
