#include "cli/verify/spots.hpp"

#include <algorithm>
#include <charconv>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

std::vector<Variable> variables(const Pattern& pattern) {
  std::vector<Variable> result;
  for (const Place& place : pattern.places)
    if (!place.individual) result.push_back(place.variable);
  return result;
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace

Spots::Spots(const Law& law) : law_(law) {
  const auto add_all = [&](const std::vector<syntax::Expression>& expressions,
                           std::vector<Variable> scope) {
    for (const syntax::Expression& expression : expressions) walk(expression, scope);
  };
  for (const Definition& definition : law.definitions)
    for (const syntax::Definition* alternative : definition.alternatives) {
      add_all(alternative->body, law.bound(alternative->parameters));
      add_all(alternative->unless, law.bound(alternative->parameters));
    }
  for (const Action& action : law.actions)
    for (const syntax::Kind& kind : action.item->kinds) add_all(kind.when, action.roles);
  for (const Attribution& attribution : law.attributions)
    add_all(attribution.item->when, variables(attribution.act));
  for (const Norm& norm : law.norms) {
    add_all(norm.item->when, variables(norm.act));
    add_all(norm.item->unless, variables(norm.act));
  }
  for (const Constraint& constraint : law.constraints)
    add_all(constraint.item->condition, constraint.binders);
  for (const Module& module : law.modules)
    for (const syntax::Item& item : module.file->items)
      if (const auto* question = std::get_if<syntax::Question>(&item.node))
        add_all(question->asked, {});
}

void Spots::add(const syntax::Expression& question) {
  std::vector<Variable> scope;
  walk(question, scope);
}

// The free variables of the expression; its parts are entered on the way.
std::vector<Variable> Spots::walk(const syntax::Expression& expression,
                                  std::vector<Variable>& scope) {
  std::vector<Variable> free;
  const auto take = [&](const std::vector<Variable>& more) {
    for (const Variable& one : more)
      if (std::ranges::none_of(free, [&](const Variable& known) { return known.name == one.name; }))
        free.push_back(one);
  };
  const auto all = [&](const std::vector<syntax::Expression>& parts) {
    for (const syntax::Expression& part : parts) take(walk(part, scope));
  };
  if (const auto* name = std::get_if<syntax::Application>(&expression.node)) {
    all(name->arguments);
    if (!name->parenthesised && name->name.qualifier.empty())
      for (const Variable& variable : scope)
        if (variable.name == name->name.text) take({variable});
  }
  if (const auto* unary = std::get_if<syntax::Unary>(&expression.node)) all(unary->operand);
  if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) all(binary->operands);
  if (const auto* membership = std::get_if<syntax::Membership>(&expression.node)) {
    all(membership->element);
    all(membership->members);
  }
  if (const auto* test = std::get_if<syntax::TypeTest>(&expression.node)) all(test->subject);
  if (const auto* deontic = std::get_if<syntax::Deontic>(&expression.node)) all(deontic->arguments);
  if (const auto* quantifier = std::get_if<syntax::Quantifier>(&expression.node)) {
    const std::size_t outer = scope.size();
    for (const Variable& variable : law_.bound(quantifier->binders)) scope.push_back(variable);
    all(quantifier->where);
    all(quantifier->body);
    std::erase_if(free, [&](const Variable& one) {
      return std::ranges::any_of(quantifier->binders, [&](const syntax::Binder& binder) {
        return binder.name.text == one.name;
      });
    });
    scope.resize(outer);
  }
  std::ranges::sort(free, {}, &Variable::name);
  spots_.push_back({&expression, free});
  by_span_.emplace(expression.span, &spots_.back());
  by_expression_.emplace(&expression, &spots_.back());
  return free;
}

const Spot* Spots::of(const syntax::Expression& expression) const {
  const auto found = by_expression_.find(&expression);
  return found == by_expression_.end() ? nullptr : found->second;
}

std::optional<SourceId> Spots::source(std::string_view name) const {
  std::vector<SourceId> alike;
  // Of several questions of command lines the last one is meant.
  for (std::size_t i = law_.sources.size(); i-- > 0;) {
    const auto id = static_cast<SourceId>(i);
    if (law_.sources[id].name() == name) return id;
    if (file_name(law_.sources[id].name()) == file_name(name)) alike.push_back(id);
  }
  return alike.size() == 1 ? std::optional(alike.front()) : std::nullopt;
}

std::optional<Span> Spots::span_of(const std::string& at, std::size_t length) const {
  const std::size_t second = at.rfind(':');
  const std::size_t first =
      second == std::string::npos || second == 0 ? std::string::npos : at.rfind(':', second - 1);
  if (first == std::string::npos) return std::nullopt;
  std::uint32_t line = 0, column = 0;
  const auto number = [](std::string_view digits, std::uint32_t& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() && value > 0;
  };
  const auto id = source(std::string_view(at).substr(0, first));
  if (!id || !number(std::string_view(at).substr(first + 1, second - first - 1), line) ||
      !number(std::string_view(at).substr(second + 1), column))
    return std::nullopt;
  const std::string_view text = law_.sources[*id].text();
  std::size_t offset = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    offset = text.find('\n', offset);
    if (offset == std::string_view::npos) return std::nullopt;
    ++offset;
  }
  for (std::uint32_t i = 1; i < column && offset < text.size(); ++i) do
      ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
  return Span{*id, static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(offset + length)};
}

const Spot* Spots::find(const std::string& at, std::string_view text) const {
  const auto span = span_of(at, text.size());
  if (!span || span->end > law_.sources[span->source].text().size() ||
      law_.sources.text(*span) != text)
    return nullptr;
  const auto found = by_span_.find(*span);
  return found == by_span_.end() ? nullptr : found->second;
}

bool Spots::same_place(const std::string& at, const Span& span) const {
  const auto claimed = span_of(at, 0);
  return claimed && claimed->source == span.source && claimed->begin == span.begin;
}

}  // namespace grotius::verify
