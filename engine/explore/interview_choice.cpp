#include "engine/explore/interview_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace grotius::explore {

namespace {

constexpr std::size_t kExactWork = 6'000'000;
constexpr std::size_t kPlayedWork = 6'000'000;

}  // namespace

Choice::Choice(const Table& table) : table_(table) {}

bool Choice::settled(const Rows& rows) const {
  return std::ranges::all_of(rows, [&](std::uint32_t row) { return table_.answers[row] == table_.answers[rows.front()]; });
}

// The rows by their cell in the column; one part alone where it has the same cell in all.
std::vector<Choice::Part> Choice::parts(const Rows& rows, std::size_t column) {
  if (work_ < rows.size()) throw TooLong{};
  work_ -= rows.size();
  std::vector<Part> parts(table_.columns[column].cells.size());
  for (std::uint32_t row : rows) {
    Part& part = parts[table_.at(row, column)];
    part.rows.push_back(row);
    part.weight += table_.weights[row];
  }
  std::erase_if(parts, [](const Part& part) { return part.rows.empty(); });
  for (Part& part : parts) part.settled = settled(part.rows);
  return parts;
}

// What is the same in all rows names the set of rows: they are all that agree with it.
std::string Choice::key(const Rows& rows) const {
  std::string key;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    const std::uint16_t cell = table_.at(rows.front(), column);
    const bool same = std::ranges::all_of(rows, [&](std::uint32_t row) { return table_.at(row, column) == cell; });
    const unsigned code = same ? cell + 1U : 0U;
    key += static_cast<char>(code & 0xFF);
    key += static_cast<char>(code >> 8);
  }
  return key;
}

Choice::Cost Choice::exact(const Rows& rows, Cost weight) {
  std::string name = key(rows);
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  Cost cost = 0;
  exact_best(rows, weight, cost);
  known_.emplace(std::move(name), cost);
  return cost;
}

// One question for everybody, then one at least wherever it leaves the answer open: with that bound the columns are tried in order.
std::size_t Choice::exact_best(const Rows& rows, Cost weight, Cost& cost) {
  struct Candidate {
    Cost bound = 0;
    std::size_t column = 0;
    std::vector<Part> parts;
  };
  std::vector<Candidate> candidates;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    Candidate one{weight, column, parts(rows, column)};
    if (one.parts.size() < 2) continue;
    for (const Part& part : one.parts)
      if (!part.settled) one.bound += part.weight;
    candidates.push_back(std::move(one));
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.bound != b.bound ? a.bound < b.bound : a.column < b.column;
  });
  cost = std::numeric_limits<Cost>::max();
  std::size_t best = 0;
  for (Candidate& one : candidates) {
    if (one.bound > cost) break;
    Cost total = one.bound;
    std::ranges::sort(one.parts, {}, [](const Part& part) { return part.rows.size(); });
    for (const Part& part : one.parts) {
      if (part.settled) continue;
      if (total > cost) break;
      total += exact(part.rows, part.weight) - part.weight;
    }
    if (total < cost || (total == cost && one.column < best)) {
      cost = total;
      best = one.column;
    }
  }
  return best;
}

/// How much of the answer a part leaves open: its entropy, times its weight.
double Choice::remaining(const Part& part) const {
  if (part.settled) return 0;
  std::array<double, 16> of{};
  for (std::uint32_t row : part.rows) of[table_.answers[row]] += table_.weights[row];
  double entropy = 0;
  for (double weight : of)
    if (weight > 0) entropy -= weight * std::log2(weight / static_cast<double>(part.weight));
  return entropy;
}

std::vector<std::size_t> Choice::by_promise(const Rows& rows) {
  std::vector<std::pair<double, std::size_t>> promise;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    const auto by_cell = parts(rows, column);
    if (by_cell.size() < 2) continue;
    const double left = std::accumulate(by_cell.begin(), by_cell.end(), 0.0,
                                        [&](double sum, const Part& part) { return sum + remaining(part); });
    promise.emplace_back(left, column);
  }
  std::ranges::stable_sort(promise, [](const auto& a, const auto& b) { return a.first < b.first - 1e-9; });
  std::vector<std::size_t> columns;
  for (const auto& [left, column] : promise) columns.push_back(column);
  return columns;
}

Choice::Cost Choice::greedy(const Rows& rows, Cost weight) {
  std::string name = key(rows);
  if (const auto found = known_.find(name); found != known_.end()) return found->second;
  Cost cost = weight;
  for (const Part& part : parts(rows, by_promise(rows).front()))
    if (!part.settled) cost += greedy(part.rows, part.weight);
  known_.emplace(std::move(name), cost);
  return cost;
}

std::size_t Choice::played_best(const Rows& rows) {
  constexpr std::size_t kCompared = 6;
  work_ = std::numeric_limits<std::size_t>::max();
  const std::vector<std::size_t> columns = by_promise(rows);
  std::size_t best = columns.front();
  Cost least = std::numeric_limits<Cost>::max();
  work_ = kPlayedWork;
  try {
    for (std::size_t i = 0; i < std::min(kCompared, columns.size()); ++i) {
      Cost cost = 0;
      for (const Part& part : parts(rows, columns[i]))
        if (!part.settled) cost += greedy(part.rows, part.weight);
      if (cost < least) {
        least = cost;
        best = columns[i];
      }
    }
  } catch (const TooLong&) {
    // The best of those that were played to their end.
  }
  return best;
}

std::optional<std::size_t> Choice::best() {
  Rows rows(table_.rows());
  std::iota(rows.begin(), rows.end(), 0);
  if (rows.empty() || settled(rows)) return std::nullopt;
  const Cost weight = std::accumulate(table_.weights.begin(), table_.weights.end(), Cost{0});
  known_.clear();
  work_ = kExactWork;
  try {
    Cost cost = 0;
    return exact_best(rows, weight, cost);
  } catch (const TooLong&) {
    known_.clear();
    return played_best(rows);
  }
}

}  // namespace grotius::explore
