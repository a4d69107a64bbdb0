#pragma once
// From statements to atoms: sets and types are written out over the individuals of the situation, a
// line about an atom replaces those of the situation that is extended, and lines that contradict
// each other are reported. Private to the folder.

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/universe.hpp"

namespace grotius::model {

class EntryBuilder {
 public:
  EntryBuilder(const Model& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics) {}

  /// All entries of the situation, sorted by atom, then beginning. Those that it extends must hold
  /// their statements and entries. O(n log n) in the atoms of the statements of all of them.
  std::vector<Entry> entries(const Situation& situation);

  /// The situations hold too much together, which was reported; no further one can be resolved.
  bool exhausted() const { return held_ > SituationLimits::held; }

 private:
  void hold(const Situation& situation, std::size_t entries);
  std::vector<Entry> write_out(const Situation& level, const Situation& situation,
                               const Universe& universe, std::size_t& atoms);
  void report_contradictions(const std::vector<Entry>& sorted);
  void report(const Entry& a, const Entry& b);
  std::string says(const Entry& entry) const;
  bool is_truth(const Atom& atom) const;

  const Model& model_;
  Diagnostics& diagnostics_;
  std::set<std::pair<Span, Span>> told_;  ///< pairs of lines that were reported
  std::size_t held_ = 0;                  ///< atoms and individuals so far
};

/// `vote(china, r1)`, `done protect(serbia, kosovo)`.
std::string text_of(const Model& model, const Atom& atom);

}  // namespace grotius::model
