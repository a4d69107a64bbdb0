// An interview ends with the answer that `ask` gives on the case that it collected, never asks what cannot matter, and needs hardly more
// questions than the best order there is. The completions are those of the reference, and the best order is found here by going through
// all orders.

#include <algorithm>
#include <map>
#include <set>

#include "engine/ground/print.hpp"
#include "engine/hearing.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/properties/reference.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
using namespace grotius::properties;

namespace {

using Words = std::set<std::string>;

/// The completions of a question, straight from the reference: what each atom is in them, and the answer.
struct Completions {
  std::vector<std::string> names;
  std::vector<std::vector<Value>> rows;
  std::vector<std::string> answers;
  bool numbers = false;  // there are unknown numbers: how many values stand for them is a matter of taste

  std::size_t column(const std::string& name) const {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  }
};

std::string answer_of(const properties::Question& question, properties::Model& model) {
  if (question.expression) {
    Environment environment;
    return model.holds(*question.expression, environment) ? "yes" : "no";
  }
  switch (reported(model.statuses(question.action, question.arguments))) {
    case Status::obliged:
    case Status::permitted:
      return "yes";
    case Status::forbidden:
      return "no";
    case Status::contested:
      return "contested";
    case Status::silent:
      break;
  }
  return "silent";
}

Completions completions_of(const World& world, const properties::Question& question, bool open) {
  const Asked asked(world, question, open);
  Completions result;
  const auto& unknowns = asked.situation.unknowns;
  for (const auto& unknown : unknowns) {
    result.names.push_back(unknown.name);
    if (unknown.what == properties::Unknown::What::fact) {
      const Kind kind = world.facts[unknown.index].sort.kind;
      result.numbers = result.numbers || kind == Kind::integer || kind == Kind::date;
    }
  }
  each_state(asked.situation, [&](const State& state, const std::vector<std::size_t>& choice) {
    properties::Model model(asked, state);
    if (!model.is_completion()) return true;
    std::vector<Value> row;
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
      const bool deed = unknowns[i].what == properties::Unknown::What::deed;
      row.push_back(deed ? (model.done(unknowns[i].index, unknowns[i].tuple) ? 1 : 0) : unknowns[i].candidates[choice[i]]);
    }
    result.rows.push_back(row);
    result.answers.push_back(answer_of(question, model));
    return true;
  });
  return result;
}

using Rows = std::vector<std::size_t>;

Words answers(const Completions& all, const Rows& rows) {
  Words words;
  for (std::size_t row : rows) words.insert(all.answers[row]);
  return words;
}

Rows with(const Completions& all, const Rows& rows, std::size_t column, Value value) {
  Rows kept;
  for (std::size_t row : rows)
    if (all.rows[row][column] == value) kept.push_back(row);
  return kept;
}

/// The columns with these names alone. (That something was not done may exclude what was done, also where the answer rests on the latter alone;
/// what the answer does not rest on is not asked for.)
Completions among(const Completions& all, const Words& names) {
  Completions result{{}, std::vector<std::vector<Value>>(all.rows.size()), all.answers, all.numbers};
  for (std::size_t column = 0; column < all.names.size(); ++column) {
    if (!names.contains(all.names[column])) continue;
    result.names.push_back(all.names[column]);
    for (std::size_t row = 0; row < all.rows.size(); ++row) result.rows[row].push_back(all.rows[row][column]);
  }
  return result;
}

/// The least number of questions, summed over the completions.
std::size_t least(const Completions& all, const Rows& rows, std::map<Rows, std::size_t>& known) {
  if (answers(all, rows).size() < 2) return 0;
  if (const auto found = known.find(rows); found != known.end()) return found->second;
  std::size_t best = 0;
  bool any = false;
  for (std::size_t column = 0; column < all.names.size(); ++column) {
    std::set<Value> values;
    for (std::size_t row : rows) values.insert(all.rows[row][column]);
    if (values.size() < 2) continue;
    std::size_t cost = rows.size();
    for (Value value : values) cost += least(all, with(all, rows, column, value), known);
    if (!any || cost < best) best = cost;
    any = true;
  }
  return known[rows] = best;
}

/// Some choice of other columns that can be asked leaves answers of which a value of this one leaves fewer.
bool matters(const Completions& all, const Rows& rows, std::size_t column, const std::set<std::size_t>& silent) {
  std::vector<std::size_t> others;
  for (std::size_t other = 0; other < all.names.size(); ++other)
    if (other != column && !silent.contains(other)) others.push_back(other);
  for (std::size_t row : rows)
    for (std::size_t subset = 0; subset < std::size_t{1} << others.size(); ++subset) {
      Rows agreeing = rows;
      for (std::size_t i = 0; i < others.size(); ++i)
        if ((subset >> i & 1) != 0) agreeing = with(all, agreeing, others[i], all.rows[row][others[i]]);
      if (answers(all, agreeing) != answers(all, with(all, agreeing, column, all.rows[row][column]))) return true;
    }
  return false;
}

