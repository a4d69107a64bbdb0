// What a norm set speaks about: documents, types, individuals, parameters, facts.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/value_types.hpp"

namespace grotius::grammar {

using syntax::Document;
using syntax::Fact;
using syntax::Individuals;
using syntax::NamedIndividual;
using syntax::Parameter;
using syntax::Presumption;
using syntax::TypeDeclaration;

const auto document_def =
    word(Word::document) >
    declared(Thing::document_name)[put(&Document::name)] > text[put(&Document::citation)] >
    -(word(Word::rank) > declared(Thing::rank_name)[put(&Document::rank)]) >
    -(word(Word::dated) > date[put(&Document::dated)]) >
    -(word(Word::link) > text[put(&Document::link)]);

BOOST_SPIRIT_DEFINE(document)
BOOST_SPIRIT_INSTANTIATE(DocumentRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Types and individuals

const auto closed_member = declared(Thing::individual_name)[add(&TypeDeclaration::individuals)];

const auto type_def = word(Word::type) > declared(Thing::type_name)[put(&TypeDeclaration::name)] >
                      -((colon > reference(Thing::type_name)[put(&TypeDeclaration::supertype)]) |
                        (equals > list_of(closed_member, SignParser(Sign::bar))));

using IndividualGroupRule = x3::rule<struct IndividualGroupId, std::vector<NamedIndividual>>;
constexpr IndividualGroupRule individual_group = "individuals";
constexpr x3::rule<struct NamedIndividualId, NamedIndividual> named_individual = "individual";

constexpr auto typed = [](auto& context) {
  for (NamedIndividual& individual : x3::_val(context)) individual.type = x3::_attr(context);
};

const auto named_individual_def = declared(Thing::individual_name)[put(&NamedIndividual::name)] >>
                                  -text[put(&NamedIndividual::label)];

const auto individual_group_def = (named_individual[append] >>
                                   *(comma > named_individual[append])) > colon >
                                  reference(Thing::type_name)[typed];

constexpr auto add_group = [](auto& context) {
  auto& all = x3::_val(context).individuals;
  for (NamedIndividual& individual : x3::_attr(context)) all.push_back(std::move(individual));
};

const auto individuals_def = word(Word::individual) > list_of(individual_group[add_group]);

BOOST_SPIRIT_DEFINE(type, named_individual, individual_group, individuals)
BOOST_SPIRIT_INSTANTIATE(TypeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(IndividualsRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// Parameters and facts

const auto parameter_def = word(Word::parameter) >
                           declared(Thing::parameter_name)[put(&Parameter::name)] > colon
                           > plain_value_type[put(&Parameter::type)] > equals
                           > constant[add(&Parameter::value)] > -text[put(&Parameter::title)] >
                           *source[add(&Parameter::sources)];

constexpr x3::rule<struct PresumptionId, Presumption> presumption = "presumption";

const auto presumption_def =
    placed(word(Word::presumed) > (word(Word::unknown)[set(&Presumption::unknown, true)] |
                                   constant[add(&Presumption::value)]));

const auto fact_def = word(Word::fact) > declared(Thing::fact_name)[put(&Fact::name)] >
                      parameters[put(&Fact::parameters)] > -(colon > value_type[put(&Fact::type)]) >
                      -presumption[put(&Fact::presumed)] >
                      -(word(Word::cost) > integer[put(&Fact::cost)]) > -text[put(&Fact::text)];

BOOST_SPIRIT_DEFINE(parameter, presumption, fact)
BOOST_SPIRIT_INSTANTIATE(ParameterRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(FactRule, Iterator, Context)

}  // namespace grotius::grammar
