// Flips against every changed situation: each is written as a case file and asked anew. And implicants against every completion.

#include <algorithm>
#include <map>
#include <set>

#include "engine/analyse/inquiry.hpp"
#include "engine/evaluate/evaluator.hpp"
#include "engine/explore/goal.hpp"
#include "engine/ground/print.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::Session;
using grotius::analyse::Inquiry;
using grotius::analyse::Verdict;
namespace analyse = grotius::analyse;
namespace explore = grotius::explore;
namespace ground = grotius::ground;
namespace model = grotius::model;

namespace {

constexpr std::size_t kSituations = 600;  // that one question is asked in
constexpr std::size_t kCompletions = 3'000;

/// The question, ground; nothing where it is in error.
bool grounded(Inquiry& inquiry, analyse::Worlds& worlds, const model::Question& question) {
  grotius::Diagnostics ignored;
  const auto world = worlds.world(question, ignored);
  if (!world) return false;
  inquiry.world = *world;
  return analyse::ground_question(inquiry, question, false, ignored);
}

/// The values of a domain, those of unbounded numbers not far from zero; `whole`: those are all.
std::vector<std::int64_t> some_values(const ground::Domain& domain, bool& whole) {
  if (!domain.values.empty()) return domain.values;
  std::int64_t low = domain.low.value_or(-3), high = domain.high.value_or(9);
  if (!domain.low || !domain.high) whole = false;
  if (high - low > 12) {
    whole = false;
    low = std::max<std::int64_t>(low, -3);
    high = std::min<std::int64_t>(high, 9);
  }
  std::vector<std::int64_t> values;
  for (; low <= high; ++low) values.push_back(low);
  return values;
}

struct Atom {
  std::string name;
  std::vector<std::pair<std::int64_t, std::string>> lines;  // other values, with what a case file states
};

/// What the answer can rest on, with every other value. Dates are left out: `whole` is false then.
std::vector<Atom> atoms(const Inquiry& inquiry, bool& whole) {
  std::vector<Atom> result;
  for (std::size_t i = 0; i < inquiry.program.inputs.size(); ++i) {
    const ground::Input& input = inquiry.program.inputs[i];
    if (input.kind != ground::Input::Kind::fact && input.kind != ground::Input::Kind::deed) continue;
    if (input.value.sort.kind == model::Sort::Kind::date) {
      whole = false;
      continue;
    }
    Atom& atom = result.emplace_back();
    atom.name = print(inquiry.world, input);
    for (std::int64_t value : some_values(ground::every_value(*inquiry.world.model, input.value), whole))
      if (inquiry.knowledge[i].values != std::vector<std::int64_t>{value})
        atom.lines.emplace_back(value, line(inquiry.world, input, value));
  }
  return result;
}

using Names = std::set<std::string>;

/// Asks one question in many changed situations, each a case file's own.
class ChangedSituations {
 public:
  ChangedSituations(const Printed& printed, std::size_t question, std::string situation)
      : printed_(printed), question_(question), situation_(std::move(situation)) {}

  std::size_t add(const std::vector<std::string>& given) {
    const std::string name = "changed_" + std::to_string(size_);
    text_ += "situation " + name + " extends " + situation_ + "\n";
    for (const std::string& one : given) text_ += "  given " + one + "\n";
    return size_++;
  }
  std::size_t size() const { return size_; }

  /// The answers, in order; nothing where a situation is impossible.
  std::vector<std::optional<Verdict>> answers() {
    Session session;
    for (const auto& file : printed_.files) session.add(file.name, file.text);
    session.add("changed.case", text_);
    std::vector<std::optional<Verdict>> result;
    if (!session.compile()) {
      for (const auto& one : session.diagnostics().items()) mistakes += one.message + "\n";
      return result;
    }
    for (std::size_t i = 0; i < size_; ++i) {
      model::Question question = session.model().questions[question_];
      const std::string name = "changed_" + std::to_string(i);
      for (std::size_t s = 0; s < session.model().situations.size(); ++s)
        if (session.model().situations[s].name == name) question.situation = model::id_of<model::SituationId>(s);
      const auto answer = session.ask(question);
      result.push_back(answer ? std::optional(answer->answer) : std::nullopt);
    }
    return result;
  }

