// Repairs of a conflict: a priority either way, or an exception either way (`unless` the other's `when`). Each is tried as a second
// version of the norm set: it must be proved to remove the conflict, and everything else that it would change is shown.

#include <algorithm>
#include <cctype>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/parting.hpp"
#include "engine/analyse/check/rewording.hpp"
#include "engine/analyse/check/versions.hpp"
#include "engine/analyse/specificity.hpp"

namespace grotius::analyse {

namespace {

using model::Expr;
using model::ExprKind;
using model::NormId;

/// How the head of one norm reads in terms of another: for each role of the general act the role that fills it.
using Roles = std::vector<std::uint32_t>;

/// The roles of `special` that fill those of `general`, where each act of the one always counts as one of the other.
std::optional<Roles> roles_of(const model::Model& model, model::ActionId special, model::ActionId general) {
  if (special == general) {
    Roles same(model[general].roles.size());
    for (std::uint32_t i = 0; i < same.size(); ++i) same[i] = i;
    return same;
  }
  for (const model::Kind& kind : model[special].kinds) {
    if (!is_literal(kind.when, true)) continue;
    const auto further = roles_of(model, kind.general, general);
    if (!further) continue;
    Roles roles;
    for (std::uint32_t role : *further) roles.push_back(kind.roles[role]);
    return roles;
  }
  return std::nullopt;
}

/// The condition with other slots: those of the head as `roles` says, bound variables above `first_free`.
Expr moved(const Expr& expr, const Roles& roles, std::uint32_t first_free) {
  const auto slot = [&](std::uint32_t old) {
    return old < roles.size() ? roles[old] : first_free + old - static_cast<std::uint32_t>(roles.size());
  };
  Expr result = expr;
  if (expr.kind == ExprKind::variable) result.ref = slot(expr.ref);
  for (model::Variable& binder : result.binders) binder.slot = slot(binder.slot);
  result.operands.clear();
  for (const Expr& operand : expr.operands) result.operands.push_back(moved(operand, roles, first_free));
  return result;
}

Expr joined(ExprKind kind, std::vector<Expr> operands) {
  if (operands.size() == 1) return std::move(operands.front());
  Expr result;
  result.kind = kind;
  result.operands = std::move(operands);
  return result;
}

/// The text with its variables renamed, outside of strings.
std::string renamed(const std::string& text, const std::map<std::string, std::string>& names) {
  std::string result, word;
  bool quoted = false;
  const auto flush = [&] {
    const auto found = names.find(word);
    result += found == names.end() || quoted ? word : found->second;
    word.clear();
  };
  for (char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
      word += c;
      continue;
    }
    flush();
    if (c == '"') quoted = !quoted;
    result += c;
  }
  flush();
  return result;
}

class Repairs {
 public:
  explicit Repairs(Study& study) : study_(study), scratch_(study.model) {}

  void add_to(Finding& finding) {
    const NormId a = finding.norms[0], b = finding.norms[1];
    const auto attempt = [&](auto&& propose) {
      try {
        study_.effort.left();
        if (auto repair = propose()) finding.repairs.push_back(std::move(*repair));
      } catch (const GaveUp& gave_up) {
        study_.undecided(FindingKind::conflict, finding.names, finding.norms, "repairs: " + gave_up.reason);
      } catch (const ground::ResourceLimit& limit) {
        study_.undecided(FindingKind::conflict, finding.names, finding.norms, "repairs: " + limit.message);
      }
    };
    attempt([&] { return by_priority(a, b); });
    attempt([&] { return by_priority(b, a); });
    attempt([&] { return by_exception(a, b); });
    attempt([&] { return by_exception(b, a); });
    std::ranges::stable_sort(finding.repairs, {}, [](const Repair& repair) {
      return std::make_pair(!repair.decided || !repair.complete, repair.changes.size());
    });
  }

