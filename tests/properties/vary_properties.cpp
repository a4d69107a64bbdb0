// The answers for all values of a parameter are those that `ask --with` gives to each value: to every value of a small range, to the days
// around every date of the generator, and to both sides of every boundary that is shown.

#include <set>

#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
namespace analyse = grotius::analyse;
namespace explore = grotius::explore;
namespace model = grotius::model;

namespace {

class ByAsking {
 public:
  ByAsking(grotius::Session& session, const model::Question& question, model::ParameterId parameter)
      : session_(session), question_(question), parameter_(parameter), kind_(session.model()[parameter].kind) {
    std::erase_if(question_.with, [&](const model::Setting& setting) { return setting.parameter == parameter; });
  }

  std::string compare(const analyse::AskOptions& options) {
    const auto varied = session_.vary(question_, {parameter_}, options);
    if (!varied) return {};  // in error as it stands
    const explore::Variation& variation = varied->variations.at(0);
    std::string result = gaps(variation);
    for (std::int64_t value : values(variation)) {
      const auto* interval = interval_of(variation, value);
      if (interval == nullptr) {
        result += "no interval holds " + std::to_string(value) + "\n";
      } else if (interval->exact && interval->answer != analyse::Verdict::unknown) {
        result += compare(*interval, value);
      }
    }
    if (!result.empty()) result = "parameter " + std::string(session_.model()[parameter_].name) + " of " + question_.text + "\n" + result;
    return result;
  }

 private:
  static const explore::Interval* interval_of(const explore::Variation& variation, std::int64_t value) {
    const explore::Interval* found = nullptr;
    for (const auto& interval : variation.intervals)
      if (interval.contains(value)) {
        if (found != nullptr) return nullptr;
        found = &interval;
      }
    return found;
  }

  std::string gaps(const explore::Variation& variation) const {
    std::string result;
    const auto& intervals = variation.intervals;
    if (kind_.sort.kind == model::Sort::Kind::individual)
      return intervals.size() == session_.model()[kind_.sort.type].members.size() ? "" : "not every member is there\n";
    for (std::size_t i = 1; i < intervals.size(); ++i) {
      if (!intervals[i].first || !intervals[i - 1].last || *intervals[i].first != *intervals[i - 1].last + 1) result += "a gap\n";
      if (intervals[i].answer == intervals[i - 1].answer && intervals[i].possible == intervals[i - 1].possible &&
          intervals[i].exact == intervals[i - 1].exact && intervals[i].impossible == intervals[i - 1].impossible &&
          intervals[i].reason == intervals[i - 1].reason)
        result += "neighbours with the same answer\n";
    }
    return result;
  }

  std::set<std::int64_t> values(const explore::Variation& variation) const {
    std::set<std::int64_t> result;
    const auto add = [&](std::int64_t value) {
      if ((!kind_.low || *kind_.low <= value) && (!kind_.high || value <= *kind_.high)) result.insert(value);
    };
    switch (kind_.sort.kind) {
      case model::Sort::Kind::individual:
        for (model::IndividualId member : session_.model()[kind_.sort.type].members) add(static_cast<std::int64_t>(index(member)));
        return result;
      case model::Sort::Kind::date:
        for (std::int64_t day : {10957, 10986, 11016, 11017, 11018, 11047, 11322})
          for (std::int64_t near = -2; near <= 2; ++near) add(day + near);
        break;
      default:
        for (std::int64_t value = -8; value <= 12; ++value) add(value);
    }
    for (std::size_t i = 1; i < variation.intervals.size(); ++i)
      for (std::int64_t near = -1; near <= 1; ++near) add(*variation.intervals[i].first + near);
    return result;
  }

  std::string compare(const explore::Interval& interval, std::int64_t value) {
    model::Question one = question_;
    one.with.push_back({parameter_, value});
    analyse::AskOptions options;
    options.settle = false;
    const auto answer = session_.ask(one, options);
    if (!answer) return interval.impossible ? "" : "with " + std::to_string(value) + " the question is in error\n";
    if (answer->answer == analyse::Verdict::unknown) return {};
    if (!interval.impossible && answer->answer == interval.answer && explore::outcomes(*answer) == interval.possible) return {};
    return "with " + std::to_string(value) + " the answer is " + std::string(analyse::name(answer->answer)) + ", not " +
           std::string(analyse::name(interval.answer)) + "\n";
  }

  grotius::Session& session_;
  model::Question question_;
  model::ParameterId parameter_;
  const model::ValueKind& kind_;
};

std::string disagreement(const World& world, analyse::Engine engine) {
  if (world.parameters.empty()) return {};
  LoadedWorld loaded(print(world));
  if (!loaded.errors().empty()) return {};
  analyse::AskOptions options;
  options.engine = engine;
  std::string result;
  const model::Model& model = loaded.session().model();
  for (const auto& question : model.questions)
    for (std::size_t i = 0; i < model.parameters.size(); ++i)
      result += ByAsking(loaded.session(), question, model::id_of<model::ParameterId>(i)).compare(options);
  return result;
}

}  // namespace

TEST_CASE("properties: the answers for all values of a parameter are those of each", "[properties][vary]") {
  check_worlds("the answers for all values of a parameter are those of each", 0.25, {},
               [](const World& world) { return disagreement(world, analyse::Engine::automatic); });
}

TEST_CASE("properties: enumeration gives the same answers for all values of a parameter", "[properties][vary]") {
  check_worlds("enumeration gives the same answers for all values of a parameter", 0.05, {},
               [](const World& world) { return disagreement(world, analyse::Engine::native); });
}
