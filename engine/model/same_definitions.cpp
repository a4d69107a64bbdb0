#include "engine/model/same_definitions.hpp"

#include <algorithm>

namespace grotius::model {
namespace {

/// Compares on the assumption that all partners are the same.
class Comparison {
 public:
  Comparison(const Merged& merged, const Model& first, const Model& second,
             const std::vector<std::optional<DefinitionId>>& known)
      : ids_(merged), first_(first), second_(second), known_(known) {}

  bool same(const Definition& there, const Definition& here) const {
    return there.text == here.text && same(there.sort, here.sort) &&
           same_list(there.parameters, here.parameters) &&
           same_list(there.alternatives, here.alternatives) &&
           same_optional(there.value, here.value) && same_list(there.sources, here.sources);
  }

 private:
  template <class Part>
  bool same_list(const std::vector<Part>& there, const std::vector<Part>& here) const {
    return std::ranges::equal(there, here,
                              [&](const Part& a, const Part& b) { return same(a, b); });
  }
  template <class Part>
  bool same_optional(const std::optional<Part>& there, const std::optional<Part>& here) const {
    return there.has_value() == here.has_value() && (!there || same(*there, *here));
  }

  bool same(const Alternative& there, const Alternative& here) const {
    return same(there.when, here.when) && same_optional(there.unless, here.unless) &&
           same_list(there.sources, here.sources);
  }
  bool same(const Citation& there, const Citation& here) const {
    return first_.cite(there) == second_.cite(here);
  }
  bool same(const Sort& there, const Sort& here) const {
    return there.kind == here.kind && (there.kind != Sort::Kind::individual ||
                                       there.type == ids_.types_of_second[index(here.type)]);
  }
  bool same(const Variable& there, const Variable& here) const {
    return there.slot == here.slot && there.type == ids_.types_of_second[index(here.type)];
  }
  bool same(const Expr& there, const Expr& here) const {
    return there.kind == here.kind && there.number == here.number && same(there.sort, here.sort) &&
           same_reference(there, here) && same_list(there.binders, here.binders) &&
           same_list(there.operands, here.operands);
  }

  bool same_reference(const Expr& there, const Expr& here) const {
    const auto is = [&](auto id) { return index(id) == there.ref; };
    switch (here.kind) {
      case ExprKind::variable:
        return there.ref == here.ref;
      case ExprKind::individual: {
        const auto& id = ids_.individuals_of_second[here.ref];
        return id && is(*id);
      }
      case ExprKind::parameter:
        return is(ids_.parameters_of_second[here.ref]);
      case ExprKind::fact:
        return is(ids_.facts_of_second[here.ref]);
      case ExprKind::is_type:
        return is(ids_.types_of_second[here.ref]);
      case ExprKind::definition:
        return known_[here.ref] && is(*known_[here.ref]);
      case ExprKind::status:
        return false;
      default:
        return true;
    }
  }

  const Merged& ids_;
  const Model& first_;
  const Model& second_;
  const std::vector<std::optional<DefinitionId>>& known_;
};

void note_uses(const Expr& expr, std::size_t user, std::vector<std::vector<std::size_t>>& users) {
  if (expr.kind == ExprKind::definition) users[expr.ref].push_back(user);
  for (const Expr& operand : expr.operands) note_uses(operand, user, users);
}

}  // namespace

std::vector<bool> same_definitions(const Merged& merged, const Model& first, const Model& second,
                                   const std::vector<std::optional<DefinitionId>>& known) {
  const Comparison comparison(merged, first, second, known);
  const std::size_t size = second.definitions.size();
  std::vector<bool> same(size);
  std::vector<std::vector<std::size_t>> users(size);
  std::vector<std::size_t> apart;
  for (std::size_t i = 0; i < size; ++i) {
    const Definition& definition = second.definitions[i];
    same[i] = known[i] && comparison.same(first[*known[i]], definition);
    if (!same[i]) apart.push_back(i);
    for (const Alternative& alternative : definition.alternatives) {
      note_uses(alternative.when, i, users);
      if (alternative.unless) note_uses(*alternative.unless, i, users);
    }
    if (definition.value) note_uses(*definition.value, i, users);
  }
  // What rests on something that is apart is apart.
  for (std::size_t next = 0; next < apart.size(); ++next) {
    for (const std::size_t user : users[apart[next]]) {
      if (!same[user]) continue;
      same[user] = false;
      apart.push_back(user);
    }
  }
  return same;
}

}  // namespace grotius::model
