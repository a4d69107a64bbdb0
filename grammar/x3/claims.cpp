// What is claimed of a norm set and of situations: constraints, theses, acceptances, tolerations.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"

namespace grotius::grammar {

using syntax::Acceptance;
using syntax::Constraint;
using syntax::Everyone;
using syntax::Thesis;
using syntax::ThesisExpectation;
using syntax::ThesisMode;
using syntax::Toleration;

const auto constraint_def =
    word(Word::constraint) > declared(Thing::constraint_name)[put(&Constraint::name)] >
    -text[put(&Constraint::title)] >
    -for_binders[put(&Constraint::binders)] > condition[add(&Constraint::condition)];

const auto mode = word(Word::always)[set(&Thesis::mode, ThesisMode::always)] |
                  word(Word::sometimes)[set(&Thesis::mode, ThesisMode::sometimes)];

const auto expectation = word(Word::proved)[set(&Thesis::expect, ThesisExpectation::proved)] |
                         word(Word::refuted)[set(&Thesis::expect, ThesisExpectation::refuted)];

const auto thesis_def = word(Word::thesis) > declared(Thing::thesis_name)[put(&Thesis::name)] >
                        -text[put(&Thesis::title)] > *source[add(&Thesis::sources)] > mode >
                        -for_binders[put(&Thesis::binders)] > condition[add(&Thesis::condition)] >
                        -(word(Word::expect) > expectation);

BOOST_SPIRIT_DEFINE(constraint, thesis)
BOOST_SPIRIT_INSTANTIATE(ConstraintRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ThesisRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Acceptance and toleration

const auto exception = reference(Thing::individual_name)[add(&Everyone::except)];

const auto everyone_def =
    (word(Word::every)[set(&Everyone::every, true)] >
     reference(Thing::type_name)[put(&Everyone::name)] >
     -(word(Word::except) > opening_brace > list_of(exception) > closing_brace)) |
    reference(Thing::individual_name)[put(&Everyone::name)];

const auto acceptance_def =
    word(Word::acceptance) > word(Word::of) >
    declared(Thing::module_name)[put(&Acceptance::module)] > word(Word::by) >
    list_of(everyone[add(&Acceptance::who)]) > period[put(&Acceptance::period)] >
    *source[add(&Acceptance::sources)];

const auto toleration_def = word(Word::tolerate) >
                            declared(Thing::finding_kind)[put(&Toleration::kind)] >
                            list_of(reference(Thing::finding_name)[add(&Toleration::names)]) >
                            text[put(&Toleration::reason)];

BOOST_SPIRIT_DEFINE(everyone, acceptance, toleration)
BOOST_SPIRIT_INSTANTIATE(EveryoneRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(AcceptanceRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(TolerationRule, Iterator, Context)

}  // namespace grotius::grammar
