#include "engine/explore/interview_prospects.hpp"

#include <algorithm>
#include <bit>

#include "engine/explore/goal.hpp"
#include "engine/explore/interview_cells.hpp"

namespace grotius::explore {

using analyse::Verdict;
using ground::InputId;
using ground::NodeId;

namespace {

constexpr std::size_t kTogether = 256;  ///< combinations of what nobody knows that are gone through
constexpr std::size_t kValues = 64;     ///< values of one input that are tried
constexpr int kTries = 6;               ///< inputs that are tried for each answer before any that matters is taken

std::vector<NodeId> all_of(const analyse::Inquiry& inquiry, const std::vector<NodeId>& required, const Undone& undone,
                           const std::vector<std::pair<NodeId, Answers>>& goals) {
  std::vector<NodeId> all = required;
  all.insert(all.end(), undone.begin(), undone.end());
  for (const auto& [node, answer] : goals) all.push_back(node);
  for (InputId input : inquiry.open)
    if (inquiry.program[input].kind == ground::Input::Kind::deed) all.push_back(inquiry.done[ground::index(input)]);
  return all;
}

std::vector<std::pair<NodeId, Answers>> goals_of(const analyse::Inquiry& inquiry) {
  std::vector<std::pair<NodeId, Answers>> goals;
  for (Verdict verdict : {Verdict::yes, Verdict::no, Verdict::contested, Verdict::silent})
    if (const auto node = goal(inquiry, verdict)) goals.emplace_back(*node, only(verdict));
  return goals;
}

}  // namespace

Prospects::Prospects(const analyse::Inquiry& inquiry, const Undone& undone, const std::set<InputId>& silent, double seconds)
    : inquiry_(inquiry),
      undone_(undone),
      silent_(silent),
      seconds_(seconds),
      required_(inquiry.required()),
      goals_(goals_of(inquiry)),
      comparisons_(inquiry.program, inquiry.certain),
      evaluator_(inquiry.program, all_of(inquiry, required_, undone, goals_)),
      search_(std::make_unique<search::Search>(inquiry.program, inquiry.knowledge, required_)) {
  for (InputId input : inquiry_.open) {
    if (!askable(input)) unknown_.push_back(input);
    if (askable(input) && inquiry_.program[input].kind == ground::Input::Kind::deed) deeds_.push_back(input);
  }
  std::size_t combinations = 1;
  for (InputId input : unknown_) {
    auto cells = cells_of(inquiry_, comparisons_, input, kTogether);
    combinations *= cells ? cells->size() : kTogether + 1;
    if (combinations > kTogether) break;
    unknown_cells_.push_back(std::move(*cells));
  }
  if (combinations > kTogether) unknown_cells_.clear();
  for (const auto& [node, answer] : goals_) {
    if (inquiry_.certain.truth(node) == false) continue;
    auto found = model({{node, true}});
    if (!found) continue;
    settle_deeds(*found);
    if (one(*found) != answer) throw analyse::ClaimNotConfirmed("a completion that the search claims is not confirmed by the evaluator");
    possible_ |= answer;
    pool_.push_back(std::move(*found));
  }
}

std::optional<Prospects::Values> Prospects::model(const std::vector<search::Wanted>& wanted) {
  std::vector<search::Wanted> all = wanted;
  for (NodeId node : undone_) all.push_back({node, false});
  switch (search_->find(all)) {
    case search::Outcome::none:
      return std::nullopt;
    case search::Outcome::found:
      if (evaluator_.evaluate(search_->model())) return search_->model();
      break;  // a number left 64 bits
    case search::Outcome::gave_up:
      break;
  }
  std::vector<solve::Claim> claims;
  for (const search::Wanted& want : all) claims.push_back(solve::node_is(want.node, want.holds));
  switch (solver().check(claims)) {
    case solve::Outcome::unsatisfiable:
      return std::nullopt;
    case solve::Outcome::unknown:
      throw analyse::GaveUp{solver().reason()};
    case solve::Outcome::satisfiable:
      break;
  }
  return solver().model();
}

solve::Solver& Prospects::solver() {
  if (!solver_) {
    solver_ = solve::make_solver(inquiry_.program, inquiry_.knowledge, {seconds_});
    for (NodeId node : required_) solver_->require(solve::node_is(node, true));
  }
  return *solver_;
}

/// Of a completion: a deed that counts as done, however it came about, is done; that changes nothing else.
void Prospects::settle_deeds(Values& values) {
  if (!evaluator_.evaluate(values)) return;
  for (InputId deed : deeds_) values[ground::index(deed)] = evaluator_.truth(inquiry_.done[ground::index(deed)]) ? 1 : 0;
}

/// The answer of a completion; none where it is no completion, or a deed is not done and counts as done nevertheless: no reply fits that.
Answers Prospects::one(const Values& values) {
  if (!evaluator_.evaluate(values)) return 0;
  const auto holds = [&](NodeId node) { return evaluator_.truth(node); };
  const auto as_it_counts = [&](InputId deed) { return holds(inquiry_.done[ground::index(deed)]) == (values[ground::index(deed)] != 0); };
  if (!std::ranges::all_of(deeds_, as_it_counts)) return 0;
  if (!std::ranges::all_of(required_, holds) || std::ranges::any_of(undone_, holds)) return 0;
  Answers answers = 0;
  for (const auto& [node, answer] : goals_)
    if (holds(node)) answers |= answer;
  return answers;
}

/// The answers left when everything that can be asked has these values, whatever nobody knows.
Answers Prospects::label(const Values& values) {
  if (unknown_cells_.empty()) return one(values);
  Values all = values;
  std::vector<std::size_t> place(unknown_cells_.size(), 0);
  Answers answers = 0;
  for (bool more = true; more;) {
    for (std::size_t i = 0; i < place.size(); ++i) all[ground::index(unknown_[i])] = some_value(unknown_cells_[i][place[i]]);
    answers |= one(all);
    more = false;
    for (std::size_t i = 0; i < place.size() && !more; ++i) {
      more = ++place[i] < unknown_cells_[i].size();
      if (!more) place[i] = 0;
    }
  }
  return answers;
}

/// Another value of the input alone changes the answer of this completion.
bool Prospects::proved(InputId input, const Values& values) {
  const Answers before = label(values);
  if (before == 0) return false;
  std::vector<Range> cells;
  if (auto known = cells_of(inquiry_, comparisons_, input, kValues)) {
    cells = std::move(*known);
  } else {
    for (const Values& other : pool_) cells.push_back({other[ground::index(input)], other[ground::index(input)]});
  }
  Values changed = values;
  for (const Range& cell : cells) {
    changed[ground::index(input)] = some_value(cell);
    const Answers after = label(changed);
    if (after != 0 && after != before) return true;
  }
  return false;
}

/// In some known completion, or in one in which everything beside the way is as it must be for the goal to hang on the input.
bool Prospects::proved(const Estimate::Way& way, NodeId goal) {
  if (std::ranges::any_of(pool_, [&](const Values& values) { return proved(way.input, values); })) return true;
  std::vector<search::Wanted> wanted = way.beside;
  wanted.push_back({goal, true});
  for (NodeId node : undone_) wanted.push_back({node, false});
  constexpr std::uint64_t kDecisions = 2'000;
  if (search_->find(wanted, kDecisions) != search::Outcome::found) return false;
  Values found = search_->model();
  settle_deeds(found);
  return proved(way.input, found);
}

std::optional<InputId> Prospects::best() {
  if (listed(possible_).size() < 2) return std::nullopt;
  const Estimate estimate(inquiry_, comparisons_, silent_);
  std::vector<std::pair<double, NodeId>> goals;
  for (const auto& [node, answer] : goals_)
    if ((possible_ & answer) != 0) goals.emplace_back(estimate.effort(node), node);
  std::ranges::sort(goals);
  const std::set<InputId> open(inquiry_.open.begin(), inquiry_.open.end());
  std::set<InputId> refused;
  const auto wanted = [&](InputId input) { return open.contains(input) && askable(input) && !refused.contains(input); };
  for (int tried = 0; tried < kTries; ++tried)
    for (const auto& [effort, node] : goals) {
      const auto way = estimate.way(node, wanted);
      if (!way) continue;
      if (proved(*way, node)) return way->input;
      refused.insert(way->input);
    }
  if (const auto input = in_pool()) return input;
  if (const auto input = in_turn()) return input;
  return unknown_.empty() ? std::nullopt : by_pairs();
}

std::vector<InputId> Prospects::disagreement(const Values& a, const Values& b) const {
  std::vector<InputId> apart;
  for (InputId input : inquiry_.open)
    if (askable(input) && a[ground::index(input)] != b[ground::index(input)]) apart.push_back(input);
  return apart;
}

std::optional<InputId> Prospects::in_pool() {
  for (std::size_t a = 0; a < pool_.size(); ++a)
    for (std::size_t b = a + 1; b < pool_.size(); ++b)
      if (const auto input = between(pool_[a], pool_[b])) return input;
  return std::nullopt;
}

/// Where something is not known, known completions may leave the same possible though others do not: each input is tried, as far as that is
/// quick.
std::optional<InputId> Prospects::in_turn() {
  constexpr std::size_t kLabels = 20'000;
  std::size_t combinations = 1;
  for (const auto& cells : unknown_cells_) combinations *= cells.size();
  if (unknown_cells_.empty() || inquiry_.open.size() * combinations > kLabels) return std::nullopt;
  for (InputId input : inquiry_.open)
    if (askable(input) && std::ranges::any_of(pool_, [&](const Values& values) { return proved(input, values); })) return input;
  return std::nullopt;
}

/// The input whose turning changes the answer on the way from one completion to the other. By bisection; where that ends at a requirement
/// that nothing on the way satisfies, by turning as little as possible.
std::optional<InputId> Prospects::between(const Values& from, const Values& to) {
  const std::vector<InputId> apart = disagreement(from, to);
  const auto turned = [&](std::size_t count) {
    Values values = from;
    for (std::size_t i = 0; i < count; ++i) values[ground::index(apart[i])] = to[ground::index(apart[i])];
    return values;
  };
  std::size_t low = 0, high = apart.size();
  const Answers before = label(from);
  const Answers after = label(turned(high));
  if (before == after || before == 0 || after == 0) return std::nullopt;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (label(turned(middle)) == before ? low : high) = middle;
  }
  if (label(turned(high)) != 0) return apart[low];
  return narrowest(from, turned(apart.size()), apart);
}

