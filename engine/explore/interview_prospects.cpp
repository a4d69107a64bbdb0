#include "engine/explore/interview_prospects.hpp"

#include <algorithm>

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

}  // namespace grotius::explore
