// Facts, expressions, definitions, deeds.

#include <algorithm>

#include "cli/verify/derived.hpp"
#include "cli/verify/refusal.hpp"
#include "cli/verify/rules.hpp"

namespace grotius::verify {

void Rules::demand(Truth derived, const Step& step) const {
  if (!derived) throw DoesNotFollow{"the steps that it uses do not decide it"};
  if (derived != truth_of(step.value))
    throw DoesNotFollow{"the steps that it uses show the contrary"};
}

void Rules::check(const Step& step) const {
  Claims claims(world_, steps_, step);
  if (step.speaks_of && (step.rule == Rule::done || step.rule == Rule::counts_as))
    throw DoesNotFollow{"deeds and kinds rest on no norm"};
  switch (step.rule) {
    case Rule::given:
      return given(step);
    case Rule::presumed:
      return presumed(step);
    case Rule::supposed:
      return supposed(step);
    case Rule::parameter:
      if (world_.parameter(step.ref) != step.value)
        throw DoesNotFollow{"the parameter has another value"};
      return;
    case Rule::day:
      if (!scene_.date || step.value->least != scene_.date->day)
        throw DoesNotFollow{"the question is asked on another day"};
      return;
    case Rule::expression:
      return expression(step, claims);
    case Rule::definition:
      return definition(step, claims);
    case Rule::unfounded:
      return unfounded(step);
    case Rule::done:
      return demand(by_ways(world_, step.act, claims), step);
    case Rule::counts_as:
      return demand(counts_as(step, claims), step);
    case Rule::in_force:
      return demand(world_.in_force(law_.norms[step.ref]), step);
    case Rule::applies:
      return demand(applies(step, claims), step);
    case Rule::stands:
      return stands(step, claims);
    case Rule::status:
      return status(step, claims);
  }
}

void Rules::given(const Step& step) const {
  const std::vector<Line>& lines = scene_.lines(step.atom);
  const bool here = std::ranges::any_of(
      lines, [&](const Line& line) { return world_.spots.same_place(step.at, line.span); });
  if (!here)
    throw DoesNotFollow{"no line about " + scene_.text(step.atom) + " stands at " + step.at +
                        ", or it does not hold on that day"};
  const Choices choices = scene_.choices(step.atom);
  if (!choices.known() || !step.value->exact() || *step.value->least != choices.values.front())
    throw DoesNotFollow{"the line at " + step.at + " does not say so"};
}

void Rules::presumed(const Step& step) const {
  if (!scene_.lines(step.atom).empty())
    throw DoesNotFollow{"a line speaks of " + scene_.text(step.atom) +
                        ", so nothing is presumed of it"};
  const Choices choices = scene_.choices(step.atom);
  if (!choices.known() || !step.value->exact() || *step.value->least != choices.values.front())
    throw DoesNotFollow{"this is not what is presumed of " + scene_.text(step.atom)};
}

void Rules::supposed(const Step& step) const {
  const Choices choices = scene_.choices(step.atom);
  if (choices.known())
    throw DoesNotFollow{scene_.text(step.atom) + " is known, and cannot be supposed"};
  const auto found = supposed_.find(step.atom);
  if (found == supposed_.end() && !choices.values.empty())
    throw DoesNotFollow{"the case supposes nothing of " + scene_.text(step.atom)};
  const Value known =
      found != supposed_.end() ? found->second : Value{step.value->sort, choices.low, choices.high};
  if (!known.within(*step.value))
    throw DoesNotFollow{"the case supposes something else of " + scene_.text(step.atom)};
}

void Rules::expression(const Step& step, Claims& claims) const {
  if (step.spot == nullptr) {
    if (truth_of(step.value) != true) throw DoesNotFollow{"a condition that is not written holds"};
    return;
  }
  Environment environment;
  for (const auto& [name, individual] : scene_.locals)
    if (world_.question.expression != nullptr &&
        world_.question.expression->span.source == step.spot->expression->span.source &&
        step.spot->expression->span.begin >= world_.question.expression->span.begin &&
        step.spot->expression->span.end <= world_.question.expression->span.end)
      environment.emplace_back(name, individual);
  environment.insert(environment.end(), step.environment.begin(), step.environment.end());
  Evaluator evaluator(scene_, claims);
  if (step.equality)
    return demand(
        evaluator.equality(std::get<syntax::Binary>(step.spot->expression->node), environment),
        step);
  const auto derived = evaluator.by_form(*step.spot->expression, environment);
  if (!derived) throw DoesNotFollow{"the steps that it uses do not decide it"};
  Value claimed = *step.value;
  if (!claimed.least && !claimed.greatest &&
      (derived->sort == Sort::number || derived->sort == Sort::date))
    claimed.sort = derived->sort;
  if (!derived->within(claimed))
    throw DoesNotFollow{"the steps that it uses give it another value"};
}

void Rules::definition(const Step& step, Claims& claims) const {
  const Definition& definition = law_.definitions[step.ref];
  if (definition.kind.sort != Sort::truth) {
    const auto derived = by_definition(world_, step.ref, step.arguments, claims);
    if (!derived || !derived->within(*step.value))
      throw DoesNotFollow{"what it is defined as does not give this value"};
    return;
  }
  if (truth_of(step.value) == true) {
    if (!step.alternative || *step.alternative >= definition.alternatives.size())
      throw DoesNotFollow{"it does not say by which alternative"};
    return demand(
        holds(world_, *definition.alternatives[*step.alternative], step.arguments, claims), step);
  }
  if (step.alternative) throw DoesNotFollow{"a definition that fails has no alternative"};
  demand(truth_of(by_definition(world_, step.ref, step.arguments, claims)), step);
}

// Each member is shown to fail, by steps that may take it that all of them do.
void Rules::unfounded(const Step& step) const {
  if (step.together.empty()) throw DoesNotFollow{"it says of nothing that it fails"};
  if (truth_of(step.value) != false) throw DoesNotFollow{"what fails together is false"};
  for (const Atom& one : step.together) {
    const bool shown = std::ranges::any_of(step.uses, [&](std::size_t use) {
      const Step& body = steps_[use];
      if (truth_of(body.value) != false) return false;
      if (one.deed) return body.rule == Rule::done && body.act == Act{one.ref, one.arguments};
      return body.rule == Rule::definition && body.ref == one.ref &&
             body.arguments == one.arguments;
    });
    if (!shown) throw DoesNotFollow{"it does not show that each of its members fails"};
  }
}

}  // namespace grotius::verify
