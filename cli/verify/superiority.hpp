#pragma once
// Superiority within a norm set (semantics.md, Norms): norms by default, stated pairs, closed
// transitively; then the criteria of `resolve by` on the pairs that are still open.

#include "cli/verify/norm_set.hpp"

namespace grotius::verify {

struct Superior {
  Index norm = 0;
  std::string right;  ///< by_default, stated, lex_superior, lex_specialis, lex_posterior
};

/// Whether the scope of one norm lies within that of another; nothing where the checker cannot
/// tell.
class Specificity {
 public:
  explicit Specificity(const Law& the_law) : law(the_law) {}
  /// 1: the first is the more special; -1: the second; 0: neither; nothing: cannot tell.
  std::optional<int> compare(Index first, Index second) const;

 private:
  std::optional<bool> within(Index inner, Index outer) const;
  const Law& law;
};

/// By norm of the law: the opposed norms of the set that outrank it and can be about one act with
/// it. Where a pair would be decided by lex specialis and the checker cannot tell, the pair is
/// listed in `unclear`.
class Superiority {
 public:
  Superiority(const Law& law, const NormSet& set);
  const std::vector<Superior>& over(Index norm) const { return superiors_[norm]; }
  bool unclear(Index a, Index b) const;

 private:
  struct Edge {
    Index superior = 0;
    Index inferior = 0;
    std::string right;
  };
  const Module* deciding(Index a, Index b) const;
  std::optional<int> compare(syntax::Criterion criterion, const Module& module, Index a,
                             Index b) const;
  bool meet(Index a, Index b);
  void close_stated();
  void apply_criteria();
  void accept(std::vector<Edge> edges);
  std::vector<bool> above(Index norm, const std::vector<Edge>& further) const;

  const Law& law_;
  const NormSet& set_;
  Specificity specificity_;
  std::vector<Edge> arcs_;
  std::vector<std::vector<Superior>> superiors_;
  std::vector<std::pair<Index, Index>> open_;
  std::vector<std::pair<Index, Index>> unclear_;
  std::map<std::pair<Index, Index>, bool> meet_;
};

}  // namespace grotius::verify