 private:
  std::optional<Repair> by_priority(NormId superior, NormId inferior) {
    Repair repair;
    repair.insert = "priority " + study_.name_of(superior) + " > " + study_.name_of(inferior);
    repair.what = "`" + repair.insert + "`";
    repair.at = end_of(scratch_[inferior].span);
    repair.insert = "\n\n" + repair.insert;
    scratch_.priorities.push_back({scratch_[inferior].module, superior, inferior, scratch_[inferior].span});
    bool in_a_circle = false;
    const ground::World versions = with_version(study_.world, [&](ground::RankedSet& ranked) {
      const auto& norms = ranked.set.norms;
      if (std::ranges::find(norms, superior) == norms.end() || std::ranges::find(norms, inferior) == norms.end())
        return;
      ranked.set.priorities.push_back(scratch_.priorities.size() - 1);
      Diagnostics found;
      ranked.superiority = model::superiority(scratch_, ranked.set, specificity(scratch_, ranked.set, seconds()), found);
      in_a_circle = in_a_circle || found.has_errors();
    });
    if (!in_a_circle) prove(repair, versions, superior, inferior);
    scratch_.priorities.pop_back();
    if (in_a_circle || !repair.removes) return std::nullopt;
    return repair;
  }

  std::optional<Repair> by_exception(NormId excepted, NormId other) {
    const model::Norm& norm = study_.model[excepted];
    const model::Norm& against = study_.model[other];
    const auto roles = roles_of(study_.model, norm.act.action, against.act.action);
    if (!roles) return std::nullopt;
    std::vector<Expr> conditions;
    std::string text = condition_of(norm, against, *roles, conditions);
    if (conditions.empty()) return std::nullopt;  // the other always applies: nothing would be left
    Repair repair;
    repair.what = "an exception of `" + study_.name_of(excepted) + "`: unless " + text;
    repair.at = end_of(norm.unless ? norm.unless->span : is_literal(norm.when, true) ? norm.act_span : norm.when.span);
    repair.insert = norm.unless ? " or (" + text + ")" : "\n  unless " + text;
    Expr exception = joined(ExprKind::conjunction, std::move(conditions));
    model::Norm with = norm;
    if (norm.unless) exception = joined(ExprKind::disjunction, {*norm.unless, std::move(exception)});
    with.unless = std::move(exception);
    scratch_.norms.push_back(std::move(with));
    const NormId instead = model::id_of<NormId>(scratch_.norms.size() - 1);
    bool circular = false;
    ground::World versions = with_version(study_.world, [&](ground::RankedSet& ranked) {
      if (std::ranges::find(ranked.set.norms, excepted) == ranked.set.norms.end()) return;
      replace_norm(ranked, excepted, instead);
      Diagnostics found;
      strata(scratch_, ranked.set, found);
      circular = circular || found.has_errors();
    });
    for (ground::RankedSet& ranked : versions.sets) ranked.superiority.superiors.resize(scratch_.norms.size());
    if (!circular) prove(repair, versions, instead, other);
    scratch_.norms.pop_back();
    if (circular || !repair.removes) return std::nullopt;
    return repair;
  }