  std::string mistakes;

 private:
  const Printed& printed_;
  std::size_t question_;
  std::string situation_;
  std::string text_;
  std::size_t size_ = 0;
};

/// Every way to change some atoms, as long as there are few; `most` atoms at a time.
struct Ways {
  std::vector<Names> names;
  std::vector<std::vector<std::string>> given;
  std::size_t most = 0;

  explicit Ways(const std::vector<Atom>& atoms) {
    for (most = atoms.size(); most > 0; --most) {
      names.clear();
      given.clear();
      Names chosen;
      std::vector<std::string> lines;
      if (choose(atoms, 0, chosen, lines)) return;
    }
    names = {{}};
    given = {{}};
  }

 private:
  bool choose(const std::vector<Atom>& atoms, std::size_t at, Names& chosen, std::vector<std::string>& lines) {
    if (names.size() > kSituations) return false;
    if (at == atoms.size()) {
      names.push_back(chosen);
      given.push_back(lines);
      return true;
    }
    if (!choose(atoms, at + 1, chosen, lines)) return false;
    if (chosen.size() == most) return true;
    chosen.insert(atoms[at].name);
    for (const auto& [value, line] : atoms[at].lines) {
      lines.push_back(line);
      const bool few = choose(atoms, at + 1, chosen, lines);
      lines.pop_back();
      if (!few) return false;
    }
    chosen.erase(atoms[at].name);
    return true;
  }
};

std::string joined(const Names& names) {
  std::string all = "{";
  for (const std::string& name : names) all += " " + name;
  return all + " }";
}

/// The least sets of atoms that can be changed so that the answer is another, and what is wrong with the flips.
std::string wrong_flips(const Printed& printed, std::size_t number, const model::Model& model, const Inquiry& inquiry,
                        const explore::Flips& flips) {
  bool whole = true;
  const std::vector<Atom> changeable = atoms(inquiry, whole);
  const Ways ways(changeable);
  const model::Question& question = model.questions[number];
  ChangedSituations changed(printed, number, std::string(model[question.situation].name));
  for (const auto& given : ways.given) changed.add(given);
  for (const explore::Flip& flip : flips.flips) {
    std::vector<std::string> given;
    for (const auto& change : flip.changes) given.push_back(change.given);
    changed.add(given);
  }
  const auto answers = changed.answers();
  if (!changed.mistakes.empty()) return changed.mistakes;
  std::vector<Names> doing;
  for (std::size_t i = 0; i < ways.names.size(); ++i)
    if (answers[i] == flips.to) doing.push_back(ways.names[i]);
  const auto minimal = [&](const Names& names) {
    return std::ranges::none_of(doing, [&](const Names& other) {
      return other.size() < names.size() && std::ranges::includes(names, other);
    });
  };
  const std::string asked = question.text + " in " + std::string(model[question.situation].name) + " to " +
                            std::string(analyse::name(flips.to)) + ": ";
  std::string wrong;
  std::set<Names> found;
  for (std::size_t i = 0; i < flips.flips.size(); ++i) {
    Names names;
    for (const auto& change : flips.flips[i].changes) names.insert(change.name);
    if (answers[ways.names.size() + i] != flips.to) wrong += asked + joined(names) + " does not turn the answer\n";
    if (!minimal(names)) wrong += asked + joined(names) + " is not minimal\n";
    if (!found.insert(names).second) wrong += asked + joined(names) + " is listed twice\n";
  }
  if (flips.already != (std::ranges::find(doing, Names{}) != doing.end()))
    wrong += asked + "whether anything has to change is wrong\n";
  if (flips.already) return wrong;
  for (const Names& names : doing) {
    if (!minimal(names) || found.contains(names)) continue;
    // More than are listed: those that are not, are no cheaper.
    if (flips.more && !flips.reason.empty()) continue;
    if (flips.more && names.size() >= flips.flips.back().changes.size()) continue;
    wrong += asked + joined(names) + " is missing\n";
  }
  return wrong;
}

std::string wrong_flips_of(const World& world) {
  const Printed printed = print(world);
  LoadedWorld loaded(printed);
  Session& session = loaded.session();
  loaded.answers();
  std::string wrong;
  analyse::Worlds worlds(session.model());
  for (std::size_t i = 0; i < session.model().questions.size() && i < 2; ++i) {
    const model::Question& question = session.model().questions[i];
    const auto answer = session.ask(question);
    if (!answer || answer->answer == Verdict::unknown) continue;
    Inquiry inquiry;
    if (!grounded(inquiry, worlds, question)) continue;
    for (const Verdict to : {Verdict::yes, Verdict::no}) {
      const auto flips = session.flip(question, {{}, to, {}, {}});
      if (!flips) return "no flips of " + question.text + "\n" + loaded.errors();
      wrong += wrong_flips(printed, i, session.model(), inquiry, *flips);
    }
  }
  return wrong;
}

/// Every completion of a question's situation, with the status that it has.
struct Completions {
  std::vector<ground::InputId> open;
  std::vector<std::vector<std::int64_t>> values;  // by place in `open`
  std::vector<std::size_t> status;                // place among the statuses
};

std::optional<Completions> completions(const Inquiry& inquiry, const explore::Implicants& implicants) {
  std::vector<ground::NodeId> roots = inquiry.required();
  std::vector<ground::NodeId> statuses;
  for (const auto& one : implicants.statuses) {
    ground::NodeId node = *explore::goal(inquiry, one.answer);
    if (one.status == analyse::ReportedStatus::obliged) node = inquiry.status->obliged;
    if (one.status == analyse::ReportedStatus::permitted) node = inquiry.status->merely_permitted;
    statuses.push_back(node);
  }
  roots.insert(roots.end(), statuses.begin(), statuses.end());
  grotius::evaluate::Evaluator evaluator(inquiry.program, roots);
  Completions result;
  result.open = inquiry.open;
  result.open.insert(result.open.end(), inquiry.open_apart.begin(), inquiry.open_apart.end());
  bool whole = true;
  std::vector<std::vector<std::int64_t>> choices;
  std::size_t number = 1;
  std::vector<std::int64_t> inputs;
  for (const ground::Domain& domain : inquiry.knowledge) inputs.push_back(some_values(domain, whole).front());
  whole = true;
  for (ground::InputId input : result.open) {
    choices.push_back(some_values(inquiry.knowledge[ground::index(input)], whole));
    number *= choices.back().size();
    if (number > kCompletions || !whole) return std::nullopt;
  }
  for (std::size_t at = 0; at < number; ++at) {
    std::vector<std::int64_t> values;
    std::size_t rest = at;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      values.push_back(choices[i][rest % choices[i].size()]);
      inputs[ground::index(result.open[i])] = values.back();
      rest /= choices[i].size();
    }
    if (!evaluator.evaluate(inputs)) return std::nullopt;
    if (!std::ranges::all_of(inquiry.required(), [&](ground::NodeId node) { return evaluator.truth(node); })) continue;
    const auto status = std::ranges::find_if(statuses, [&](ground::NodeId node) { return evaluator.truth(node); });
    result.values.push_back(std::move(values));
    result.status.push_back(static_cast<std::size_t>(status - statuses.begin()));
  }
  return result;
}

