// The beginning of a file: its module header, or the modules that it uses.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/clauses.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius::grammar {

struct ModuleId : ResumeAtItem {};
struct UsesId : ResumeAtItem {};

using syntax::Criterion;
using syntax::ModuleHeader;

constexpr auto criterion(Word spelt, Criterion value) {
  return word(spelt)[([value](auto& context) { x3::_val(context).resolve_by.push_back(value); })];
}

const auto any_criterion = criterion(Word::lex_superior, Criterion::lex_superior) |
                           criterion(Word::lex_specialis, Criterion::lex_specialis) |
                           criterion(Word::lex_posterior, Criterion::lex_posterior);

const auto module = declared(Thing::module_name);
const auto rank = declared(Thing::rank_name);

const auto module_header_def = whole(placed(
    word(Word::module) > module[put(&ModuleHeader::name)] > -text[put(&ModuleHeader::title)] >
    -(word(Word::uses) > list_of(module[add(&ModuleHeader::uses)])) >
    -(word(Word::includes) > list_of(module[add(&ModuleHeader::includes)])) >
    -in_force[put(&ModuleHeader::in_force)] >
    -(word(Word::resolve) > word(Word::by) > list_of(any_criterion)) >
    -(word(Word::ranks) > list_of(rank[add(&ModuleHeader::ranks)], SignParser(Sign::greater)))));

const auto uses_def = whole(word(Word::uses) > list_of(module[append]));

BOOST_SPIRIT_DEFINE(module_header, uses)
BOOST_SPIRIT_INSTANTIATE(ModuleRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(UsesRule, Iterator, Context)

}  // namespace grotius::grammar
