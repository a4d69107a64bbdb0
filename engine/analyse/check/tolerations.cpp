#include "engine/analyse/check/tolerations.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

namespace grotius::analyse {

namespace {

std::string_view unqualified(std::string_view name) {
  return name.substr(name.rfind('.') + 1);  // all of it where there is no dot
}

bool is_qualified(std::string_view name) { return name.find('.') != std::string_view::npos; }

bool may_mean(std::string_view written, std::string_view name) {
  return unqualified(written) == unqualified(name) &&
         !(is_qualified(written) && is_qualified(name) && written != name);
}

/// Whether the names of a toleration are those of a finding; either may be qualified or not. Names
/// that are equal pair up first.
bool same(const std::vector<std::string_view>& written, const std::vector<std::string>& names) {
  if (written.size() != names.size()) return false;
  std::vector<std::string_view> left, open;
  for (const std::string& name : names)
    if (std::ranges::find(written, std::string_view(name)) == written.end()) left.push_back(name);
  for (const std::string_view name : written)
    if (std::ranges::find(names, name) == names.end()) open.push_back(name);
  return std::ranges::all_of(open, [&](std::string_view name) {
    const auto meant =
        std::ranges::find_if(left, [&](std::string_view one) { return may_mean(name, one); });
    if (meant == left.end()) return false;
    left.erase(meant);
    return true;
  });
}

}  // namespace

Tolerations::Tolerations(const model::Model& model, model::ModuleId module)
    : model_(model), module_(module) {
  std::vector<model::ModuleId> speaking{module};
  for (std::size_t next = 0; next < speaking.size(); ++next)
    for (const model::ModuleId included : model[speaking[next]].includes)
      if (std::ranges::find(speaking, included) == speaking.end()) speaking.push_back(included);
  for (const model::Toleration& one : model.tolerations) {
    const bool speaks =
        model[one.module].anonymous || std::ranges::find(speaking, one.module) != speaking.end();
    const auto kind = finding_kind(one.kind);
    if (speaks && kind) all_.push_back({*kind, &one});
  }
}

bool Tolerations::speaks_of(const One& toleration, FindingKind kind,
                            const std::vector<std::string>& names) const {
  return toleration.kind == kind && same(toleration.text->names, names);
}

const std::string* Tolerations::reason(FindingKind kind,
                                       const std::vector<std::string>& names) const {
  const auto found =
      std::ranges::find_if(all_, [&](const One& one) { return speaks_of(one, kind, names); });
  return found == all_.end() ? nullptr : &found->text->reason;
}

bool Tolerations::may_mean_something(const One& toleration, const Report& report) const {
  const auto& names = toleration.text->names;
  const auto may_be = [&](const auto& left) {
    return left.kind == toleration.kind && (left.names.empty() || same(names, left.names));
  };
  return std::ranges::any_of(report.not_seen, may_be) ||
         std::ranges::any_of(report.undecided, may_be) ||
         std::ranges::any_of(report.beyond,
                             [&](const Beyond& one) { return one.kind == toleration.kind; });
}

void Tolerations::apply(Report& report, const std::set<FindingKind>& kinds) const {
  std::set<const One*> matched;
  std::vector<Finding> standing;
  const auto sift = [&](Finding& finding) {
    const One* first = nullptr;
    for (const One& one : all_) {
      if (!speaks_of(one, finding.kind, finding.names)) continue;
      matched.insert(&one);  // said twice, it is stale no more than said once
      if (first == nullptr) first = &one;
    }
    if (first == nullptr) return standing.push_back(std::move(finding));
    report.tolerated.push_back({std::move(finding), first->text->reason});
  };
  for (Finding& finding : report.findings) sift(finding);

  if (kinds.empty() || kinds.contains(FindingKind::stale_toleration)) {
    // Tolerations of stale tolerations come last: what they speak of arises here.
    for (const bool of_stale : {false, true}) {
      for (const One& one : all_) {
        if ((one.kind == FindingKind::stale_toleration) != of_stale) continue;
        const bool looked_for = kinds.empty() || kinds.contains(one.kind);
        const bool own = one.text->module == module_;
        if (!own || !looked_for || matched.contains(&one) || may_mean_something(one, report))
          continue;
        Finding finding;
        finding.kind = FindingKind::stale_toleration;
        finding.names.assign(one.text->names.begin(), one.text->names.end());
        finding.at = {one.text->span};
        finding.message = fmt::format("there is no finding `{} {}` to tolerate", one.text->kind,
                                      fmt::join(one.text->names, ", "));
        finding.help = "leave the toleration out: what it speaks of is gone, or has other names";
        if (of_stale) {
          standing.push_back(std::move(finding));
        } else {
          sift(finding);
        }
      }
    }
  }
  const auto order = [](const Finding& a, const Finding& b) {
    return std::tie(a.kind, a.names) < std::tie(b.kind, b.names);
  };
  std::ranges::stable_sort(standing, order);
  std::ranges::stable_sort(report.tolerated, order, &Tolerated::finding);
  report.findings = std::move(standing);
}

}  // namespace grotius::analyse
