// What the cases come to together: the answer, the status, the three questions, what is possible,
// which norms stand.

#include <algorithm>
#include <limits>

#include "cli/verify/cases.hpp"
#include "cli/verify/refusal.hpp"

namespace grotius::verify {

using nlohmann::json;

namespace {

/// `not unable(serbia)`, `done protect(a, b)`, `deaths(p) = 5000`, as witnesses are written: names
/// without their module.
std::pair<Atom, Value> read_fact(const World& world, std::string text) {
  bool holds = true;
  const std::string whole = text;
  const auto take = [&](std::string_view word) {
    if (!text.starts_with(word)) return false;
    text = text.substr(word.size());
    return true;
  };
  if (take("not ")) holds = false;
  const bool deed = take("done ");
  std::string value;
  if (const std::size_t equals = text.find(" = "); equals != std::string::npos) {
    value = text.substr(equals + 3);
    text = text.substr(0, equals);
  }
  const std::size_t open = text.find('(');
  if (open == std::string::npos || text.back() != ')')
    throw CannotCheck{"the witness `" + whole + "` is not of a fact or deed"};
  const std::string_view name = std::string_view(text).substr(0, open);
  Atom atom{deed, 0, {}};
  std::vector<Index> meant;
  const std::string inside = text.substr(open + 1, text.size() - open - 2);
  for (std::size_t begin = 0; !inside.empty() && begin <= inside.size();) {
    std::size_t end = inside.find(", ", begin);
    if (end == std::string::npos) end = inside.size();
    atom.arguments.push_back(world.scene.individual(inside.substr(begin, end - begin)));
    begin = end + 2;
  }
  const auto fits = [&](const std::vector<Variable>& variables) {
    bool good = variables.size() == atom.arguments.size();
    for (std::size_t i = 0; good && i < variables.size(); ++i)
      good = world.law.is_below(world.law.individuals[atom.arguments[i]].type, variables[i].type);
    return good;
  };
  for (Index i = 0; i < (deed ? world.law.actions.size() : world.law.facts.size()); ++i)
    if (deed ? world.law.actions[i].item->name.text == name && fits(world.law.actions[i].roles)
             : world.law.facts[i].item->name.text == name && fits(world.law.facts[i].parameters)) {
      atom.ref = i;
      if (!world.scene.choices(atom).known()) meant.push_back(i);
    }
  if (meant.empty()) throw DoesNotFollow{"the witness `" + whole + "` speaks of nothing unknown"};
  if (meant.size() > 1) throw CannotCheck{"the witness `" + whole + "` could mean several facts"};
  atom.ref = meant.front();
  const Sort sort = world.scene.kind(atom).sort;
  if (sort == Sort::truth) return {atom, Value::truth(holds)};
  if (sort == Sort::individual) return {atom, Value::exactly(sort, world.scene.individual(value))};
  const auto date = parse_date(value);
  if ((sort == Sort::date) != date.has_value())
    throw CannotCheck{"the witness `" + whole + "` has no value that is known here"};
  try {
    return {atom, Value::exactly(sort, date ? date->day : std::stoll(value))};
  } catch (const std::exception&) {
    throw CannotCheck{"the witness `" + whole + "` has no value that is known here"};
  }
}

/// The facts and deeds of a witness. What it says of open parameters is left aside: the cases hold
/// for all their values.
Suppositions read_witness(const World& world, const json& lines) {
  Suppositions result;
  for (const json& line : lines) {
    const auto text = line.get<std::string>();
    const bool of_parameter = std::ranges::any_of(world.question.with, [&](const auto& set) {
      return !set.second &&
             text.starts_with(std::string(world.law.parameters[set.first].item->name.text) + " = ");
    });
    if (!of_parameter) result.insert(read_fact(world, text));
  }
  return result;
}

class Head {
 public:
  Head(const World& world, const std::vector<Case>& cases, const json& head)
      : world_(world), cases_(cases), head_(head), completions_(world), exists_(cases.size()) {}

  void check(bool exhaustive) {
    possible();
    if (exhaustive) {
      nothing_else();
      if (world_.question.act) {
        common("must", [](const Case& one) { return one.statuses.must; });
        common("can", [](const Case& one) { return one.statuses.can; });
        norms();
      }
    }
    summary();
  }

 private:
  /// Whether the case has a completion at all; found once.
  Truth exists(std::size_t i) {
    if (!exists_[i]) exists_[i] = completions_.exist(cases_[i].supposed);
    return *exists_[i];
  }

  /// Each possible answer has a completion, in a case that comes to it.
  void possible() {
    for (const json& one : member(head_, "possible")) {
      const std::string answer = text_member(one, "answer"),
                        status = world_.question.act ? text_member(one, "status") : "";
      const Suppositions witness = read_witness(world_, member(one, "witness"));
      bool told = true, found = false;
      for (const Case& of : cases_) {
        if (found || of.excluded || of.answer() != answer || of.status() != status) continue;
        const auto together = both_hold(of.supposed, witness);
        const Truth complete = together ? completions_.exist(*together) : Truth(false);
        if (complete == true) found = true;
        if (!complete) told = false;
      }
      if (!found && !told)
        throw CannotCheck{"whether a completion makes the answer " + name(status, answer) +
                          " is beyond what this checker tries"};
      if (!found)
        throw DoesNotFollow{"the witness for the answer " + name(status, answer) +
                            " belongs to no case that comes to it, or breaks a constraint"};
      if (!possible_.emplace(status, answer).second)
        throw DoesNotFollow{"a possible answer is listed twice"};
    }
    if (possible_.empty()) throw DoesNotFollow{"no answer is possible"};
  }

