// Norms as lines of an outline: what stands and on what conditions, what is defeated and by which,
// what does not apply and why not.

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/why_builder.hpp"

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;

namespace {

void append(std::vector<Node>& to, std::vector<Node>&& more) {
  for (Node& one : more) to.push_back(std::move(one));
}

enum class Fate { stands, defeated, idle };

Fate fate_of(const Step& stands) {
  if (stands.value != 0) return Fate::stands;
  return stands.ground ? Fate::defeated : Fate::idle;
}

}  // namespace

std::vector<Node> WhyBuilder::conditions(const Step& applies, std::size_t level) {
  const model::Norm& norm = model_.norms[applies.ref];
  std::vector<Node> result;
  for (StepId use : applies.uses) {
    const bool exception =
        norm.unless && at(use).rule == Rule::expression && at(use).expr == &*norm.unless;
    std::vector<Node> some = lines(use, level);
    if (exception)
      for (Node& one : some) one.sentence = "exception: " + one.sentence;
    append(result, std::move(some));
  }
  return result;
}

// That nothing prevails over it rests on every norm that would: one that is itself defeated is
// worth a line, one that does not apply is listed among those that do not.
std::vector<Node> WhyBuilder::grounds_of_standing(const Step& stands, std::size_t level) {
  std::vector<Node> result;
  std::vector<Node> defeated;
  std::vector<Node> idle;
  std::vector<std::string> names;
  for (StepId use : stands.uses) {
    const Step& below = at(use);
    if (below.rule == Rule::counts_as) result.push_back(node(use, level));
    if (below.rule == Rule::applies) append(result, conditions(below, level));
    if (below.rule != Rule::stands) continue;
    if (fate_of(below) == Fate::defeated) {
      defeated.push_back(norm(use, level));
    } else if (options_.full) {
      idle.push_back(norm(use, level));
    }
    const std::string name(model_.norms[below.ref].name);
    if (fate_of(below) == Fate::idle && std::ranges::find(names, name) == names.end())
      names.push_back(name);
  }
  append(result, std::move(defeated));
  if (!names.empty()) {
    Node none;
    none.mark = Node::Mark::fails;
    none.sentence = (names.size() == 1 ? "a norm that would prevail over it applies: "
                                       : "a norm that would prevail over it applies, one of ") +
                    listed(names, "or");
    none.below = std::move(idle);
    result.push_back(std::move(none));
  }
  return result;
}

Node WhyBuilder::norm(StepId id, std::size_t level) {
  const Step& step = at(id);
  Node node = line(id);
  ground(node, id, level, [&]() -> std::vector<Node> {
    if (fate_of(step) == Fate::stands) return grounds_of_standing(step, level + 1);
    const Step& first = at(step.uses.front());
    if (fate_of(step) == Fate::defeated) return {norm(step.uses.front(), level + 1)};
    if (first.rule == Rule::counts_as) return {this->node(step.uses.front(), level + 1)};
    if (at(first.uses.front()).rule == Rule::in_force) return {};
    return conditions(first, level + 1);
  });
  if (node.repeats != 0) {
    node.sentence = fmt::format("{} {}", model_.norms[step.ref].name,
                                fate_of(step) == Fate::stands ? "stands" : "does not stand");
    node.origin.clear();
  }
  return node;
}

Node WhyBuilder::undecided(const Step::Undecided& open) {
  const model::Norm& norm = model_[open.norm];
  Node node;
  node.sentence = fmt::format("{} would {} this", words.norm(open.norm),
                              DerivationWords::verb(norm.modality, true));
  node.sentence +=
      open.by ? fmt::format(
                    "; whether it does, turns on something unknown that changes nothing here ({})",
                    words.words.atom(*open.by))
              : "; whether it does is not known, and changes nothing here";
  node.origin = words.words.cite(norm.sources);
  return node;
}

// Within a condition: all norms about the act, those that stand first.
std::vector<Node> WhyBuilder::norms(StepId id, std::size_t level) {
  const Step& status = at(id);
  std::vector<Node> result;
  for (Fate fate : {Fate::stands, Fate::defeated, Fate::idle})
    for (StepId use : status.uses)
      if (fate_of(at(use)) == fate) result.push_back(norm(use, level));
  for (const auto& open : status.undecided) result.push_back(undecided(open));
  return result;
}

std::vector<Node> WhyBuilder::groups(StepId id) {
  const Step& status = at(id);
  std::vector<Node> result;
  // Norms about what this act does not count as are one line for each such kind.
  std::map<StepId, std::vector<std::string>> of_kind;
  for (StepId use : status.uses)
    if (const Step& first = at(at(use).uses.front());
        fate_of(at(use)) == Fate::idle && first.rule == Rule::counts_as)
      of_kind[at(use).uses.front()].emplace_back(model_.norms[at(use).ref].name);
  const auto among_several = [&](StepId use) {
    const StepId first = at(use).uses.front();
    return fate_of(at(use)) == Fate::idle && at(first).rule == Rule::counts_as &&
           of_kind[first].size() != 1;
  };
  if (options_.full || options_.depth > 0)
    for (StepId use : status.uses)
      if (!among_several(use) && !written_.contains(use)) planned_[use] = ++writings_;
  const auto group = [&](std::string_view title, Fate fate) {
    Node titled;
    titled.sentence = title;
    titled.title = true;
    std::vector<Node> again;
    for (StepId use : status.uses) {
      if (fate_of(at(use)) != fate) continue;
      const StepId first = at(use).uses.front();
      if (among_several(use)) {
        if (of_kind[first].empty()) continue;
        Node several;
        several.sentence = fmt::format("{} are about “{}”", listed(of_kind[first]),
                                       words.words.act(*at(first).as));
        several.below.push_back(node(first, 1));
        titled.below.push_back(std::move(several));
        of_kind[first].clear();
        continue;
      }
      Node one = norm(use, 0);
      (one.repeats != 0 ? again : titled.below).push_back(std::move(one));
    }
    append(titled.below, std::move(again));
    if (!titled.below.empty()) result.push_back(std::move(titled));
  };
  group("Norms that stand", Fate::stands);
  group("Norms that are defeated", Fate::defeated);
  group("Norms that do not apply", Fate::idle);
  planned_.clear();
  if (!status.undecided.empty()) {
    Node either;
    either.sentence = "Norms that change nothing either way";
    either.title = true;
    for (const auto& open : status.undecided) either.below.push_back(undecided(open));
    result.push_back(std::move(either));
  }
  if (result.empty()) {
    Node none;
    none.sentence = "No norm speaks of this act";
    none.title = true;
    result.push_back(std::move(none));
  }
  return result;
}

}  // namespace grotius::cli
