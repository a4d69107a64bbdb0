#include "grammar/x3/value_types.hpp"

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"

namespace grotius::grammar {

using syntax::ValueType;

const auto number = word(Word::int_)[set(&ValueType::kind, ValueType::Kind::integer)];
const auto calendar_date = word(Word::date)[set(&ValueType::kind, ValueType::Kind::date)];
const auto closed_type = reference(Thing::type_name)[put(&ValueType::name)] >>
                         x3::eps[set(&ValueType::kind, ValueType::Kind::named)];

const auto dots = SignParser(Sign::dots)[set(&ValueType::ranged, true)];
const auto low = integer[put(&ValueType::low)];
const auto high = integer[put(&ValueType::high)];

// Either end may be left out, not both.
const auto range = word(Word::in) > ((low > dots > -high) | (dots > high));

const auto value_type_def = placed((number > -range) | calendar_date | closed_type);

const auto plain_value_type_def = placed(number | calendar_date | closed_type);

const auto computed_type_def = placed(number | calendar_date);

BOOST_SPIRIT_DEFINE(value_type, plain_value_type, computed_type)

BOOST_SPIRIT_INSTANTIATE(ValueTypeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(PlainValueTypeRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(ComputedTypeRule, Iterator, Context)

}  // namespace grotius::grammar
