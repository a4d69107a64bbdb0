#include "cli/verify/claims.hpp"

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

template <class Key, class Value>
void put(std::map<Key, Value>& claims, const Key& key, const Value& value) {
  const auto [place, is_new] = claims.emplace(key, value);
  if (!is_new && !(place->second == value))
    throw DoesNotFollow{"two steps that it uses contradict each other"};
}

template <class Key, class Value>
std::optional<Value> get(const std::map<Key, Value>& claims, const Key& key) {
  const auto found = claims.find(key);
  return found == claims.end() ? std::nullopt : std::optional(found->second);
}

bool holds(const Step& step) { return truth_of(step.value) == true; }

}  // namespace

Claims::Claims(const World& world, const std::vector<Step>& steps, const Step& step)
    : world_(world), step_(step) {
  for (std::size_t use : step.uses) add(steps[use]);
}

void Claims::add(const Step& step) {
  switch (step.rule) {
    case Rule::given:
    case Rule::presumed:
    case Rule::supposed:
      return put(atoms_, step.atom, *step.value);
    case Rule::parameter:
      return put(parameters_, step.ref, *step.value);
    case Rule::day:
      today_ = step.value;
      return;
    case Rule::expression:
      return add_expression(step);
    case Rule::definition:
      return put(definitions_, {step.ref, step.arguments}, *step.value);
    case Rule::unfounded:
      for (const Atom& one : step.together) {
        if (one.deed) put(done_, Act{one.ref, one.arguments}, false);
        if (!one.deed) put(definitions_, {one.ref, one.arguments}, Value::truth(false));
      }
      return;
    case Rule::done:
      return put(done_, step.act, holds(step));
    case Rule::counts_as:
      return put(counts_as_, {step.act, step.other}, holds(step));
    case Rule::in_force:
      return put(in_force_, step.ref, holds(step));
    case Rule::applies:
      return put(applies_, std::tuple(step.ref, step.act, step.under), holds(step));
    case Rule::stands:
      return put(stands_, std::tuple(step.ref, step.act, step.other, step.under), holds(step));
    case Rule::status: {
      Statuses& known = statuses_[{step.act, step.under}];
      for (std::string Statuses::*question : {&Statuses::may, &Statuses::must, &Statuses::can}) {
        const std::string &claimed = step.statuses.*question, &before = known.*question;
        if (!claimed.empty() && !before.empty() && claimed != before)
          throw DoesNotFollow{"two steps that it uses contradict each other"};
        if (!claimed.empty()) known.*question = claimed;
      }
      return;
    }
  }
}

void Claims::add_expression(const Step& step) {
  if (step.spot == nullptr) return;
  Tuple who;
  for (const auto& [name, individual] : step.environment) who.push_back(individual);
  const At place{step.spot->expression, who};
  if (step.equality) return put(equalities_, place, holds(step));
  put(expressions_, place, *step.value);
}

std::optional<Claims::At> Claims::at(const syntax::Expression& expression,
                                     const Environment& environment) const {
  const Spot* spot = world_.spots.of(expression);
  if (spot == nullptr) return std::nullopt;
  At result{&expression, {}};
  for (const Variable& variable : spot->free) {
    for (auto bound = environment.rbegin(); bound != environment.rend(); ++bound) {
      if (bound->first != variable.name) continue;
      result.second.push_back(bound->second);
      break;
    }
  }
  return result;
}

std::optional<Value> Claims::expression(const syntax::Expression& expression,
                                        const Environment& environment) {
  const auto place = at(expression, environment);
  if (!place) return std::nullopt;
  if (auto known = get(expressions_, *place)) return known;
  return std::nullopt;
}

std::optional<bool> Claims::equality(const syntax::Expression& expression,
                                     const Environment& environment) {
  const auto place = at(expression, environment);
  return place ? get(equalities_, *place) : std::nullopt;
}

std::optional<Value> Claims::atom(const Atom& atom) { return get(atoms_, atom); }
std::optional<Value> Claims::definition(Index definition, const Tuple& arguments) {
  return get(definitions_, {definition, arguments});
}
std::optional<bool> Claims::done(const Act& act) { return get(done_, act); }
std::optional<Value> Claims::parameter(Index parameter) { return get(parameters_, parameter); }
std::optional<Value> Claims::today() { return today_; }

std::optional<Statuses> Claims::status(const Act& act, std::optional<Index> under) {
  if (under) return get(statuses_, {act, {*under}});
  return step_.speaks_of ? get(statuses_, {act, *step_.speaks_of}) : std::nullopt;
}

std::optional<bool> Claims::in_force(Index norm) const { return get(in_force_, norm); }
std::optional<bool> Claims::counts_as(const Act& act, const Act& general) const {
  return get(counts_as_, {act, general});
}
std::optional<bool> Claims::applies(Index norm, const Act& own,
                                    const std::vector<Index>& under) const {
  return get(applies_, std::tuple(norm, own, under));
}
std::optional<bool> Claims::stands(Index norm, const Act& own, const Act& about,
                                   const std::vector<Index>& under) const {
  return get(stands_, std::tuple(norm, own, about, under));
}

}  // namespace grotius::verify
