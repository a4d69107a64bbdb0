// Questions.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"

namespace grotius::grammar {

using syntax::Question;
using syntax::Setting;

constexpr x3::rule<struct SettingId, Setting> setting = "setting";

const auto setting_def = reference(Thing::parameter_name)[put(&Setting::parameter)] > equals >
                         (word(Word::unknown) | constant[add(&Setting::value)]);

constexpr auto as_answer = [](auto& context) {
  State& state = state_of(context);
  const Iterator token = x3::_where(context).begin() - 1;
  x3::_val(context).expect = syntax::Name{{}, state.text_of(*token), state.span(*token)};
};

const auto answer = word(Word::yes) | word(Word::no) | word(Word::contested) | word(Word::depends) |
                    word(Word::permitted) | word(Word::forbidden) | word(Word::obliged) |
                    word(Word::silent) | word(Word::exempt) | word(Word::empowered) |
                    word(Word::disabled);

const auto norm_set =
    (word(Word::under) > list_of(declared(Thing::module_name)[add(&Question::under)])) |
    (word(Word::as) > word(Word::held) > word(Word::by) >
     reference(Thing::individual_name)[put(&Question::as_held_by)]);

const auto question_def = word(Word::ask) > expression[add(&Question::asked)] > word(Word::in) >
                          reference(Thing::situation_name)[put(&Question::situation)] > -norm_set >
                          -(word(Word::on) > date[put(&Question::on)]) >
                          -(word(Word::with) > list_of(setting[add(&Question::with)])) >
                          -(word(Word::expect) > (answer >> x3::eps[as_answer]));

BOOST_SPIRIT_DEFINE(setting, question)
BOOST_SPIRIT_INSTANTIATE(QuestionRule, Iterator, Context)

}  // namespace grotius::grammar
