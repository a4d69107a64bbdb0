#include "engine/model/strata.hpp"

#include <map>
#include <string>

#include "engine/model/asked_norm_sets.hpp"
#include "engine/model/asked_statuses.hpp"
#include "engine/model/cycle_codes.hpp"
#include "engine/model/cycle_text.hpp"
#include "engine/model/dependency_graph.hpp"

namespace grotius::model {
namespace {

/// What is used, in the words of the use: "not `b`", "`b` under `every`".
std::string used(Use use, const std::string& name) {
  switch (use) {
    case Use::negated:
      return "not " + name;
    case Use::antecedent:
      return name + " on the left of `implies`";
    case Use::every:
      return name + " under `every`";
    case Use::no:
      return name + " under `no`";
    case Use::count:
      return name + " under `count`";
    case Use::sum:
      return name + " under `sum`";
    case Use::compared:
      return name + " in a comparison";
    case Use::exception:
      return name + " under `unless`";
    case Use::positive:
    case Use::value:
    case Use::status:
      return name;
  }
  return name;
}

std::string in_words(const Model& model, const DependencyGraph& graph, const Dependency& dependency,
                     SourceId home) {
  const std::string norm =
      dependency.norm ? "norm `" + std::string(model[*dependency.norm].name) + "`, " : "";
  return graph.name(model, dependency.from) + " rests on " +
         used(dependency.use, graph.name(model, dependency.to)) +
         in_brackets(norm + place_of(model, dependency.span, home));
}

class CycleReport {
 public:
  CycleReport(const Model& model, const DependencyGraph& graph, const Digraph& digraph,
              const Components& components, Diagnostics& diagnostics)
      : model_(model),
        graph_(graph),
        digraph_(digraph),
        components_(components),
        diagnostics_(diagnostics) {}

  /// One report for each component that a strict use keeps from being a least fixed point: a
  /// shortest cycle through its first strict use.
  void run() {
    std::map<std::uint32_t, std::uint32_t> first;  // component -> dependency
    const auto& all = graph_.dependencies();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      if (!components_.together(digraph_.arcs()[i]) || !strict(all[i])) continue;
      const auto [at, added] = first.emplace(components_.of[all[i].from], i);
      if (!added && all[i].span < all[at->second].span) at->second = i;
    }
    for (const auto& [component, dependency] : first) report(dependency);
  }

 private:
  bool strict(const Dependency& dependency) const {
    return dependency.use != Use::positive || graph_.is_value(model_, dependency.to);
  }

  void report(std::uint32_t strict_dependency) {
    const std::vector<std::uint32_t> cycle =
        shortest_cycle(digraph_, components_, strict_dependency);
    const Dependency& start = graph_.dependencies()[strict_dependency];
    std::string words;
    bool through_value = false;
    bool through_status = false;
    for (const std::uint32_t arc : cycle) {
      const Dependency& step = graph_.dependencies()[arc];
      words += (words.empty() ? "" : ", ") + in_words(model_, graph_, step, start.span.source);
      through_value = through_value || graph_.is_value(model_, step.from);
      through_status = through_status || step.use == Use::status;
    }
    const Code code = through_value ? codes::value_cycle : codes::strict_cycle;
    Diagnostic& error =
        diagnostics_.error(code, start.span, "this goes round in a circle: " + words);
    if (through_value) {
      error.help =
          "a value must be computed from facts and from definitions that do not rest on it";
    } else if (through_status) {
      error.help =
          "a norm must not rest on its own outcome; state its condition in facts, or in "
          "definitions free of statuses";
    } else {
      error.help =
          "a definition may rest on itself only through `and`, `or` and `some`; state one of these "
          "without the other";
    }
    for (std::size_t i = 1; i < cycle.size(); ++i) {
      error.related.push_back({graph_.dependencies()[cycle[i]].span, "and on the way"});
    }
  }

  const Model& model_;
  const DependencyGraph& graph_;
  const Digraph& digraph_;
  const Components& components_;
  Diagnostics& diagnostics_;
};

}  // namespace

Strata strata(const Model& model, const NormSet& set, Diagnostics& diagnostics) {
  const DependencyGraph graph(model, set);
  const Digraph digraph = graph.digraph();
  const Components components = strongly_connected(digraph);
  CycleReport(model, graph, digraph, components, diagnostics).run();
  report_asking_cycles(model, set, diagnostics);

  Strata result;
  result.recursive.assign(components.count, false);
  for (const Arc& arc : digraph.arcs()) {
    if (components.together(arc)) result.recursive[components.of[arc.from]] = true;
  }
  for (std::size_t i = 0; i < model.definitions.size(); ++i)
    result.of_definition.push_back(components.of[graph.definition(i)]);
  for (std::size_t i = 0; i < model.actions.size(); ++i)
    result.of_done.push_back(components.of[graph.done(i)]);
  for (const auto& status : asked_statuses(model))
    result.asks_statuses.push_back(status.has_value());
  return result;
}

}  // namespace grotius::model
