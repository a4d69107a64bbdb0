#include "engine/explore/linear_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/explore/breakpoints.hpp"

namespace grotius::explore {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

constexpr Wide kLargest = Wide{1} << 100;

const char* const kTooMany = "too many sums of unknown numbers are compared with each other";
const char* const kTooLarge = "the numbers that are compared are too large to be compared exactly";

Wide checked(Wide value) {
  if (value > kLargest || value < -kLargest) throw BeyondRows{kTooLarge};
  return value;
}
Wide product(Wide a, Wide b) {
  Wide result = 0;
  if (__builtin_mul_overflow(a, b, &result)) throw BeyondRows{kTooLarge};
  return checked(result);
}

Wide divided_up(Wide value, Wide divisor) {  // the divisor is positive
  const Wide quotient = value / divisor;
  return value % divisor > 0 ? quotient + 1 : quotient;
}

/// What each number below the truths can be: in every completion one of its rows.
class Numbers {
 public:
  Numbers(const ground::Program& program, const ground::Certain& certain)
      : program_(program), certain_(certain) {}

  // Operands come before the nodes that use them, and numbers are not deep.
  const std::set<Row>& of(NodeId id) {
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    std::set<Row> rows = made_of(id);
    if (rows.size() > kRows) throw BeyondRows{kTooMany};
    return known_.emplace(id, std::move(rows)).first->second;
  }

 private:
  std::set<Row> made_of(NodeId id) {
    const Node& node = program_[id];
    const auto& range = certain_.of[ground::index(id)];
    if (range.decided()) return {Row{{}, *range.least}};
    const auto operands = program_.operands_of(node);
    switch (node.kind) {
      case NodeKind::number:
        return {Row{{}, node.number}};
      case NodeKind::input_number:
        return {Row{{{static_cast<InputId>(node.ref), 1}}, 0}};
      case NodeKind::sum: {
        std::set<Row> sums = {Row{}};
        for (NodeId operand : operands) sums = sums_of(sums, of(operand));
        return sums;
      }
      case NodeKind::scaled: {
        std::set<Row> scaled;
        for (const Row& row : of(operands[0])) scaled.insert(combined(row, node.number, Row{}, 0));
        return scaled;
      }
      case NodeKind::count: {
        std::set<Row> counts;
        for (std::int64_t n = *range.least; n <= *range.greatest; ++n) counts.insert(Row{{}, n});
        return counts;
      }
      case NodeKind::choice: {
        if (const auto truth = certain_.truth(operands[0])) return of(operands[*truth ? 1 : 2]);
        std::set<Row> either = of(operands[1]);
        const auto& otherwise = of(operands[2]);
        either.insert(otherwise.begin(), otherwise.end());
        return either;
      }
      default:
        return {};
    }
  }

  static std::set<Row> sums_of(const std::set<Row>& a, const std::set<Row>& b) {
    std::set<Row> sums;
    for (const Row& x : a)
      for (const Row& y : b) {
        sums.insert(combined(x, 1, y, 1));
        if (sums.size() > kRows) throw BeyondRows{kTooMany};
      }
    return sums;
  }

  const ground::Program& program_;
  const ground::Certain& certain_;
  std::map<NodeId, std::set<Row>> known_;
};

/// The undecided comparisons below some nodes.
std::set<NodeId> comparisons_below(const ground::Program& program, const ground::Certain& certain,
                                   std::span<const NodeId> truths) {
  std::vector<NodeId> bodies(program.recursive_members);
  for (const auto& fixpoint : program.fixpoints)
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
      bodies[program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
  std::set<NodeId> found;
  std::vector<bool> seen(program.nodes.size(), false);
  std::vector<NodeId> pending(truths.begin(), truths.end());
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (seen[ground::index(id)] || certain.of[ground::index(id)].decided()) continue;
    seen[ground::index(id)] = true;
    const Node& node = program[id];
    if (node.kind == NodeKind::less_equal || node.kind == NodeKind::equal) found.insert(id);
    if (node.kind == NodeKind::recursive) pending.push_back(bodies[node.ref]);
    for (NodeId operand : program.operands_of(node)) pending.push_back(operand);
  }
  return found;
}

/// The next number to go: the one whose elimination makes the fewest rows.
std::optional<InputId> cheapest(const std::set<Row>& rows, InputId kept) {
  std::map<InputId, std::pair<std::size_t, std::size_t>> sides;
  for (const Row& row : rows)
    for (const auto& [input, factor] : row.terms)
      if (input != kept) ++(factor > 0 ? sides[input].first : sides[input].second);
  std::optional<InputId> best;
  std::size_t fewest = 0;
  for (const auto& [input, side] : sides) {
    const std::size_t made = side.first * side.second;
    if (best && made >= fewest) continue;
    best = input;
    fewest = made;
  }
  return best;
}

}  // namespace

