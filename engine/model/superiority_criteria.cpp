#include "engine/model/superiority_criteria.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

namespace grotius::model {
namespace {

using Pair = std::pair<NormId, NormId>;

/// Norms between which one module's criteria decide, and their pairs that are still open.
struct Arena {
  const Module* module = nullptr;
  std::vector<NormId> norms;
  std::vector<Pair> open;
};

std::vector<Arena> arenas(const Model& model, const NormSet& set) {
  std::vector<Arena> result;
  if (set.asked.size() == 1 && !model[set.asked.front()].resolve_by.empty()) {
    result.push_back({&model[set.asked.front()], set.norms, {}});
    return result;
  }
  std::map<ModuleId, std::size_t> places;
  for (const NormId id : set.norms) {
    const ModuleId home = model[id].module;
    if (model[home].resolve_by.empty()) continue;
    const auto [at, added] = places.emplace(home, result.size());
    if (added) result.push_back({&model[home], {}, {}});
    result[at->second].norms.push_back(id);
  }
  return result;
}

bool outranks(const Superiority& superiority, NormId superior, NormId inferior) {
  const auto& superiors = superiority.superiors[index(inferior)];
  const auto at =
      std::lower_bound(superiors.begin(), superiors.end(), superior,
                       [](const Prevails& prevails, NormId id) { return prevails.superior < id; });
  return at != superiors.end() && at->superior == superior;
}

/// The opposed pairs of an arena that can meet and that nothing decides, the smaller id first.
/// Norms of equal heads are compared once.
void find_open(const Model& model, Meetings& meetings, const Superiority& stated, Arena& arena) {
  std::map<std::pair<Modality, std::uint32_t>, std::vector<NormId>> groups;
  for (const NormId id : arena.norms)
    groups[{model[id].modality, meetings.pattern(id)}].push_back(id);
  for (auto a = groups.begin(); a != groups.end(); ++a) {
    for (auto b = std::next(a); b != groups.end(); ++b) {
      if (!opposed(a->first.first, b->first.first)) continue;
      if (!meetings.meet_patterns(a->first.second, b->first.second)) continue;
      for (const NormId first : a->second) {
        for (const NormId second : b->second) {
          if (outranks(stated, first, second) || outranks(stated, second, first)) continue;
          arena.open.emplace_back(std::min(first, second), std::max(first, second));
        }
      }
    }
  }
}

Ground ground_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::lex_superior:
      return Ground::lex_superior;
    case Criterion::lex_specialis:
      return Ground::lex_specialis;
    case Criterion::lex_posterior:
      return Ground::lex_posterior;
  }
  return Ground::stated;
}

/// A pair that a criterion would decide.
struct Edge {
  NormId superior{};
  NormId inferior{};
  Criterion criterion{};
  std::size_t arena = 0;
};

using Heights = std::vector<std::optional<std::int64_t>>;

/// By norm: how high it stands for lex_superior or lex_posterior; nothing where the criterion says
/// nothing of it.
Heights heights(const Model& model, const Arena& arena, Criterion criterion) {
  Heights result(model.norms.size());
  for (const NormId id : arena.norms) {
    if (criterion == Criterion::lex_superior) {
      const std::optional<std::size_t> rank = rank_of(model, *arena.module, id);
      if (rank) result[index(id)] = -static_cast<std::int64_t>(*rank);
    } else {
      const std::optional<Date> date = date_of(model, id);
      if (date) result[index(id)] = date->day;
    }
  }
  return result;
}

/// Tries the criteria, the first ones of all pairs together, then the second ones, and so on.
class Rounds {
 public:
  Rounds(const Model& model, const SpecificityOracle& oracle, const StatedGraph& stated,
         std::vector<Arena>& arenas, Superiority& result)
      : model_(model),
        oracle_(oracle),
        arenas_(arenas),
        result_(result),
        nodes_(stated.nodes()),
        accepted_(stated.arcs()) {}

