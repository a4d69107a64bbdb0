#include "engine/explore/timeline_standing.hpp"

#include <algorithm>

#include "engine/analyse/completions.hpp"
#include "engine/analyse/enumerate.hpp"
#include "engine/analyse/inquiry.hpp"

namespace grotius::explore {

using analyse::Engine;
using analyse::Inquiry;
using analyse::ReportedStatus;
using analyse::Verdict;
using ground::NodeId;

namespace {

/// The answers that a question can have, each with the truth that holds where it does, in the order of their names.
std::vector<std::pair<Standing::Possible, NodeId>> answers(const Inquiry& inquiry) {
  if (inquiry.condition)
    return {{{std::nullopt, Verdict::no}, inquiry.negated_condition}, {{std::nullopt, Verdict::yes}, *inquiry.condition}};
  const ground::ActStatus& status = *inquiry.status;
  std::vector<std::pair<Standing::Possible, NodeId>> result;
  for (const auto& [reported, node] : {std::pair{ReportedStatus::contested, status.contested},
                                       {ReportedStatus::forbidden, status.forbidden},
                                       {ReportedStatus::obliged, status.obliged},
                                       {ReportedStatus::permitted, status.merely_permitted},
                                       {ReportedStatus::silent, status.silent}})
    result.push_back({{reported, analyse::verdict_of(reported)}, node});
  return result;
}

Standing in_error(const std::string& reason) {
  Standing standing;
  standing.reason = reason;
  return standing;
}

Standing undecided(std::string reason) {
  Standing standing;
  standing.answer = Verdict::unknown;
  standing.reason = std::move(reason);
  return standing;
}

/// A situation that no completion makes possible, and why.
Standing impossible(const Inquiry& inquiry, double seconds) {
  Diagnostics diagnostics;
  analyse::report_impossible(inquiry, seconds, diagnostics);
  return in_error(diagnostics.items().front().message);
}

Standing comes_to(const Inquiry& inquiry, analyse::Completions& completions) {
  Standing standing;
  for (const auto& [possible, node] : answers(inquiry)) {
    const auto certain = inquiry.certain.truth(node);
    if (certain ? *certain : completions.possible(node)) standing.possible.push_back(possible);
  }
  if (standing.possible.empty())
    throw analyse::ClaimNotConfirmed("no completion gives an answer, though there is a completion");
  const Verdict first = standing.possible.front().answer;
  const bool common = std::ranges::all_of(standing.possible, [&](const auto& one) { return one.answer == first; });
  standing.answer = common ? first : Verdict::depends;
  if (standing.possible.size() == 1) standing.status = standing.possible.front().status;
  return standing;
}

Standing by_evaluation(const Inquiry& inquiry, double seconds) {
  const std::vector<NodeId> required = inquiry.required();
  std::vector<NodeId> all = inquiry.roots;
  all.insert(all.end(), required.begin(), required.end());
  const auto completion = analyse::single_completion(inquiry.program, inquiry.knowledge, all);
  for (NodeId node : required)
    if (!completion->possible(node)) return impossible(inquiry, seconds);
  return comes_to(inquiry, *completion);
}

Standing by_solver(Inquiry& inquiry, Engine engine, double seconds) {
  const ground::Knowledge known = inquiry.knowledge;
  const auto claims = engine == Engine::z3 ? analyse::withdraw_knowledge(inquiry) : std::vector<std::vector<solve::Claim>>{};
  std::vector<ground::InputId> open = inquiry.open;
  open.insert(open.end(), inquiry.open_apart.begin(), inquiry.open_apart.end());
  const auto solver = engine == Engine::native
                          ? analyse::enumerating_solver(inquiry.program, inquiry.knowledge, std::move(open))
                          : solve::make_solver(inquiry.program, inquiry.knowledge, {seconds}, 1);
  const std::vector<NodeId> required = inquiry.required();
  for (NodeId node : required) solver->require(solve::node_is(node, true));
  for (const auto& any_of : claims) solver->require(any_of);
  switch (solver->check()) {
    case solve::Outcome::unknown:
      return undecided(solver->reason());
    case solve::Outcome::unsatisfiable:
      inquiry.knowledge = known;
      return impossible(inquiry, seconds);
    case solve::Outcome::satisfiable:
      break;
  }
  const auto completions = analyse::solved_completions(inquiry.program, inquiry.knowledge, *solver, inquiry.roots, required, inquiry.open);
  return comes_to(inquiry, *completions);
}

Standing by(Engine engine, const ground::World& world, const model::Question& question, const analyse::AskOptions& options) {
  Inquiry inquiry;
  inquiry.world = world;
  Diagnostics diagnostics;
  if (!analyse::ground_question(inquiry, question, options.open, diagnostics)) return in_error(diagnostics.items().front().message);
  try {
    return engine != Engine::z3 && inquiry.complete() ? by_evaluation(inquiry, options.seconds)
                                                      : by_solver(inquiry, engine, options.seconds);
  } catch (const analyse::GaveUp& gave_up) {
    return undecided(gave_up.reason);
  }
}

}  // namespace

Standing norm_set_in_error() { return in_error("the norm sets that count on these days contradict each other's order"); }

Standing standing(const ground::World& world, const model::Question& question, const analyse::AskOptions& options) {
  try {
    if (options.engine != Engine::both) return by(options.engine, world, question, options);
    const Standing native = by(Engine::native, world, question, options);
    const Standing solved = by(Engine::z3, world, question, options);
    if (native.answer == Verdict::unknown) return solved;
    if (solved.answer != Verdict::unknown && (native.answer != solved.answer || native.possible != solved.possible))
      throw analyse::ClaimNotConfirmed("the native engine and the solver answer a question of the timeline differently");
    return native;
  } catch (const ground::ResourceLimit& limit) {
    return undecided(limit.message);
  }
}

}  // namespace grotius::explore
