#include "cli/verify/strata.hpp"

#include <set>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

enum class Node : std::uint8_t { definition, done, status };
using Key = std::tuple<Node, Index, std::vector<Index>>;  ///< the norm set of which it speaks

class Graph {
 public:
  explicit Graph(const World& world) : world_(world), law_(world.law) {}

  void check() {
    const World& world = world_;
    const std::vector<Index>& asked = world.asked.asked;
    if (world.question.act) visit({Node::status, world.question.act->action, asked});
    // What is asked and what binds has nothing above it, so it cannot lie on a cycle.
    const Key top{Node::definition, static_cast<Index>(law_.definitions.size()), asked};
    if (world.question.expression != nullptr) walk(top, *world.question.expression, false);
    for (Index id : world.asked.constraints)
      walk(top, law_.constraints[id].item->condition.front(), false);
    for (const Atom& deed : world.scene.not_done()) visit({Node::done, deed.ref, asked});
    while (!pending_.empty()) {
      const Key next = pending_.back();
      pending_.pop_back();
      enter(next);
    }
    for (const auto& [from, to] : strict_)
      if (reached(to).contains(from))
        throw CannotCheck{"the files define " + name(from) +
                          " through its own failure, or through its own value"};
  }

 private:
  void visit(const Key& key) {
    if (edges_.try_emplace(key).second) pending_.push_back(key);
  }
  void edge(const Key& from, Key to, bool strict) {
    visit(to);
    edges_[from].insert(to);
    if (strict) strict_.emplace(from, std::move(to));
  }

  void enter(const Key& key) {
    const auto& [node, ref, set] = key;
    if (node == Node::definition) {
      const bool value = law_.definitions[ref].kind.sort != Sort::truth;
      for (const syntax::Definition* alternative : law_.definitions[ref].alternatives) {
        walk(key, alternative->body.front(), value);
        for (const syntax::Expression& unless : alternative->unless) walk(key, unless, true);
      }
    } else if (node == Node::done) {
      for (Index id : world_.asked.attributions)
        if (law_.attributions[id].act.action == ref)
          walk(key, law_.attributions[id].item->when.front(), false);
      for (Index special = 0; special < law_.actions.size(); ++special)
        for (const Way& way : law_.actions[special].ways) {
          if (way.general != ref) continue;
          edge(key, {Node::done, special, set}, false);
          if (way.when != nullptr) walk(key, *way.when, false);
        }
    } else {
      enter_status(key, ref, set);
    }
  }

  void enter_status(const Key& key, Index action, const std::vector<Index>& set) {
    std::set<Index> actions = {action};
    for (std::vector<Index> pending = {action}; !pending.empty();) {
      const Index at = pending.back();
      pending.pop_back();
      for (const Way& way : law_.actions[at].ways) {
        if (way.when != nullptr) walk(key, *way.when, true);
        if (actions.insert(way.general).second) pending.push_back(way.general);
      }
    }
    for (Index id : norm_set(law_, set, world_.question.asking).norms) {
      const Norm& norm = law_.norms[id];
      if (!actions.contains(norm.act.action)) continue;
      for (const syntax::Expression& when : norm.item->when) walk(key, when, true);
      for (const syntax::Expression& unless : norm.item->unless) walk(key, unless, true);
    }
  }

  void walk(const Key& from, const syntax::Expression& expression, bool strict) {
    const auto all = [&](const std::vector<syntax::Expression>& parts, bool strictly) {
      for (const syntax::Expression& part : parts) walk(from, part, strictly);
    };
    if (const auto* name = std::get_if<syntax::Application>(&expression.node)) {
      all(name->arguments, true);
      if (!name->parenthesised) return;
      const auto meant =
          law_.find(Space::vocabulary, name->name, law_.home(expression.span.source));
      if (meant && meant->kind == Entity::definition)
        edge(from, {Node::definition, meant->ref, std::get<2>(from)},
             strict || law_.definitions[meant->ref].kind.sort != Sort::truth);
    } else if (const auto* unary = std::get_if<syntax::Unary>(&expression.node)) {
      all(unary->operand, true);
    } else if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) {
      using enum syntax::BinaryOperator;
      const bool junction = binary->op == logical_and || binary->op == logical_or;
      walk(from, binary->operands[0], strict || !junction);
      walk(from, binary->operands[1], strict || !(junction || binary->op == implies));
    } else if (const auto* membership = std::get_if<syntax::Membership>(&expression.node)) {
      all(membership->element, true);
      all(membership->members, true);
    } else if (const auto* test = std::get_if<syntax::TypeTest>(&expression.node)) {
      all(test->subject, true);
    } else if (const auto* quantifier = std::get_if<syntax::Quantifier>(&expression.node)) {
      const bool some = quantifier->kind == syntax::QuantifierKind::some;
      all(quantifier->where, strict || !some);
      all(quantifier->body, true);
    } else if (const auto* deontic = std::get_if<syntax::Deontic>(&expression.node)) {
      all(deontic->arguments, true);
      walk_deontic(from, *deontic, strict);
    }
  }

  void walk_deontic(const Key& from, const syntax::Deontic& deontic, bool strict) {
    const Index action =
        law_.need(Entity::action, deontic.action, law_.home(deontic.action.span.source));
    using enum syntax::DeonticOperator;
    const bool of_deed = deontic.op == done || deontic.op == fulfilled || deontic.op == breached ||
                         deontic.op == valid;
    if (of_deed)
      edge(from, {Node::done, action, world_.asked.asked}, strict || deontic.op == breached);
    if (deontic.op == done) return;
    std::vector<Index> set = std::get<2>(from);
    if (deontic.under) {
      const auto module = law_.module(deontic.under->text);
      if (!module)
        throw CannotCheck{"there is no module `" + std::string(deontic.under->text) + "`"};
      set = {*module};
    }
    edge(from, {Node::status, action, set}, true);
  }

  const std::set<Key>& reached(const Key& from) {
    const auto [place, is_new] = reached_.try_emplace(from);
    if (!is_new) return place->second;
    std::vector<Key> pending = {from};
    while (!pending.empty()) {
      const Key at = pending.back();
      pending.pop_back();
      if (!place->second.insert(at).second) continue;
      pending.insert(pending.end(), edges_[at].begin(), edges_[at].end());
    }
    return place->second;
  }

  std::string name(const Key& key) const {
    const Index ref = std::get<1>(key);
    if (std::get<0>(key) == Node::definition)
      return law_.name_of(law_.definitions[ref].module, law_.definitions[ref].name);
    return "the act " + law_.name_of(law_.actions[ref].module, law_.actions[ref].item->name.text);
  }

  const World& world_;
  const Law& law_;
  std::vector<Key> pending_;
  std::map<Key, std::set<Key>> edges_;
  std::set<std::pair<Key, Key>> strict_;
  std::map<Key, std::set<Key>> reached_;
};

}  // namespace

void check_strata(const World& world) { Graph(world).check(); }

}  // namespace grotius::verify
