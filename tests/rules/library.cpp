#include "tests/rules/library.hpp"

#include "tests/support/paths.hpp"

namespace grotius::test {

LoadOptions library() {
  LoadOptions options;
  options.include_folders = {source_dir() / "tests/rules/texts"};
  options.libraries = {source_dir() / "rules"};
  return options;
}

std::string module(const std::string& name) {
  return (source_dir() / "rules" / (name + ".norm.md")).string();
}

}  // namespace grotius::test
