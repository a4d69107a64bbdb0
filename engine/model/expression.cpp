#include "engine/model/expression.hpp"

#include <algorithm>

namespace grotius::model {

std::uint32_t slots_needed(const Expr& body, std::uint32_t head) {
  std::uint32_t needed = head;
  for (const Variable& binder : body.binders) needed = std::max(needed, binder.slot + 1);
  for (const Expr& operand : body.operands) needed = std::max(needed, slots_needed(operand, head));
  return needed;
}

}  // namespace grotius::model
