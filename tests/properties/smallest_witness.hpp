#pragma once

// Witnesses held to their word: pasted into a case file beside the norms and asked anew, and
// compared with the fewest lines that any situation needs (semantics.md, "Norm sets": a witness "is
// a situation as a case file states it ... that has a completion and whose every completion shows
// the finding").

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/properties/all_situations.hpp"
#include "tests/properties/engine_findings.hpp"

namespace grotius::properties {

// What a question in the witness's situation should have shown and did not; empty when it shows
// all.
std::string replayed(const World& world, const ShownWitness& shown);
std::string replayed(const World& left, const World& right, const analyse::Change& change);

// The witness as the text of a situation.
std::string situation_text(const analyse::Witness& witness);

class SmallestWitnesses {
 public:
  explicit SmallestWitnesses(const World& world);

  // A witness of the finding with fewer than `lines` lines, about one and the same act in all its
  // completions; its lines as text.
  std::optional<std::string> smaller_than(const Finding& finding, std::size_t lines) const;

 private:
  struct Seen {
    bool possible = false;  // satisfies the constraints
    Shown shown;
  };
  struct Choice {
    std::size_t unknown = 0, candidate = 0;
  };

  bool choose(std::size_t date, const Finding& finding, std::size_t left, std::size_t from,
              std::vector<Choice>& given) const;
  bool shows(std::size_t date, const Finding& finding, const std::vector<Choice>& given) const;
  std::optional<std::size_t> presumed(std::size_t date, std::size_t unknown) const;

  AllSituations all_;
  std::vector<std::vector<Seen>> seen_;  // by date and place
};

}  // namespace grotius::properties
