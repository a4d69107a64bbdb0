#pragma once
// A question whose presumptions are withdrawn one at a time; private to the folder.

#include <span>
#include <string>
#include <vector>

#include "engine/explore/hinges_search.hpp"
#include "engine/ground/print.hpp"

namespace grotius::explore {

inline constexpr const char* kTooLarge = "a number on the way to the answer leaves the range of 64 bits";

struct PresumedInquiry {
  using InputId = ground::InputId;
  using NodeId = ground::NodeId;

  const HingeSearch& search;
  const model::Model& model;
  analyse::Inquiry inquiry;
  ground::Knowledge known;  ///< of the situation, presumptions included
  NodeId goal{};            ///< the answer as it is
  std::vector<NodeId> required;
  std::vector<NodeId> required_known;  ///< those that hold whatever the unknown facts are
  bool alone = false;                  ///< nothing but presumptions matters, whichever is withdrawn

  explicit PresumedInquiry(const HingeSearch& the_search) : search(the_search), model(*the_search.world.model) {
    inquiry.world = the_search.world;
  }

  const ground::Input& input(InputId id) const { return inquiry.program[id]; }
  std::int64_t presumed(InputId id) const { return known[ground::index(id)].values.front(); }
  ground::Domain range(InputId id) const { return ground::every_value(model, input(id).value); }
  bool has_few_values(InputId id) const { return !range(id).values.empty(); }
  std::string name(InputId id) const { return ground::print(inquiry.world, input(id)); }

  /// What is known without these presumptions; with a value in place of one.
  ground::Knowledge withdrawn(std::span<const InputId> inputs) const {
    ground::Knowledge knowledge = known;
    for (InputId id : inputs) knowledge[ground::index(id)] = range(id);
    return knowledge;
  }
  ground::Knowledge with(InputId id, std::int64_t value) const {
    ground::Knowledge knowledge = known;
    knowledge[ground::index(id)] = {{value}, {}, {}};
    return knowledge;
  }

  /// What is unknown has some value.
  std::vector<std::int64_t> known_values() const {
    std::vector<std::int64_t> values;
    for (const ground::Domain& domain : known) values.push_back(domain.values.empty() ? domain.low.value_or(0) : domain.values.front());
    return values;
  }

  std::vector<InputId> open_inputs() const {
    std::vector<InputId> open = inquiry.open;
    open.insert(open.end(), inquiry.open_apart.begin(), inquiry.open_apart.end());
    return open;
  }

  std::vector<NodeId> with_goal(std::vector<NodeId> nodes) const {
    nodes.push_back(goal);
    return nodes;
  }
};

/// What each of these presumptions would be without: the hinges, sorted by name, added to the result.
void describe_presumptions(PresumedInquiry& presumed, const std::vector<ground::InputId>& turning, Hinges& result);

}  // namespace grotius::explore
