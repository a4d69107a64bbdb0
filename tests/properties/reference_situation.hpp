#pragma once

// What a question is asked about, spelt out: the individuals of every type, the date, and for every
// fact, deed and parameter the values that it may have (semantics.md, "Situations"). One candidate
// means known, several mean unknown. A *state* picks one value for each: a completion, before the
// constraints are looked at.

#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

using Tuple = std::vector<int>;

// The reference cannot list the values of an unknown with an unbounded range.
struct UnboundedUnknown : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct State {
  std::vector<std::map<Tuple, Value>> facts;  // by fact
  std::vector<std::map<Tuple, bool>> deeds;   // by action: given, or chosen for an unknown
  std::vector<Value> parameters;
};

struct Unknown {
  enum class What { fact, deed, parameter };
  What what = What::fact;
  int index = absent;
  Tuple tuple;
  std::vector<Value> candidates;
  std::string name;  // as a case file writes the atom
};

struct Snapshot {
  std::optional<Value> date;
  std::vector<std::vector<int>> individuals;  // by type, those of its subtypes included
  State known;                                // unknowns hold their first candidate
  std::vector<Unknown> unknowns;
  std::vector<std::pair<int, Tuple>> not_done;  // `given not done`: action and arguments

  // All tuples of individuals of these types.
  std::vector<Tuple> tuples(const std::vector<Binder>& binders) const;

  // The number of states, at most `limit + 1`.
  std::size_t count_states(std::size_t limit) const;
};

// What the snapshot keeps of what the situation and the declarations say.
enum class Keep {
  all,
  no_presumptions,  // `--open`: "every presumption of a relation or deed is withdrawn"
  nothing,          // no line and no presumption: any situation of these individuals
};

// Throws UnboundedUnknown.
Snapshot snapshot(const World& world, const Question& question, Keep keep = Keep::all);

// The individuals that a line's argument stands for in the universe `individuals` (by type).
std::vector<int> members(const LineArgument& argument,
                         const std::vector<std::vector<int>>& individuals);

// The universe of a situation, by type: "the individuals of the loaded modules and its own".
std::vector<std::vector<int>> universe(const World& world, int situation);

// The modules under which the question is asked; of `as held by`, those accepted on its date.
std::vector<int> asked_modules(const World& world, const Question& question);

// Applies `visit` to every state of the snapshot, with the index of the candidate that each unknown
// took, until it returns false.
template <typename Visit>
void each_state(const Snapshot& snapshot, const Visit& visit) {
  State state = snapshot.known;
  const auto set = [&](const Unknown& unknown, Value value) {
    switch (unknown.what) {
      case Unknown::What::fact:
        state.facts[unknown.index][unknown.tuple] = value;
        break;
      case Unknown::What::deed:
        state.deeds[unknown.index][unknown.tuple] = value != 0;
        break;
      case Unknown::What::parameter:
        state.parameters[unknown.index] = value;
        break;
    }
  };
  std::vector<std::size_t> choice(snapshot.unknowns.size(), 0);
  while (visit(static_cast<const State&>(state),
               static_cast<const std::vector<std::size_t>&>(choice))) {
    std::size_t place = 0;
    for (; place < choice.size(); ++place) {
      const Unknown& unknown = snapshot.unknowns[place];
      choice[place] = (choice[place] + 1) % unknown.candidates.size();
      set(unknown, unknown.candidates[choice[place]]);
      if (choice[place] != 0) break;
    }
    if (place == choice.size()) return;
  }
}

}  // namespace grotius::properties
