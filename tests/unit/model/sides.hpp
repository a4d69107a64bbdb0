#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/model/merge.hpp"
#include "grammar/parse.hpp"

namespace grotius::test {

// Two norm models that were loaded apart, as a difference takes them.
struct Sides {
  std::unique_ptr<Sources> sources = std::make_unique<Sources>();
  std::vector<syntax::File> first_files;
  std::vector<syntax::File> second_files;
  Diagnostics diagnostics;
  model::Model first;
  model::Model second;

  // `M401 message` of each diagnostic, in the order of the text.
  std::vector<std::string> told() const;
  std::optional<model::Merged> merged() { return model::merge(first, second, diagnostics); }
};

Sides sides(const std::vector<std::string>& first, const std::vector<std::string>& second);

// The text with the first `what` replaced.
std::string replaced(std::string text, const std::string& what, const std::string& by);

}  // namespace grotius::test
