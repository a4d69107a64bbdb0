#pragma once

// Every situation there can be under a norm set: all values of all facts and deeds, on a day of
// each stretch of days on which the same is in force. Only for worlds of closed types, so that
// there is one universe, and with few facts.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/reference_model.hpp"

namespace grotius::properties {

class AllSituations {
 public:
  // The norm set of `module`. Throws UnboundedUnknown where the values of a fact cannot be listed.
  AllSituations(const World& world, int module);
  AllSituations(const AllSituations&) = delete;

  const World& world() const { return world_; }
  int module() const { return module_; }

  // One for each date: what is asked there, with every fact and deed unknown that anything
  // mentions.
  const std::vector<Asked>& dates() const { return dates_; }

  // States on all dates together, those that constraints exclude too; at most `limit + 1`.
  std::size_t count(std::size_t limit) const;

  // The same situations under other norms: `changed` differs from the world in norms, priorities
  // and conditions only, and must outlive the result.
  std::vector<Asked> under(const World& changed) const;

  // Applies `visit(date, place, state)` to every state until it returns false; `place` numbers the
  // states of a date.
  using Visit = std::function<bool(std::size_t date, std::size_t place, const State& state)>;
  void each(const Visit& visit) const;

 private:
  World world_;
  int module_;
  std::vector<Asked> dates_;
};

// The days that matter: one before all changes, and every day on which something begins or ends;
// none at all, that is no date, where nothing ever changes. Where conditions ask `today`, the days
// about every date that it may be compared with too.
std::vector<std::optional<Value>> days_that_matter(const World& world);

// `today` is only compared with dates written down and with facts, so that those days are enough.
bool days_suffice(const World& world);

}  // namespace grotius::properties
