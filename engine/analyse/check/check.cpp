#include "engine/analyse/check/check.hpp"

#include <algorithm>
#include <chrono>

#include "engine/analyse/check/analyses.hpp"
#include "engine/analyse/check/cache.hpp"
#include "engine/analyse/check/tolerations.hpp"
#include "engine/analyse/check/unused.hpp"

namespace grotius::analyse {

namespace {

using Clock = std::chrono::steady_clock;

Effort effort_of(const CheckOptions& options, Clock::time_point start) {
  Effort effort{options.engine, std::nullopt};
  if (options.seconds > 0)
    effort.deadline = start + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(options.seconds));
  return effort;
}

void sort_findings(Report& report) {
  std::ranges::stable_sort(report.findings, [](const Finding& a, const Finding& b) {
    return std::tie(a.kind, a.names, a.condition, a.at) < std::tie(b.kind, b.names, b.condition, b.at);
  });
}

void run(Study& study) {
  struct Step {
    FindingKind kind;
    std::string what;
    std::function<void(Study&)> analysis;
  };
  const std::vector<Step> steps = {
      {FindingKind::conflict, "conflicts", find_conflicts},
      {FindingKind::impossible_duties, "impossible duties", find_impossible_duties},
      {FindingKind::gap, "gaps", find_gaps},
      {FindingKind::dead_norm, "dead norms", find_dead},
      {FindingKind::constant_definition, "constant definitions", find_constant_definitions},
      {FindingKind::idle_norm, "idle norms", find_idle_norms},
      {FindingKind::redundant_condition, "redundant conditions", find_redundant_conditions},
      {FindingKind::idle_priority, "priorities", find_about_priorities},
  };
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool of_two = steps[i].kind == FindingKind::dead_norm || steps[i].kind == FindingKind::idle_priority;
    if (!of_two && !study.wants(steps[i].kind)) continue;
    if (study.options.progress)
      study.options.progress(steps[i].what, static_cast<double>(i) / static_cast<double>(steps.size()));
    study.attempt(steps[i].kind, {}, {}, [&] { steps[i].analysis(study); });
  }
}

}  // namespace

namespace {

/// A module of words alone that nothing loaded uses: it is there for others, so that nothing here refers to it says nothing.
bool is_vocabulary(const model::Model& model, model::ModuleId module) {
  const auto here = [&](const auto& items) {
    return std::ranges::any_of(items, [&](const auto& item) { return item.module == module; });
  };
  const bool used = std::ranges::any_of(model.modules, [&](const model::Module& other) {
    return std::ranges::find(other.uses, module) != other.uses.end() ||
           std::ranges::find(other.includes, module) != other.includes.end();
  });
  return !used && !model[module].anonymous && !here(model.norms) && !here(model.theses) && !here(model.questions);
}

}  // namespace

std::optional<Report> check(Worlds& worlds, model::ModuleId module, const CheckOptions& options,
                            Diagnostics& diagnostics) {
  const auto start = Clock::now();
  auto world = worlds.world_of(module, options.on, diagnostics);
  if (!world) return std::nullopt;
  Report report;
  report.module = module;
  Study study(std::move(*world), options, effort_of(options, start), report);
  if (!study.wants(FindingKind::contradictory_constraints) || find_contradictory_constraints(study)) {
    if (options.cache != nullptr) options.cache->recall(study);
    run(study);
    if (study.wants(FindingKind::thesis_failed)) {
      for (ThesisResult& result : decide_theses(study)) report.theses.push_back(std::move(result));
      std::ranges::sort(report.theses, {}, &ThesisResult::thesis);
      find_failed_theses(study, report.theses);
    }
  }
  if (study.wants(FindingKind::unused) && !is_vocabulary(study.model, module))
    for (Finding& finding : unused(study.model, module)) report.findings.push_back(std::move(finding));
  sort_findings(report);
  if (options.cache != nullptr && study.units != nullptr) options.cache->keep(study);
  Tolerations(study.model, module).apply(report, options.kinds);
  if (options.repair) propose_repairs(study);
  report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  return report;
}

std::vector<ThesisResult> decide_theses(Worlds& worlds, model::ModuleId module,
                                        const CheckOptions& options, Diagnostics& diagnostics) {
  auto world = worlds.world_of(module, options.on, diagnostics);
  if (!world) return {};
  Report report;
  report.module = module;
  Study study(std::move(*world), options, effort_of(options, Clock::now()), report);
  return decide_theses(study);
}

}  // namespace grotius::analyse
