// Norms: whether an act counts as another, whether a norm applies, stands, and what follows for the
// three questions.

#include <algorithm>

#include "cli/verify/refusal.hpp"
#include "cli/verify/rules.hpp"

namespace grotius::verify {

using syntax::Modality;

Truth Rules::counts_as(const Step& step, Claims& claims) const {
  Evaluator evaluator(scene_, claims);
  Truth none = true;
  for (const Act& special : generals(law_, step.act))
    for (const Way& way : law_.actions[special.action].ways) {
      if (general_by(special, way) != step.other) continue;
      const Truth reached = special == step.act ? Truth(true) : claims.counts_as(step.act, special);
      const Truth when = way.when == nullptr
                             ? Truth(true)
                             : evaluator.condition(
                                   *way.when, world_.environment(law_.actions[special.action].roles,
                                                                 special.arguments));
      none = both(none, negated(both(reached, when)));
    }
  return negated(none);
}

Truth Rules::applies(const Step& step, Claims& claims) const {
  const Norm& norm = law_.norms[step.ref];
  if (norm.act.action != step.act.action || !fits(law_, norm.act, step.act.arguments))
    throw DoesNotFollow{"the norm speaks of other acts"};
  const NormSet& set = world_.set(step.under).set;
  if (std::ranges::find(set.norms, step.ref) == set.norms.end())
    throw DoesNotFollow{"the norm does not stand in this norm set"};
  Evaluator evaluator(scene_, claims);
  const Environment environment = world_.environment(norm.act, step.act.arguments);
  Truth holds = claims.in_force(step.ref);
  if (!norm.item->when.empty())
    holds = both(holds, evaluator.condition(norm.item->when.front(), environment));
  if (!norm.item->unless.empty())
    holds = both(holds, negated(evaluator.condition(norm.item->unless.front(), environment)));
  return holds;
}

// The norm's own action, or, for every modality but `oblige`, an action that the act is.
std::vector<Rules::Instance> Rules::instances(const Act& about, const NormSet& set) const {
  std::vector<Instance> result;
  for (const Act& general : generals(law_, about))
    for (Index id : set.norms) {
      const Norm& norm = law_.norms[id];
      if (norm.act.action != general.action ||
          (general != about && norm.item->modality == Modality::oblige))
        continue;
      if (fits(law_, norm.act, general.arguments)) result.push_back({id, general});
    }
  return result;
}

void Rules::stands(const Step& step, Claims& claims) const {
  const RankedSet& ranked = world_.set(step.under);
  const std::vector<Instance> all = instances(step.other, ranked.set);
  const auto is = [](Index norm, const Act& own) {
    return [norm, &own](const Instance& one) { return one.norm == norm && one.own == own; };
  };
  if (std::ranges::none_of(all, is(step.ref, step.act)))
    throw DoesNotFollow{"the norm cannot be about this act"};
  const auto stands_of = [&](const Instance& one) {
    return claims.stands(one.norm, one.own, step.other, step.under);
  };
  const Truth counts =
      step.act == step.other ? Truth(true) : claims.counts_as(step.other, step.act);
  const Truth applies = claims.applies(step.ref, step.act, step.under);

  if (truth_of(step.value) == false && step.defeated.empty()) {
    if (both(counts, applies) != false)
      throw DoesNotFollow{"it is not shown that the norm does not apply, or is not about the act"};
    return;
  }
  if (truth_of(step.value) == false) {
    for (const Superior& superior : ranked.superiority.over(step.ref))
      for (const Instance& one : all)
        if (one.norm == superior.norm && superior.right == step.defeated && stands_of(one) == true)
          return;
    for (const Instance& one : all)
      if (ranked.superiority.unclear(step.ref, one.norm) && stands_of(one) == true)
        throw CannotCheck{"whether " + world_.text(law_.norms[one.norm]) +
                          " is more special than " + world_.text(law_.norms[step.ref]) +
                          " (lex specialis) is beyond this checker"};
    throw DoesNotFollow{"no norm that stands defeats it by that right"};
  }
  if (!step.defeated.empty()) throw DoesNotFollow{"a norm that stands is not defeated"};
  if (both(counts, applies) != true)
    throw DoesNotFollow{"it is not shown that the norm applies and is about the act"};
  for (const Instance& one : all) {
    const bool outranks =
        std::ranges::any_of(ranked.superiority.over(step.ref),
                            [&](const Superior& superior) { return superior.norm == one.norm; });
    if (outranks && stands_of(one) != false)
      throw DoesNotFollow{"it is not shown that " + world_.text(law_.norms[one.norm]) +
                          ", which outranks it, does not stand"};
    if (ranked.superiority.unclear(step.ref, one.norm) && stands_of(one) != false)
      throw CannotCheck{"whether " + world_.text(law_.norms[one.norm]) + " is more special than " +
                        world_.text(law_.norms[step.ref]) +
                        " (lex specialis) is beyond this checker"};
  }
}

void Rules::status(const Step& step, Claims& claims) const {
  const NormSet& set = world_.set(step.under).set;
  // By modality: whether some norm stands.
  std::map<Modality, Truth> none;
  for (Modality modality : {Modality::permit, Modality::forbid, Modality::oblige, Modality::exempt,
                            Modality::empower, Modality::disable})
    none[modality] = true;
  for (const Instance& one : instances(step.act, set)) {
    const Truth stands = claims.stands(one.norm, one.own, step.act, step.under);
    const bool open =
        std::ranges::find(step.undecided, std::pair(one.norm, one.own)) != step.undecided.end();
    if (!stands && !open)
      throw DoesNotFollow{"the norm " + world_.text(law_.norms[one.norm]) +
                          ", which can be about the act, is left out"};
    Truth& so_far = none[law_.norms[one.norm].item->modality];
    so_far = both(so_far, negated(stands));
  }
  const auto some = [&](std::initializer_list<Modality> modalities) {
    Truth result = true;
    for (Modality modality : modalities) result = both(result, none[modality]);
    return negated(result);
  };
  const auto answer = [](Truth in_favour, Truth against, const char* only_for,
                         const char* only_against, const char* neither) -> std::string {
    if (!in_favour || !against) return "";
    if (*in_favour) return *against ? "contested" : only_for;
    return *against ? only_against : neither;
  };
  const Truth obliged = some({Modality::oblige});
  Statuses derived;
  derived.may = answer(some({Modality::permit, Modality::oblige}), some({Modality::forbid}),
                       "permitted", "forbidden", "silent");
  derived.must = obliged == true
                     ? answer(true, some({Modality::exempt, Modality::forbid}), "obliged", "", "")
                     : answer(obliged, some({Modality::exempt}), "", "exempt", "no");
  derived.can =
      answer(some({Modality::empower}), some({Modality::disable}), "empowered", "disabled", "no");
  for (std::string Statuses::*question : {&Statuses::may, &Statuses::must, &Statuses::can})
    if (const std::string& claimed = step.statuses.*question;
        !claimed.empty() && claimed != derived.*question)
      throw DoesNotFollow{"the norms that stand do not give `" + claimed + "`"};
}

}  // namespace grotius::verify