  static std::string name(const std::string& status, const std::string& answer) {
    return status.empty() ? answer : status;
  }

  std::optional<Suppositions> both_hold(const Suppositions& supposed,
                                        const Suppositions& witness) const {
    Suppositions result = supposed;
    for (const auto& [atom, value] : witness) {
      const auto known = supposed.find(atom);
      if (known != supposed.end() && !value.within(known->second)) return std::nullopt;
      result[atom] = value;
    }
    return result;
  }

  /// A case that comes to something that is not possible has no completion.
  void nothing_else() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& one = cases_[i];
      if (one.excluded || possible_.contains({one.status(), one.answer()})) continue;
      const Truth complete = exists(i);
      if (complete == true)
        throw DoesNotFollow{"case " + std::to_string(i) + " comes to " +
                            name(one.status(), one.answer()) + ", which is not listed as possible"};
      if (!complete)
        throw CannotCheck{"whether there is a situation as case " + std::to_string(i) +
                          " supposes is beyond what this checker tries"};
    }
  }

  /// `must` and `can`: what all cases have in common, or `depends`.
  template <class Part>
  void common(const char* question, Part part) {
    const std::string claimed = text_member(head_, question);
    std::set<std::string> met;
    bool told = true;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (cases_[i].excluded || part(cases_[i]) == claimed) continue;
      if (claimed == "depends" && met.contains(part(cases_[i]))) continue;
      const Truth complete = exists(i);
      if (!complete) told = false;
      if (complete == true) met.insert(part(cases_[i]));
    }
    if (claimed == "depends" ? met.size() > 1 : met.empty() && told) return;
    if (!told)
      throw CannotCheck{std::string("whether `") + question +
                        "` is the same in all situations is beyond what this checker tries"};
    throw DoesNotFollow{std::string("the cases do not come to `") + question + "`: " + claimed};
  }

  /// The norms that are listed stand as the cases show it, and none that stands is left out. What
  /// the cases leave open is not looked into.
  void norms() {
    std::map<std::pair<Index, Act>, std::string> listed;
    for (const json& one : member(head_, "norms")) {
      const Index norm =
          world_.law.qualified(Entity::norm, text_member(one, "norm"), world_.question.asking);
      const json& bindings = member(one, "bindings");
      Act own{world_.law.norms[norm].act.action, {}};
      for (const Place& place : world_.law.norms[norm].act.places) {
        const std::string name(place.variable.name);
        if (!place.individual && !bindings.contains(name))
          throw DoesNotFollow{"it is not said for whom a norm is listed"};
        own.arguments.push_back(place.individual
                                    ? *place.individual
                                    : world_.scene.individual(text_member(bindings, name.c_str())));
      }
      const json& stands = member(one, "stands");
      listed[{norm, own}] =
          stands.is_boolean() ? (stands.get<bool>() ? "always" : "never") : "depends";
    }
    std::map<std::pair<Index, Act>, std::set<bool>> shown;
    for (std::size_t i = 0; i < cases_.size(); ++i)
      for (const auto& [norm, stands] : cases_[i].stands)
        if (!shown[norm].contains(stands) && exists(i) == true) shown[norm].insert(stands);
    for (const auto& [norm, values] : shown) {
      const auto found = listed.find(norm);
      const std::string name = world_.text(world_.law.norms[norm.first]);
      if (found == listed.end() && values.contains(true))
        throw DoesNotFollow{"the norm " + name + ", which stands, is not listed"};
      if (found == listed.end()) continue;
      if ((found->second == "always" && values.contains(false)) ||
          (found->second == "never" && values.contains(true)))
        throw DoesNotFollow{"the norm " + name + " does not stand as it is listed"};
      const auto open = [&](const Case& one) {
        return !one.excluded && !one.stands.contains(norm);
      };
      if (found->second == "depends" && values.size() == 1 && std::ranges::none_of(cases_, open) &&
          all_told())
        throw DoesNotFollow{"the norm " + name + " does not stand as it is listed"};
    }
  }
  bool all_told() {
    for (std::size_t i = 0; i < cases_.size(); ++i)
      if (!cases_[i].excluded && !exists(i)) return false;
    return true;
  }

  /// The answer and the status are what the possible ones have in common.
  void summary() {
    std::set<std::string> answers, statuses;
    for (const auto& [status, answer] : possible_) {
      answers.insert(answer);
      statuses.insert(status);
    }
    const std::string answer = answers.size() == 1 ? *answers.begin() : "depends";
    if (text_member(head_, "answer") != answer)
      throw DoesNotFollow{"the cases come to the answer " + answer};
    const json status =
        world_.question.act && statuses.size() == 1 ? json(*statuses.begin()) : json();
    if (member(head_, "status") != status) throw DoesNotFollow{"the cases come to another status"};
    if (world_.question.act) return;
    for (const char* question : {"must", "can"})
      if (!member(head_, question).is_null()) throw DoesNotFollow{"an expression has no status"};
  }

  const World& world_;
  const std::vector<Case>& cases_;
  const json& head_;
  Completions completions_;
  std::vector<std::optional<Truth>> exists_;
  std::set<std::pair<std::string, std::string>> possible_;  ///< status and answer
};

}  // namespace

void check_head(const World& world, const std::vector<Case>& cases, bool exhaustive,
                const json& head) {
  Head(world, cases, head).check(exhaustive);
}

}  // namespace grotius::verify
