#pragma once
// Semantic actions: they put what was read into the plain structs of the syntax tree.

#include <utility>

#include "grammar/x3/config.hpp"

namespace grotius::grammar {

/// The value is the rule's own.
constexpr auto take = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };

/// The value of a member.
template <class Struct, class Member>
constexpr auto put(Member Struct::*member) {
  return [member](auto& context) { x3::_val(context).*member = std::move(x3::_attr(context)); };
}

/// One more element of a member.
template <class Struct, class Member>
constexpr auto add(Member Struct::*member) {
  return [member](auto& context) {
    (x3::_val(context).*member).push_back(std::move(x3::_attr(context)));
  };
}

/// A value that the text only implies, as the presence of a word.
template <class Struct, class Member, class Value>
constexpr auto set(Member Struct::*member, Value value) {
  return [member, value](auto& context) { x3::_val(context).*member = value; };
}

/// One more element of a rule whose value is a list.
constexpr auto append = [](auto& context) {
  x3::_val(context).push_back(std::move(x3::_attr(context)));
};

/// All elements of a list.
constexpr auto append_all = [](auto& context) {
  auto& all = x3::_val(context);
  auto& more = x3::_attr(context);
  all.insert(all.end(), more.begin(), more.end());
};

/// The alternative of a node.
constexpr auto as_node = [](auto& context) {
  x3::_val(context).node = std::move(x3::_attr(context));
};

/// `subject`, after which the rule's own value has its place. (`on_success` does not see the value
/// of a rule with actions.)
template <class Subject>
struct PlacedDirective : x3::unary_parser<Subject, PlacedDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  constexpr explicit PlacedDirective(const Subject& subject_)
      : x3::unary_parser<Subject, PlacedDirective<Subject>>(subject_) {}

  template <class Ctx, class Value, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, Value& value,
             Attribute& attr) const {
    const Iterator begin = first;
    if (!this->subject.parse(first, last, context, value, attr)) return false;
    value.span = state_of(context).span(begin, first);
    return true;
  }
};
template <class Subject>
constexpr auto placed(const Subject& subject) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return PlacedDirective<Parser>(x3::as_parser(subject));
}

}  // namespace grotius::grammar
