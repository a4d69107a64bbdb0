// Lex specialis, for norms whose conditions are plain: `and` of facts that hold or do not, of their
// roles and of named individuals. There the question has an exact answer without any search; of
// other conditions the checker says that it cannot tell.

#include <algorithm>
#include <set>

#include "cli/verify/superiority.hpp"

namespace grotius::verify {

namespace {

/// `not f(role 0, china)` as [false, f, -1, china]: roles count downwards from -1, individuals
/// upwards from 0.
using Literal = std::vector<std::int64_t>;

class Reader {
 public:
  Reader(const Law& law, const Norm& norm) : law_(law), norm_(norm) {}

  /// Nothing where the condition is not plain.
  std::optional<std::set<Literal>> literals() {
    if (norm_.item->when.empty()) return std::set<Literal>{};
    if (!read(norm_.item->when.front(), true)) return std::nullopt;
    return found_;
  }

 private:
  bool read(const syntax::Expression& expression, bool holds) {
    if (const auto* binary = std::get_if<syntax::Binary>(&expression.node);
        binary != nullptr && holds)
      return binary->op == syntax::BinaryOperator::logical_and && read(binary->operands[0], true) &&
             read(binary->operands[1], true);
    if (const auto* negation = std::get_if<syntax::Unary>(&expression.node))
      return read(negation->operand.front(), !holds);
    const auto* application = std::get_if<syntax::Application>(&expression.node);
    if (application == nullptr || !application->parenthesised) return false;
    const auto meant = law_.find(Space::vocabulary, application->name, norm_.module);
    if (!meant || meant->kind != Entity::fact || law_.facts[meant->ref].kind.sort != Sort::truth)
      return false;
    Literal literal = {holds ? 1 : 0, meant->ref};
    for (const syntax::Expression& argument : application->arguments) {
      const auto term = term_of(argument);
      if (!term) return false;
      literal.push_back(*term);
    }
    found_.insert(std::move(literal));
    return true;
  }

  std::optional<std::int64_t> term_of(const syntax::Expression& expression) const {
    const auto* name = std::get_if<syntax::Application>(&expression.node);
    if (name == nullptr || name->parenthesised) return std::nullopt;
    const auto& places = norm_.act.places;
    for (std::size_t i = 0; i < places.size(); ++i)
      if (!places[i].individual && name->name.qualifier.empty() &&
          places[i].variable.name == name->name.text)
        return -1 - static_cast<std::int64_t>(i);
    const auto meant = law_.find(Space::vocabulary, name->name, norm_.module);
    if (!meant || meant->kind != Entity::individual) return std::nullopt;
    return meant->ref;
  }

  const Law& law_;
  const Norm& norm_;
  std::set<Literal> found_;
};

/// Where a pattern names an individual, its role's literals speak of that individual.
std::set<Literal> grounded(const std::set<Literal>& literals, const Pattern& pattern) {
  std::set<Literal> result;
  for (Literal literal : literals) {
    for (std::size_t i = 2; i < literal.size(); ++i)
      if (literal[i] < 0)
        if (const auto& individual =
                pattern.places[static_cast<std::size_t>(-1 - literal[i])].individual)
          literal[i] = *individual;
    result.insert(std::move(literal));
  }
  return result;
}

bool contradictory(const std::set<Literal>& literals) {
  return std::ranges::any_of(literals, [&](Literal literal) {
    literal[0] = 1 - literal[0];
    return literals.contains(literal);
  });
}

bool narrower(const Law& law, const Pattern& inner, const Pattern& outer) {
  for (std::size_t i = 0; i < inner.places.size(); ++i) {
    const Place &a = inner.places[i], &b = outer.places[i];
    const bool within = b.individual ? a.individual == b.individual
                                     : law.is_below(a.variable.type, b.variable.type);
    if (!within) return false;
  }
  return true;
}

}  // namespace

std::optional<bool> Specificity::within(Index inner, Index outer) const {
  const Norm &a = law.norms[inner], &b = law.norms[outer];
  if (a.act.action != b.act.action) return std::nullopt;
  const bool one_obliges = (a.item->modality == syntax::Modality::oblige) !=
                           (b.item->modality == syntax::Modality::oblige);
  const bool has_kinds = std::ranges::any_of(law.actions, [&](const Action& action) {
    return std::ranges::any_of(action.ways,
                               [&](const Way& way) { return way.general == a.act.action; });
  });
  if (one_obliges && has_kinds) return std::nullopt;
  // Constraints may relate the facts; closed types may leave no room for an act that tells the two
  // apart.
  if (!law.constraints.empty()) return std::nullopt;
  for (const Variable& role : law.actions[a.act.action].roles)
    if (!law.types[role.type].members.empty()) return std::nullopt;
  const auto demanded = Reader(law, b).literals(), assumed = Reader(law, a).literals();
  if (!demanded || !assumed) return std::nullopt;
  const std::set<Literal> have = grounded(*assumed, a.act);
  if (contradictory(have)) return std::nullopt;
  return narrower(law, a.act, b.act) && std::ranges::includes(have, grounded(*demanded, a.act));
}

std::optional<int> Specificity::compare(Index first, Index second) const {
  const auto forth = within(first, second), back = within(second, first);
  if (!forth || !back) return std::nullopt;
  return *forth == *back ? 0 : *forth ? 1 : -1;
}

}  // namespace grotius::verify
