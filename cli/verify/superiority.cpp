#include "cli/verify/superiority.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

using syntax::Criterion;

const std::vector<Criterion>& criteria(const Module& module) {
  static const std::vector<Criterion> none;
  return module.file->module ? module.file->module->resolve_by : none;
}

bool has(const Module& module, Criterion criterion) {
  return std::ranges::find(criteria(module), criterion) != criteria(module).end();
}

std::string name(Criterion criterion) {
  return criterion == Criterion::lex_superior    ? "lex_superior"
         : criterion == Criterion::lex_specialis ? "lex_specialis"
                                                 : "lex_posterior";
}

/// The best place of the norm's documents among the ranks, from 0.
std::optional<std::size_t> rank(const Law& law, const Module& module, const Norm& norm) {
  std::optional<std::size_t> best;
  for (const syntax::Source& source : norm.item->sources) {
    if (!source.document) continue;
    const auto document = law.need(Entity::document, *source.document, norm.module);
    const auto& written = law.documents[document].item->rank;
    const auto& ranks = module.file->module->ranks;
    for (std::size_t i = 0; written && i < ranks.size(); ++i)
      if (ranks[i].text == written->text && (!best || i < *best)) best = i;
  }
  return best;
}

std::optional<Date> dated(const Law& law, const Norm& norm) {
  if (norm.item->in_force.from) return norm.item->in_force.from->date;
  std::optional<Date> latest;
  for (const syntax::Source& source : norm.item->sources) {
    if (!source.document) continue;
    const auto& written =
        law.documents[law.need(Entity::document, *source.document, norm.module)].item->dated;
    if (written && (!latest || *latest < written->date)) latest = written->date;
  }
  return latest ? latest : law.modules[norm.module].in_force.from;
}

}  // namespace

Superiority::Superiority(const Law& law, const NormSet& set)
    : law_(law), set_(set), specificity_(law), superiors_(law.norms.size()) {
  close_stated();
  apply_criteria();
}

const Module* Superiority::deciding(Index a, Index b) const {
  if (set_.asked.size() == 1 && !criteria(law_.modules[set_.asked.front()]).empty())
    return &law_.modules[set_.asked.front()];
  const Module& home = law_.modules[law_.norms[a].module];
  return law_.norms[a].module == law_.norms[b].module && !criteria(home).empty() ? &home : nullptr;
}

bool Superiority::meet(Index a, Index b) {
  const auto [place, is_new] = meet_.try_emplace(std::minmax(a, b), false);
  if (is_new) place->second = can_meet(law_, law_.norms[a], law_.norms[b]);
  return place->second;
}

// Everything from which the norm is reached downwards.
std::vector<bool> Superiority::above(Index norm, const std::vector<Edge>& further) const {
  std::vector<std::vector<Index>> up(law_.norms.size());
  for (const auto* edges : {&arcs_, &further})
    for (const Edge& edge : *edges) up[edge.inferior].push_back(edge.superior);
  std::vector<bool> reached(law_.norms.size(), false);
  std::vector<Index> pending = up[norm];
  while (!pending.empty()) {
    const Index at = pending.back();
    pending.pop_back();
    if (reached[at]) continue;
    reached[at] = true;
    pending.insert(pending.end(), up[at].begin(), up[at].end());
  }
  return reached;
}

