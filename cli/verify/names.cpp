// What a name means where it stands (language.md, Lexical rules; Items).

#include <algorithm>

#include "cli/verify/law.hpp"
#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

Space space_of(Entity kind) {
  switch (kind) {
    case Entity::document:
      return Space::document;
    case Entity::norm:
      return Space::norm;
    case Entity::situation:
      return Space::situation;
    default:
      return Space::vocabulary;
  }
}

std::string written(const syntax::Name& name) {
  return (name.qualifier.empty() ? "" : std::string(name.qualifier) + ".") + std::string(name.text);
}

}  // namespace

void Law::declare(Space space, Entity kind, Index module, std::string_view name, Index ref) {
  names_[{space, name}].push_back({kind, module, ref});
}

std::optional<Index> Law::home(SourceId source) const {
  const auto found = homes_.find(source);
  return found == homes_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Index> Law::module(std::string_view name) const {
  for (Index i = 0; i < modules.size(); ++i)
    if (!modules[i].anonymous() && modules[i].name == name) return i;
  return std::nullopt;
}

std::optional<Named> Law::find(Space space, const syntax::Name& name,
                               std::optional<Index> from) const {
  const auto all = names_.find({space, name.text});
  if (all == names_.end()) return std::nullopt;
  const auto sees = [&](Index where) {
    return !from || space == Space::situation || modules[*from].sees[where];
  };
  std::vector<Named> found;
  for (const Named& one : all->second) {
    if (!sees(one.module)) continue;
    if (!name.qualifier.empty() && modules[one.module].name != name.qualifier) continue;
    const bool own = from && one.module == *from;
    if (own && (space == Space::situation || modules[one.module].anonymous())) return one;
    found.push_back(one);
  }
  if (found.size() > 1 && from) {
    const auto preferred = [&](const Named& one) { return modules[*from].prefers[one.module]; };
    if (std::ranges::any_of(found, preferred))
      std::erase_if(found, [&](const Named& one) { return !preferred(one); });
  }
  if (found.empty()) return std::nullopt;
  if (found.size() > 1)
    throw CannotCheck{"the name `" + written(name) + "` at " + sources.at(name.span) +
                      " means several things"};
  return found.front();
}

Index Law::need(Entity kind, const syntax::Name& name, std::optional<Index> from) const {
  const auto found = find(space_of(kind), name, from);
  if (!found || found->kind != kind)
    throw CannotCheck{"the name `" + written(name) + "` at " + sources.at(name.span) +
                      " does not mean what stands there"};
  return found->ref;
}

std::string Law::name_of(Index module, std::string_view name) const {
  return (modules[module].anonymous() ? "" : std::string(modules[module].name) + ".") +
         std::string(name);
}

Index Law::qualified(Entity kind, const std::string& name, std::optional<Index> preferred) const {
  const std::size_t dot = name.rfind('.');
  const std::string_view last =
      dot == std::string::npos ? std::string_view(name) : std::string_view(name).substr(dot + 1);
  std::vector<Named> found;
  if (const auto all = names_.find({space_of(kind), last}); all != names_.end())
    for (const Named& one : all->second)
      if (one.kind == kind && name_of(one.module, last) == name) found.push_back(one);
  if (found.empty()) throw DoesNotFollow{"nothing in the files is called `" + name + "`"};
  for (const Named& one : found)
    if (found.size() > 1 && preferred && one.module == *preferred) return one.ref;
  if (found.size() > 1) throw CannotCheck{"several files declare `" + name + "`"};
  return found.front().ref;
}

bool Law::is_below(Index type, Index general) const {
  std::optional<Index> at = type;
  for (std::size_t steps = 0; at && steps <= types.size(); ++steps) {
    if (*at == general) return true;
    at = types[*at].above;
  }
  return false;
}

std::vector<Variable> Law::bound(const std::vector<syntax::Binder>& binders) const {
  std::vector<Variable> result;
  for (const syntax::Binder& binder : binders)
    result.push_back(
        {binder.name.text, need(Entity::type, binder.type, home(binder.type.span.source))});
  return result;
}

Kind Law::kind(const std::optional<syntax::ValueType>& written) const {
  if (!written) return {};
  switch (written->kind) {
    case syntax::ValueType::Kind::integer:
      return {Sort::number, written->low, written->high, 0};
    case syntax::ValueType::Kind::date:
      return {Sort::date, {}, {}, 0};
    case syntax::ValueType::Kind::named:
      break;
  }
  return {Sort::individual,
          {},
          {},
          need(Entity::type, *written->name, home(written->name->span.source))};
}

Value Law::constant(const syntax::Expression& expression, const Locals* locals) const {
  if (const auto* truth = std::get_if<syntax::BooleanLiteral>(&expression.node))
    return Value::truth(truth->value);
  if (const auto* number = std::get_if<syntax::IntegerLiteral>(&expression.node))
    return Value::exactly(Sort::number, number->value);
  if (const auto* date = std::get_if<syntax::DateLiteral>(&expression.node))
    return Value::exactly(Sort::date, date->date.day);
  if (const auto* binary = std::get_if<syntax::Binary>(&expression.node))
    return combine(binary->op, constant(binary->operands[0], locals),
                   constant(binary->operands[1], locals));
  if (const auto* name = std::get_if<syntax::Application>(&expression.node);
      name != nullptr && !name->parenthesised) {
    if (locals != nullptr && name->name.qualifier.empty())
      if (const auto local = locals->find(name->name.text); local != locals->end())
        return Value::exactly(Sort::individual, local->second);
    return Value::exactly(Sort::individual,
                          need(Entity::individual, name->name, home(expression.span.source)));
  }
  throw CannotCheck{"the value at " + sources.at(expression.span) + " is no constant"};
}

}  // namespace grotius::verify
