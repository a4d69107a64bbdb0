#include "cli/verify/cases.hpp"

#include <algorithm>
#include <limits>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

using nlohmann::json;

std::string Case::status() const {
  if (holds) return "";
  if (statuses.may == "contested") return "contested";
  if (statuses.must == "obliged") return "obliged";
  return statuses.may;
}

std::string Case::answer() const {
  if (holds) return *holds ? "yes" : "no";
  const std::string reported = status();
  return reported == "obliged" || reported == "permitted" ? "yes"
         : reported == "forbidden"                        ? "no"
                                                          : reported;
}

namespace {

Suppositions read_suppositions(const World& world, const json& from) {
  Suppositions result;
  for (const json& one : from) {
    const std::string text = text_member(one, "atom");
    const Atom atom = read_atom(world, text);
    const Choices choices = world.scene.choices(atom);
    const Value value = read_value(world, member(one, "value"), world.scene.kind(atom).sort);
    if (choices.known()) throw DoesNotFollow{text + " is known, and cannot be supposed"};
    const bool can_be = choices.values.empty()
                            ? value.within({value.sort, choices.low, choices.high})
                            : value.exact() && choices.has(*value.least);
    if (!can_be) throw DoesNotFollow{text + " cannot have the value that is supposed"};
    if (!result.emplace(atom, value).second)
      throw DoesNotFollow{"a case supposes two values of " + text};
  }
  return result;
}

/// What must be shown of a case that is excluded: a constraint that fails for somebody, or a deed
/// that is given as not done.
void check_excluded(const World& world, const Step& root) {
  if (root.rule == Rule::done && truth_of(root.value) == true) {
    const auto& deeds = world.scene.not_done();
    if (std::ranges::find(deeds, Atom{true, root.act.action, root.act.arguments}) != deeds.end())
      return;
  }
  if (root.rule == Rule::expression && root.spot != nullptr && !root.equality &&
      truth_of(root.value) == false)
    for (Index id : world.asked.constraints)
      if (&world.law.constraints[id].item->condition.front() == root.spot->expression) return;
  throw DoesNotFollow{
      "the case is called impossible, and no constraint that binds is shown to fail"};
}

void check_root(const World& world, const std::vector<Step>& steps, const Step& root, Case& one) {
  if (world.question.act) {
    if (root.rule != Rule::status || root.act != *world.question.act ||
        root.under != world.asked.asked)
      throw DoesNotFollow{"the case does not end with the act that is asked about"};
    one.statuses = root.statuses;
    for (const std::string* claimed : {&root.statuses.may, &root.statuses.must, &root.statuses.can})
      if (claimed->empty()) throw DoesNotFollow{"the case leaves open what is asked"};
    for (std::size_t use : root.uses)
      if (steps[use].rule == Rule::stands)
        one.stands[{steps[use].ref, steps[use].act}] = truth_of(steps[use].value) == true;
    return;
  }
  const bool asked = root.rule == Rule::expression && root.spot != nullptr &&
                     root.spot->expression == world.question.expression && !root.equality;
  if (!asked) throw DoesNotFollow{"the case does not end with the expression that is asked about"};
  if (root.speaks_of && *root.speaks_of != world.asked.asked)
    throw DoesNotFollow{"the case speaks of other norms than the question"};
  one.holds = truth_of(root.value);
  if (!one.holds) throw DoesNotFollow{"the case leaves open what is asked"};
}

}  // namespace

Case check_case(const World& world, const json& from) {
  Case one;
  one.supposed = read_suppositions(world, member(from, "supposed"));
  one.excluded = member(from, "excluded").get<bool>();
  const Derivation derivation = read_derivation(world, from);
  one.steps = derivation.steps.size();
  const Rules rules(world, derivation.steps, one.supposed);
  for (std::size_t i = 0; i < derivation.steps.size(); ++i) {
    const std::string at =
        "step " + std::to_string(i) + " (" + text_member(from.at("steps")[i], "rule") + "): ";
    try {
      rules.check(derivation.steps[i]);
    } catch (const DoesNotFollow& refusal) {
      throw DoesNotFollow{at + refusal.why};
    } catch (const CannotCheck& refusal) {
      throw CannotCheck{at + refusal.why};
    }
  }
  const Step& root = derivation.steps[derivation.root];
  if (one.excluded) {
    check_excluded(world, root);
  } else {
    check_root(world, derivation.steps, root, one);
  }
  return one;
}