void Superiority::close_stated() {
  for (Index i : set_.priorities) {
    const Priority& stated = law_.priorities[i];
    const Module* module = deciding(stated.superior, stated.inferior);
    if (module != nullptr && has(*module, Criterion::lex_superior)) {
      const auto superior = rank(law_, *module, law_.norms[stated.superior]),
                 inferior = rank(law_, *module, law_.norms[stated.inferior]);
      if (superior && inferior && *inferior < *superior) continue;  // against rank: void
    }
    arcs_.push_back({stated.superior, stated.inferior, "stated"});
  }
  const auto opposed_pair = [&](Index a, Index b) {
    return opposed(law_.norms[a].item->modality, law_.norms[b].item->modality);
  };
  for (Index yielding : set_.norms)
    for (Index strong : set_.norms)
      if (law_.norms[yielding].item->by_default && !law_.norms[strong].item->by_default &&
          opposed_pair(strong, yielding) && meet(strong, yielding))
        arcs_.push_back({strong, yielding, "by_default"});
  for (Index inferior : set_.norms) {
    const std::vector<bool> higher = above(inferior, {});
    if (higher[inferior])
      throw CannotCheck{"superiority goes round in a circle at the norm `" +
                        std::string(law_.norms[inferior].item->name.text) + "`"};
    for (Index superior : set_.norms) {
      if (!higher[superior] || !opposed_pair(superior, inferior) || !meet(superior, inferior))
        continue;
      const bool yields =
          law_.norms[inferior].item->by_default && !law_.norms[superior].item->by_default;
      superiors_[inferior].push_back({superior, yields ? "by_default" : "stated"});
    }
  }
  const auto decided = [&](Index a, Index b) {
    return std::ranges::any_of(superiors_[b], [&](const Superior& one) { return one.norm == a; });
  };
  for (Index a : set_.norms)
    for (Index b : set_.norms)
      if (a < b && opposed_pair(a, b) && deciding(a, b) != nullptr && !decided(a, b) &&
          !decided(b, a) && meet(a, b))
        open_.emplace_back(a, b);
}

std::optional<int> Superiority::compare(Criterion criterion, const Module& module, Index a,
                                        Index b) const {
  if (criterion == Criterion::lex_specialis) return specificity_.compare(a, b);
  if (criterion == Criterion::lex_superior) {
    const auto first = rank(law_, module, law_.norms[a]),
               second = rank(law_, module, law_.norms[b]);
    if (!first || !second || *first == *second) return 0;
    return *first < *second ? 1 : -1;
  }
  const auto first = dated(law_, law_.norms[a]), second = dated(law_, law_.norms[b]);
  if (!first || !second || *first == *second) return 0;
  return *first > *second ? 1 : -1;
}

// The first criteria of all pairs together, then the second ones, and so on.
void Superiority::apply_criteria() {
  for (std::size_t round = 0; round < 3; ++round) {
    std::vector<Edge> edges;
    for (const auto& [a, b] : open_) {
      const Module& module = *deciding(a, b);
      if (round >= criteria(module).size() || unclear(a, b)) continue;
      const Criterion criterion = criteria(module)[round];
      const std::optional<int> verdict = compare(criterion, module, a, b);
      if (!verdict) {
        unclear_.emplace_back(a, b);
      } else if (*verdict > 0) {
        edges.push_back({a, b, name(criterion)});
      } else if (*verdict < 0) {
        edges.push_back({b, a, name(criterion)});
      }
    }
    accept(std::move(edges));
  }
}

// Edges on a cycle with each other and those accepted before are all dropped. A pair that is
// unclear could close a cycle in either way.
void Superiority::accept(std::vector<Edge> edges) {
  if (edges.empty()) return;
  std::vector<Edge> possible = edges;
  for (const auto& [a, b] : unclear_) {
    possible.push_back({a, b, ""});
    possible.push_back({b, a, ""});
  }
  std::vector<Edge> good;
  for (const Edge& edge : edges) {
    if (above(edge.superior, edges)[edge.inferior]) continue;
    if (above(edge.superior, possible)[edge.inferior]) {
      unclear_.emplace_back(std::minmax(edge.superior, edge.inferior));
      continue;
    }
    good.push_back(edge);
  }
  for (const Edge& edge : good) {
    superiors_[edge.inferior].push_back({edge.superior, edge.right});
    std::erase(open_, std::pair<Index, Index>(std::minmax(edge.superior, edge.inferior)));
    arcs_.push_back(edge);
  }
}

bool Superiority::unclear(Index a, Index b) const {
  return std::ranges::find(unclear_, std::pair<Index, Index>(std::minmax(a, b))) != unclear_.end();
}

}  // namespace grotius::verify
