#include "cli/verify/steps.hpp"

#include <algorithm>
#include <charconv>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

using nlohmann::json;

const json& member(const json& object, const char* name) {
  if (!object.is_object() || !object.contains(name))
    throw CannotCheck{"the certificate has no member `" + std::string(name) +
                      "` where one is needed"};
  return object.at(name);
}

std::string text_member(const json& object, const char* name) {
  const json& text = member(object, name);
  if (!text.is_string()) throw CannotCheck{"the member `" + std::string(name) + "` is no text"};
  return text.get<std::string>();
}

namespace {

Rule rule_of(const std::string& name) {
  static const std::vector<std::string> names = {
      "given",     "presumed", "supposed",  "parameter", "day",     "expression", "definition",
      "unfounded", "done",     "counts_as", "in_force",  "applies", "stands",     "status"};
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) throw CannotCheck{"there is no rule `" + name + "`"};
  return static_cast<Rule>(found - names.begin());
}

std::optional<std::int64_t> read_bound(const World& world, const json& value, Sort& sort) {
  if (value.is_null()) return std::nullopt;
  const Value one = read_value(world, value, std::nullopt);
  sort = one.sort;
  return one.least;
}

std::vector<Index> read_set(const World& world, const json& modules) {
  std::vector<Index> result;
  for (const json& one : modules) {
    const auto found = one.is_string() ? world.law.module(one.get<std::string>()) : std::nullopt;
    if (!found) throw DoesNotFollow{"there is no module " + one.dump()};
    result.push_back(*found);
  }
  std::ranges::sort(result, {}, [&](Index module) { return world.law.modules[module].name; });
  return result;
}

void read_expression(const World& world, const json& from, Step& step) {
  const std::string at = text_member(from, "at"), text = text_member(from, "text");
  if (text.empty()) return;
  step.spot = world.spots.find(at, text);
  if (step.spot == nullptr) throw DoesNotFollow{"no expression `" + text + "` stands at " + at};
  const json& with = member(from, "with");
  if (with.size() != step.spot->free.size())
    throw DoesNotFollow{"it is not said for whom `" + text + "` is claimed"};
  for (const Variable& variable : step.spot->free) {
    const std::string name(variable.name);
    if (!with.contains(name))
      throw DoesNotFollow{"it is not said who `" + name + "` is in `" + text + "`"};
    const Index who = world.scene.individual(text_member(with, name.c_str()));
    if (!world.law.is_below(world.law.individuals[who].type, variable.type))
      throw DoesNotFollow{"`" + name + "` is of another type in `" + text + "`"};
    step.environment.emplace_back(variable.name, who);
  }
}

Statuses read_statuses(const json& from) {
  const auto one = [&](const char* name) {
    return member(from, name).is_null() ? std::string() : text_member(from, name);
  };
  return {one("may"), one("must"), one("can")};
}

void read_subject(const World& world, const json& from, Step& step) {
  switch (step.rule) {
    case Rule::given:
      step.at = text_member(from, "at");
      [[fallthrough]];
    case Rule::presumed:
    case Rule::supposed:
      step.atom = read_atom(world, text_member(from, "atom"));
      break;
    case Rule::parameter:
      step.ref = world.law.qualified(Entity::parameter, text_member(from, "parameter"),
                                     world.question.asking);
      break;
    case Rule::day:
      break;
    case Rule::expression:
      read_expression(world, from, step);
      break;
    case Rule::definition:
      std::tie(step.ref, step.arguments) = read_definition(world, text_member(from, "definition"));
      if (const json& alternative = member(from, "alternative"); !alternative.is_null())
        step.alternative = alternative.get<std::size_t>();
      break;
    case Rule::unfounded:
      for (const json& one : member(from, "together")) {
        const auto text = one.get<std::string>();
        if (text.starts_with("done ")) {
          step.together.push_back(read_atom(world, text));
        } else {
          auto [definition, arguments] = read_definition(world, text);
          step.together.push_back({false, definition, std::move(arguments)});
        }
      }
      break;
    case Rule::done:
      step.act = read_act(world, text_member(from, "act"));
      break;
    case Rule::counts_as:
      step.act = read_act(world, text_member(from, "act"));
      step.other = read_act(world, text_member(from, "as"));
      break;
    case Rule::stands:
      step.other = read_act(world, text_member(from, "about"));
      if (from.contains("defeated")) step.defeated = text_member(from, "defeated");
      [[fallthrough]];
    case Rule::applies:
      step.act = read_act(world, text_member(from, "to"));
      step.under = read_set(world, member(from, "under"));
      [[fallthrough]];
    case Rule::in_force:
      step.ref =
          world.law.qualified(Entity::norm, text_member(from, "norm"), world.question.asking);
      break;
    case Rule::status:
      step.act = read_act(world, text_member(from, "act"));
      step.under = read_set(world, member(from, "under"));
      step.statuses = read_statuses(from);
      if (from.contains("undecided"))
        for (const json& one : from.at("undecided"))
          step.undecided.emplace_back(
              world.law.qualified(Entity::norm, text_member(one, "norm"), world.question.asking),
              read_act(world, text_member(one, "to")));
      break;
  }
}