/// By place in `open`: the values that are let in; empty: all.
using Cube = std::vector<std::vector<std::int64_t>>;

bool covers(const Cube& cube, const std::vector<std::int64_t>& values) {
  for (std::size_t i = 0; i < cube.size(); ++i)
    if (!cube[i].empty() && std::ranges::find(cube[i], values[i]) == cube[i].end()) return false;
  return true;
}

bool implies(const Completions& all, const Cube& cube, std::size_t status) {
  bool some = false;
  for (std::size_t i = 0; i < all.values.size(); ++i) {
    if (!covers(cube, all.values[i])) continue;
    if (all.status[i] != status) return false;
    some = true;
  }
  return some;
}

Cube cube_of(const Inquiry& inquiry, const Completions& all, const explore::Implicant& implicant) {
  Cube cube(all.open.size());
  for (const explore::Literal& literal : implicant.literals)
    for (std::size_t i = 0; i < cube.size(); ++i) {
      if (print(inquiry.world, inquiry.program[all.open[i]]) != literal.name) continue;
      bool whole = true;
      for (std::int64_t value : some_values(inquiry.knowledge[ground::index(all.open[i])], whole))
        if (std::ranges::any_of(literal.values, [&](const explore::ValueClass& one) { return one.contains(value); }))
          cube[i].push_back(value);
    }
  return cube;
}

