// Situations and their lines.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/lines.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius::grammar {

using syntax::Line;
using syntax::LineArgument;
using syntax::LineEntry;
using syntax::LineValue;
using syntax::Situation;

// -------------------------------------------------------------------------------------------------
// Entries

constexpr x3::rule<struct LineArgumentId, LineArgument> line_argument = "argument";
constexpr x3::rule<struct LineValueId, LineValue> line_value = "value";
constexpr x3::rule<struct GivenId, LineEntry> given_entry = "entry";
constexpr x3::rule<struct UnknownId, LineEntry> unknown_entry = "entry";

const auto individual = reference(Thing::individual_name);
const auto exceptions = opening_brace >
                        list_of(individual[add(&LineArgument::except)]) > closing_brace;

const auto line_argument_def = placed(
    (opening_brace[set(&LineArgument::kind, LineArgument::Kind::set)] >
     list_of(individual[add(&LineArgument::names)]) > closing_brace) |
    (word(Word::every)[set(&LineArgument::kind, LineArgument::Kind::every)] >
     reference(Thing::type_name)[add(&LineArgument::names)] > -(word(Word::except) > exceptions)) |
    individual[add(&LineArgument::names)]);

const auto line_value_def = constant[add(&LineValue::value)] >> *source[add(&LineValue::sources)];

const auto line_arguments = opening > -list_of(line_argument[add(&LineEntry::arguments)]) > closing;

const auto atom = reference(Thing::fact_name)[put(&LineEntry::name)] > line_arguments;

const auto deed = word(Word::done)[set(&LineEntry::done, true)] >
                  reference(Thing::action_name)[put(&LineEntry::name)] > line_arguments;

const auto values = equals > list_of(line_value[add(&LineEntry::values)], word(Word::or_));

const auto given_entry_def = placed(
    (word(Word::not_)[set(&LineEntry::negated, true)] > (deed | atom)) | deed | (atom > -values));

// The value is read to be refused in so many words.
const auto unknown_entry_def = placed(deed | (atom > -values));

BOOST_SPIRIT_DEFINE(line_argument, line_value, given_entry, unknown_entry)

// -------------------------------------------------------------------------------------------------
// Lines. A mistake in one leaves the others alone.

constexpr x3::rule<struct LineId, Line> line = "line";
constexpr x3::rule<struct OwnIndividualsId, syntax::Individuals> own_individuals = "individuals";
constexpr x3::rule<struct StrayLineId, Line> stray_line = "line";
constexpr x3::rule<struct HeaderId, Situation> header = "situation";

struct LineId : ResumeAtLine {};
struct StrayLineId : ResumeAtLine {};
struct OwnIndividualsId : ResumeAtLine {};
struct HeaderId : ResumeAtLine {};

constexpr auto check = [](auto& context) {
  check_line(state_of(context), x3::_val(context), x3::_where(context).begin());
};

const auto period_and_sources = period[put(&Line::period)] > *source[add(&Line::sources)];

const auto line_def =
    whole(((word(Word::given)[set(&Line::kind, Line::Kind::given)] >
            list_of(given_entry[add(&Line::entries)])) |
           (word(Word::unknown)[set(&Line::kind, Line::Kind::unknown)] >
            list_of(unknown_entry[add(&Line::entries)]))) > period_and_sources > x3::eps[check]);

const auto own_individuals_def = whole(individuals[take]);

/// A line of text that belongs to the situation, but begins as no line does.
const auto stray_line_def = whole(StrayLineParser{} > x3::eps(false));

/// Whether the line, or header, was understood; otherwise the situation is not.
constexpr auto understood = [](State& state) {
  if (!state.rejected_line) return true;
  state.rejected = true;
  state.rejected_line = false;
  return false;
};

template <class Struct, class Member>
constexpr auto add_if_understood(Member Struct::*member) {
  return [member](auto& context) {
    if (!understood(state_of(context))) return;
    (x3::_val(context).*member).push_back(std::move(x3::_attr(context)));
  };
}

constexpr auto reject = [](auto& context) { understood(state_of(context)); };

constexpr auto begin_situation = [](auto& context) {
  State& state = state_of(context);
  state.situation = state.item;
};

constexpr auto end_situation = [](auto& context) {
  State& state = state_of(context);
  state.item = std::exchange(state.situation, nullptr);
};

const auto lines_def = x3::eps[begin_situation] >>
                       *(line[add_if_understood(&Situation::lines)] |
                         own_individuals[add_if_understood(&Situation::individuals)] |
                         stray_line[reject]) >>
                       x3::eps[end_situation];

const auto header_def =
    whole(word(Word::situation) > declared(Thing::situation_name)[put(&Situation::name)] >
          -text[put(&Situation::title)] >
          -(word(Word::extends) > reference(Thing::situation_name)[put(&Situation::extends)]) >
          -(word(Word::on) > date[put(&Situation::on)]));

constexpr auto with_header = [](auto& context) {
  understood(state_of(context));
  x3::_val(context) = std::move(x3::_attr(context));
};

constexpr auto with_lines = [](auto& context) {
  x3::_val(context).individuals = std::move(x3::_attr(context).individuals);
  x3::_val(context).lines = std::move(x3::_attr(context).lines);
};

const auto situation_def = header[with_header] >> lines[with_lines];

BOOST_SPIRIT_DEFINE(line, own_individuals, stray_line, lines, header, situation)
BOOST_SPIRIT_INSTANTIATE(LinesRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(SituationRule, Iterator, Context)

}  // namespace grotius::grammar
