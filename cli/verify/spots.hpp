#pragma once
// Where expressions stand: from a place in the files and its text to the node of the syntax tree,
// and to the variables in its scope.

#include <deque>

#include "cli/verify/expressions.hpp"

namespace grotius::verify {

/// An expression in its place.
struct Spot {
  const syntax::Expression* expression = nullptr;
  std::vector<Variable> free;  ///< the variables that it mentions and does not bind, sorted by name
};

class Spots {
 public:
  explicit Spots(const Law& law);
  /// Adds a closed expression that stands in no item: the question of a command line.
  void add(const syntax::Expression& question);

  /// The expression at `FILE:LINE:COLUMN` with that text; none: nothing of that text begins there.
  const Spot* find(const std::string& at, std::string_view text) const;
  const Spot* of(const syntax::Expression& expression) const;
  /// The place of a text: a file that was loaded under that name, or, by another path, the only one
  /// of that file name.
  std::optional<SourceId> source(std::string_view name) const;
  /// Whether both name the same place, perhaps by another path to the file.
  bool same_place(const std::string& at, const Span& span) const;

 private:
  std::vector<Variable> walk(const syntax::Expression& expression, std::vector<Variable>& scope);
  std::optional<Span> span_of(const std::string& at, std::size_t length) const;

  const Law& law_;
  std::deque<Spot> spots_;
  std::map<Span, const Spot*> by_span_;
  std::map<const syntax::Expression*, const Spot*> by_expression_;
};

}  // namespace grotius::verify