/// Whether a literal could be left out, or let another value in.
bool could_be_wider(const Inquiry& inquiry, const Completions& all, const Cube& cube, std::size_t status) {
  for (std::size_t i = 0; i < cube.size(); ++i) {
    if (cube[i].empty()) continue;
    Cube wider = cube;
    wider[i].clear();
    if (implies(all, wider, status)) return true;
    bool whole = true;
    for (std::int64_t value : some_values(inquiry.knowledge[ground::index(all.open[i])], whole)) {
      if (std::ranges::find(cube[i], value) != cube[i].end()) continue;
      wider[i] = cube[i];
      wider[i].push_back(value);
      if (implies(all, wider, status)) return true;
    }
  }
  return false;
}

std::string wrong_implicants_of(const World& world) {
  LoadedWorld loaded(print(world));
  Session& session = loaded.session();
  loaded.answers();
  analyse::Worlds worlds(session.model());
  std::string wrong;
  for (const model::Question& question : session.model().questions) {
    const auto answer = session.ask(question);
    if (!answer || answer->possible.size() < 2) continue;
    Inquiry inquiry;
    if (!grounded(inquiry, worlds, question)) continue;
    const explore::Implicants implicants = session.implicants(question, *answer);
    const auto all = completions(inquiry, implicants);
    if (!all) continue;
    std::vector<bool> covered(all->values.size());
    for (std::size_t status = 0; status < implicants.statuses.size(); ++status) {
      if (implicants.statuses[status].implicants.empty()) wrong += question.text + ": no implicant of a status\n";
      for (const explore::Implicant& implicant : implicants.statuses[status].implicants) {
        const Cube cube = cube_of(inquiry, *all, implicant);
        std::string text;
        for (const explore::Literal& literal : implicant.literals) text += " " + literal.name;
        if (!implies(*all, cube, status)) wrong += question.text + ": does not suffice:" + text + "\n";
        if (could_be_wider(inquiry, *all, cube, status)) wrong += question.text + ": is not prime:" + text + "\n";
        for (std::size_t i = 0; i < covered.size(); ++i)
          if (covers(cube, all->values[i])) covered[i] = true;
      }
    }
    if (implicants.complete && std::ranges::find(covered, false) != covered.end())
      wrong += question.text + ": a completion has no implicant\n";
  }
  return wrong;
}

}  // namespace

TEST_CASE("properties: flips are those of all changed situations", "[properties][flip]") {
  GenerateOptions few;
  few.tiny = true;
  check_worlds("flips of few facts are those of all changed situations", 0.1, few, wrong_flips_of);
  check_worlds("flips are those of all changed situations", 0.05, {}, wrong_flips_of);
}

TEST_CASE("properties: implicants are those of all completions", "[properties][implicants]") {
  check_worlds("implicants are those of all completions", 0.25, {}, wrong_implicants_of);
}
