#include "engine/explore/outcomes.hpp"

#include <algorithm>

#include "engine/analyse/enumerate.hpp"

namespace grotius::explore {

using analyse::Engine;
using analyse::ReportedStatus;
using analyse::Verdict;
using ground::InputId;
using ground::NodeId;

std::vector<OutcomeNode> outcomes(const ground::ActStatus& status) {
  const auto one = [](ReportedStatus reported, NodeId node) {
    return OutcomeNode{{reported, analyse::verdict_of(reported)}, node};
  };
  return {one(ReportedStatus::contested, status.contested), one(ReportedStatus::forbidden, status.forbidden),
          one(ReportedStatus::obliged, status.obliged), one(ReportedStatus::permitted, status.merely_permitted),
          one(ReportedStatus::silent, status.silent)};
}

std::vector<OutcomeNode> outcomes(NodeId condition, NodeId negated) {
  return {{{std::nullopt, Verdict::no}, negated}, {{std::nullopt, Verdict::yes}, condition}};
}

std::vector<OutcomeNode> outcomes(const analyse::Inquiry& inquiry) {
  return inquiry.status ? outcomes(*inquiry.status) : outcomes(*inquiry.condition, inquiry.negated_condition);
}

std::vector<Outcome> outcomes(const analyse::Answer& answer) {
  std::vector<Outcome> result;
  for (const analyse::Possibility& one : answer.possible) result.push_back({one.status, one.answer});
  return result;
}

Verdict verdict(std::span<const Outcome> possible) {
  if (possible.empty()) return Verdict::unknown;
  const bool common = std::ranges::all_of(possible, [&](const Outcome& one) { return one.answer == possible.front().answer; });
  return common ? possible.front().answer : Verdict::depends;
}

std::optional<ReportedStatus> status(std::span<const Outcome> possible) {
  return possible.size() == 1 ? possible.front().status : std::nullopt;
}

std::unique_ptr<solve::Solver> solver_of(const analyse::Inquiry& inquiry, const analyse::AskOptions& options,
                                         std::vector<InputId> open) {
  auto solver = options.engine == Engine::native
                    ? analyse::enumerating_solver(inquiry.program, inquiry.knowledge, std::move(open))
                    : solve::make_solver(inquiry.program, inquiry.knowledge, {options.seconds});
  for (NodeId node : inquiry.required()) solver->require(solve::node_is(node, true));
  return solver;
}

PossibleOutcomes::PossibleOutcomes(analyse::Inquiry& inquiry, const analyse::AskOptions& options) : inquiry_(inquiry) {
  const std::vector<NodeId> required = inquiry.required();
  if (options.engine != Engine::z3 && inquiry.complete()) {
    std::vector<NodeId> all = inquiry.roots;
    all.insert(all.end(), required.begin(), required.end());
    completions_ = analyse::single_completion(inquiry.program, inquiry.knowledge, all);
    excluded_ = !std::ranges::all_of(required, [&](NodeId node) { return completions_->possible(node); });
    return;
  }
  std::vector<std::vector<solve::Claim>> known;
  if (options.engine == Engine::z3) known = analyse::withdraw_knowledge(inquiry);
  std::vector<InputId> open = inquiry.open;
  open.insert(open.end(), inquiry.open_apart.begin(), inquiry.open_apart.end());
  solver_ = solver_of(inquiry, options, std::move(open));
  for (const auto& any_of : known) solver_->require(any_of);
  completions_ = analyse::solved_completions(inquiry.program, inquiry.knowledge, *solver_, inquiry.roots, required, inquiry.open);
}

bool PossibleOutcomes::possible(NodeId node) {
  if (const auto truth = inquiry_.certain.truth(node)) return *truth;
  const auto [place, is_new] = known_.try_emplace(node, false);
  if (is_new) place->second = completions_->possible(node);
  return place->second;
}

std::vector<Outcome> PossibleOutcomes::of(std::span<const OutcomeNode> outcomes) {
  std::vector<Outcome> result;
  if (excluded_) return result;
  for (const OutcomeNode& one : outcomes)
    if (possible(one.node)) result.push_back(one.outcome);
  return result;
}

}  // namespace grotius::explore
