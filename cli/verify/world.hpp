#pragma once
// Everything that a question fixes: its situation on its day, the norm sets, the parameters.

#include <memory>

#include "cli/verify/spots.hpp"
#include "cli/verify/superiority.hpp"

namespace grotius::verify {

struct RankedSet {
  NormSet set;
  Superiority superiority;
  RankedSet(const Law& law, NormSet the_set) : set(std::move(the_set)), superiority(law, set) {}
  RankedSet(const RankedSet&) = delete;
  RankedSet& operator=(const RankedSet&) = delete;
};

/// What is asked: an act, or an expression.
struct Question {
  Index situation = 0;
  std::optional<Index> asking;  ///< the module or file in which it stands
  std::optional<Act> act;
  const syntax::Expression* expression = nullptr;
  std::vector<Index> under;  ///< the modules whose norms count, sorted by name
  std::map<Index, std::optional<std::int64_t>> with;
  std::optional<Date> date;
};

struct World {
  World(const Law& law, const Spots& spots, Question question, bool open);

  const Law& law;
  const Spots& spots;
  const Question question;
  const Scene scene;
  const NormSet asked;  ///< its attributions and constraints are those that bind

  /// The norm set of some modules: those asked, or a single one. Throws DoesNotFollow for any
  /// other.
  const RankedSet& set(const std::vector<Index>& modules) const;
  std::optional<Value> parameter(Index parameter) const;
  bool in_force(const Norm& norm) const;
  /// The individuals that an expression's variables can be.
  Environment environment(const Pattern& pattern, const Tuple& arguments) const;
  Environment environment(const std::vector<Variable>& variables, const Tuple& arguments) const;
  std::vector<std::vector<Index>> members(const std::vector<Variable>& variables) const;
  std::string text(const Act& act) const;
  std::string text(const Norm& norm) const {
    return law.name_of(norm.module, norm.item->name.text);
  }

 private:
  mutable std::map<std::vector<Index>, std::unique_ptr<RankedSet>> sets_;
};

/// Names in the texts of a certificate, `module.name(x, y)`. Throw DoesNotFollow where there is
/// nothing of the kind.
Act read_act(const World& world, const std::string& text);
Atom read_atom(const World& world, const std::string& text);
std::pair<Index, Tuple> read_definition(const World& world, const std::string& text);

}  // namespace grotius::verify
