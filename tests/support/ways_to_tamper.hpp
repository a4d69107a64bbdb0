#pragma once

// What `tampering.cpp` does in each place. A change gives false where there is nothing to change
// so.

#include <vector>

#include <nlohmann/json.hpp>

namespace grotius::test {

struct StepWay {
  const char* name;
  bool (*change)(nlohmann::json& step, const nlohmann::json& all);  // `all`: the steps of its case
};
struct CaseWay {
  const char* name;
  bool (*change)(nlohmann::json& one);
};
struct HeadWay {
  const char* name;
  bool (*change)(nlohmann::json& head);
};

const std::vector<StepWay>& step_ways();
const std::vector<CaseWay>& case_ways();
const std::vector<HeadWay>& head_ways();

}  // namespace grotius::test
