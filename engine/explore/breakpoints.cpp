#include "engine/explore/breakpoints.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "engine/explore/linear_rows.hpp"

namespace grotius::explore {

using ground::InputId;

namespace {

constexpr const char* kDivided =
    "multiples of unknown numbers are compared with it, so that the answer may change from each value to the next";

/// The rows that are tied to an input through the numbers that they share.
std::vector<Row> tied_to(InputId input, std::vector<Row> rows) {
  std::set<InputId> tied = {input};
  std::vector<Row> result;
  for (bool changed = true; changed;) {
    changed = false;
    std::erase_if(rows, [&](const Row& row) {
      if (std::ranges::none_of(row.terms, [&](const auto& term) { return tied.contains(term.first); })) return false;
      for (const auto& term : row.terms) tied.insert(term.first);
      result.push_back(row);
      return changed = true;
    });
  }
  return result;
}

void add_domains(std::vector<Row>& rows, InputId varied, const ground::Knowledge& knowledge) {
  std::set<InputId> inputs;
  for (const Row& row : rows)
    for (const auto& term : row.terms) inputs.insert(term.first);
  inputs.erase(varied);
  for (InputId input : inputs) {
    const auto at_most = [&](std::int64_t value) { rows.push_back({{{input, 1}}, -Wide{value}}); };
    const auto at_least = [&](std::int64_t value) { rows.push_back({{{input, -1}}, Wide{value}}); };
    const ground::Domain& domain = knowledge[ground::index(input)];
    for (std::int64_t value : domain.values) at_most(value), at_least(value);
    if (domain.low) at_least(*domain.low);
    if (domain.high) at_most(*domain.high);
  }
}

/// The least value at which a row that speaks of one number changes its truth, if 64 bits hold it.
std::optional<std::int64_t> start(const Row& row) {
  const Wide factor = row.terms.front().second;
  const Wide size = factor < 0 ? -factor : factor;
  const auto floor = [&](Wide value) { return value >= 0 ? value / size : -((-value + size - 1) / size); };
  // factor × x <= -constant up to the floor of the quotient; or x >= constant / |factor| from its ceiling on.
  const Wide value = factor > 0 ? floor(-row.constant) + 1 : -floor(-row.constant);
  if (value < std::numeric_limits<std::int64_t>::min() || value > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

bool cuts(const ground::Domain& domain, std::int64_t value) {
  return value > domain.low.value_or(std::numeric_limits<std::int64_t>::min()) &&
         value <= domain.high.value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace

Breakpoints breakpoints(const ground::Program& program, const ground::Knowledge& knowledge, const ground::Certain& certain,
                        InputId varied, std::span<const ground::NodeId> truths) {
  Breakpoints result;
  std::set<std::int64_t> starts;
  try {
    std::vector<Row> rows = tied_to(varied, rows_of(program, certain, truths));
    add_domains(rows, varied, knowledge);
    bool exact = true;
    for (const Row& row : eliminate_all_but(varied, std::move(rows), exact))
      if (const auto value = start(row); value && cuts(knowledge[ground::index(varied)], *value)) starts.insert(*value);
    if (!exact) result.reason = kDivided;
  } catch (const BeyondRows& beyond) {
    result.reason = beyond.reason;
  }
  result.starts.assign(starts.begin(), starts.end());
  return result;
}

std::int64_t Stretch::representative() const {
  if (first && *first > 0) return *first;
  if (last && *last < 0) return *last;
  return 0;
}

std::vector<Stretch> stretches(const ground::Domain& domain, const Breakpoints& breakpoints) {
  std::vector<Stretch> result = {{domain.low, domain.high}};
  for (const std::int64_t start : breakpoints.starts) {
    result.back().last = start - 1;
    result.push_back({start, domain.high});
  }
  return result;
}

}  // namespace grotius::explore
