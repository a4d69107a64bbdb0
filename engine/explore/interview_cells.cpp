#include "engine/explore/interview_cells.hpp"

#include <algorithm>

namespace grotius::explore {

namespace {

std::vector<Range> intervals(const ground::Domain& domain, const std::vector<solve::Wide>& thresholds) {
  std::vector<Range> cells;
  std::optional<std::int64_t> low = domain.low;
  for (solve::Wide threshold : thresholds) {
    if (!solve::fits(threshold)) continue;
    const auto cut = static_cast<std::int64_t>(threshold);
    if ((low && cut <= *low) || (domain.high && cut > *domain.high)) continue;
    cells.push_back({low, cut - 1});
    low = cut;
  }
  cells.push_back({low, domain.high});
  return cells;
}

}  // namespace

std::optional<std::vector<Range>> cells_of(const analyse::Inquiry& inquiry, const solve::Comparisons& comparisons, ground::InputId input,
                                           std::size_t most) {
  const ground::Domain& domain = inquiry.knowledge[ground::index(input)];
  std::vector<Range> cells;
  if (!domain.values.empty()) {
    for (std::int64_t value : domain.values) cells.push_back({value, value});
  } else if (!comparisons.arithmetic(input)) {
    cells = intervals(domain, comparisons.thresholds(input));
  } else {
    if (!domain.low || !domain.high || solve::Wide{*domain.high} - *domain.low >= static_cast<solve::Wide>(most)) return std::nullopt;
    for (std::int64_t value = *domain.low; value <= *domain.high; ++value) cells.push_back({value, value});
  }
  if (cells.size() > std::min<std::size_t>(most, 0xFFFF)) return std::nullopt;
  return cells;
}

std::int64_t some_value(const Range& range) {
  if (range.low && *range.low > 0) return *range.low;
  if (range.high && *range.high < 0) return *range.high;
  return 0;
}

std::int64_t some_value(const ground::Domain& domain) {
  return domain.values.empty() ? some_value(Range{domain.low, domain.high}) : domain.values.front();
}

}  // namespace grotius::explore
