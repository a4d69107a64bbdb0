// Any item, and texts that hold only a part of one.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/expressions.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius::grammar {

struct ItemId : ResumeAtItem {};

const auto item_def = whole(
    placed(x3::eps > (norm[as_node] | question[as_node] | fact[as_node] | definition[as_node] |
                      situation[as_node] | individuals[as_node] | action[as_node] | type[as_node] |
                      document[as_node] | parameter[as_node] | attribution[as_node] |
                      priority[as_node] | incompatibility[as_node] | constraint[as_node] |
                      thesis[as_node] | acceptance[as_node] | toleration[as_node])));

BOOST_SPIRIT_DEFINE(item)
BOOST_SPIRIT_INSTANTIATE(ItemRule, Iterator, Context)

// -------------------------------------------------------------------------------------------------
// What a command line, or a line of a batch, gives

struct LoneExpressionId : ResumeAtItem {};
struct LoneLinesId : ResumeAtItem {};

const auto lone_expression_def = x3::eps > expression[take] > text_end;
const auto lone_lines_def = lines[take] > text_end;

BOOST_SPIRIT_DEFINE(lone_expression, lone_lines)
BOOST_SPIRIT_INSTANTIATE(LoneExpressionRule, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(LoneLinesRule, Iterator, Context)

}  // namespace grotius::grammar
