// Theses: what somebody claims of the norms, proved or refuted.

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/days.hpp"

namespace grotius::analyse {

namespace {

using Outcome = ThesisResult::Outcome;

/// `by = s1, target = s2`
std::string bound(const Symbolic& symbolic, const std::vector<model::Variable>& binders,
                  const std::vector<model::IndividualId>& tuple) {
  std::string text;
  for (std::size_t i = 0; i < binders.size(); ++i)
    text += (text.empty() ? "" : ", ") + std::string(binders[i].name) + " = " +
            std::string(name_of(symbolic.model(), symbolic.world().universe, tuple[i]));
  return text;
}

ThesisResult decide(Study& study, model::ThesisId id) {
  const model::Thesis& thesis = study.model[id];
  const bool always = thesis.mode == syntax::ThesisMode::always;
  ThesisResult result;
  result.thesis = id;
  auto& reader = study.demands.reader(0);
  // `always` is refuted by a situation in which the condition fails, `sometimes` proved by one in which it holds.
  Demands demands = reader.of(thesis.condition, !always);
  for (const auto& binder : thesis.binders) demands.add(reader.witness(binder.type));
  const Scope scope = study.scope(demands);
  Symbolic& symbolic = study.symbolic(scope);
  Ways ways;
  const auto tuples = symbolic.tuples(thesis.binders);
  for (const auto& tuple : tuples) {
    const ground::NodeId holds = symbolic.grounder().condition(thesis.condition, tuple);
    ways.goals.push_back(
        symbolic.about(tuple, always ? symbolic.grounder().negation(holds) : holds));
  }
  Decider decider(symbolic, ways.goals, study.effort);
  const Shows shows = show(decider, symbolic, ways);
  result.complete = scope.complete;
  switch (shows.possible) {
    case Possible::yes:
      result.complete = true;
      result.result = always ? Outcome::refuted : Outcome::proved;
      result.witness = shows.witness;
      if (!result.witness->on && !study.options.on && Days(study.world).rests_on_day(thesis.condition))
        result.witness->on = date_of(1, 1, 1);
      result.witness->told = bound(symbolic, thesis.binders, tuples[shows.way]);
      break;
    case Possible::no:
      if (scope.complete) {
        result.result = always ? Outcome::proved : Outcome::refuted;
      } else {
        result.reason = "not seen up to scope: " + scope.reason;
      }
      break;
    case Possible::undecided:
      result.reason = shows.reason;
  }
  const auto expected = thesis.expect == syntax::ThesisExpectation::refuted ? Outcome::refuted : Outcome::proved;
  result.as_expected = result.result == expected;
  return result;
}

}  // namespace

std::vector<ThesisResult> decide_theses(Study& study) {
  std::vector<ThesisResult> results;
  for (std::size_t i = 0; i < study.model.theses.size(); ++i) {
    const model::Thesis& thesis = study.model.theses[i];
    if (thesis.module != study.report.module || !study.asks(model::id_of<model::ThesisId>(i))) continue;
    ThesisResult result;
    result.thesis = model::id_of<model::ThesisId>(i);
    try {
      study.effort.left();
      result = decide(study, result.thesis);
    } catch (const GaveUp& gave_up) {
      result.reason = gave_up.reason;
    } catch (const ground::ResourceLimit& limit) {
      result.reason = limit.message;
    }
    results.push_back(std::move(result));
  }
  return results;
}

void find_failed_theses(Study& study, const std::vector<ThesisResult>& theses) {
  for (const ThesisResult& result : theses) {
    if (!study.asks(result.thesis)) continue;
    const model::Thesis& thesis = study.model[result.thesis];
    const std::vector<std::string> names = {std::string(thesis.name)};
    if (result.result == Outcome::unknown) {
      study.undecided(FindingKind::thesis_failed, names, {}, result.reason);
      continue;
    }
    if (result.as_expected) continue;
    Finding finding;
    finding.kind = FindingKind::thesis_failed;
    finding.names = names;
    finding.at = {thesis.span};
    finding.witness = result.witness;
    finding.message = "the thesis `" + names[0] + "` is " + std::string(name(result.result)) + ", not as expected";
    finding.help = thesis.mode == syntax::ThesisMode::always
                       ? "change the norms, or say `expect refuted` where that is what the text shows"
                       : "no situation shows it; change the norms, or say `expect refuted`";
    study.report.findings.push_back(std::move(finding));
  }
}

}  // namespace grotius::analyse
