// Witnesses pasted into a case file and asked anew.

#include <algorithm>

#include "tests/properties/print.hpp"
#include "tests/properties/print_expression.hpp"
#include "tests/properties/smallest_witness.hpp"

namespace grotius::properties {
namespace {

// The answer to one question in the witness's situation.
struct Answered {
  std::optional<analyse::Answer> answer;
  std::vector<std::string> standing;  // norms that stand in every completion
  std::string errors;
};

Answered ask(const World& world, const analyse::Witness& witness, const std::string& query) {
  Printed printed = print(world);
  printed.files.push_back({"witness.case", situation_text(witness) + "ask " + query +
                                               " in witness under " + world.modules[0].name +
                                               "\n"});
  printed.questions = {0};
  LoadedWorld loaded(printed);
  Answered result;
  if (loaded.errors().empty()) {
    const auto& questions = loaded.session().model().questions;
    result.answer = loaded.session().ask(questions.at(0));
    if (result.answer) {
      for (const analyse::NormInForce& norm : result.answer->norms) {
        if (norm.stands == analyse::InCompletions::always) {
          result.standing.emplace_back(loaded.session().model()[norm.norm].name);
        }
      }
    }
  }
  result.errors = loaded.errors();
  return result;
}

std::string shown_for(const analyse::Witness& witness, const std::string& query) {
  return " in\n" + situation_text(witness) + "  asked " + query + "\n";
}

// `every z0: T satisfies …`, `some z0: T where …`.
std::string claim_text(const World& world, const Thesis& thesis) {
  Expression claim = thesis.expression;
  if (!thesis.binders.empty()) {
    Expression truth;
    truth.value = 1;
    Expression bound;
    bound.op = thesis.always ? Op::every : Op::some;
    bound.binders = thesis.binders;
    if (thesis.always) bound.operands.push_back(truth);
    bound.operands.push_back(claim);
    claim = bound;
  }
  return ExpressionPrinter(world, absent, nullptr).expression(claim);
}

std::string replayed_thesis(const World& world, const ShownWitness& shown) {
  for (const Thesis& thesis : world.theses) {
    if (shown.finding != "thesis " + thesis.name) continue;
    const std::string query = claim_text(world, thesis);
    const Answered found = ask(world, shown.witness, query);
    const analyse::Verdict expected = thesis.always ? analyse::Verdict::no : analyse::Verdict::yes;
    if (found.answer && found.answer->answer == expected) return "";
    return shown.finding + " is not decided" + shown_for(shown.witness, query) + found.errors;
  }
  return "no such thesis: " + shown.finding + "\n";
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string situation_text(const analyse::Witness& witness) {
  std::string result = "situation witness";
  if (witness.on) result += " on " + to_string(*witness.on);
  result += "\n";
  for (const auto& [name, type] : witness.individuals) {
    result += "  individual " + name + ": " + type + "\n";
  }
  for (const std::string& line : witness.given) result += "  given " + line + "\n";
  return result;
}

std::string replayed(const World& world, const ShownWitness& shown) {
  const std::string kind = shown.finding.substr(0, shown.finding.find(' '));
  if (kind == "thesis") return replayed_thesis(world, shown);
  if (!shown.witness.act) return "";
  const std::string& query = *shown.witness.act;
  const Answered found = ask(world, shown.witness, query);
  bool right = found.answer.has_value();
  if (right && kind == "conflict") {
    for (const std::string& norm : shown.norms) right = right && contains(found.standing, norm);
  }
  if (right && kind == "gap") right = found.answer->status == analyse::ReportedStatus::silent;
  if (right && kind == "impossible_duties") {
    right = found.answer->status == analyse::ReportedStatus::obliged &&
            std::any_of(shown.norms.begin(), shown.norms.end(),
                        [&](const std::string& norm) { return contains(found.standing, norm); });
  }
  if (right) return "";
  return shown.finding + " is not shown" + shown_for(shown.witness, query) + found.errors;
}

std::string replayed(const World& left, const World& right, const analyse::Change& change) {
  const auto status = [&](const World& world) -> std::string {
    const Answered found = ask(world, change.witness, change.witness.act.value_or("?"));
    if (!found.answer) return "no answer: " + found.errors;
    switch (change.question) {
      case analyse::Change::Question::may: {
        // An act that is obliged may be done, and is reported as obliged.
        std::set<std::string> statuses;
        for (const analyse::Possibility& one : found.answer->possible) {
          const std::string reported{analyse::name(one.status.value())};
          statuses.insert(reported == "obliged" ? "permitted" : reported);
        }
        return statuses.size() == 1 ? *statuses.begin() : "depends";
      }
      case analyse::Change::Question::must:
        return found.answer->must ? std::string(analyse::name(*found.answer->must)) : "depends";
      default:
        return found.answer->can ? std::string(analyse::name(*found.answer->can)) : "depends";
    }
  };
  const std::string from = status(left), to = status(right);
  if (from == change.from && to == change.to) return "";
  return "the change of " + change.action + " from " + change.from + " to " + change.to +
         " is shown as one from " + from + " to " + to +
         shown_for(change.witness, change.witness.act.value_or("?"));
}

}  // namespace grotius::properties