  /// What must hold for the other norm to apply to an act of `norm`, as conditions and as text.
  std::string condition_of(const model::Norm& norm, const model::Norm& other, const Roles& roles,
                           std::vector<Expr>& conditions) const {
    const auto& own = study_.model[norm.act.action].roles;
    std::string text;
    const auto add = [&](Expr condition, const std::string& words) {
      conditions.push_back(std::move(condition));
      text += (text.empty() ? "" : " and ") + words;
    };
    std::map<std::string, std::string> names;
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const model::Argument& argument = other.act.arguments[i];
      const model::Argument& here = norm.act.arguments[roles[i]];
      const std::string name(here.individual ? study_.model[*here.individual].name : here.name);
      Expr variable;
      variable.kind = ExprKind::variable;
      variable.ref = roles[i];
      variable.sort = {model::Sort::Kind::individual, own[roles[i]].type};
      if (argument.individual && argument.individual != here.individual) {
        Expr individual;
        individual.kind = ExprKind::individual;
        individual.ref = static_cast<std::uint32_t>(*argument.individual);
        individual.sort = {model::Sort::Kind::individual, study_.model[*argument.individual].type};
        Expr equal;
        equal.kind = ExprKind::equal;
        equal.operands = {variable, individual};
        add(std::move(equal), name + " = " + std::string(study_.model[*argument.individual].name));
      } else if (!argument.individual) {
        const model::TypeId type = here.individual ? study_.model[*here.individual].type : here.type;
        if (!study_.model.is_or_is_below(type, argument.type)) {
          Expr is_type;
          is_type.kind = ExprKind::is_type;
          is_type.ref = static_cast<std::uint32_t>(argument.type);
          is_type.operands = {variable};
          add(std::move(is_type), name + " is " + std::string(study_.model[argument.type].name));
        }
        names[std::string(argument.name)] = name;
      }
    }
    if (!is_literal(other.when, true)) {
      const bool loose = other.when.kind == ExprKind::disjunction || other.when.kind == ExprKind::implication;
      const std::string words = renamed(excerpt(study_.model, other.when.span), names);
      const std::uint32_t free = slots_needed(norm.when, static_cast<std::uint32_t>(own.size())) +
                                 (norm.unless ? slots_needed(*norm.unless, static_cast<std::uint32_t>(own.size())) : 0);
      add(moved(other.when, roles, free), loose ? "(" + words + ")" : words);
    }
    return text;
  }

  static Span end_of(Span span) {
    span.begin = span.end;
    return span;
  }
  double seconds() const { return study_.effort.deadline ? study_.effort.left() : 0; }

  /// Proves that the two norms no longer stand together, and finds what else changes.
  void prove(Repair& repair, ground::World versions, NormId a, NormId b) {
    versions.model = &scratch_;
    Report report;
    Study study(versions, study_.options, study_.effort, report);
    repair.removes = never_together(study, a, b);
    if (!repair.removes) return;
    const Partings parted = partings(study, versions_of(study.world));
    repair.complete = parted.complete;
    repair.decided = parted.undecided.empty();
    for (const Change& change : parted.changes)
      if (change.from != "contested") repair.changes.push_back({change.action, change.from, change.to, change.witness});
  }

  bool never_together(Study& study, NormId a, NormId b) {
    const std::size_t set = study.world.version;
    for (model::ActionId action : general_first(scratch_)) {
      const auto about = study.demands.about(set, action);
      if (std::ranges::find(about, a) == about.end() || std::ranges::find(about, b) == about.end()) continue;
      Demands demands = study.demands.of_act(action);
      demands.add(study.demands.stands(set, action, a, true));
      demands.add(study.demands.stands(set, action, b, true));
      const Scope scope = study.scope(demands);
      if (!scope.complete) return false;
      Symbolic symbolic(study.world, scope);
      std::vector<ground::NodeId> goals;
      for (const model::Act& act : symbolic.acts(action)) {
        const auto& status = symbolic.grounder().statuses(set, act);
        std::vector<ground::NodeId> one, other;
        for (const auto& instance : status.instances) {
          if (instance.norm == a) one.push_back(instance.stands);
          if (instance.norm == b) other.push_back(instance.stands);
        }
        goals.push_back(symbolic.about(
            act.arguments, symbolic.grounder().conjunction({symbolic.grounder().disjunction(std::move(one)),
                                                            symbolic.grounder().disjunction(std::move(other))})));
      }
      Decider decider(symbolic, goals, study.effort);
      if (decider.any(goals) != Possible::no) return false;
    }
    return true;
  }

  Study& study_;
  model::Model scratch_;  ///< the model with what is proposed
};

}  // namespace

void propose_repairs(Study& study) {
  Repairs repairs(study);
  for (Finding& finding : study.report.findings)
    if (finding.kind == FindingKind::conflict) repairs.add_to(finding);
}

}  // namespace grotius::analyse
