#include "engine/model/superiority_stated.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "engine/model/cycle_codes.hpp"
#include "engine/model/cycle_text.hpp"

namespace grotius::model {
namespace {

bool has(const std::vector<Criterion>& criteria, Criterion criterion) {
  return std::find(criteria.begin(), criteria.end(), criterion) != criteria.end();
}

/// Norms of one head, one modality, and alike in being by default or not.
struct Group {
  std::uint32_t pattern = 0;
  Modality modality{};
  std::vector<NormId> members;
};

std::vector<Group> groups(const Model& model, const NormSet& set, bool by_default,
                          Meetings& meetings) {
  std::map<std::pair<std::uint32_t, Modality>, std::size_t> places;
  std::vector<Group> result;
  for (const NormId id : set.norms) {
    const Norm& norm = model[id];
    if (norm.by_default != by_default) continue;
    const std::uint32_t pattern = meetings.pattern(id);
    const auto [at, added] = places.emplace(std::pair(pattern, norm.modality), result.size());
    if (added) result.push_back({pattern, norm.modality, {}});
    result[at->second].members.push_back(id);
  }
  return result;
}

std::uint32_t node(NormId id) { return static_cast<std::uint32_t>(id); }

}  // namespace

std::vector<std::size_t> void_priorities(const Model& model, const NormSet& set) {
  std::vector<std::size_t> result;
  for (const std::size_t i : set.priorities) {
    const StatedPriority& stated = model.priorities[i];
    const Module* module = resolving_module(model, set, stated.superior, stated.inferior);
    if (!module || !has(module->resolve_by, Criterion::lex_superior)) continue;
    const auto superior = rank_of(model, *module, stated.superior);
    const auto inferior = rank_of(model, *module, stated.inferior);
    if (superior && inferior && *inferior < *superior) result.push_back(i);
  }
  return result;
}

StatedGraph::StatedGraph(const Model& model, const NormSet& set,
                         const std::vector<std::size_t>& ignored, Meetings& meetings)
    : model_(model), set_(set), meetings_(meetings), nodes_(model.norms.size()) {
  for (const std::size_t i : set.priorities) {
    if (std::binary_search(ignored.begin(), ignored.end(), i)) continue;
    arcs_.push_back({node(model.priorities[i].superior), node(model.priorities[i].inferior)});
    priorities_.push_back(i);
  }
  add_defaults();
}

void StatedGraph::add_defaults() {
  const std::vector<Group> yielding = groups(model_, set_, true, meetings_);
  if (yielding.empty()) return;
  const std::vector<Group> strong = groups(model_, set_, false, meetings_);
  const std::size_t first_gate = nodes_;
  const std::size_t first_hub = nodes_ + strong.size();
  nodes_ += strong.size() + yielding.size();
  for (std::size_t g = 0; g < strong.size(); ++g) {
    const auto gate = static_cast<std::uint32_t>(first_gate + g);
    for (const NormId id : strong[g].members) arcs_.push_back({node(id), gate});
    for (std::size_t h = 0; h < yielding.size(); ++h) {
      if (!opposed(strong[g].modality, yielding[h].modality)) continue;
      if (!meetings_.meet_patterns(strong[g].pattern, yielding[h].pattern)) continue;
      arcs_.push_back({gate, static_cast<std::uint32_t>(first_hub + h)});
    }
  }
  for (std::size_t h = 0; h < yielding.size(); ++h) {
    for (const NormId id : yielding[h].members)
      arcs_.push_back({static_cast<std::uint32_t>(first_hub + h), node(id)});
  }
}

void StatedGraph::remove_cycles(Diagnostics& diagnostics) {
  if (priorities_.empty())
    return;  // pairs by default alone lead from norms that are not to norms that are
  const Digraph graph(nodes_, arcs_);
  const Components components = strongly_connected(graph);
  std::map<std::uint32_t, std::uint32_t> first;  // component -> stated arc
  for (std::uint32_t i = 0; i < priorities_.size(); ++i) {
    if (!components.together(arcs_[i])) continue;
    const auto [at, added] = first.emplace(components.of[arcs_[i].from], i);
    const auto span = [&](std::uint32_t arc) { return model_.priorities[priorities_[arc]].span; };
    if (!added && span(i) < span(at->second)) at->second = i;
  }
  for (const auto& [component, start] : first) report(graph, components, start, diagnostics);
  if (first.empty()) return;

  std::vector<Arc> kept;
  std::vector<std::size_t> kept_priorities;
  for (std::uint32_t i = 0; i < arcs_.size(); ++i) {
    const bool stated = i < priorities_.size();
    if (stated && components.together(arcs_[i])) continue;
    kept.push_back(arcs_[i]);
    if (stated) kept_priorities.push_back(priorities_[i]);
  }
  arcs_ = std::move(kept);
  priorities_ = std::move(kept_priorities);
}

void StatedGraph::report(const Digraph& graph, const Components& components, std::uint32_t start,
                         Diagnostics& diagnostics) const {
  struct Step {
    NormId superior{};
    NormId inferior{};
    std::optional<Span> stated;
  };
  std::vector<Step> steps;
  bool one_module = true;
  NormId above = id_of<NormId>(arcs_[start].from);
  for (const std::uint32_t arc : shortest_cycle(graph, components, start)) {
    if (arcs_[arc].to >= model_.norms.size()) continue;  // on the way of a pair by default
    const NormId below = id_of<NormId>(arcs_[arc].to);
    std::optional<Span> stated;
    if (arc < priorities_.size()) stated = model_.priorities[priorities_[arc]].span;
    one_module = one_module && model_[above].module == model_[below].module;
    steps.push_back({above, below, stated});
    above = below;
  }
  const Span at = *steps.front().stated;
  const auto name = [&](NormId id) {
    return "`" + (one_module ? std::string(model_[id].name) : model_.qualified(id)) + "`";
  };
  const auto place = [&](const Step& step) {
    return in_brackets(step.stated ? place_of(model_, *step.stated, at.source) : "by default");
  };
  std::string words;
  for (const Step& step : steps) {
    words += (words.empty() ? "" : ", ") + name(step.superior) + " outranks " +
             name(step.inferior) + place(step);
  }
  Diagnostic& error = diagnostics.error(codes::superiority_cycle, at,
                                        "superiority goes round in a circle: " + words);
  error.help = "leave out one of these pairs: no norm can outrank itself";
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].stated) error.related.push_back({*steps[i].stated, "and on the way"});
  }
}

