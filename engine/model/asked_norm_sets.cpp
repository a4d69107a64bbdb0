#include "engine/model/asked_norm_sets.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "engine/model/cycle_codes.hpp"
#include "engine/model/cycle_text.hpp"
#include "engine/model/dependency_graph.hpp"
#include "engine/model/strata.hpp"

namespace grotius::model {
namespace {

/// The modules whose norm sets are asked, and the references between them.
struct Asking {
  std::vector<ModuleId> modules;  ///< nodes
  std::vector<Arc> arcs;
  std::vector<Span> spans;  ///< by arc
};

Asking asking(const Model& model, const NormSet& set, const Expr* question) {
  std::optional<ModuleId>
      file;  // without a module: it adds its own norms to every set that is asked
  for (const ModuleId id : set.modules) {
    if (model[id].anonymous) file = id;
  }
  Asking result;
  std::map<ModuleId, std::uint32_t> node;
  const auto node_of = [&](ModuleId id) {
    const auto [at, added] = node.emplace(id, static_cast<std::uint32_t>(result.modules.size()));
    if (added) result.modules.push_back(id);
    return at->second;
  };
  for (const Asks& asks : asks_elsewhere(model, set, question)) node_of(asks.module);
  for (std::uint32_t from = 0; from < result.modules.size(); ++from) {
    const NormSet asked = norm_set(model, {result.modules[from]}, file);
    for (const Asks& asks : asks_elsewhere(model, asked, nullptr)) {
      result.arcs.push_back({from, node_of(asks.module)});
      result.spans.push_back(asks.span);
    }
  }
  return result;
}

std::vector<ModuleId> sorted_modules(const Model& model, const NormSet& set, const Expr* question) {
  std::vector<ModuleId> result = asking(model, set, question).modules;
  std::sort(result.begin(), result.end(),
            [&](ModuleId a, ModuleId b) { return model[a].name < model[b].name; });
  return result;
}

bool is_of_a_file_without_module(const Model& model, SourceId source) {
  return std::any_of(model.modules.begin(), model.modules.end(), [&](const Module& module) {
    return module.anonymous && module.source == source;
  });
}

void report(const Model& model, const Asking& asks, const std::vector<std::uint32_t>& cycle,
            Diagnostics& diagnostics) {
  const Span at = asks.spans[cycle.front()];
  const auto name = [&](std::uint32_t node) {
    return "`" + std::string(model[asks.modules[node]].name) + "`";
  };
  std::string words;
  for (const std::uint32_t arc : cycle) {
    words += (words.empty() ? "" : ", ") + name(asks.arcs[arc].from) + " asks " +
             name(asks.arcs[arc].to) + in_brackets(place_of(model, asks.spans[arc], at.source));
  }
  Diagnostic& error =
      diagnostics.error(codes::asking_cycle, at, "norm sets ask each other in a circle: " + words);
  if (is_of_a_file_without_module(model, at.source)) {
    error.help =
        "the norms of a file without a module count in every norm set, so also in the one that "
        "they ask: give the file a module header";
  } else if (cycle.size() == 1) {
    error.help = "leave out `under`: without it the norms of the asked set are meant";
  } else {
    error.help = "of norm sets that ask each other with `under`, one must be able to answer alone";
  }
  for (std::size_t i = 1; i < cycle.size(); ++i)
    error.related.push_back({asks.spans[cycle[i]], "and on the way"});
}

}  // namespace

void report_asking_cycles(const Model& model, const NormSet& set, Diagnostics& diagnostics) {
  const Asking asks = asking(model, set, nullptr);
  if (asks.arcs.empty()) return;
  const Digraph digraph(asks.modules.size(), asks.arcs);
  const Components components = strongly_connected(digraph);
  const auto key = [&](std::uint32_t arc) {
    return std::tuple(model[asks.modules[asks.arcs[arc].from]].name, asks.spans[arc]);
  };
  std::map<std::uint32_t, std::uint32_t> first;  // component -> arc
  for (std::uint32_t i = 0; i < asks.arcs.size(); ++i) {
    if (!components.together(asks.arcs[i])) continue;
    const auto [at, added] = first.emplace(components.of[asks.arcs[i].from], i);
    if (!added && key(i) < key(at->second)) at->second = i;
  }
  for (const auto& [component, start] : first)
    report(model, asks, shortest_cycle(digraph, components, start), diagnostics);
}

std::vector<ModuleId> asked_elsewhere(const Model& model, const NormSet& set) {
  return sorted_modules(model, set, nullptr);
}

std::vector<ModuleId> asked_elsewhere(const Model& model, const NormSet& set,
                                      const Expr& question) {
  return sorted_modules(model, set, &question);
}

}  // namespace grotius::model
