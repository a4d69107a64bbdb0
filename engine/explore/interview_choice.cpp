#include "engine/explore/interview_choice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace grotius::explore {

namespace {

/// What the rows of a state answer: nothing (there are none), one set of answers, or different ones.
constexpr std::uint8_t kNoRows = 0;
constexpr std::uint8_t kDifferent = 16;

std::uint8_t joined(std::uint8_t a, std::uint8_t b) {
  if (a == kNoRows || a == b) return b;
  return b == kNoRows ? a : kDifferent;
}

/// How open answers with these weights leave it: their entropy, times their weight.
double entropy(const std::array<double, 16>& weights) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  double sum = 0;
  for (double weight : weights)
    if (weight > 0) sum -= weight * std::log2(weight / all);
  return sum;
}

}  // namespace

/// A digit for each column: its cell, or one more for "not asked". Nothing where there are too many.
std::optional<std::size_t> Choice::states() const {
  std::size_t states = 1;
  for (const Column& column : table_.columns) {
    states *= column.cells.size() + 1;
    if (states > kStates) return std::nullopt;
  }
  return states;
}

// "Not asked" is the greatest digit, so that whoever learns more comes to a smaller number.
std::size_t Choice::exact() const {
  const std::size_t columns = table_.columns.size();
  const std::size_t count = *states();
  std::vector<std::uint32_t> cost(count, 0), weight(count, 0);
  std::vector<std::uint8_t> answers(count, kNoRows);
  std::vector<std::size_t> stride(columns), cells(columns);
  std::size_t next = 1;
  for (std::size_t i = 0; i < columns; ++i) {
    stride[i] = next;
    cells[i] = table_.columns[i].cells.size();
    next *= cells[i] + 1;
  }
  for (std::size_t row = 0; row < table_.rows(); ++row) {
    std::size_t state = 0;
    for (std::size_t i = 0; i < columns; ++i) state += table_.at(row, i) * stride[i];
    weight[state] = table_.weights[row];
    answers[state] = table_.answers[row];
  }
  std::vector<std::size_t> digits(columns, 0), open;
  std::size_t best = 0;
  for (std::size_t state = 0; state < count; ++state) {
    open.clear();
    for (std::size_t i = 0; i < columns; ++i)
      if (digits[i] == cells[i]) open.push_back(i);
    const auto with = [&](std::size_t column, std::size_t cell) { return state - (cells[column] - cell) * stride[column]; };
    if (!open.empty())
      for (std::size_t cell = 0; cell < cells[open.front()]; ++cell) {
        weight[state] += weight[with(open.front(), cell)];
        answers[state] = joined(answers[state], answers[with(open.front(), cell)]);
      }
    if (answers[state] == kDifferent) {
      std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
      for (std::size_t column : open) {
        std::uint32_t sum = 0;
        for (std::size_t cell = 0; cell < cells[column]; ++cell) sum += cost[with(column, cell)];
        if (sum >= least) continue;
        least = sum;
        best = column;  // of the last state, where nothing was asked, in the end
      }
      cost[state] = weight[state] + least;
    }
    for (std::size_t i = 0; i < columns && ++digits[i] > cells[i]; ++i) digits[i] = 0;
  }
  return best;
}

/// For each column: how open the answer is, on average, when it is known.
std::vector<double> Choice::left_open(const Rows& rows) const {
  std::vector<double> sums;
  std::vector<std::array<double, 16>> weights;
  for (std::size_t column = 0; column < table_.columns.size(); ++column) {
    weights.assign(table_.columns[column].cells.size(), {});
    for (std::uint32_t row : rows) weights[table_.at(row, column)][table_.answers[row]] += table_.weights[row];
    sums.push_back(std::accumulate(weights.begin(), weights.end(), 0.0,
                                   [](double sum, const auto& one) { return sum + entropy(one); }));
  }
  return sums;
}

std::size_t Choice::looking_ahead() const {
  constexpr std::size_t kCompared = 4;
  constexpr double kNearly = 1e-9;
  Rows all(table_.rows());
  std::iota(all.begin(), all.end(), 0);
  const std::vector<double> after_one = left_open(all);
  std::vector<std::size_t> columns(after_one.size());
  std::iota(columns.begin(), columns.end(), 0);
  std::ranges::stable_sort(columns, [&](std::size_t a, std::size_t b) { return after_one[a] < after_one[b] - kNearly; });
  columns.resize(std::min(columns.size(), kCompared));
  std::size_t best = columns.front();
  double least = std::numeric_limits<double>::max();
  for (std::size_t column : columns) {
    std::vector<Rows> parts(table_.columns[column].cells.size());
    for (std::uint32_t row : all) parts[table_.at(row, column)].push_back(row);
    double after_two = 0;
    for (const Rows& part : parts)
      if (!part.empty()) after_two += std::ranges::min(left_open(part));
    if (after_two >= least - kNearly) continue;
    least = after_two;
    best = column;
  }
  return best;
}

std::optional<std::size_t> Choice::best() const {
  const bool settled = std::ranges::all_of(table_.answers, [&](Answers one) { return one == table_.answers.front(); });
  if (settled) return std::nullopt;
  return states() ? exact() : looking_ahead();
}

}  // namespace grotius::explore
