#include <algorithm>

#include "engine/model/dependency_graph.hpp"
#include "engine/model/printer.hpp"
#include "engine/model/superiority.hpp"

namespace grotius::model::printing {

namespace {

std::string_view word(Ground ground) {
  switch (ground) {
    case Ground::by_default:
      return "by default";
    case Ground::stated:
      return "stated";
    case Ground::lex_superior:
      return "lex_superior";
    case Ground::lex_specialis:
      return "lex_specialis";
    case Ground::lex_posterior:
      return "lex_posterior";
  }
  return "";
}

/// By component: on how many strict uses, one behind the other, it rests at most. Unlike the number
/// of a component this does not depend on the order of the items.
std::vector<std::size_t> heights(const DependencyGraph& graph, const Components& components) {
  std::vector<std::vector<const Dependency*>> of(components.count);
  for (const Dependency& dependency : graph.dependencies()) {
    of[components.of[dependency.from]].push_back(&dependency);
  }
  std::vector<std::size_t> result(components.count, 0);
  for (std::uint32_t component = 0; component < components.count; ++component) {
    for (const Dependency* dependency : of[component]) {
      const std::uint32_t below = components.of[dependency->to];
      if (below == component) continue;
      result[component] =
          std::max(result[component], result[below] + (dependency->use == Use::positive ? 0 : 1));
    }
  }
  return result;
}

std::string strata_text(const Model& model, const NormSet& set) {
  const DependencyGraph graph(model, set);
  const Digraph digraph = graph.digraph();
  const Components components = strongly_connected(digraph);
  const std::vector<std::size_t> height = heights(graph, components);
  std::vector<bool> recursive(components.count, false);
  for (const Arc& arc : digraph.arcs()) {
    if (components.together(arc)) recursive[components.of[arc.from]] = true;
  }
  const auto in_world = [&](ModuleId module) {
    return std::find(set.world.begin(), set.world.end(), module) != set.world.end();
  };
  std::vector<std::string> lines;
  const auto add = [&](std::uint32_t node, const std::string& name) {
    const std::uint32_t component = components.of[node];
    lines.push_back("\n  stratum " + std::to_string(height[component]) + ' ' + name +
                    (recursive[component] ? " recursive" : ""));
  };
  for (std::size_t i = 0; i < model.definitions.size(); ++i) {
    const Definition& definition = model.definitions[i];
    if (in_world(definition.module))
      add(graph.definition(i), model.qualified(definition.module, definition.name));
  }
  for (std::size_t i = 0; i < model.actions.size(); ++i) {
    const Action& action = model.actions[i];
    if (in_world(action.module))
      add(graph.done(i), "done " + model.qualified(action.module, action.name));
  }
  std::sort(lines.begin(), lines.end());
  std::string result;
  for (const std::string& line : lines) result += line;
  return result;
}

std::string superiority_text(const Model& model, const NormSet& set) {
  Diagnostics unheard;  // `from_syntax` has reported them
  const auto undecided = [](NormId, NormId) { return Specificity::undecided; };
  const Superiority order = superiority(model, set, undecided, unheard);
  std::vector<std::string> lines;
  for (const NormId norm : set.norms) {
    for (const Prevails& prevails : order.superiors[index(norm)]) {
      lines.push_back("\n  " + model.qualified(prevails.superior) + " > " + model.qualified(norm) +
                      " (" + std::string(word(prevails.ground)) + ')');
    }
  }
  for (const std::size_t priority : order.void_priorities) {
    const StatedPriority& pair = model.priorities[priority];
    lines.push_back("\n  void " + model.qualified(pair.superior) + " > " +
                    model.qualified(pair.inferior));
  }
  for (const OpenPair& open : order.open) {
    lines.push_back("\n  open " +
                    std::min(model.qualified(open.first), model.qualified(open.second)) + ", " +
                    std::max(model.qualified(open.first), model.qualified(open.second)) +
                    (open.on_a_cycle ? " (on a cycle)" : " (lex_specialis)"));
  }
  std::sort(lines.begin(), lines.end());
  std::string result;
  for (const std::string& line : lines) result += line;
  return result;
}

}  // namespace

std::vector<std::string> norm_sets(const Model& model) {
  std::vector<std::string> result;
  for (const ModuleId module : model.named_modules) {
    const NormSet set = norm_set(model, {module}, std::nullopt);
    std::string text = "norm set " + std::string(model[module].name);
    for (const NormId norm : set.norms) text += "\n  norm " + model.qualified(norm);
    result.push_back(text + strata_text(model, set) + superiority_text(model, set));
  }
  return result;
}

}  // namespace grotius::model::printing
