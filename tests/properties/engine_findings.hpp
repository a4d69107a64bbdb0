#pragma once

// What the engine's `check` finds in a printed norm set, in the shape of the reference's report.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/analyse/check/check.hpp"
#include "engine/analyse/check/difference.hpp"
#include "grammar/parse.hpp"
#include "tests/properties/check_reference.hpp"
#include "tests/properties/engine_answers.hpp"

namespace grotius::properties {

// A witness as `check` shows it, with the finding that it is about.
struct ShownWitness {
  Finding finding;
  analyse::Witness witness;
  std::vector<std::string> norms;  // of a conflict or of duties
};

struct EngineReport {
  CheckReport report;
  std::vector<ShownWitness> witnesses;  // of theses too: `thesis NAME`
  std::set<Finding> complete;           // those of the findings that are called complete
  std::vector<std::pair<std::string, std::vector<std::string>>> open;  // kind and names of what was
                                                                       // not seen or not decided
  std::map<std::string, bool> proofs;  // theses that are decided for good: proved or not
  std::uint32_t largest = 0;           // unnamed individuals of one type
  std::string mistakes;                // what no report may have, a line each
};

// Nothing, where the engine rejects the norm set; then `errors` says why.
std::optional<EngineReport> engine_check(LoadedWorld& loaded, const analyse::CheckOptions& options);

// Two printed norm sets, loaded apart into one `Sources`, as a difference takes them.
class TwoSides {
 public:
  TwoSides(const Printed& left, const Printed& right);

  // The changes that the engine sees, as `reference_difference` writes them, and what went wrong.
  struct Changes {
    std::set<std::string> texts;
    std::vector<analyse::Change> changes;
    std::string mistakes;
  };
  Changes changes(const analyse::CheckOptions& options);

 private:
  std::unique_ptr<Sources> sources_ = std::make_unique<Sources>();
  std::vector<syntax::File> files_[2];
  Diagnostics diagnostics_;
  model::Model models_[2];
};

// The kind of the finding, or the finding itself, is among what was left open.
bool is_left_open(const EngineReport& report, const Finding& finding);

// What two reports differ in, a line each; empty when nothing.
std::string difference(const CheckReport& engine, const CheckReport& reference);

}  // namespace grotius::properties
