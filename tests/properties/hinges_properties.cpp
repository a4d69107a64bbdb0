// Hinges are exactly what asking without them finds: each norm that never applies any more, each pair that is stated nowhere, each presumed
// atom that is `unknown`, in the text of the world.

#include <map>
#include <set>

#include "engine/model/universe.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/norm_variants.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::analyse::Verdict;
namespace analyse = grotius::analyse;
namespace model = grotius::model;

namespace {

// What turns an answer, with the answer without it.
using Turning = std::map<std::string, std::string>;

std::string shown(const Turning& turning) {
  std::string result;
  for (const auto& [name, answer] : turning) result += "\n    " + name + ": " + answer;
  return result.empty() ? " none" : result;
}

class ByText {
 public:
  explicit ByText(const World& world) : world_(world), printed_(print(world)), loaded_(printed_) {
    if (loaded_.errors().empty())
      for (const auto& question : loaded_.session().model().questions) answers_.push_back(answer(loaded_.session(), question));
    turning_.resize(answers_.size());
    unknown_.resize(answers_.size());
  }

  std::string compare(const analyse::AskOptions& options) {
    if (!loaded_.errors().empty()) return {};
    leave_out_norms();
    leave_out_pairs();
    withdraw_presumptions();
    std::string result;
    for (std::size_t place = 0; place < answers_.size(); ++place) {
      if (answers_[place].empty()) continue;
      const auto found = loaded_.session().hinges(loaded_.session().model().questions[place], options);
      if (!found) {
        result += "no hinges of question " + std::to_string(place + 1) + "\n" + loaded_.errors();
        continue;
      }
      if (!found->undecided.empty() || found->answer.answer == Verdict::unknown) continue;
      Turning named;
      for (const auto& hinge : found->hinges) named[hinge.name] = analyse::name(hinge.answer);
      for (const std::string& name : unknown_[place]) named.erase(name), turning_[place].erase(name);
      if (named != turning_[place])
        result += "question " + std::to_string(place + 1) + " is answered " + answers_[place] + "\n  hinges:" + shown(named) +
                  "\n  by the text:" + shown(turning_[place]) + "\n";
    }
    return result;
  }

 private:
  // Empty where there is none, or it is unknown.
  static std::string answer(grotius::Session& session, const model::Question& question) {
    analyse::AskOptions options;
    options.settle = false;
    const auto answer = session.ask(question, options);
    if (!answer || answer->answer == Verdict::unknown) return {};
    return std::string(analyse::name(answer->answer));
  }

  void ask_again(const World& changed, const std::string& name) {
    LoadedWorld other(print(changed));
    const auto& questions = other.session().model().questions;
    REQUIRE(questions.size() == answers_.size());
    for (std::size_t place = 0; place < answers_.size(); ++place) note(place, name, answer(other.session(), questions[place]));
  }

  void note(std::size_t place, const std::string& name, const std::string& answer) {
    if (answer.empty()) unknown_[place].insert(name);
    if (!answers_[place].empty() && answer != answers_[place]) turning_[place][name] = answer;
  }

  std::string qualified(int norm) const {
    const Norm& one = world_.norms[static_cast<std::size_t>(norm)];
    return one.module == absent ? one.name : world_.modules[static_cast<std::size_t>(one.module)].name + "." + one.name;
  }

  void leave_out_norms() {
    for (int norm = 0; norm < static_cast<int>(world_.norms.size()); ++norm) {
      World changed = world_;
      Expression always;
      always.value = 1;
      changed.norms[static_cast<std::size_t>(norm)].unless = always;
      ask_again(changed, qualified(norm));
    }
  }

  void leave_out_pairs() {
    for (const auto& [superior, inferior] : stated_pairs(world_))
      ask_again(without_pair(world_, superior, inferior), qualified(superior) + " > " + qualified(inferior));
  }

