#include "engine/analyse/ask.hpp"

#include <algorithm>

#include "engine/analyse/answering.hpp"
#include "engine/analyse/codes.hpp"
#include "engine/analyse/completions.hpp"
#include "engine/analyse/enumerate.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/analyse/settling.hpp"
#include "engine/ground/print.hpp"

namespace grotius::analyse {

namespace {

using ground::InputId;
using ground::NodeId;

template <class Item>
void sort_unique(std::vector<Item>& items) {
  std::ranges::sort(items);
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

Exercised exercised(const Inquiry& inquiry) {
  auto excluded = [&](NodeId node) { return inquiry.certain.truth(node) == false; };
  Exercised result;
  for (const auto& alternative : inquiry.alternatives)
    if (!excluded(alternative.holds))
      result.alternatives.emplace_back(alternative.definition, alternative.alternative);
  for (const ground::ActStatus& status : inquiry.statuses)
    for (const ground::Instance& instance : status.instances) {
      if (excluded(instance.applies)) continue;
      result.norms.push_back(instance.norm);
      for (const auto& defeater : instance.superiors)
        if (!excluded(status.instances[defeater.instance].stands))
          result.defeats.emplace_back(status.instances[defeater.instance].norm, instance.norm);
    }
  sort_unique(result.norms);
  sort_unique(result.defeats);
  sort_unique(result.alternatives);
  return result;
}

class Asking {
 public:
  Asking(Inquiry& inquiry, const AskOptions& options, Diagnostics& diagnostics)
      : inquiry_(inquiry),
        options_(options),
        diagnostics_(diagnostics),
        question_(*inquiry.question) {}

  /// Nothing where the situation is impossible, which is reported.
  std::optional<Answer> run(Engine engine) {
    Answer answer;
    answer.question = question_;
    answer.on = date_of(question_, (*inquiry_.world.model)[question_.situation]);
    answer.under = inquiry_.world.sets[0].set.asked;
    answer.exercised = exercised(inquiry_);
    try {
      if (!decide(engine, answer)) return std::nullopt;
    } catch (const GaveUp& gave_up) {
      answer = undecided(std::move(answer), gave_up.reason);
    }
    if (question_.expect)
      answer.as_expected = answer.answer != Verdict::unknown && meets(answer, *question_.expect);
    return answer;
  }

 private:
  bool decide(Engine engine, Answer& answer) {
    const std::vector<NodeId> required = inquiry_.required();
    if (engine != Engine::z3 && inquiry_.complete()) {
      std::vector<NodeId> all = inquiry_.roots;
      all.insert(all.end(), required.begin(), required.end());
      const auto completion = single_completion(inquiry_.program, inquiry_.knowledge, all);
      for (NodeId node : required)
        if (!completion->possible(node))
          return report_impossible(inquiry_, options_.seconds, diagnostics_), false;
      fill_answer(answer, inquiry_, *completion);
      return true;
    }
    answer.used_solver = engine != Engine::native;
    std::vector<std::vector<solve::Claim>> known;
    const ground::Knowledge original = inquiry_.knowledge;
    if (engine == Engine::z3) known = withdraw_knowledge(inquiry_);
    const auto solver = solver_for(engine, 1, known);
    switch (solver->check()) {
      case solve::Outcome::unknown:
        throw GaveUp{solver->reason()};
      case solve::Outcome::unsatisfiable:
        inquiry_.knowledge = original;
        report_impossible(inquiry_, options_.seconds, diagnostics_);
        return false;
      case solve::Outcome::satisfiable:
        break;
    }
    const auto completions = solved_completions(inquiry_.program, inquiry_.knowledge, *solver,
                                                inquiry_.roots, required, inquiry_.open);
    fill_answer(answer, inquiry_, *completions);
    if (answer.answer == Verdict::depends && options_.settle) settle(engine, known, answer);
    return true;
  }

  std::unique_ptr<solve::Solver> solver_for(Engine engine, unsigned copies,
                                            const std::vector<std::vector<solve::Claim>>& known) {
    std::vector<InputId> open = inquiry_.open;
    open.insert(open.end(), inquiry_.open_apart.begin(), inquiry_.open_apart.end());
    auto solver =
        engine == Engine::native
            ? enumerating_solver(inquiry_.program, inquiry_.knowledge, std::move(open))
            : solve::make_solver(inquiry_.program, inquiry_.knowledge, {options_.seconds}, copies);
    for (unsigned copy = 0; copy < copies; ++copy) {
      for (const Requirement& requirement : inquiry_.requirements)
        solver->require(solve::node_is(requirement.node, true, copy));
      for (auto any_of : known) {
        for (solve::Claim& claim : any_of) claim.copy = copy;
        solver->require(any_of);
      }
    }
    return solver;
  }

  void settle(Engine engine, const std::vector<std::vector<solve::Claim>>& known, Answer& answer) {
    const auto pairs = solver_for(engine, 2, known);
    if (inquiry_.status) {
      const auto& status = *inquiry_.status;
      const NodeId answers[] = {status.permitted, status.forbidden, status.contested,
                                status.silent};
      pairs->require_difference(answers);
    } else {
      pairs->require_difference(std::span(&*inquiry_.condition, 1));
    }
    const Settling settling = settling_sets(*pairs, inquiry_.open);
    for (const auto& set : settling.sets) {
      auto& names = answer.decisive.emplace_back();
      for (std::size_t position : set)
        names.push_back(print(inquiry_.world, inquiry_.program[inquiry_.open[position]]));
    }
    answer.more_decisive = settling.more;
    answer.reason = settling.reason;
  }

  static Answer undecided(Answer answer, std::string reason) {
    Answer unknown;
    unknown.question = std::move(answer.question);
    unknown.on = answer.on;
    unknown.under = std::move(answer.under);
    unknown.used_solver = answer.used_solver;
    unknown.reason = std::move(reason);
    return unknown;
  }

  Inquiry& inquiry_;
  const AskOptions& options_;
  Diagnostics& diagnostics_;
  const model::Question& question_;
};

bool alike(const NormInForce& a, const NormInForce& b) {
  return a.norm == b.norm && a.bindings == b.bindings && a.applies == b.applies &&
         a.stands == b.stands &&
         std::ranges::equal(a.defeated_by, b.defeated_by, {}, &NormInForce::Defeater::norm,
                            &NormInForce::Defeater::norm);
}

/// The same meaning; witnesses and settling sets must agree too where both engines found them all.
bool alike(const Answer& a, const Answer& b) {
  const bool statuses =
      std::ranges::equal(a.possible, b.possible, [](const Possibility& x, const Possibility& y) {
        return x.status == y.status && x.answer == y.answer;
      });
  return a.answer == b.answer && a.status == b.status && a.must == b.must && a.can == b.can &&
         statuses &&
         std::ranges::equal(
             a.norms, b.norms,
             [](const NormInForce& x, const NormInForce& y) { return alike(x, y); }) &&
         (a.more_decisive || b.more_decisive || a.decisive == b.decisive);
}

std::optional<Answer> ask_both(const ground::World& world, const model::Question& question,
                               const AskOptions& options, Diagnostics& diagnostics) {
  auto one = [&](Engine engine, Diagnostics& told) -> std::optional<Answer> {
    Inquiry inquiry;
    inquiry.world = world;
    if (!ground_question(inquiry, question, options.open, told)) return std::nullopt;
    return Asking(inquiry, options, told).run(engine);
  };
  std::optional<Answer> native = one(Engine::native, diagnostics);
  Diagnostics told_already;
  std::optional<Answer> solved = one(Engine::z3, told_already);
  if (native && solved && native->answer == Verdict::unknown) return solved;
  if (native && solved && solved->answer == Verdict::unknown) return native;
  if (native.has_value() == solved.has_value() && (!native || alike(*native, *solved)))
    return solved;
  diagnostics
      .error(codes::engines_differ, question.span,
             "the native engine and the solver answer this question differently")
      .help =
      "this is a mistake of the program, not of your files; please report it with the files";
  return std::nullopt;
}

}  // namespace

std::optional<Answer> ask(Worlds& worlds, const model::Question& question,
                          const AskOptions& options, Diagnostics& diagnostics) {
  const auto world = worlds.world(question, diagnostics);
  if (!world) return std::nullopt;
  try {
    if (options.engine == Engine::both) return ask_both(*world, question, options, diagnostics);
    Inquiry inquiry;
    inquiry.world = *world;
    if (!ground_question(inquiry, question, options.open, diagnostics)) return std::nullopt;
    return Asking(inquiry, options, diagnostics).run(options.engine);
  } catch (const ground::ResourceLimit& limit) {
    Answer answer;
    answer.question = question;
    answer.on = date_of(question, worlds.model()[question.situation]);
    answer.under = world->sets[0].set.asked;
    answer.reason = limit.message;
    if (question.expect) answer.as_expected = false;
    return answer;
  }
}

}  // namespace grotius::analyse
