#include "engine/analyse/specificity.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "engine/analyse/completions.hpp"
#include "engine/analyse/scope.hpp"
#include "engine/ground/ground.hpp"
#include "engine/model/print.hpp"

namespace grotius::analyse {

namespace {

using model::ActionId;
using model::Expr;
using model::NormId;
using model::Specificity;

/// Whether one scope lies within another.
enum class Within { yes, no, undecided };

class Comparison {
 public:
  Comparison(const model::Model& model, const model::NormSet& set, double seconds)
      : model_(model), set_(set), seconds_(seconds) {
    Diagnostics reported_elsewhere;
    strata_ = strata(model, set, reported_elsewhere);
  }

  Specificity compare(NormId first, NormId second) {
    const Within forth = within(first, second);
    if (forth == Within::undecided) return Specificity::undecided;
    const Within back = within(second, first);
    if (back == Within::undecided) return Specificity::undecided;
    if (forth == back) return Specificity::neither;
    return forth == Within::yes ? Specificity::first : Specificity::second;
  }

 private:
  Within within(NormId inner, NormId outer) {
    const auto [known, is_new] = within_.try_emplace({inner, outer}, Within::undecided);
    if (is_new)
      known->second = obviously_within(inner, outer) ? Within::yes : prove_within(inner, outer);
    return known->second;
  }

  // The cheap test: both about one action, the acts of one among those of the other, and every
  // conjunct of the outer among those of the inner.
  bool obviously_within(NormId inner, NormId outer) const {
    const auto& a = model_[inner];
    const auto& b = model_[outer];
    if (a.act.action != b.act.action ||
        (b.modality == model::Modality::oblige && a.modality != model::Modality::oblige))
      return false;
    for (std::size_t i = 0; i < a.act.arguments.size(); ++i) {
      const auto& x = a.act.arguments[i];
      const auto& y = b.act.arguments[i];
      if (y.individual) {
        if (x.individual != y.individual) return false;
      } else if (!model_.is_or_is_below(x.individual ? model_[*x.individual].type : x.type,
                                        y.type)) {
        return false;
      }
    }
    const std::set<std::string> conditions = conjuncts(a.when);
    return std::ranges::all_of(conjuncts(b.when), [&](const std::string& condition) {
      return conditions.contains(condition);
    });
  }

  /// The conjuncts in print; variables print as their slots, so that the names of roles do not
  /// count.
  std::set<std::string> conjuncts(const Expr& when) const {
    std::set<std::string> printed;
    if (is_literal(when, true)) return printed;
    if (when.kind != model::ExprKind::conjunction) return {print(model_, when)};
    for (const Expr& conjunct : when.operands) printed.insert(print(model_, conjunct));
    return printed;
  }

  /// The actions whose acts a norm can be about.
  std::vector<ActionId> actions_of(NormId norm) const {
    std::vector<ActionId> reached = {model_[norm].act.action};
    if (model_[norm].modality == model::Modality::oblige) return reached;
    for (std::size_t i = 0; i < reached.size(); ++i)
      for (std::size_t special = 0; special < model_.actions.size(); ++special) {
        const ActionId id = model::id_of<ActionId>(special);
        const auto& kinds = model_[id].kinds;
        const bool below = std::ranges::any_of(
            kinds, [&](const model::Kind& kind) { return kind.general == reached[i]; });
        if (below && std::ranges::find(reached, id) == reached.end()) reached.push_back(id);
      }
    return reached;
  }

  Demands demands_of(NormId inner, NormId outer) {
    DemandReader reader(model_, set_, strata_);
    Demands all = reader.of_constraints();
    for (ActionId action : actions_of(inner)) {
      // Their variables are the same only where both are about the action itself.
      const auto scope_of_norm = [&](NormId norm, bool positive) {
        const auto& head = model_[norm].act;
        return reader.of(model_[norm].when, positive, head.action == action ? Terms{} : reader.fresh(head.arguments.size()));
      };
      Demands one = scope_of_norm(inner, true);
      one.add(scope_of_norm(outer, false));
      for (const auto& role : model_[action].roles) one.add(reader.witness(role.type));
      for (const auto& general : model_.actions)
        for (const auto& kind : general.kinds) {
          const Terms terms = reader.fresh(general.roles.size());
          one.add(reader.of(kind.when, true, terms));
          one.add(reader.of(kind.when, false, terms));
        }
      all.add(one);
    }
    return all;
  }

  // Asks for a situation and an act in the inner scope and not in the outer.
  Within prove_within(NormId inner, NormId outer) {
    constexpr std::uint32_t kOtherwise = 1;
    const Scope scope = scope_of(model_, demands_of(inner, outer), kOtherwise);
    try {
      const bool found = find_outside(inner, outer, scope);
      if (found) return Within::no;
      return scope.complete ? Within::yes : Within::undecided;
    } catch (const GaveUp&) {
      return Within::undecided;
    } catch (const ground::ResourceLimit&) {
      return Within::undecided;
    }
  }

  bool find_outside(NormId inner, NormId outer, const Scope& scope) {
    ground::World world;
    world.model = &model_;
    world.universe = symbolic_universe(model_, scope.unnamed);
    world.moment.kind = ground::Moment::Kind::any;
    world.sets.push_back({set_, {}});
    world.sets[0].superiority.superiors.resize(model_.norms.size());
    world.strata = strata_;
    world.free_statuses = true;
    for (const auto& parameter : model_.parameters) world.parameters.push_back(parameter.value);

    ground::Grounder grounder(world);
    std::vector<ground::NodeId> outside;
    for (ActionId action : actions_of(inner))
      each_act(world, action, [&](const model::Act& act) {
        outside.push_back(
            grounder.conjunction({grounder.exist(act.arguments), grounder.in_scope(inner, act),
                                  grounder.negation(grounder.in_scope(outer, act))}));
      });
    const ground::NodeId root = grounder.disjunction(std::move(outside));
    const std::vector<ground::NodeId> required = grounder.constraints();
    const ground::Program program = grounder.take();
    if (program.is_constant(root, false)) return false;

    ground::Knowledge knowledge;
    for (const auto& input : program.inputs)
      knowledge.push_back(ground::every_value(model_, input.value));
    const auto solver = solve::make_solver(program, knowledge, {seconds_});
    for (ground::NodeId node : required) solver->require(solve::node_is(node, true));
    return solved_completions(program, knowledge, *solver, std::span(&root, 1), required, {})
        ->possible(root);
  }

  template <class Use>
  void each_act(const ground::World& world, ActionId action, Use use) const {
    model::Act act{action, std::vector<model::IndividualId>(model_[action].roles.size())};
    auto bind = [&](auto& self, std::size_t role) -> void {
      if (role == act.arguments.size()) return use(act);
      for (model::IndividualId individual : world.universe.of(model_[action].roles[role].type)) {
        act.arguments[role] = individual;
        self(self, role + 1);
      }
    };
    bind(bind, 0);
  }

  const model::Model& model_;
  model::NormSet set_;
  double seconds_;
  model::Strata strata_;
  std::map<std::pair<NormId, NormId>, Within> within_;
};

}  // namespace

model::SpecificityOracle specificity(const model::Model& model, const model::NormSet& set,
                                     double seconds) {
  // Made when it is first asked: most norm sets never are.
  auto comparison = std::make_shared<std::unique_ptr<Comparison>>();
  return [comparison, &model, set, seconds](NormId first, NormId second) {
    if (!*comparison) *comparison = std::make_unique<Comparison>(model, set, seconds);
    return (*comparison)->compare(first, second);
  };
}

}  // namespace grotius::analyse