Words words_of(const std::vector<analyse::Verdict>& verdicts) {
  Words words;
  for (analyse::Verdict verdict : verdicts) words.insert(std::string(analyse::name(verdict)));
  return words;
}

/// The value in the engine's numbers: members of closed types are others there.
std::int64_t value_in(const World& world, const explore::Interview& interview, const ground::Input& input, Value value) {
  if (input.value.sort.kind != model::Sort::Kind::individual) return value;
  const model::Model& model = *interview.world().model;
  for (std::int64_t member : model[input.value.sort.type].members.empty() ? std::vector<std::int64_t>{} : interview.next()->domain.values)
    if (model[model::id_of<model::IndividualId>(static_cast<std::size_t>(member))].name == world.individuals[value].name) return member;
  return -1;
}

Request request_of(const model::Model& model, const model::Question& question) {
  Request request;
  request.query = question.text;
  request.situation = model[question.situation].name;
  for (model::ModuleId module : question.under) request.under.emplace_back(model[module].name);
  if (question.holder) request.as_held_by = model[*question.holder].name;
  if (question.on) request.on = to_string(*question.on);
  for (const model::Setting& setting : question.with) {
    const model::Parameter& parameter = model[setting.parameter];
    std::string value = "unknown";
    if (setting.value) {
      value = std::to_string(*setting.value);
      if (parameter.kind.sort.kind == model::Sort::Kind::date) value = to_string(Date{*setting.value});
      if (parameter.kind.sort.kind == model::Sort::Kind::individual)
        value = model[model::id_of<model::IndividualId>(static_cast<std::size_t>(*setting.value))].name;
    }
    request.with.push_back(std::string(parameter.name) + "=" + value);
  }
  return request;
}

/// Interviews about one question, with replies from the completions.
class Interviews {
 public:
  Interviews(const World& world, const Printed& printed, const properties::Question& question, Request request, bool open, std::size_t rows)
      : world_(world), printed_(printed), request_(std::move(request)), open_(open), rows_(rows), all_(completions_of(world, question, open)) {}

  /// Goes through the completions, some with what nobody knows. What is wrong; empty: nothing.
  std::string run() {
    if (all_.rows.empty()) return {};
    const std::size_t step = std::max<std::size_t>(1, all_.rows.size() / 24);
    for (std::size_t row = 0; row < all_.rows.size() && wrong_.empty(); row += step) one(row, 0, row == 0);
    for (std::size_t silent = 1; silent < 4 && wrong_.empty(); ++silent) one((silent * 7) % all_.rows.size(), silent, true);
    return wrong_;
  }

