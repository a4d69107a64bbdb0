#pragma once
// After a mistake: it is explained, and parsing goes on where the next item or line begins.

#include "grammar/x3/mistake.hpp"

namespace grotius::grammar {

/// Reports what is wrong at the place beyond which no rule could read.
void explain(State& state);

/// The next token at which an item begins, or the end of the text or of its block; behind the
/// beginning of the item.
Iterator next_item(const State& state);
/// The next token at which a line of a situation or an item begins.
Iterator next_line(const State& state);

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

/// `subject` is an item or a line of its own.
template <class Subject>
struct BegunDirective : x3::unary_parser<Subject, BegunDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;
  constexpr explicit BegunDirective(const Subject& subject_)
      : x3::unary_parser<Subject, BegunDirective<Subject>>(subject_) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             Attribute& attr) const {
    state_of(context).item = first;
    return this->subject.parse(first, last, context, rcontext, attr);
  }
};
template <class Subject>
constexpr auto begun(const Subject& subject) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return BegunDirective<Parser>(x3::as_parser(subject));
}

}  // namespace grotius::grammar
