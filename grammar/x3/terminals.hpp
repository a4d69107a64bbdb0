#pragma once
// The terminals of the grammar: one parser for each kind of token. A terminal that fails notes what
// it would have taken.

#include "grammar/x3/config.hpp"

namespace grotius::grammar {

/// A word of the language.
struct WordParser : x3::parser<WordParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  Word wanted;
  explicit constexpr WordParser(Word word) : wanted(word) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute&) const {
    if (first->word == wanted) {
      ++first;
      return true;
    }
    state_of(context).note(first, wanted);
    return false;
  }
};
constexpr WordParser word(Word wanted) { return WordParser(wanted); }

struct SignParser : x3::parser<SignParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  Sign wanted;
  explicit constexpr SignParser(Sign sign) : wanted(sign) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute&) const {
    if (first->sign == wanted) {
      ++first;
      return true;
    }
    state_of(context).note(first, wanted);
    return false;
  }
};
constexpr SignParser comma{Sign::comma};
constexpr SignParser colon{Sign::colon};
constexpr SignParser equals{Sign::equal};
constexpr SignParser opening{Sign::left_parenthesis};
constexpr SignParser closing{Sign::right_parenthesis};
constexpr SignParser opening_brace{Sign::left_brace};
constexpr SignParser closing_brace{Sign::right_brace};

/// A name; with `qualified`, perhaps of another module: `MODULE.NAME`.
struct NameParser : x3::parser<NameParser> {
  using attribute_type = syntax::Name;
  static constexpr bool has_attribute = true;

  Thing thing;
  bool qualified;
  constexpr NameParser(Thing what, bool may_be_qualified)
      : thing(what), qualified(may_be_qualified) {}

  static bool is_name(const Token& token) {
    return token.kind == TokenKind::word && !is_reserved(token.word);
  }

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute& attr) const {
    State& state = state_of(context);
    if (!is_name(*first)) {
      state.note(first, thing);
      return false;
    }
    const Iterator begin = first++;
    syntax::Name name{{}, state.text_of(*begin), state.span(*begin)};
    if (qualified && first->sign == Sign::dot) {
      if (!is_name(first[1])) {
        state.note(first + 1, thing);
        first = begin;
        return false;
      }
      name.qualifier = name.text;
      name.text = state.text_of(first[1]);
      first += 2;
      name.span = state.span(begin, first);
    }
    x3::traits::move_to(std::move(name), attr);
    return true;
  }
};
/// A name that is declared here.
constexpr NameParser declared(Thing thing) { return {thing, false}; }
/// A name that is declared elsewhere.
constexpr NameParser reference(Thing thing) { return {thing, true}; }

struct TextParser : x3::parser<TextParser> {
  using attribute_type = syntax::Text;
  static constexpr bool has_attribute = true;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute& attr) const {
    State& state = state_of(context);
    if (first->kind != TokenKind::string) {
      state.note(first, Thing::text);
      return false;
    }
    x3::traits::move_to(syntax::Text{between_quotes(state.text_of(*first)), state.span(*first)},
                        attr);
    ++first;
    return true;
  }

  static std::string_view between_quotes(std::string_view text) {
    text.remove_prefix(1);
    if (!text.empty() && text.back() == '"') text.remove_suffix(1);
    return text;
  }
};
constexpr TextParser text;

/// An integer without its sign; 2^63 is the negative number.
struct MagnitudeParser : x3::parser<MagnitudeParser> {
  using attribute_type = std::int64_t;
  static constexpr bool has_attribute = true;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute& attr) const {
    State& state = state_of(context);
    if (first->kind != TokenKind::integer) {
      state.note(first, Thing::integer);
      return false;
    }
    const auto value = magnitude_of(state.text_of(*first)).value_or(0);  // beyond: reported before
    x3::traits::move_to(static_cast<std::int64_t>(value), attr);
    ++first;
    return true;
  }
};
constexpr MagnitudeParser magnitude;

struct DateParser : x3::parser<DateParser> {
  using attribute_type = syntax::DatePoint;
  static constexpr bool has_attribute = true;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute& attr) const {
    State& state = state_of(context);
    if (first->kind != TokenKind::date) {
      state.note(first, Thing::date);
      return false;
    }
    const Date day = parse_date(state.text_of(*first)).value_or(Date{});  // none: reported before
    x3::traits::move_to(syntax::DatePoint{day, state.span(*first)}, attr);
    ++first;
    return true;
  }
};
constexpr DateParser date;

/// Nothing is left to read.
struct EndParser : x3::parser<EndParser> {
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator&, const Ctx& context, RCtx&, Attribute&) const {
    if (first->kind == TokenKind::end) return true;
    state_of(context).note(first, Thing::text_end);
    return false;
  }
};
constexpr EndParser text_end;

/// `subject`, for which the reader is told one thing instead of all the words with which it can
/// begin.
template <class Subject>
struct CalledDirective : x3::unary_parser<Subject, CalledDirective<Subject>> {
  static constexpr bool is_pass_through_unary = true;

  Thing thing;
  constexpr CalledDirective(Thing what, const Subject& subject_)
      : x3::unary_parser<Subject, CalledDirective<Subject>>(subject_), thing(what) {}

  template <class Ctx, class RCtx, class Attribute>
  bool parse(Iterator& first, const Iterator& last, const Ctx& context, RCtx& rcontext,
             Attribute& attr) const {
    State& state = state_of(context);
    const Expectations before = state.farthest == first ? state.expected : Expectations{};
    if (this->subject.parse(first, last, context, rcontext, attr)) return true;
    if (state.farthest == first) {
      state.expected = before;
      state.note(first, thing);
    }
    return false;
  }
};
template <class Subject>
constexpr auto called(Thing thing, const Subject& subject) {
  using Parser = typename x3::extension::as_parser<Subject>::value_type;
  return CalledDirective<Parser>(thing, x3::as_parser(subject));
}

/// One or more with commas (or another separator) between them; after a separator one more must
/// follow.
template <class Subject, class Separator = SignParser>
constexpr auto list_of(const Subject& subject, const Separator& separator = comma) {
  return subject >> *(separator > subject);
}

}  // namespace grotius::grammar
