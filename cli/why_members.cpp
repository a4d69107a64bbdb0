// Members of quantifiers: those of which the same is so for the same reason are one line.

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/why_builder.hpp"

namespace grotius::cli {

using explain::Rule;
using explain::Step;
using explain::StepId;
using model::ExprKind;
using model::IndividualId;

namespace {

/// So many are named in a line; of more, those that make no difference are only counted.
constexpr std::size_t kNamed = 8;

}  // namespace

std::vector<WhyBuilder::Member> WhyBuilder::members_of(const Step& quantifier) const {
  std::vector<Member> result;
  for (StepId use : quantifier.uses) {
    const Step& step = at(use);
    // The summand, or what a binding must satisfy, belongs to the binding before it.
    const bool second =
        quantifier.expr->operands.size() > 1 && step.expr == &quantifier.expr->operands[1];
    if (second && quantifier.expr->kind == ExprKind::sum && !result.empty()) {
      result.back().uses.push_back(use);
      continue;
    }
    Member member{{use}, {}};
    for (const model::Variable& binder : quantifier.expr->binders)
      for (const explain::Named& one : step.environment)
        if (one.name == binder.name) member.who.push_back(one.individual);
    result.push_back(std::move(member));
  }
  return result;
}

std::string WhyBuilder::whom(const Step& quantifier, const std::vector<std::string>& names,
                             std::size_t all, bool rest, bool counts) const {
  const auto& binders = quantifier.expr->binders;
  const std::string noun = binders.size() == 1 ? words.words.noun(binders[0].type) : "combination";
  const auto number = static_cast<std::int64_t>(names.size());
  if (options_.full || names.size() <= kNamed) return "for each of " + listed(names);
  if (counts) return fmt::format("for each of {} ({})", counted(number, noun), listed(names));
  if (names.size() == all) return "for each of the " + counted(number, noun);
  if (rest) return fmt::format("for each of the {} other {}", spaced(number), plural(noun));
  return fmt::format("for each of {} ({}, …)", counted(number, noun),
                     fmt::join(names.begin(), names.begin() + kNamed / 2, ", "));
}

std::vector<Node> WhyBuilder::group(const Step& quantifier, const std::vector<const Member*>& alike,
                                    std::size_t count, bool rest, std::size_t level) {
  // Who is also spoken of from outside stands for no other.
  const auto own = std::ranges::find_if(alike, [&](const Member* member) {
    return std::ranges::none_of(quantifier.environment, [&](const auto& one) {
      return std::ranges::find(member->who, one.individual) != member->who.end();
    });
  });
  const Member& first = own == alike.end() ? *alike.front() : **own;
  if (alike.size() == 1 || first.who.empty()) return all(first.uses, level);
  std::vector<std::string> names;
  std::set<std::vector<IndividualId>> named;
  for (const Member* member : alike) {
    if (!named.insert(member->who).second)
      continue;  // they differ in whom the condition does not speak of
    std::vector<std::string> tuple;
    for (IndividualId who : member->who) tuple.push_back(words.words.individual(who));
    names.push_back(tuple.size() == 1 ? tuple[0] : fmt::format("({})", fmt::join(tuple, ", ")));
  }
  if (names.size() == 1) return all(first.uses, level);
  const bool holds = at(first.uses[0]).value != 0;
  const bool counts =
      holds && (quantifier.expr->kind == ExprKind::count || quantifier.expr->kind == ExprKind::sum);
  const std::string phrase = whom(quantifier, names, count, rest, counts);

  const auto around = words.words.called;
  const ModelWords::Phrases called = words.words.bound(*quantifier.expr, {});
  std::size_t place = 0;
  for (const model::Variable& binder : quantifier.expr->binders) {
    const bool free =
        std::ranges::any_of(at(first.uses[0]).environment,
                            [&](const explain::Named& one) { return one.name == binder.name; });
    if (free) words.words.called[first.who[place++]] = called.at(std::string(binder.name));
  }
  among_.emplace_back();
  std::vector<Node> lines = all(first.uses, level);
  among_.pop_back();
  words.words.called = around;

  if (lines.size() == 1) {
    lines[0].sentence = phrase + ": " + lines[0].sentence;
    lines[0].members = std::move(names);
    return lines;
  }
  Node node;
  node.mark = holds ? Node::Mark::holds : Node::Mark::fails;
  node.sentence = phrase;
  node.members = std::move(names);
  node.below = std::move(lines);
  return {node};
}

std::vector<std::vector<const WhyBuilder::Member*>> WhyBuilder::alike(
    const Step& quantifier, const std::vector<Member>& members) {
  std::vector<std::vector<const Member*>> groups;
  std::map<std::vector<std::size_t>, std::size_t> place;
  for (const Member& member : members) {
    Shapes::Exchange exchange;
    for (IndividualId who : member.who)
      exchange.emplace_back(who, -1 - static_cast<std::int64_t>(exchange.size()));
    std::vector<std::size_t> shape;
    for (StepId use : member.uses) shape.push_back(shapes_.of(use, exchange));
    const auto [entry, fresh] = place.emplace(std::move(shape), groups.size());
    if (fresh) groups.emplace_back();
    groups[entry->second].push_back(&member);
  }
  // Who is spoken of besides being a member ("Serbia attacks Serbia") has the shape of the others
  // where it stands in both places.
  const auto same = [&](const Member& outer, const Member& one) {
    const auto is = static_cast<std::int64_t>(model::index(outer.who[0]));
    for (std::size_t i = 0; i < outer.uses.size(); ++i)
      if (shapes_.of(outer.uses[i], {{outer.who[0], is}}) !=
          shapes_.of(one.uses[i], {{one.who[0], is}, {outer.who[0], is}}))
        return false;
    return true;
  };
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Member& alone = *groups[i].front();
    const bool outside = groups[i].size() == 1 && alone.who.size() == 1 &&
                         std::ranges::any_of(quantifier.environment, [&](const auto& one) {
                           return one.individual == alone.who[0];
                         });
    if (!outside) continue;
    for (std::size_t k = 0; k < groups.size(); ++k) {
      const Member& other = *groups[k].front();
      if (k == i || groups[k].size() < 2 || other.uses.size() != alone.uses.size() ||
          !same(alone, other))
        continue;
      groups[k].push_back(&alone);
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i--));
      break;
    }
  }
  // As they are listed in the text.
  for (auto& group : groups) std::ranges::sort(group);
  return groups;
}

std::vector<Node> WhyBuilder::members(const Step& quantifier, std::size_t level) {
  const std::vector<Member> all_members = members_of(quantifier);
  const auto groups = alike(quantifier, all_members);
  // What most have in common comes last, as the rest; what counts comes first.
  std::size_t most = 0;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (groups[i].size() > groups[most].size()) most = i;
  const bool aggregate =
      quantifier.expr->kind == ExprKind::count || quantifier.expr->kind == ExprKind::sum;
  const auto rank = [&](std::size_t i) {
    const bool counts = aggregate && at(groups[i].front()->uses[0]).value != 0;
    if (counts) return 0;
    return groups.size() > 1 && i == most && groups[i].size() > kNamed ? 2 : 1;
  };
  std::vector<Node> result;
  for (int place : {0, 1, 2})
    for (std::size_t i = 0; i < groups.size(); ++i)
      if (rank(i) == place)
        for (Node& node : group(quantifier, groups[i], all_members.size(), place == 2, level))
          result.push_back(std::move(node));
  return result;
}

}  // namespace grotius::cli
