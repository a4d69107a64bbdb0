#include "engine/explore/timeline_days.hpp"

#include <algorithm>

#include "engine/explore/breakpoints.hpp"

namespace grotius::explore {

using ground::Input;
using ground::NodeId;

namespace {

std::vector<NodeId> roots_of(const ground::ActStatus& status) {
  return {status.permitted, status.forbidden, status.contested, status.silent, status.merely_permitted, status.obliged};
}

/// The beginnings and ends of what holds for a time, without those at the edges.
class Edges {
 public:
  Edges(Date first, Date last) : first_(first), last_(last) {}
  std::set<Date> days;

  void add(const Interval& interval) {
    add(interval.from);
    add(interval.until);
  }

 private:
  void add(const std::optional<Date>& day) {
    if (day && first_ < *day && *day <= last_) days.insert(*day);
  }

  Date first_, last_;
};

}  // namespace

Reach reach(const ground::World& world, const model::Model& model, const model::Question& question) {
  ground::World any = world;
  any.model = &model;
  any.moment.kind = ground::Moment::Kind::any;
  ground::Grounder grounder(any);
  Reach reach;
  if (const auto* act = std::get_if<model::Act>(&question.asked)) {
    reach.truths = roots_of(grounder.statuses(0, *act));
  } else {
    reach.truths = {grounder.condition(std::get<model::Expr>(question.asked))};
  }
  for (NodeId constraint : grounder.constraints()) reach.truths.push_back(constraint);
  for (const model::Entry& entry : model[question.situation].entries)
    if (entry.atom.deed && entry.values == std::vector<std::int64_t>{0})
      reach.truths.push_back(grounder.done({model::id_of<model::ActionId>(entry.atom.ref), entry.atom.arguments}));
  reach.program = grounder.take();
  for (std::size_t i = 0; i < reach.program.inputs.size(); ++i) {
    const Input& input = reach.program.inputs[i];
    if (input.kind == Input::Kind::today) reach.today = static_cast<ground::InputId>(i);
    const bool deed = input.kind == Input::Kind::deed;
    if (deed || input.kind == Input::Kind::fact) reach.atoms.insert({deed, input.ref, input.arguments});
  }
  return reach;
}

std::set<Date> days_of_norms(const ground::World& world, Date first, Date last) {
  const model::Model& model = *world.model;
  Edges edges(first, last);
  for (const ground::RankedSet& set : world.sets)
    for (model::NormId norm : set.set.norms) {
      edges.add(model[norm].in_force);
      edges.add(model[model[norm].module].in_force);
    }
  return edges.days;
}

std::set<Date> turning_days(const ground::World& world, const Reach& reach, const model::Question& question, bool open, Date first, Date last,
                            std::string& reason) {
  const model::Model& model = *world.model;
  const model::Situation& situation = model[question.situation];
  Edges edges(first, last);
  for (const model::Entry& entry : situation.entries)
    if (reach.atoms.contains(entry.atom)) edges.add(entry.period);
  std::set<Date> days = edges.days;
  if (!reach.today) return days;
  std::vector<Date> begins = {first};
  begins.insert(begins.end(), edges.days.begin(), edges.days.end());
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const Date end = i + 1 < begins.size() ? Date{begins[i + 1].day - 1} : last;
    ground::World on = world;
    on.moment = {ground::Moment::Kind::on, begins[i]};
    ground::Knowledge knowledge = ground::Snapshot(on, situation, open).knowledge(reach.program);
    knowledge[ground::index(*reach.today)] = {{}, begins[i].day, end.day};
    if (begins[i] == end) continue;
    const Breakpoints found =
        breakpoints(reach.program, knowledge, ground::certain(reach.program, knowledge), *reach.today, reach.truths);
    for (std::int64_t start : found.starts) days.insert(Date{start});
    if (reason.empty()) reason = found.reason;
  }
  return days;
}

}  // namespace grotius::explore
