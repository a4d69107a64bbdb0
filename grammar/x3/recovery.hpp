#pragma once
// After a mistake: it is explained, and parsing goes on where the next item or line begins.

#include "grammar/mistakes/explain.hpp"
#include "grammar/x3/mistake.hpp"

namespace grotius::grammar {

/// The next token at which an item begins, or the end of the text or of its block; behind the
/// beginning of the item.
Iterator next_item(const State& state);
/// The next token at which a line of a situation or an item begins.
Iterator next_line(const State& state);

/// Whether at `at` something begins that is not part of the state's item: an item, a line, the end,
/// or a line of text that is indented no more than the item (a misspelt item).
bool something_begins(const State& state, Iterator at);

/// Whether a line of text within a situation begins at `at`, indented more than the situation, but
/// with no word of a line.
bool is_stray_line(const State& state, Iterator at);

/// The id of a rule after whose mistakes parsing goes on with the next item.
struct ResumeAtItem {
  template <class AnyContext>
  x3::error_handler_result on_error(Iterator& first, const Iterator&,
                                    const x3::expectation_failure<Iterator>& failure,
                                    const AnyContext& context) const {
    State& state = state_of(context);
    if (!dynamic_cast<const Mistake*>(&failure)) explain(state);
    state.rejected = true;
    first = next_item(state);
    return x3::error_handler_result::accept;
  }
};

/// The same, with the next line.
struct ResumeAtLine {
  template <class AnyContext>
  x3::error_handler_result on_error(Iterator& first, const Iterator&,
                                    const x3::expectation_failure<Iterator>& failure,
                                    const AnyContext& context) const {
    State& state = state_of(context);
    if (!dynamic_cast<const Mistake*>(&failure)) explain(state);
    state.rejected_line = true;
    first = next_line(state);
    return x3::error_handler_result::accept;
  }
};

/// What follows is none of this item's business: another item, another line, the end.
struct FollowParser : x3::parser<FollowParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute&) const {
    State& state = state_of(context);
    if (something_begins(state, first)) return true;
    state.note(first, Thing::next_item);
    return false;
  }
};

/// A line of text within a situation that begins as no line and no item does. Reads nothing.
struct StrayLineParser : x3::parser<StrayLineParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute&) const {
    return is_stray_line(state_of(context), first);
  }
};

/// `subject` is an item or a line of its own, and nothing of it is left over.
template <class Subject>
struct WholeDirective : x3::unary_parser<Subject, WholeDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  constexpr explicit WholeDirective(const Subject& subject_)
      : x3::unary_parser<Subject, WholeDirective<Subject>>(subject_) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             Attribute& attr) const {
    state_of(context).item = first;
    if (!this->subject.parse(first, last, context, rcontext, attr)) return false;
    return x3::expect[FollowParser{}].parse(first, last, context, rcontext, x3::unused);
  }
};
template <class Subject>
constexpr auto whole(const Subject& subject) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return WholeDirective<Parser>(x3::as_parser(subject));
}

}  // namespace grotius::grammar
