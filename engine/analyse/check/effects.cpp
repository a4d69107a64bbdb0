#include "engine/analyse/check/effects.hpp"

#include <algorithm>

namespace grotius::analyse {

using ground::Instance;
using ground::NodeId;
using model::Modality;
using model::NormId;

Effects::Effects(Symbolic& symbolic, const ground::ActStatus& status)
    : symbolic_(symbolic), status_(status), inferiors_(status.instances.size()) {
  auto& grounder = symbolic.grounder();
  std::vector<NodeId> obliging;
  for (std::uint32_t i = 0; i < status.instances.size(); ++i) {
    const Instance& instance = status.instances[i];
    of_norm_[instance.norm].push_back(i);
    for (const auto& defeater : instance.superiors) inferiors_[defeater.instance].push_back(i);
    silent_.push_back(grounder.negation(instance.stands));
    const auto join = [&](std::initializer_list<Group> all) {
      for (Group group : all) members_[group].push_back(i);
    };
    switch (symbolic.model()[instance.norm].modality) {
      case Modality::permit:
        join({may});
        break;
      case Modality::oblige:
        join({may, must});
        obliging.push_back(instance.stands);
        break;
      case Modality::forbid:
        join({may_not, need_not});
        break;
      case Modality::exempt:
        join({need_not, exempt});
        break;
      case Modality::empower:
        join({can});
        break;
      case Modality::disable:
        join({cannot});
        break;
    }
  }
  must_ = grounder.disjunction(std::move(obliging));
  exists_ = grounder.exist(status.act.arguments);
}

const Effects::Instances& Effects::of(NormId norm) const {
  static const Instances none;
  const auto found = of_norm_.find(norm);
  return found == of_norm_.end() ? none : found->second;
}

std::vector<Case> Effects::without(NormId norm) {
  Change change;
  change.gone = norm;
  return cases(change, of(norm));
}

std::vector<Case> Effects::under(const std::map<NormId, std::vector<NormId>>& superiors) {
  Change change;
  change.superiors = &superiors;
  Instances from;
  for (const auto& [norm, above] : superiors) from.insert(from.end(), of(norm).begin(), of(norm).end());
  return cases(change, std::move(from));
}

/// Whether the instance stands after the change. Its depth is that of the superiority, which the grounder has bounded.
NodeId Effects::stands(Change& change, std::uint32_t number) {
  const auto known = change.stands.find(number);
  if (known == change.stands.end()) return status_.instances[number].stands;
  if (known->second) return *known->second;
  auto& grounder = symbolic_.grounder();
  const Instance& instance = status_.instances[number];
  NodeId result{};
  if (change.gone == instance.norm) {
    result = grounder.disjunction({});
  } else {
    std::vector<NodeId> defeating;
    if (change.superiors != nullptr && change.superiors->contains(instance.norm)) {
      for (NormId superior : change.superiors->at(instance.norm))
        for (std::uint32_t defeater : of(superior)) defeating.push_back(stands(change, defeater));
    } else {
      for (const auto& defeater : instance.superiors) defeating.push_back(stands(change, defeater.instance));
    }
    result = grounder.conjunction({instance.applies, grounder.negation(grounder.disjunction(std::move(defeating)))});
  }
  change.stands[number] = result;
  return result;
}

// Those given may stand otherwise, and all that they may defeat, directly or not.
std::vector<Case> Effects::cases(Change& change, Instances from) {
  while (!from.empty()) {
    const std::uint32_t instance = from.back();
    from.pop_back();
    if (!change.stands.emplace(instance, std::nullopt).second) continue;
    from.insert(from.end(), inferiors_[instance].begin(), inferiors_[instance].end());
  }
  Changed changed;
  for (auto& [instance, node] : change.stands)
    if (const NodeId now = stands(change, instance); now != status_.instances[instance].stands) changed[instance] = now;
  std::vector<Case> result;
  for (int group = may; group < groups; ++group) add(result, static_cast<Group>(group), changed);
  return result;
}

// Of the norms for something some stood and none does, or the reverse. Whether one need not do something matters where one must, an
// exemption where one need not; where that changes too, it is a difference already.
void Effects::add(std::vector<Case>& cases, Group group, const Changed& changed) {
  auto& grounder = symbolic_.grounder();
  std::vector<NodeId> silent, before, after;
  for (std::uint32_t member : members_[group]) {
    const auto found = changed.find(member);
    if (found == changed.end()) {
      silent.push_back(silent_[member]);
    } else {
      before.push_back(status_.instances[member].stands);
      after.push_back(found->second);
    }
  }
  if (before.empty()) return;
  if (group == need_not) silent.push_back(must_);
  if (group == exempt) silent.push_back(grounder.negation(must_));
  silent.push_back(exists_);
  const auto only = [&](const std::vector<NodeId>& some, const std::vector<NodeId>& none) {
    for (NodeId stands : some) {
      Case together = {stands};
      for (NodeId other : none) together.push_back(grounder.negation(other));
      together.insert(together.end(), silent.begin(), silent.end());
      add(cases, std::move(together));
    }
  };
  only(before, after);
  only(after, before);
}

void Effects::add(std::vector<Case>& cases, Case together) const {
  const auto& program = symbolic_.program();
  if (std::ranges::any_of(together, [&](NodeId node) { return program.is_constant(node, false); })) return;
  std::erase_if(together, [&](NodeId node) { return program.is_constant(node, true); });
  cases.push_back(std::move(together));
}

}  // namespace grotius::analyse
