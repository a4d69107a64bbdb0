// Any item.

#include "grammar/x3/actions.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius::grammar {

struct ItemId : ResumeAtItem {};

const auto item_def = begun(
    placed(x3::eps > (norm[as_node] | question[as_node] | fact[as_node] | definition[as_node] |
                      situation[as_node] | individuals[as_node] | action[as_node] | type[as_node] |
                      document[as_node] | parameter[as_node] | attribution[as_node] |
                      priority[as_node] | incompatibility[as_node] | constraint[as_node] |
                      thesis[as_node] | acceptance[as_node] | toleration[as_node])));

BOOST_SPIRIT_DEFINE(item)
BOOST_SPIRIT_INSTANTIATE(ItemRule, Iterator, Context)

}  // namespace grotius::grammar