/// Of completions with different answers: whatever can be turned back is, and of what is left no single one can.
InputId Prospects::narrowest(Values from, Values to, std::vector<InputId> apart) {
  const Answers before = label(from);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < apart.size() && apart.size() > 1;) {
      const std::size_t at = ground::index(apart[i]);
      const std::int64_t value = to[at];
      to[at] = from[at];
      const Answers now = label(to);
      if (now != 0 && now != before) {
        apart.erase(apart.begin() + static_cast<std::ptrdiff_t>(i));
        changed = true;
      } else {
        to[at] = value;
        ++i;
      }
    }
  }
  return smallest_of(from, to, apart);
}

/// Constraints may tie several inputs together, so that none can be turned alone: the first of a smallest set that can.
InputId Prospects::smallest_of(const Values& from, const Values& to, const std::vector<InputId>& apart) {
  constexpr std::size_t kMost = 12;
  const Answers before = label(from);
  for (std::size_t size = 1; size < apart.size() && apart.size() <= kMost; ++size)
    for (std::uint32_t set = 1; set < (1U << apart.size()); ++set) {
      if (static_cast<std::size_t>(std::popcount(set)) != size) continue;
      Values values = from;
      for (std::size_t i = 0; i < apart.size(); ++i)
        if ((set >> i & 1) != 0) values[ground::index(apart[i])] = to[ground::index(apart[i])];
      const Answers now = label(values);
      if (now != 0 && now != before) return apart[static_cast<std::size_t>(std::countr_zero(set))];
    }
  return apart.front();
}

