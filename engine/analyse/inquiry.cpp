#include "engine/analyse/inquiry.hpp"

#include <algorithm>
#include <set>

#include "engine/analyse/codes.hpp"
#include "engine/ground/print.hpp"

namespace grotius::analyse {

using ground::InputId;
using ground::NodeId;
using ground::NodeKind;

namespace {

/// Collects the unknown inputs that undecided nodes rest on.
class Cone {
 public:
  explicit Cone(const Inquiry& inquiry)
      : inquiry_(inquiry), bodies_(inquiry.program.recursive_members) {
    for (const auto& fixpoint : inquiry.program.fixpoints)
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
        bodies_[inquiry.program[fixpoint.members[i]].ref] = fixpoint.bodies[i];
  }

  std::set<InputId> of(std::vector<NodeId> pending) const {
    std::set<InputId> inputs;
    std::set<NodeId> seen;
    while (!pending.empty()) {
      const NodeId id = pending.back();
      pending.pop_back();
      if (inquiry_.certain.of[ground::index(id)].decided() || !seen.insert(id).second) continue;
      const auto& node = inquiry_.program[id];
      if (node.kind == NodeKind::input || node.kind == NodeKind::input_is ||
          node.kind == NodeKind::input_number)
        inputs.insert(static_cast<InputId>(node.ref));
      if (node.kind == NodeKind::recursive) pending.push_back(bodies_[node.ref]);
      for (NodeId operand : inquiry_.program.operands_of(node)) pending.push_back(operand);
    }
    return inputs;
  }

 private:
  const Inquiry& inquiry_;
  std::vector<NodeId> bodies_;
};

std::vector<InputId> by_name(const Inquiry& inquiry, const std::set<InputId>& inputs) {
  std::vector<std::pair<std::string, InputId>> named;
  for (InputId input : inputs)
    named.emplace_back(print(inquiry.world, inquiry.program[input]), input);
  std::ranges::sort(named);
  std::vector<InputId> sorted;
  for (const auto& [name, input] : named) sorted.push_back(input);
  return sorted;
}

// The inputs of the answer, and those that a requirement ties to them; a requirement that shares
// none with the answer stands apart.
void find_open_inputs(Inquiry& inquiry) {
  const Cone cone(inquiry);
  std::set<InputId> open = cone.of(inquiry.roots);
  std::vector<std::set<InputId>> apart;
  for (const Requirement& requirement : inquiry.requirements)
    if (auto inputs = cone.of({requirement.node}); !inputs.empty())
      apart.push_back(std::move(inputs));
  for (bool changed = true; changed;) {
    changed = false;
    std::erase_if(apart, [&](const std::set<InputId>& inputs) {
      if (std::ranges::none_of(inputs, [&](InputId input) { return open.contains(input); }))
        return false;
      open.insert(inputs.begin(), inputs.end());
      return changed = true;
    });
  }
  std::set<InputId> others;
  for (const auto& inputs : apart) others.insert(inputs.begin(), inputs.end());
  inquiry.open = by_name(inquiry, open);
  inquiry.open_apart = by_name(inquiry, others);
}

std::vector<NodeId> roots_of(const ground::ActStatus& status) {
  std::vector<NodeId> roots = {status.permitted,      status.forbidden,        status.contested,
                               status.silent,         status.merely_permitted, status.obliged,
                               status.must_contested, status.exempt,           status.must_no,
                               status.empowered,      status.disabled,         status.can_contested,
                               status.can_no};
  for (const ground::Instance& instance : status.instances) {
    roots.push_back(instance.applies);
    roots.push_back(instance.stands);
  }
  return roots;
}

}  // namespace

std::vector<NodeId> Inquiry::required() const {
  std::vector<NodeId> nodes;
  for (const Requirement& requirement : requirements) nodes.push_back(requirement.node);
  return nodes;
}

bool ground_question(Inquiry& inquiry, const model::Question& question, bool open,
                     Diagnostics& diagnostics) {
  const model::Model& model = *inquiry.world.model;
  inquiry.question = &question;
  inquiry.snapshot.emplace(inquiry.world, model[question.situation], open);
  ground::Grounder grounder(inquiry.world);
  if (const auto* act = std::get_if<model::Act>(&question.asked)) {
    inquiry.status = grounder.statuses(0, *act);
    inquiry.roots = roots_of(*inquiry.status);
  } else {
    inquiry.condition = grounder.condition(std::get<model::Expr>(question.asked));
    inquiry.negated_condition = grounder.negation(*inquiry.condition);
    inquiry.roots = {*inquiry.condition, inquiry.negated_condition};
  }
  for (model::ConstraintId constraint : inquiry.world.sets[0].set.constraints)
    inquiry.requirements.push_back({grounder.constraint(constraint), constraint, nullptr});
  // A negation is built over the derived deed, so that attribution and kinds count.
  for (const model::Entry* entry : inquiry.snapshot->not_done()) {
    const model::Act act{model::id_of<model::ActionId>(entry->atom.ref), entry->atom.arguments};
    inquiry.requirements.push_back({grounder.negation(grounder.done(act)), std::nullopt, entry});
  }
  if (const auto place = grounder.today_without_date()) {
    Diagnostic& error = diagnostics.error(
        codes::today_without_date, question.span,
        "this question rests on `today`, but neither it nor its situation has a date");
    error.help = "add `on DATE` to the question or to the situation";
    error.related.push_back({*place, "`today` is asked for here"});
    return false;
  }
  inquiry.alternatives = grounder.alternatives();
  inquiry.statuses = grounder.all_statuses();
  inquiry.done.resize(grounder.program().inputs.size());
  for (std::size_t i = 0; i < inquiry.done.size(); ++i) {
    const ground::Input input = grounder.program().inputs[i];
    if (input.kind == ground::Input::Kind::deed)
      inquiry.done[i] =
          grounder.done({model::id_of<model::ActionId>(input.ref), input.arguments});
  }
  inquiry.program = grounder.take();
  know(inquiry, inquiry.snapshot->knowledge(inquiry.program));
  return true;
}

void know(Inquiry& inquiry, ground::Knowledge knowledge) {
  inquiry.knowledge = std::move(knowledge);
  inquiry.certain = certain(inquiry.program, inquiry.knowledge);
  find_open_inputs(inquiry);
}

std::vector<std::vector<solve::Claim>> withdraw_knowledge(Inquiry& inquiry) {
  std::vector<std::vector<solve::Claim>> known;
  for (std::size_t i = 0; i < inquiry.knowledge.size(); ++i) {
    ground::Domain& domain = inquiry.knowledge[i];
    const model::ValueKind& kind = inquiry.program.inputs[i].value;
    if (!domain.values.empty()) {
      auto& any_of = known.emplace_back();
      for (std::int64_t value : domain.values)
        any_of.push_back(solve::input_is(static_cast<InputId>(i), value));
    }
    domain = ground::every_value(*inquiry.world.model, kind);
  }
  inquiry.certain = certain(inquiry.program, inquiry.knowledge);
  return known;
}

}  // namespace grotius::analyse