  // A situation of its own for each presumed atom of each question's situation, which is the same but for a line on the day of the question.
  void withdraw_presumptions() {
    const model::Model& plain = loaded_.session().model();
    Printed changed = printed_;
    std::string& text = changed.files.back().text;
    std::vector<std::pair<std::size_t, std::string>> withdrawn;
    for (std::size_t place = 0; place < plain.questions.size(); ++place) {
      const auto& question = plain.questions[place];
      const auto& situation = plain[question.situation];
      const auto day = model::date_of(question, situation);
      const grotius::Date from = day ? *day : grotius::Date{100'000};
      for (const model::Atom& atom : presumed_atoms(plain, situation, day)) {
        const std::string name = written(plain, atom);
        text += "situation withdrawn" + std::to_string(withdrawn.size()) + " extends " + std::string(situation.name) + "\n  unknown " + name +
                " from " + to_string(from) + (day ? " until " + to_string(grotius::Date{from.day + 1}) : "") + "\n";
        withdrawn.emplace_back(place, name);
      }
    }
    LoadedWorld other(changed);
    INFO(other.errors());
    REQUIRE(other.errors().empty());
    const model::Model& there = other.session().model();
    std::map<std::string, model::SituationId> situations;
    for (std::size_t i = 0; i < there.situations.size(); ++i)
      situations[std::string(there.situations[i].name)] = model::id_of<model::SituationId>(i);
    for (std::size_t i = 0; i < withdrawn.size(); ++i) {
      model::Question question = there.questions[withdrawn[i].first];
      question.situation = situations.at("withdrawn" + std::to_string(i));
      note(withdrawn[i].first, withdrawn[i].second, answer(other.session(), question));
    }
  }

  static std::vector<model::Atom> presumed_atoms(const model::Model& model, const model::Situation& situation,
                                                 std::optional<grotius::Date> day) {
    const model::Universe universe = universe_of(model, situation);
    std::vector<model::Atom> atoms;
    const auto add = [&](bool deed, std::size_t ref, const std::vector<model::Variable>& variables) {
      model::Atom atom{deed, static_cast<std::uint32_t>(ref), {}};
      const auto fill = [&](auto& self) -> void {
        if (atom.arguments.size() == variables.size()) {
          if (!said(situation, atom, day)) atoms.push_back(atom);
          return;
        }
        for (model::IndividualId one : universe.of(variables[atom.arguments.size()].type)) {
          atom.arguments.push_back(one);
          self(self);
          atom.arguments.pop_back();
        }
      };
      fill(fill);
    };
    for (std::size_t i = 0; i < model.facts.size(); ++i)
      if (model.facts[i].presumed) add(false, i, model.facts[i].parameters);
    for (std::size_t i = 0; i < model.actions.size(); ++i)
      if (!model.actions[i].done_presumed_unknown) add(true, i, model.actions[i].roles);
    return atoms;
  }

  static bool said(const model::Situation& situation, const model::Atom& atom, std::optional<grotius::Date> day) {
    for (const auto& entry : situation.entries)
      if (entry.atom == atom && (day ? entry.period.holds_on(*day) : entry.period.holds_after_all())) return true;
    return false;
  }

  static std::string written(const model::Model& model, const model::Atom& atom) {
    std::string text = atom.deed ? "done " + std::string(model.actions[atom.ref].name) : std::string(model.facts[atom.ref].name);
    text += "(";
    for (std::size_t i = 0; i < atom.arguments.size(); ++i) text += (i == 0 ? "" : ", ") + std::string(model[atom.arguments[i]].name);
    return text + ")";
  }

  const World& world_;
  Printed printed_;
  LoadedWorld loaded_;
  std::vector<std::string> answers_;
  std::vector<Turning> turning_;
  std::vector<std::set<std::string>> unknown_;  ///< what could not be asked without
};

std::string disagreement(const World& world, analyse::Engine engine) {
  analyse::AskOptions options;
  options.engine = engine;
  return ByText(world).compare(options);
}

}  // namespace

TEST_CASE("properties: hinges are what asking without them finds", "[properties][hinges]") {
  check_worlds("hinges are what asking without them finds", 0.06, {},
               [](const World& world) { return disagreement(world, analyse::Engine::automatic); });
}

TEST_CASE("properties: hinges of complete situations are what asking without them finds", "[properties][hinges]") {
  GenerateOptions options;
  options.complete_only = true;
  check_worlds("hinges of complete situations are what asking without them finds", 0.05, options,
               [](const World& world) { return disagreement(world, analyse::Engine::automatic); });
}

TEST_CASE("properties: enumeration and solver find the same hinges", "[properties][hinges]") {
  check_worlds("enumeration and solver find the same hinges", 0.02, {},
               [](const World& world) { return disagreement(world, analyse::Engine::both); });
}

TEST_CASE("properties: hinges are found where norms are resolved by specificity", "[properties][hinges]") {
  GenerateOptions options;
  options.specificity = true;
  check_worlds("hinges are found where norms are resolved by specificity", 0.01, options,
               [](const World& world) { return disagreement(world, analyse::Engine::automatic); });
}