/// Two completions that agree on what nobody knows and differ in the answer; where there are none, no reply can change what is possible.
std::optional<InputId> Prospects::by_pairs() {
  const auto pairs = solve::make_solver(inquiry_.program, inquiry_.knowledge, {seconds_}, 2);
  for (unsigned copy = 0; copy < 2; ++copy) {
    for (NodeId node : required_) pairs->require(solve::node_is(node, true, copy));
    for (NodeId node : undone_) pairs->require(solve::node_is(node, false, copy));
  }
  std::vector<NodeId> answers;
  for (const auto& [node, answer] : goals_) answers.push_back(node);
  pairs->require_difference(answers);
  std::vector<solve::Claim> same;
  for (InputId input : unknown_) same.push_back(solve::input_same(input));
  switch (pairs->check(same)) {
    case solve::Outcome::unsatisfiable:
      return std::nullopt;
    case solve::Outcome::unknown:
      throw analyse::GaveUp{pairs->reason()};
    case solve::Outcome::satisfiable:
      break;
  }
  Values from = pairs->model(0), to = pairs->model(1);
  settle_deeds(from);
  settle_deeds(to);
  unknown_cells_.clear();  // from here on an answer is that of one completion
  const auto input = between(from, to);
  if (!input) throw analyse::ClaimNotConfirmed("two completions that the solver claims to differ are not confirmed by the evaluator");
  return input;
}

}  // namespace grotius::explore
