#include "engine/model/situations.hpp"

namespace grotius::model {

std::optional<Date> date_of(const Question& question, const Situation& situation) {
  return question.on ? question.on : situation.on;
}

}  // namespace grotius::model
