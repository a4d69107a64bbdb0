// Norms and what ranks or joins them.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"

namespace grotius::grammar {

using syntax::Attribution;
using syntax::Incompatibility;
using syntax::Modality;
using syntax::Norm;
using syntax::Priority;

constexpr auto modality(Word spelt, Modality value) {
  return word(spelt)[set(&Norm::modality, value)];
}

const auto any_modality =
    modality(Word::permit, Modality::permit) | modality(Word::forbid, Modality::forbid) |
    modality(Word::oblige, Modality::oblige) | modality(Word::exempt, Modality::exempt) |
    modality(Word::empower, Modality::empower) | modality(Word::disable, Modality::disable);

const auto by_default = word(Word::by) > word(Word::default_)[set(&Norm::by_default, true)];

const auto norm_def = word(Word::norm) > declared(Thing::norm_name)[put(&Norm::name)] >
                      -text[put(&Norm::title)] > *source[add(&Norm::sources)] >
                      -in_force[put(&Norm::in_force)] > -by_default > any_modality
                      > head[put(&Norm::act)] > -(word(Word::when) > condition[add(&Norm::when)]) >
                      -(word(Word::unless) > condition[add(&Norm::unless)]) >
                      -(word(Word::overrides) >
                        list_of(reference(Thing::norm_name)[add(&Norm::overrides)]));

BOOST_SPIRIT_DEFINE(norm)
BOOST_SPIRIT_INSTANTIATE(NormRule, Iterator, Context)

const auto attribution_def = word(Word::attribution) > -text[put(&Attribution::title)] >
                             *source[add(&Attribution::sources)] > head[put(&Attribution::act)] >
                             word(Word::when) > condition[add(&Attribution::when)];

const auto greater = SignParser(Sign::greater);

const auto priority_def = word(Word::priority) >
                          reference(Thing::norm_name)[add(&Priority::norms)] > greater >
                          list_of(reference(Thing::norm_name)[add(&Priority::norms)], greater);

const auto incompatibility_def = word(Word::incompatible) > head[add(&Incompatibility::acts)] >
                                 comma > list_of(head[add(&Incompatibility::acts)]);

BOOST_SPIRIT_DEFINE(attribution, priority, incompatibility)
BOOST_SPIRIT_INSTANTIATE(AttributionRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PriorityRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(IncompatibilityRule, Iterator, Context)

}  // namespace grotius::grammar