Wide Row::factor_of(InputId input) const {
  const auto found = std::ranges::lower_bound(terms, input, {}, [](const auto& term) { return term.first; });
  return found != terms.end() && found->first == input ? found->second : 0;
}

Row combined(const Row& a, Wide factor, const Row& b, Wide other_factor) {
  Row result;
  result.constant = checked(product(factor, a.constant) + product(other_factor, b.constant));
  auto x = a.terms.begin();
  auto y = b.terms.begin();
  while (x != a.terms.end() || y != b.terms.end()) {
    const bool first = x != a.terms.end() && (y == b.terms.end() || x->first <= y->first);
    const bool second = y != b.terms.end() && (x == a.terms.end() || y->first <= x->first);
    const InputId input = first ? x->first : y->first;
    Wide sum = 0;
    if (first) sum += product(factor, (x++)->second);
    if (second) sum += product(other_factor, (y++)->second);
    if (checked(sum) != 0) result.terms.emplace_back(input, sum);
  }
  return result;
}

void tighten(Row& row) {
  Wide divisor = 0;
  for (const auto& [input, factor] : row.terms) {
    Wide a = divisor, b = factor < 0 ? -factor : factor;
    while (b != 0) a = std::exchange(b, a % b);
    divisor = a;
  }
  if (divisor <= 1) return;
  for (auto& [input, factor] : row.terms) factor /= divisor;
  row.constant = divided_up(row.constant, divisor);
}

std::vector<Row> rows_of(const ground::Program& program, const ground::Certain& certain,
                         std::span<const NodeId> truths) {
  Numbers numbers(program, certain);
  std::set<Row> rows;
  const auto add = [&](Row row) {
    if (row.terms.empty()) return;
    tighten(row);
    rows.insert(std::move(row));
    if (rows.size() > kRows) throw BeyondRows{kTooMany};
  };
  const auto plus_one = [](Row row) {
    row.constant = checked(row.constant + 1);
    return row;
  };
  for (NodeId id : comparisons_below(program, certain, truths)) {
    const Node& node = program[id];
    const auto operands = program.operands_of(node);
    for (const Row& left : numbers.of(operands[0]))
      for (const Row& right : numbers.of(operands[1])) {
        Row difference = combined(left, 1, right, -1);
        Row reverse = combined(left, -1, right, 1);
        add(plus_one(reverse));
        if (node.kind == NodeKind::equal) {
          add(plus_one(difference));
          add(std::move(reverse));
        }
        add(std::move(difference));
      }
  }
  return {rows.begin(), rows.end()};
}

// A lower bound a·x >= L and an upper bound b·x <= U leave an integer between them exactly where a·U >= b·L, if a or b is 1. Where
// neither is, it is so only if a·U - b·L is at least (a - 1)(b - 1), and never if it is negative.
std::vector<Row> eliminate_all_but(InputId kept, std::vector<Row> given, bool& exact) {
  std::set<Row> rows(given.begin(), given.end());
  std::size_t made = rows.size();
  while (const auto gone = cheapest(rows, kept)) {
    std::vector<Row> above, below;
    std::set<Row> next;
    for (const Row& row : rows) {
      const Wide factor = row.factor_of(*gone);
      if (factor == 0) {
        next.insert(row);
      } else {
        (factor > 0 ? above : below).push_back(row);
      }
    }
    for (const Row& upper : above)
      for (const Row& lower : below) {
        const Wide b = upper.factor_of(*gone), a = -lower.factor_of(*gone);
        if (++made > 10 * kRows) throw BeyondRows{kTooMany};
        Row row = combined(upper, a, lower, b);
        if (row.terms.empty()) {
          const Wide room = -row.constant;
          if (a > 1 && b > 1 && room >= 0 && room < product(a - 1, b - 1)) exact = false;
          continue;
        }
        if (a > 1 && b > 1) exact = false;
        tighten(row);
        next.insert(std::move(row));
      }
    if (next.size() > kRows) throw BeyondRows{kTooMany};
    rows = std::move(next);
  }
  return {rows.begin(), rows.end()};
}

}  // namespace grotius::explore