void StatedGraph::close(std::vector<std::vector<Prevails>>& superiors) const {
  if (arcs_.empty()) return;
  std::vector<Arc> upward;
  for (const Arc& arc : arcs_) upward.push_back({arc.to, arc.from});
  const Digraph graph(nodes_, std::move(upward));
  std::vector<bool> in_set(model_.norms.size(), false);
  for (const NormId id : set_.norms) in_set[index(id)] = true;

  std::vector<std::uint32_t> seen(nodes_, 0);
  std::uint32_t round = 0;
  std::vector<std::uint32_t> queue;
  for (const NormId below : set_.norms) {
    if (graph.begin(node(below)) == graph.begin(node(below) + 1)) continue;
    const Norm& inferior = model_[below];
    seen[node(below)] = ++round;
    queue.assign(1, node(below));
    for (std::size_t i = 0; i < queue.size(); ++i) {
      for (std::uint32_t place = graph.begin(queue[i]); place < graph.begin(queue[i] + 1);
           ++place) {
        const std::uint32_t to = graph.arcs()[graph.leaving(place)].to;
        if (seen[to] == round) continue;
        seen[to] = round;
        queue.push_back(to);
        if (to >= in_set.size() || !in_set[to]) continue;
        const NormId above = id_of<NormId>(to);
        const Norm& superior = model_[above];
        if (!opposed(superior.modality, inferior.modality) || !meetings_.meet(above, below))
          continue;
        const bool by_default = inferior.by_default && !superior.by_default;
        superiors[index(below)].push_back(
            {above, by_default ? Ground::by_default : Ground::stated});
      }
    }
  }
}

}  // namespace grotius::model
