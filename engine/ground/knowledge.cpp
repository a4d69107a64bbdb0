#include "engine/ground/knowledge.hpp"

#include <algorithm>

namespace grotius::ground {

Domain every_value(const model::Model& model, const model::ValueKind& kind) {
  switch (kind.sort.kind) {
    case model::Sort::Kind::boolean:
      return {{0, 1}, {}, {}};
    case model::Sort::Kind::individual: {
      Domain domain;
      for (model::IndividualId member : model[kind.sort.type].members)
        domain.values.push_back(static_cast<std::int64_t>(index(member)));
      std::ranges::sort(domain.values);
      return domain;
    }
    case model::Sort::Kind::date:
      return {{}, date_of(1, 1, 1)->day, date_of(9999, 12, 31)->day};
    case model::Sort::Kind::integer:
      break;
  }
  if (kind.low && kind.high && *kind.low == *kind.high) return {{*kind.low}, {}, {}};
  return {{}, kind.low, kind.high};
}

Snapshot::Snapshot(const World& world, const model::Situation& situation, bool open)
    : world_(&world), open_(open) {
  for (const model::Entry& entry : situation.entries) {
    const bool holds = world.moment.kind == Moment::Kind::on
                           ? entry.period.holds_on(world.moment.date)
                           : entry.period.holds_after_all();
    if (!holds) continue;
    entries_.push_back(&entry);
    if (entry.atom.deed && entry.values == std::vector<std::int64_t>{0})
      not_done_.push_back(&entry);
  }
}

const model::Entry* Snapshot::entry(const model::Atom& atom) const {
  const auto found = std::ranges::lower_bound(
      entries_, atom, {},
      [](const model::Entry* entry) -> const model::Atom& { return entry->atom; });
  return found != entries_.end() && (*found)->atom == atom ? *found : nullptr;
}

Domain Snapshot::domain(const Input& input) const {
  const model::Model& model = *world_->model;
  const bool deed = input.kind == Input::Kind::deed;
  if (!deed && input.kind != Input::Kind::fact) return every_value(model, input.value);

  if (const model::Entry* line = entry({deed, input.ref, input.arguments})) {
    if (line->values.empty()) return every_value(model, input.value);
    Domain domain{line->values, {}, {}};
    std::ranges::sort(domain.values);
    domain.values.erase(std::unique(domain.values.begin(), domain.values.end()),
                        domain.values.end());
    return domain;
  }
  std::optional<std::int64_t> presumed;
  if (deed) {
    if (!model.actions[input.ref].done_presumed_unknown) presumed = 0;
  } else {
    presumed = model.facts[input.ref].presumed;
  }
  const bool withdrawn = open_ && input.value.sort.kind == model::Sort::Kind::boolean;
  if (presumed && !withdrawn) return {{*presumed}, {}, {}};
  return every_value(model, input.value);
}

Knowledge Snapshot::knowledge(const Program& program) const {
  Knowledge knowledge;
  knowledge.reserve(program.inputs.size());
  for (const Input& input : program.inputs) knowledge.push_back(domain(input));
  return knowledge;
}

}  // namespace grotius::ground
