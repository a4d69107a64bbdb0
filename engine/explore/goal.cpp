#include "engine/explore/goal.hpp"

namespace grotius::explore {

std::optional<ground::NodeId> goal(const analyse::Inquiry& inquiry, analyse::Verdict answer) {
  using analyse::Verdict;
  if (inquiry.condition) {
    if (answer == Verdict::yes) return *inquiry.condition;
    if (answer == Verdict::no) return inquiry.negated_condition;
    return std::nullopt;
  }
  switch (answer) {
    case Verdict::yes:
      return inquiry.status->permitted;
    case Verdict::no:
      return inquiry.status->forbidden;
    case Verdict::contested:
      return inquiry.status->contested;
    case Verdict::silent:
      return inquiry.status->silent;
    case Verdict::depends:
    case Verdict::unknown:
      break;
  }
  return std::nullopt;
}

}  // namespace grotius::explore
