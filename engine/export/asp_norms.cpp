// Norms: when they apply, what they are about, defeat, and the statuses of acts.

#include <algorithm>

#include <fmt/format.h>

#include "engine/export/asp_writer.hpp"

namespace grotius::exporting {

using model::ActionId;
using model::Modality;
using model::NormId;

bool AspWriter::in_force(const model::Norm& norm) const {
  auto holds = [&](const Interval& interval) {
    return world_.moment.kind == ground::Moment::Kind::on ? interval.holds_on(world_.moment.date)
                                                          : interval.holds_after_all();
  };
  return holds(norm.in_force) && holds(model_[norm.module].in_force);
}

bool AspWriter::is_or_is_below(ActionId special, ActionId general) const {
  return special == general ||
         std::ranges::any_of(model_[special].kinds, [&](const model::Kind& kind) {
           return is_or_is_below(kind.general, general);
         });
}

std::string AspWriter::counts_as(ActionId special, ActionId general) {
  return once(fmt::format("is{}_{}", index(special), index(general)),
              [this, special, general] { write_counts_as(special, general); });
}

// The first arguments are those of the special act, the others those of the general act that it is,
// through any number of steps.
void AspWriter::write_counts_as(ActionId special, ActionId general) {
  const std::string predicate = counts_as(special, general);
  const Variables variables = head(model_[special].roles);
  std::vector<std::string> own = names(variables);
  if (special == general) {
    std::vector<std::string> both = own;
    both.insert(both.end(), own.begin(), own.end());
    return rule(call(predicate, both), domains(variables));
  }
  for (const model::Kind& kind : model_[special].kinds) {
    if (!is_or_is_below(kind.general, general)) continue;
    std::vector<std::string> step, last, both = own;
    for (std::uint32_t role : kind.roles) step.push_back(variables.at(role).name);
    for (std::size_t i = 0; i < model_[general].roles.size(); ++i)
      last.push_back(fmt::format("G{}", i));
    step.insert(step.end(), last.begin(), last.end());
    both.insert(both.end(), last.begin(), last.end());
    Literals body = domains(variables);
    for (const auto& literal : condition(kind.when, variables)) body.push_back(literal);
    body.push_back(call(counts_as(kind.general, general), step));
    rule(call(predicate, both), body);
  }
}

std::string AspWriter::applies(std::size_t set, NormId norm) {
  return once(fmt::format("applies{}_{}", set, index(norm)),
              [this, set, norm] { write_applies(set, norm); });
}

void AspWriter::write_applies(std::size_t set, NormId id) {
  set_ = set;
  const model::Norm& norm = model_[id];
  const std::string predicate = applies(set, id);
  Literals body;
  const Variables variables = head(norm.act, body);
  if (!in_force(norm)) return never(predicate, variables.size());
  for (const auto& literal : domains(variables)) body.push_back(literal);
  for (const auto& literal : condition(norm.when, variables)) body.push_back(literal);
  if (norm.unless)
    for (const auto& literal : denied(*norm.unless, variables)) body.push_back(literal);
  rule(call(predicate, names(variables)), body);
}

std::string AspWriter::status(std::size_t set, ActionId action, std::string_view name) {
  if (name == "done") return done(action);
  once(fmt::format("statuses{}_{}", set, index(action)),
       [this, set, action] { write_statuses(set, action); });
  return fmt::format("{}{}_{}", name, set, index(action));
}

// For each norm that can be about the action: the instances that apply about an act, those that are
// defeated, those that stand.
void AspWriter::write_statuses(std::size_t set, ActionId action) {
  const Variables variables = head(model_[action].roles);
  const std::vector<std::string> act = names(variables);
  const Literals domain = domains(variables);
  auto own = [&](std::string_view name) {
    return call(fmt::format("{}{}_{}", name, set, index(action)), act);
  };
  auto with_general = [&](NormId norm) {
    std::vector<std::string> arguments = act;
    for (std::size_t i = 0; i < model_[model_[norm].act.action].roles.size(); ++i)
      arguments.push_back(fmt::format("G{}", i));
    return arguments;
  };
  auto instance = [&](std::string_view what, NormId norm,
                      const std::vector<std::string>& arguments) {
    return call(fmt::format("{}{}_{}_{}", what, set, index(norm), index(action)), arguments);
  };
  std::vector<NormId> about;
  for (NormId norm : world_.sets[set].set.norms) {
    const ActionId general = model_[norm].act.action;
    if (general == action ||
        (model_[norm].modality != Modality::oblige && is_or_is_below(action, general)))
      about.push_back(norm);
  }
  for (const char* side : {"may", "maynot", "must", "neednot", "exempt_stands", "can", "cannot"})
    never(fmt::format("{}{}_{}", side, set, index(action)), act.size());
  for (NormId norm : about) {
    const std::vector<std::string> arguments = with_general(norm);
    const std::vector<std::string> general(
        arguments.begin() + static_cast<std::ptrdiff_t>(act.size()), arguments.end());
    rule(instance("about", norm, arguments),
         {call(counts_as(action, model_[norm].act.action), arguments),
          call(applies(set, norm), general)});
    never(fmt::format("defeated{}_{}_{}", set, index(norm), index(action)), act.size());
    for (const auto& prevails : world_.sets[set].superiority.superiors[index(norm)]) {
      if (std::ranges::find(about, prevails.superior) == about.end()) continue;
      rule(instance("defeated", norm, act),
           {instance("stands", prevails.superior, with_general(prevails.superior))});
    }
    const std::string stands = instance("stands", norm, arguments);
    rule(stands, {instance("about", norm, arguments), "not " + instance("defeated", norm, act)});
    switch (model_[norm].modality) {
      case Modality::oblige:
        rule(own("must"), {stands});
        [[fallthrough]];
      case Modality::permit:
        rule(own("may"), {stands});
        break;
      case Modality::forbid:
        rule(own("maynot"), {stands});
        rule(own("neednot"), {stands});
        break;
      case Modality::exempt:
        rule(own("exempt_stands"), {stands});
        rule(own("neednot"), {stands});
        break;
      case Modality::empower:
        rule(own("can"), {stands});
        break;
      case Modality::disable:
        rule(own("cannot"), {stands});
        break;
    }
  }
  auto define = [&](std::string_view name, Literals body) {
    body.insert(body.begin(), domain.begin(), domain.end());
    rule(own(name), body);
  };
  define("permitted", {own("may"), "not " + own("maynot")});
  define("forbidden", {own("maynot"), "not " + own("may")});
  define("contested", {own("may"), own("maynot")});
  define("silent", {"not " + own("may"), "not " + own("maynot")});
  define("obliged", {own("must"), "not " + own("neednot")});
  define("must_contested", {own("must"), own("neednot")});
  define("exempted", {own("exempt_stands"), "not " + own("must")});
  define("must_no", {"not " + own("must"), "not " + own("exempt_stands")});
  define("empowered", {own("can"), "not " + own("cannot")});
  define("disabled", {own("cannot"), "not " + own("can")});
  define("can_contested", {own("can"), own("cannot")});
  define("can_no", {"not " + own("can"), "not " + own("cannot")});
  const std::string done_here = call(done(action), act);
  define("fulfilled", {own("obliged"), done_here});
  define("breached", {own("obliged"), "not " + done_here});
  define("breached", {own("forbidden"), done_here});
  define("valid", {own("empowered"), done_here});
}

}  // namespace grotius::exporting
