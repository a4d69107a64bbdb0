#include "tests/support/tampering.hpp"

#include <algorithm>

#include "tests/support/ways_to_tamper.hpp"

namespace grotius::test {

using nlohmann::json;

std::vector<std::string> ways_to_tamper() {
  std::vector<std::string> names;
  for (const StepWay& way : step_ways()) names.emplace_back(way.name);
  for (const CaseWay& way : case_ways()) names.emplace_back(way.name);
  for (const HeadWay& way : head_ways()) names.emplace_back(way.name);
  return names;
}

std::vector<Tampered> tamper(const json& certificate, std::size_t places) {
  std::vector<Tampered> result;
  std::vector<std::pair<std::size_t, std::size_t>> steps;
  for (std::size_t i = 0; i < certificate.at("cases").size(); ++i)
    for (std::size_t j = 0; j < certificate.at("cases")[i].at("steps").size(); ++j)
      steps.emplace_back(i, j);
  const auto where = [](std::size_t i, std::size_t j) {
    return "case " + std::to_string(i) + ", step " + std::to_string(j);
  };
  for (const StepWay& way : step_ways()) {
    // First which steps can be changed so, then those of them that are.
    std::vector<std::pair<std::size_t, std::size_t>> fit;
    for (const auto& [i, j] : steps) {
      json step = certificate.at("cases")[i].at("steps")[j];
      if (way.change(step, certificate.at("cases")[i].at("steps"))) fit.emplace_back(i, j);
    }
    const std::size_t stride =
        std::max<std::size_t>(1, (fit.size() + places - 1) / std::max<std::size_t>(places, 1));
    for (std::size_t k = 0; k < fit.size(); k += stride) {
      const auto& [i, j] = fit[k];
      json changed = certificate;
      json& all = changed["cases"][i]["steps"];
      way.change(all[j], all);
      result.push_back({way.name, where(i, j), std::move(changed)});
    }
  }
  for (const CaseWay& way : case_ways())
    for (std::size_t i = 0, done = 0; i < certificate.at("cases").size() && done < places; ++i) {
      json changed = certificate;
      if (!way.change(changed["cases"][i])) continue;
      ++done;
      result.push_back({way.name, "case " + std::to_string(i), std::move(changed)});
    }
  for (const HeadWay& way : head_ways()) {
    json changed = certificate;
    if (way.change(changed)) result.push_back({way.name, "head", std::move(changed)});
  }
  return result;
}

}  // namespace grotius::test
