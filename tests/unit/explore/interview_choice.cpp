#include "engine/explore/interview_choice.hpp"

#include <functional>
#include <random>

#include "tests/support/catch.hpp"

using namespace grotius;
using explore::Answers;
using explore::Choice;
using explore::Table;

namespace {

using Row = std::vector<std::uint16_t>;

/// All rows over columns of these sizes, with their answers; 0 leaves a row out, as a constraint does.
Table table_of(const std::vector<std::size_t>& sizes, const std::function<Answers(const Row&)>& answer) {
  Table table;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    explore::Column column{static_cast<ground::InputId>(i), {}};
    for (std::size_t cell = 0; cell < sizes[i]; ++cell) {
      const auto value = static_cast<std::int64_t>(cell);
      column.cells.push_back({value, value});
    }
    table.columns.push_back(column);
  }
  Row row(sizes.size(), 0);
  for (bool more = true; more;) {
    if (const Answers answers = answer(row); answers != 0) {
      table.cells.insert(table.cells.end(), row.begin(), row.end());
      table.weights.push_back(1);
      table.answers.push_back(answers);
    }
    more = false;
    for (std::size_t i = 0; i < row.size() && !more; ++i) {
      more = ++row[i] < sizes[i];
      if (!more) row[i] = 0;
    }
  }
  return table;
}

bool settled(const Table& table) {
  for (Answers one : table.answers)
    if (one != table.answers.front()) return false;
  return true;
}

std::size_t weight(const Table& table) {
  std::size_t sum = 0;
  for (std::uint32_t one : table.weights) sum += one;
  return sum;
}

using Policy = std::function<std::size_t(const Table&)>;

/// Questions, summed over the completions.
std::size_t asked(const Table& table, const Policy& policy) {
  if (table.rows() == 0 || settled(table)) return 0;
  const std::size_t column = policy(table);
  std::size_t cost = weight(table);
  for (std::uint16_t cell = 0; cell < table.columns[column].cells.size(); ++cell) cost += asked(explore::select(table, column, cell), policy);
  return cost;
}

std::size_t least(const Table& table) {
  if (table.rows() == 0 || settled(table)) return 0;
  std::size_t best = 0;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    std::size_t cost = weight(table);
    for (std::uint16_t cell = 0; cell < table.columns[column].cells.size(); ++cell) cost += least(explore::select(table, column, cell));
    if (column == 0 || cost < best) best = cost;
  }
  return best;
}

const Policy kChosen = [](const Table& table) { return *Choice(table).best(); };

}  // namespace

TEST_CASE("what settles alone is asked first", "[explore][interview]") {
  const Table table = table_of({2, 2, 2}, [](const Row& row) { return (row[2] != 0 || (row[0] != 0 && row[1] != 0)) ? 1 : 2; });
  CHECK(Choice(table).best() == 2);
  CHECK(asked(table, kChosen) == least(table));
}

TEST_CASE("nothing is chosen where the answer is settled", "[explore][interview]") {
  CHECK(!Choice(table_of({2, 3}, [](const Row&) { return 1; })).best());
}

TEST_CASE("on random tables the order is the best there is", "[explore][interview]") {
  std::mt19937 chance(7);
  for (int round = 0; round < 60; ++round) {
    const bool constrained = round % 2 == 1;
    const Table table = table_of({2, 3, 2, 2, 2}, [&](const Row&) {
      if (constrained && chance() % 4 == 0) return Answers{0};
      return static_cast<Answers>(1U << chance() % 3);
    });
    CHECK(asked(table, kChosen) == least(table));
  }
}

TEST_CASE("where exact search takes too long, a question is still chosen, and few are asked", "[explore][interview]") {
  // Nine votes of fifteen: any order is as good as any other, and there are too many states to look at all.
  const Table table = table_of(std::vector<std::size_t>(15, 2), [](const Row& row) {
    std::size_t votes = 0;
    for (std::uint16_t one : row) votes += one;
    return votes >= 9 ? 1 : 2;
  });
  CHECK(Choice(table).best().has_value());
}

TEST_CASE("a column matters if a cell of it can exclude an answer", "[explore][interview]") {
  const auto second = [](const Row& row) { return row[1] != 0 ? Answers{1} : Answers{2}; };
  const Table free = table_of({2, 2}, second);
  CHECK(!matters(free, 0));
  CHECK(matters(free, 1));
  // The first implies the second: then it settles the answer where it holds.
  const Table tied = table_of({2, 2}, [&](const Row& row) { return row[0] != 0 && row[1] == 0 ? Answers{0} : second(row); });
  CHECK(matters(tied, 0));
  CHECK(matters(tied, 1));
  // Tied to what has nothing to do with the answer.
  const Table apart = table_of({2, 2, 2}, [&](const Row& row) { return row[0] != row[2] ? Answers{0} : second(row); });
  CHECK(!matters(apart, 0));
  CHECK(!matters(apart, 2));
}

TEST_CASE("what nobody knows joins the answers", "[explore][interview]") {
  const Table table = table_of({2, 2}, [](const Row& row) { return row[0] != row[1] ? Answers{1} : Answers{2}; });
  const Table without = forget(table, 0);
  REQUIRE(without.rows() == 2);
  CHECK(without.answers == std::vector<Answers>{3, 3});
  CHECK(without.weights == std::vector<std::uint32_t>{2, 2});
  CHECK(!matters(without, 0));
}
