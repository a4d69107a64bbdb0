#include "engine/explore/interview_table.hpp"

#include <algorithm>
#include <numeric>

#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/goal.hpp"
#include "engine/explore/interview_cells.hpp"

namespace grotius::explore {

namespace {

using analyse::Verdict;
using ground::NodeId;

constexpr Verdict kVerdicts[] = {Verdict::yes, Verdict::no, Verdict::contested, Verdict::silent};

/// Evaluations times nodes that writing down a table may take; an evaluation takes about a nanosecond a node.
constexpr std::size_t kWork = 25'000'000;

/// Rows that are equal in all columns become one, with the answers of all.
Table joined(Table table) {
  const std::size_t width = table.columns.size();
  std::vector<std::uint32_t> order(table.rows());
  std::iota(order.begin(), order.end(), 0);
  const auto row = [&](std::uint32_t at) {
    return std::span(table.cells).subspan(at * width, width);
  };
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::ranges::lexicographical_compare(row(a), row(b));
  });
  Table result;
  result.columns = std::move(table.columns);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool same = i > 0 && std::ranges::equal(row(order[i - 1]), row(order[i]));
    if (same) {
      result.weights.back() += table.weights[order[i]];
      result.answers.back() |= table.answers[order[i]];
      continue;
    }
    result.cells.insert(result.cells.end(), row(order[i]).begin(), row(order[i]).end());
    result.weights.push_back(table.weights[order[i]]);
    result.answers.push_back(table.answers[order[i]]);
  }
  return result;
}

/// Goes through all combinations of cells and keeps those that satisfy what is required.
class Tabulation {
 public:
  Tabulation(const analyse::Inquiry& inquiry, const Undone& undone)
      : inquiry_(inquiry), undone_(undone), required_(inquiry.required()), evaluator_(inquiry.program, roots()) {}

  Table run(std::vector<Column> columns, analyse::Completion values) {
    Table table;
    table.columns = std::move(columns);
    std::vector<std::uint16_t> place(table.columns.size(), 0);
    for (bool more = true; more;) {
      for (std::size_t i = 0; i < place.size(); ++i)
        values[ground::index(table.columns[i].input)] = some_value(table.columns[i].cells[place[i]]);
      if (!evaluator_.evaluate(values))
        throw analyse::GaveUp{"a number on the way to the answer leaves the range of 64 bits"};
      add_row(table, place);
      more = false;
      for (std::size_t i = 0; i < place.size() && !more; ++i) {
        more = ++place[i] < table.columns[i].cells.size();
        if (!more) place[i] = 0;
      }
    }
    return joined(std::move(table));
  }

 private:
  std::vector<NodeId> roots() {
    std::vector<NodeId> all = required_;
    all.insert(all.end(), undone_.begin(), undone_.end());
    for (Verdict verdict : kVerdicts)
      if (const auto node = goal(inquiry_, verdict)) {
        goals_.emplace_back(*node, only(verdict));
        all.push_back(*node);
      }
    for (ground::InputId input : inquiry_.open)
      if (inquiry_.program[input].kind == ground::Input::Kind::deed)
        all.push_back(inquiry_.done[ground::index(input)]);
    return all;
  }

  void add_row(Table& table, const std::vector<std::uint16_t>& place) {
    const auto holds = [&](NodeId node) { return evaluator_.truth(node); };
    if (!std::ranges::all_of(required_, holds) || std::ranges::any_of(undone_, holds)) return;
    for (std::size_t i = 0; i < place.size(); ++i) {
      const ground::InputId input = table.columns[i].input;
      // A deed of which one is asked is done, however it came about.
      const bool deed = inquiry_.program[input].kind == ground::Input::Kind::deed;
      table.cells.push_back(deed ? *table.columns[i].cell(holds(inquiry_.done[ground::index(input)]) ? 1 : 0) : place[i]);
    }
    Answers answers = 0;
    for (const auto& [node, answer] : goals_)
      if (holds(node)) answers |= answer;
    table.answers.push_back(answers);
    table.weights.push_back(1);
  }

  const analyse::Inquiry& inquiry_;
  const Undone& undone_;
  std::vector<NodeId> required_;
  std::vector<std::pair<NodeId, Answers>> goals_;
  evaluate::Evaluator evaluator_;
};

}  // namespace

Answers only(Verdict verdict) { return static_cast<Answers>(1U << static_cast<unsigned>(verdict)); }

std::vector<Verdict> listed(Answers answers) {
  std::vector<Verdict> list;
  for (Verdict verdict : kVerdicts)
    if ((answers & only(verdict)) != 0) list.push_back(verdict);
  return list;
}

std::optional<std::uint16_t> Column::cell(std::int64_t value) const {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].contains(value)) return static_cast<std::uint16_t>(i);
  return std::nullopt;
}

Answers Table::possible() const {
  return std::accumulate(answers.begin(), answers.end(), Answers{0},
                         [](Answers all, Answers one) { return static_cast<Answers>(all | one); });
}

std::optional<Table> tabulate(const analyse::Inquiry& inquiry, const Undone& undone, const analyse::Completion& others, std::size_t most) {
  const solve::Comparisons comparisons(inquiry.program, inquiry.certain);
  std::vector<Column> columns;
  std::size_t combinations = 1;
  for (ground::InputId input : inquiry.open) {
    auto cells = cells_of(inquiry, comparisons, input, most);
    if (!cells) return std::nullopt;
    combinations *= cells->size();
    if (combinations > most || combinations * inquiry.program.nodes.size() > kWork) return std::nullopt;
    columns.push_back({input, std::move(*cells)});
  }
  return Tabulation(inquiry, undone).run(std::move(columns), others);
}

Table select(const Table& table, std::size_t column, std::uint16_t cell) {
  Table result;
  result.columns = table.columns;
  result.columns.erase(result.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    if (table.at(row, column) != cell) continue;
    for (std::size_t other = 0; other < table.columns.size(); ++other)
      if (other != column) result.cells.push_back(table.at(row, other));
    result.weights.push_back(table.weights[row]);
    result.answers.push_back(table.answers[row]);
  }
  return result;
}

Table forget(const Table& table, std::size_t column) {
  Table result;
  result.columns = table.columns;
  result.columns.erase(result.columns.begin() + static_cast<std::ptrdiff_t>(column));
  for (std::size_t row = 0; row < table.rows(); ++row)
    for (std::size_t other = 0; other < table.columns.size(); ++other)
      if (other != column) result.cells.push_back(table.at(row, other));
  result.weights = table.weights;
  result.answers = table.answers;
  return joined(std::move(result));
}

}  // namespace grotius::explore