std::optional<Sort> sort_of(const World& world, const Step& step) {
  switch (step.rule) {
    case Rule::given:
    case Rule::presumed:
    case Rule::supposed:
      return world.scene.kind(step.atom).sort;
    case Rule::parameter:
      return world.law.parameters[step.ref].kind.sort;
    case Rule::day:
      return Sort::date;
    case Rule::definition:
      return world.law.definitions[step.ref].kind.sort;
    case Rule::expression:
      return std::nullopt;
    default:
      return Sort::truth;
  }
}

Step read_step(const World& world, const json& from, std::size_t place, std::size_t steps) {
  Step step;
  step.rule = rule_of(text_member(from, "rule"));
  for (const json& use : member(from, "uses")) {
    if (!use.is_number_unsigned() || use.get<std::size_t>() >= steps)
      throw DoesNotFollow{"it uses a step that is not there"};
    step.uses.push_back(use.get<std::size_t>());
    if (step.rule != Rule::unfounded && step.uses.back() >= place)
      throw DoesNotFollow{"it uses a step that is not before it"};
  }
  read_subject(world, from, step);
  if (step.rule != Rule::status)
    step.value = read_value(world, member(from, "value"), sort_of(world, step));
  return step;
}

// `x != y` is two steps of one place: that `x = y`, or not, and, resting on it, the other.
void tell_equalities(std::vector<Step>& steps) {
  for (Step& step : steps) {
    const auto* binary =
        step.spot == nullptr ? nullptr : std::get_if<syntax::Binary>(&step.spot->expression->node);
    if (binary == nullptr || binary->op != syntax::BinaryOperator::not_equal) continue;
    step.equality = std::ranges::none_of(
        step.uses, [&](std::size_t use) { return steps[use].spot == step.spot; });
  }
}

// A claim that rests on an operator without `under` speaks of one norm set, and so does what rests
// on it, up to a norm or an operator.
void tell_sets(std::vector<Step>& steps) {
  for (bool changed = true; changed;) {
    changed = false;
    for (Step& step : steps) {
      const auto* deontic = step.spot == nullptr
                                ? nullptr
                                : std::get_if<syntax::Deontic>(&step.spot->expression->node);
      for (std::size_t use : step.uses) {
        const Step& used = steps[use];
        const bool own = deontic != nullptr && !deontic->under && used.rule == Rule::status;
        const std::optional<std::vector<Index>> set =
            own ? std::optional(used.under) : used.speaks_of;
        if (!set) continue;
        const bool norm =
            step.rule == Rule::applies || step.rule == Rule::stands || step.rule == Rule::status;
        if (norm ? *set != step.under : step.speaks_of && step.speaks_of != set)
          throw DoesNotFollow{"a step mixes two norm sets"};
        if (norm || step.speaks_of) continue;
        step.speaks_of = set;
        changed = true;
      }
    }
  }
}

}  // namespace

Value read_value(const World& world, const json& from, std::optional<Sort> expected) {
  const auto checked = [&](Value value) {
    if (expected && value.sort != *expected)
      throw DoesNotFollow{"the value " + from.dump() + " is of the wrong kind"};
    return value;
  };
  if (from.is_boolean()) return checked(Value::truth(from.get<bool>()));
  if (from.is_number_integer())
    return checked(Value::exactly(Sort::number, from.get<std::int64_t>()));
  if (from.is_object()) {
    Sort sort = expected.value_or(Sort::number);
    const auto least = read_bound(world, member(from, "from"), sort);
    const auto greatest = read_bound(world, member(from, "to"), sort);
    if (sort != Sort::number && sort != Sort::date)
      throw DoesNotFollow{"only numbers and dates have ranges"};
    if (least && greatest && *greatest < *least)
      throw DoesNotFollow{"the range " + from.dump() + " is empty"};
    return checked({sort, least, greatest});
  }
  if (!from.is_string())
    throw CannotCheck{"the value " + from.dump() + " is of no form that is known here"};
  const auto text = from.get<std::string>();
  if (const auto date = parse_date(text)) return checked(Value::exactly(Sort::date, date->day));
  if (text.starts_with("day ")) {  // a date outside the years 1 to 9999
    std::int64_t day = 0;
    const auto [end, error] = std::from_chars(text.data() + 4, text.data() + text.size(), day);
    if (error != std::errc() || end != text.data() + text.size())
      throw DoesNotFollow{"`" + text + "` is no date"};
    return checked(Value::exactly(Sort::date, day));
  }
  return checked(Value::exactly(Sort::individual, world.scene.individual(text)));
}

Derivation read_derivation(const World& world, const json& from) {
  Derivation result;
  const json& steps = member(from, "steps");
  if (!steps.is_array() || steps.empty()) throw CannotCheck{"a case has no steps"};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    try {
      result.steps.push_back(read_step(world, steps[i], i, steps.size()));
    } catch (const DoesNotFollow& refusal) {
      throw DoesNotFollow{"step " + std::to_string(i) + ": " + refusal.why};
    }
  }
  tell_equalities(result.steps);
  tell_sets(result.steps);
  const json& root = member(from, "root");
  if (!root.is_number_unsigned() || root.get<std::size_t>() >= steps.size())
    throw DoesNotFollow{"the root is no step"};
  result.root = root.get<std::size_t>();
  return result;
}

}  // namespace grotius::verify
