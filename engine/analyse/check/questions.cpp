#include "engine/analyse/check/questions.hpp"

#include <algorithm>

namespace grotius::analyse {

using ground::NodeId;

namespace {

std::vector<NodeId> roots_of(const std::vector<Question*>& questions) {
  std::vector<NodeId> roots;
  for (const Question* question : questions)
    for (const Case& together : question->cases) roots.insert(roots.end(), together.begin(), together.end());
  std::ranges::sort(roots);
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  return roots;
}

void decide(Question& question, Decider& decider) {
  question.possible = Possible::no;
  for (const Case& together : question.cases) {
    const Possible possible = decider.possible(together);
    if (possible != Possible::no) question.possible = possible;
    if (possible == Possible::yes) return;
    if (possible == Possible::undecided) question.reason = decider.reason();
  }
}

}  // namespace

void settle(Symbolic& symbolic, const std::vector<Question*>& questions, const Effort& effort) {
  if (questions.empty()) return;
  Decider decider(symbolic, roots_of(questions), effort);
  const auto shown = [&](const Case& together) {
    return std::ranges::all_of(together, [&](NodeId node) { return decider.holds(node); });
  };
  std::vector<Question*> open = questions;
  for (std::size_t i = 0; i < open.size(); ++i) {
    decide(*open[i], decider);
    if (open[i]->possible != Possible::yes) continue;
    const auto rest = open.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    open.erase(std::remove_if(rest, open.end(),
                              [&](Question* other) {
                                const bool settled = std::ranges::any_of(other->cases, shown);
                                if (settled) other->possible = Possible::yes;
                                return settled;
                              }),
               open.end());
  }
}

}  // namespace grotius::analyse
