#pragma once
// The branching of an answer over unknown facts: the cases, whether they leave out no completion,
// and what they come to together.

#include "cli/verify/completions.hpp"
#include "cli/verify/rules.hpp"

namespace grotius::verify {

struct Case {
  Suppositions supposed;
  bool excluded = false;
  Statuses statuses;          ///< of a question about an act
  std::optional<bool> holds;  ///< of an expression
  std::map<std::pair<Index, Act>, bool>
      stands;  ///< norms about the act that is asked about, by their own acts; what the case leaves
               ///< open is not there
  std::size_t steps = 0;

  std::string status()
      const;  ///< contested, obliged, forbidden, permitted, silent; empty of an expression
  std::string answer() const;
};

/// Reads one case, and checks every step of it and that its root says what the case is there for.
Case check_case(const World& world, const nlohmann::json& json);

/// Throws DoesNotFollow where some completion belongs to no case, CannotCheck where that takes too
/// long to tell.
void check_coverage(const World& world, const std::vector<Case>& cases);

/// Compares what the cases come to with the head of the certificate.
void check_head(const World& world, const std::vector<Case>& cases, bool exhaustive,
                const nlohmann::json& head);

}  // namespace grotius::verify