namespace {

/// Parts of all situations: what the atoms that cases mention can still be.
class Coverage {
 public:
  explicit Coverage(const World& world) : world_(world) {}

  void check(const std::vector<const Case*>& cases, Suppositions part) {
    if (++parts_ > 200'000)
      throw CannotCheck{"there are too many ways in which the unknown facts can be"};
    if (cases.empty())
      throw DoesNotFollow{"no case is there for situations in which " + words(part)};
    const auto narrowed = [&](const Case* one) {
      return std::ranges::all_of(one->supposed, [&](const auto& supposed) {
        return known(part, supposed.first).within(supposed.second);
      });
    };
    if (std::ranges::any_of(cases, narrowed)) return;
    const Atom atom = chosen(cases, part);
    for (const Value& value : parts(atom, cases, part)) {
      Suppositions smaller = part;
      smaller[atom] = value;
      std::vector<const Case*> left;
      for (const Case* one : cases) {
        const auto supposed = one->supposed.find(atom);
        if (supposed == one->supposed.end() || value.within(supposed->second)) left.push_back(one);
      }
      check(left, std::move(smaller));
    }
  }

 private:
  Value known(const Suppositions& part, const Atom& atom) const {
    const auto found = part.find(atom);
    if (found != part.end()) return found->second;
    const Choices choices = world_.scene.choices(atom);
    const Sort sort = world_.scene.kind(atom).sort;
    return choices.values.empty() ? Value{sort, choices.low, choices.high}
                                  : Value{sort, choices.values.front(), choices.values.back()};
  }

  /// The atom that most cases still need.
  Atom chosen(const std::vector<const Case*>& cases, const Suppositions& part) const {
    std::map<Atom, std::size_t> needed;
    for (const Case* one : cases)
      for (const auto& [atom, value] : one->supposed)
        if (!known(part, atom).within(value)) ++needed[atom];
    return std::ranges::max_element(needed, {}, [](const auto& entry) { return entry.second; })
        ->first;
  }

  /// Pieces of what the atom can be, such that each case's supposition holds of all of a piece or
  /// of nothing in it.
  std::vector<Value> parts(const Atom& atom, const std::vector<const Case*>& cases,
                           const Suppositions& part) const {
    const Choices choices = world_.scene.choices(atom);
    const Value whole = known(part, atom);
    std::vector<Value> result;
    if (!choices.values.empty()) {
      for (std::int64_t value : choices.values) result.push_back(Value::exactly(whole.sort, value));
      return result;
    }
    std::set<std::int64_t> begins;
    for (const Case* one : cases) {
      const auto supposed = one->supposed.find(atom);
      if (supposed == one->supposed.end()) continue;
      if (supposed->second.least) begins.insert(*supposed->second.least);
      if (supposed->second.greatest &&
          *supposed->second.greatest < std::numeric_limits<std::int64_t>::max())
        begins.insert(*supposed->second.greatest + 1);
    }
    std::optional<std::int64_t> from = whole.least;
    for (std::int64_t begin : begins) {
      if (!Value::exactly(whole.sort, begin).within(whole) || (from && *from >= begin)) continue;
      result.push_back({whole.sort, from, begin - 1});
      from = begin;
    }
    result.push_back({whole.sort, from, whole.greatest});
    return result;
  }

  std::string words(const Suppositions& part) const {
    std::string text;
    for (const auto& [atom, value] : part) {
      text += (text.empty() ? "" : " and ") + world_.scene.text(atom);
      if (value.sort == Sort::truth) text += value.least == 1 ? " holds" : " does not hold";
      if (value.sort == Sort::individual)
        text += " is " + std::string(world_.law.individuals[static_cast<Index>(*value.least)].name);
      if (value.sort != Sort::number && value.sort != Sort::date) continue;
      const auto written = [&](std::int64_t bound) {
        return value.sort == Sort::date ? to_string(Date{bound}) : std::to_string(bound);
      };
      if (value.least) text += " is at least " + written(*value.least);
      if (value.greatest)
        text += (value.least ? " and at most " : " is at most ") + written(*value.greatest);
    }
    return text;
  }

  const World& world_;
  std::size_t parts_ = 0;
};

}  // namespace

void check_coverage(const World& world, const std::vector<Case>& cases) {
  std::vector<const Case*> all;
  for (const Case& one : cases) all.push_back(&one);
  Coverage(world).check(all, {});
}

}  // namespace grotius::verify