  void run() {
    std::size_t rounds = 0;
    for (const Arena& arena : arenas_) rounds = std::max(rounds, arena.module->resolve_by.size());
    for (std::size_t round = 0; round < rounds; ++round) {
      std::vector<Edge> edges;
      for (std::size_t i = 0; i < arenas_.size(); ++i) {
        const std::vector<Criterion>& criteria = arenas_[i].module->resolve_by;
        if (round < criteria.size()) decide(i, criteria[round], edges);
      }
      accept(edges);
    }
  }

 private:
  /// Moves the pairs that the criterion decides from the open ones to `edges`.
  void decide(std::size_t arena, Criterion criterion, std::vector<Edge>& edges) {
    std::vector<Pair>& open = arenas_[arena].open;
    Heights height;
    if (criterion != Criterion::lex_specialis) height = heights(model_, arenas_[arena], criterion);
    const auto stays_open = [&](const Pair& pair) {
      const Specificity answer =
          criterion == Criterion::lex_specialis
              ? oracle_(pair.first, pair.second)
              : higher(height[index(pair.first)], height[index(pair.second)]);
      switch (answer) {
        case Specificity::first:
          edges.push_back({pair.first, pair.second, criterion, arena});
          return false;
        case Specificity::second:
          edges.push_back({pair.second, pair.first, criterion, arena});
          return false;
        case Specificity::undecided:
          result_.open.push_back({pair.first, pair.second, criterion, false});
          return true;
        case Specificity::neither:
          return true;
      }
      return true;
    };
    const auto decided = std::stable_partition(open.begin(), open.end(), stays_open);
    open.erase(decided, open.end());
  }

  static Specificity higher(const std::optional<std::int64_t>& first,
                            const std::optional<std::int64_t>& second) {
    if (!first || !second || *first == *second) return Specificity::neither;
    return *first > *second ? Specificity::first : Specificity::second;
  }

  /// Accepts the edges but those on a cycle with each other and with what was accepted before.
  void accept(const std::vector<Edge>& edges) {
    if (edges.empty()) return;
    std::vector<Arc> arcs = accepted_;
    for (const Edge& edge : edges) {
      arcs.push_back(
          {static_cast<std::uint32_t>(edge.superior), static_cast<std::uint32_t>(edge.inferior)});
    }
    const Components components = strongly_connected(Digraph(nodes_, std::move(arcs)));
    for (const Edge& edge : edges) {
      const Arc arc{static_cast<std::uint32_t>(edge.superior),
                    static_cast<std::uint32_t>(edge.inferior)};
      if (components.together(arc)) {
        arenas_[edge.arena].open.emplace_back(std::min(edge.superior, edge.inferior),
                                              std::max(edge.superior, edge.inferior));
        result_.open.push_back({edge.superior, edge.inferior, edge.criterion, true});
      } else {
        accepted_.push_back(arc);
        result_.superiors[index(edge.inferior)].push_back(
            {edge.superior, ground_of(edge.criterion)});
      }
    }
  }

  const Model& model_;
  const SpecificityOracle& oracle_;
  std::vector<Arena>& arenas_;
  Superiority& result_;
  std::size_t nodes_;
  std::vector<Arc> accepted_;
};

}  // namespace

void apply_criteria(const Model& model, const NormSet& set, const StatedGraph& stated,
                    Meetings& meetings, const SpecificityOracle& oracle, Superiority& result) {
  std::vector<Arena> places = arenas(model, set);
  if (places.empty()) return;
  for (Arena& arena : places) find_open(model, meetings, result, arena);
  Rounds(model, oracle, stated, places, result).run();
  std::sort(result.open.begin(), result.open.end(), [](const OpenPair& a, const OpenPair& b) {
    return std::tuple(a.first, a.second, a.criterion, a.on_a_cycle) <
           std::tuple(b.first, b.second, b.criterion, b.on_a_cycle);
  });
}

}  // namespace grotius::model