  /// The number of questions on all completions against the best order, where that is fair.
  std::string needs_few() {
    if (all_.rows.empty()) return {};
    one(0, 0, false);
    if (all_.numbers || all_.rows.size() > 128) return {};
    Rows rows(all_.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    std::map<Rows, std::size_t> known;
    const std::size_t best = wrong_.empty() ? least(all_, rows, known) : 0;
    std::size_t asked = 0;
    for (std::size_t row = 0; row < rows.size() && wrong_.empty(); ++row) asked += one(row, 0, false);
    if (wrong_.empty() && asked * 10 > best * 11)
      wrong_ = "  " + std::to_string(asked) + " questions over all completions, where " + std::to_string(best) + " suffice\n";
    return wrong_;
  }

 private:
  /// `silent`: a pattern of atoms that nobody knows; 0: everything is known. The number of questions.
  std::size_t one(std::size_t truth, std::size_t silent, bool to_the_end) {
    const auto load = [&](Session& session) {
      for (const TextFile& file : printed_.files) session.add(file.name, file.text);
    };
    if (!hearing_) {
      explore::InterviewOptions options;
      options.open = open_;
      options.rows = rows_;
      hearing_ = std::make_unique<Hearing>(LoadOptions{}, HearingRequest{load, request_, {}, "", options});
      begun_ = hearing_->begin();
      if (!begun_) return fail("does not begin");
      Words names;
      for (ground::InputId input : hearing_->interview().unsaid())
        names.insert(ground::print(hearing_->interview().world(), hearing_->interview().input(input)));
      all_ = among(all_, names);
    }
    explore::Interview& interview = hearing_->interview();
    while (interview.back()) {
    }
    Rows left(all_.rows.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
    std::set<std::size_t> unknown;
    std::size_t asked = 0;
    for (; interview.next(); ++asked) {
      const ground::InputId input = interview.next()->input;
      const std::string name = ground::print(interview.world(), interview.input(input));
      const std::size_t column = all_.column(name);
      if (column == all_.names.size()) return fail("asks for " + name + ", which is known");
      if (words_of(interview.possible()) != answers(all_, left)) return fail("other answers are possible when " + name + " is asked for");
      if (!worth_asking(left, column, unknown)) return fail("asks for " + name + ", which cannot matter");
      if (silent != 0 && (std::hash<std::string>()(name) + silent) % 3 == 0) {
        unknown.insert(column);
        interview.reply(std::nullopt);
        continue;
      }
      const Value value = all_.rows[truth][column];
      left = with(all_, left, column, value);
      if (interview.reply(value_in(world_, interview, interview.input(input), value)) != explore::Taken::taken)
        return fail("does not take what is so of " + name);
    }
    if (!interview.reason().empty()) return asked;
    if (words_of(interview.possible()) != answers(all_, left)) return fail("ends with other answers than are possible");
    if (unknown.empty() && interview.possible().size() != 1) return fail("ends before the question is settled");
    for (std::size_t column = 0; column < all_.names.size(); ++column)
      if (interview.possible().size() > 1 && !unknown.contains(column) && matters(all_, left, column, unknown))
        return fail("ends though " + all_.names[column] + " matters");
    if (!to_the_end) return asked;
    Hearing::Outcome outcome = hearing_->end({});
    if (outcome.answer) return asked;
    fail("leaves a case that cannot be asked");
    for (const Diagnostic& diagnostic : outcome.session.diagnostics().items()) wrong_ += "    " + diagnostic.message + "\n";
    wrong_ += outcome.text;
    return asked;
  }

  /// By search alone (no rows), what nobody knows may be settled in thought: the answer hangs on it in some completion.
  bool worth_asking(const Rows& left, std::size_t column, const std::set<std::size_t>& unknown) {
    const auto key = std::pair(left, column);
    if (unknown.empty())
      if (const auto known = worth_.find(key); known != worth_.end()) return known->second;
    const bool worth = matters(all_, left, column, unknown) || (rows_ < 2 && !unknown.empty() && matters(all_, left, column, {}));
    if (unknown.empty()) worth_[key] = worth;
    return worth;
  }

  std::size_t fail(const std::string& why) {
    wrong_ = "  the interview " + why + "\n";
    for (const explore::Said& one : begun_ ? hearing_->interview().said() : std::vector<explore::Said>{})
      wrong_ += "    after " + ground::print(hearing_->interview().world(), hearing_->interview().input(one.input)) + " = " +
                (one.value ? std::to_string(*one.value) : "?") + "\n";
    for (const Diagnostic& diagnostic : hearing_->session().diagnostics().items()) wrong_ += "    " + diagnostic.message + "\n";
    return 0;
  }

  const World& world_;
  const Printed& printed_;
  Request request_;
  bool open_;
  std::size_t rows_;
  Completions all_;
  std::unique_ptr<Hearing> hearing_;
  bool begun_ = false;
  std::map<std::pair<Rows, std::size_t>, bool> worth_;
  std::string wrong_;
};

/// Every question of a world that has unknown facts.
std::string each_question(const World& world, bool open, std::size_t rows, const std::function<std::string(Interviews&)>& check) {
  const Printed printed = print(world);
  LoadedWorld loaded(printed);
  loaded.answers();
  if (!loaded.errors().empty()) return {};  // what the other properties look at
  const auto& questions = loaded.session().model().questions;
  std::string wrong;
  for (std::size_t place = 0; place < printed.questions.size(); ++place) {
    const auto& question = world.questions[printed.questions[place]];
    Interviews interviews(world, printed, question, request_of(loaded.session().model(), questions.at(place)), open, rows);
    if (const std::string one = check(interviews); !one.empty()) wrong += questions[place].text + "\n" + one;
  }
  return wrong;
}

constexpr std::size_t kTable = 1u << 16;

}  // namespace

TEST_CASE("properties: interviews end with the answer of their case and ask nothing idle", "[properties][interview]") {
  check_worlds("interviews end with the answer of their case and ask nothing idle", 0.1, {}, [](const World& world) {
    return each_question(world, false, kTable, [](Interviews& interviews) { return interviews.run(); });
  });
}

TEST_CASE("properties: interviews of which nothing is presumed do so too", "[properties][interview]") {
  GenerateOptions options;
  options.open = true;
  check_worlds("interviews of which nothing is presumed do so too", 0.1, options, [](const World& world) {
    return each_question(world, true, kTable, [](Interviews& interviews) { return interviews.run(); });
  });
}

TEST_CASE("properties: interviews by search alone do so too", "[properties][interview]") {
  check_worlds("interviews by search alone do so too", 0.1, {}, [](const World& world) {
    return each_question(world, false, 1, [](Interviews& interviews) { return interviews.run(); });
  });
}

TEST_CASE("properties: interviews need hardly more questions than the best order", "[properties][interview]") {
  check_worlds("interviews need hardly more questions than the best order", 0.2, {}, [](const World& world) {
    return each_question(world, false, kTable, [](Interviews& interviews) { return interviews.needs_few(); });
  });
}

TEST_CASE("properties: and where nothing is presumed", "[properties][interview]") {
  GenerateOptions options;
  options.open = true;
  check_worlds("interviews need few questions where nothing is presumed", 0.1, options, [](const World& world) {
    return each_question(world, true, kTable, [](Interviews& interviews) { return interviews.needs_few(); });
  });
}
