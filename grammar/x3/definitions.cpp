// Definitions and actions.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/value_types.hpp"

namespace grotius::grammar {

using syntax::Act;
using syntax::Action;
using syntax::Definition;
using syntax::Kind;

const auto definition_head = word(Word::define) >
                             declared(Thing::definition_name)[put(&Definition::name)] >
                             parameters[put(&Definition::parameters)];

const auto explained = -text[put(&Definition::text)] > *source[add(&Definition::sources)];

const auto value_definition = (colon > computed_type[put(&Definition::type)]) > explained > equals >
                              expression[add(&Definition::body)];

const auto relation_definition = explained > word(Word::when) > condition[add(&Definition::body)] >
                                 -(word(Word::unless) > condition[add(&Definition::unless)]);

const auto definition_def = definition_head > (value_definition | relation_definition);

BOOST_SPIRIT_DEFINE(definition)
BOOST_SPIRIT_INSTANTIATE(DefinitionRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Actions and their kinds

constexpr x3::rule<struct RoleId, syntax::Expression> role = "role";
constexpr x3::rule<struct GeneralActId, Act> general_act = "general_act";
constexpr x3::rule<struct KindId, Kind> kind = "kind";

constexpr auto as_name = [](auto& context) {
  x3::_val(context).node = syntax::Application{std::move(x3::_attr(context)), {}, false};
};

const auto role_def = placed(declared(Thing::argument)[as_name]);

const auto general_act_def = placed(reference(Thing::action_name)[put(&Act::action)] > opening >
                                    -list_of(role[add(&Act::arguments)]) > closing);

const auto kind_def = general_act[put(&Kind::general)] >>
                      -(word(Word::when) > condition[add(&Kind::when)]);

const auto done_presumed_unknown = word(Word::done)[set(&Action::done_presumed_unknown, true)] >
                                   word(Word::presumed) > word(Word::unknown);

const auto action_def = word(Word::action) > declared(Thing::action_name)[put(&Action::name)] >
                        parameters[put(&Action::roles)] > -text[put(&Action::text)] >
                        -(word(Word::is) > list_of(kind[add(&Action::kinds)])) >
                        -done_presumed_unknown;

BOOST_SPIRIT_DEFINE(role, general_act, kind, action)
BOOST_SPIRIT_INSTANTIATE(ActionRule, Iterator, Context)

}  // namespace grotius::grammar
