// Deontic operators: what a status answers to them.

#include "engine/explain/deriver.hpp"

namespace grotius::explain {

using model::Expr;
using model::IndividualId;

bool Deriver::answers(const Step& status, model::Status asked) const {
  const Step::Answers& answers = *status.answers;
  switch (asked) {
    case model::Status::permitted:
      return answers.may == "permitted";
    case model::Status::forbidden:
      return answers.may == "forbidden";
    case model::Status::contested:
      return answers.may == "contested";
    case model::Status::silent:
      return answers.may == "silent";
    case model::Status::obliged:
      return answers.must == "obliged";
    case model::Status::exempted:
      return answers.must == "exempt";
    case model::Status::empowered:
      return answers.can == "empowered";
    case model::Status::disabled:
      return answers.can == "disabled";
    default:
      return false;
  }
}

Deriver::Asked Deriver::question_of(model::Status asked) {
  switch (asked) {
    case model::Status::permitted:
    case model::Status::forbidden:
    case model::Status::contested:
    case model::Status::silent:
      return Asked::may;
    case model::Status::empowered:
    case model::Status::disabled:
      return Asked::can;
    default:
      return Asked::must;
  }
}

void Deriver::deontic(Step& step, const Expr& expr, Tuple& environment) {
  model::Act act{model::id_of<model::ActionId>(expr.ref), {}};
  for (const Expr& operand : expr.operands)
    act.arguments.push_back(model::id_of<IndividualId>(static_cast<std::size_t>(value(operand, environment, step))));
  const std::size_t set = expr.under ? world_.set_of_module.at(*expr.under) : set_;
  const auto use = [&](StepId id) {
    step.uses.push_back(id);
    return id;
  };
  const auto is = [&](model::Status asked) { return answers(steps_[use(status(set, act, question_of(asked)))], asked); };
  const auto is_done = [&] { return holds(use(done(act))); };
  switch (expr.status) {
    case model::Status::done:
      step.value = is_done();
      break;
    case model::Status::fulfilled:
      step.value = is(model::Status::obliged) && is_done();
      break;
    case model::Status::valid:
      step.value = is(model::Status::empowered) && is_done();
      break;
    case model::Status::breached: {
      const bool forbidden = is(model::Status::forbidden);
      if (forbidden || is(model::Status::obliged)) step.value = is_done() == forbidden;
      break;
    }
    default:
      step.value = is(expr.status);
  }
}

}  // namespace grotius::explain
