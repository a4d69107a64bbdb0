#pragma once
// The decision program: what a question means over a finite universe, as one directed acyclic graph of decisions. Leaves are
// inputs (facts, deeds, open parameters, the date, the existence of unnamed individuals); inner nodes are connectives,
// comparisons and counts. Equal nodes are one node, nodes are simplified while they are built, and operands always come
// before the nodes that use them, so one pass in the order of ids evaluates everything. Every engine (evaluator, solver,
// certificate, SMT-LIB export) reads this one form: it is the waist of the house.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/superiority.hpp"
#include "engine/model/universe.hpp"

namespace grotius::ground {

enum class NodeId : std::uint32_t {};
enum class InputId : std::uint32_t {};
using model::index;

enum class NodeKind : std::uint8_t {
  // truths
  constant,      ///< `number` 0 or 1
  input,         ///< of a boolean input: `ref`
  input_is,      ///< the input `ref`, of a closed type, has the value `number`
  negation,      ///< one operand
  conjunction,   ///< two or more operands, ascending
  disjunction,   ///< two or more operands, ascending
  less_equal,    ///< two numbers
  equal,         ///< two numbers, ascending
  recursive,     ///< member of a least fixed point: `ref` numbers all members of the program
  // numbers (dates are day numbers)
  number,        ///< `number`
  input_number,  ///< of an integer or date input: `ref`
  sum,           ///< two or more operands
  scaled,        ///< `number` × operand
  count,         ///< how many of the operands (truths; with repetitions) are true
  choice,        ///< operands: truth, number if true, number if false
};

struct Node {
  NodeKind kind = NodeKind::constant;
  std::uint32_t ref = 0;
  std::uint32_t first = 0;  ///< operands: Program::operands[first … first + size)
  std::uint32_t size = 0;
  std::int64_t number = 0;
};

/// What a leaf stands for.
struct Input {
  enum class Kind : std::uint8_t { fact, deed, parameter, today, exists, status } kind = Kind::fact;
  std::uint32_t ref = 0;  ///< FactId, ActionId, ParameterId; of `status` the ActionId
  std::vector<model::IndividualId> arguments;  ///< of facts, deeds and statuses; of `exists` the unnamed individual
  model::ValueKind value;
  model::Status status{};                 ///< of `status`: a deontic operator that is taken as a free atom
  std::optional<model::ModuleId> under{}; ///< of `status`
};

/// A least fixed point of positive relations: recursive node `members[i]` is the least solution of `bodies[i]`. All nodes of
/// [begin, end) are evaluated again until nothing changes, beginning with false members; the members themselves stand there too.
struct Fixpoint {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<NodeId> members;
  std::vector<NodeId> bodies;
};

/// One instance of a norm about one act.
struct Instance {
  model::NormId norm{};
  std::vector<model::IndividualId> bindings;  ///< the individuals in the roles of the norm's own action
  NodeId applies{};                           ///< it applies and is about the act
  NodeId stands{};
  struct Defeater {
    std::uint32_t instance = 0;  ///< index in ActStatus::instances
    model::Ground ground{};
  };
  std::vector<Defeater> superiors;  ///< the opposed superior instances, whether or not they apply
};

/// The three questions about one act under one norm set (semantics.md, Statuses of an act). Each group is exhaustive and exclusive.
struct ActStatus {
  std::size_t set = 0;  ///< index of the norm set in the world
  model::Act act;
  std::vector<Instance> instances;  ///< sorted by norm and bindings
  NodeId permitted{}, forbidden{}, contested{}, silent{};             ///< may it be done?
  NodeId merely_permitted{};                                          ///< permitted and not obliged: reported as permitted
  NodeId obliged{}, must_contested{}, exempt{}, must_no{};            ///< must it be done?
  NodeId empowered{}, disabled{}, can_contested{}, can_no{};          ///< can it be done validly?
};

struct Program {
  std::vector<Node> nodes;
  std::vector<NodeId> operands;
  std::vector<Input> inputs;
  std::vector<Fixpoint> fixpoints;  ///< by `begin`, ascending; they may nest
  std::uint32_t recursive_members = 0;

  const Node& operator[](NodeId id) const { return nodes[index(id)]; }
  const Input& operator[](InputId id) const { return inputs[index(id)]; }
  std::span<const NodeId> operands_of(const Node& node) const { return {operands.data() + node.first, node.size}; }
  bool is_truth(NodeId id) const { return (*this)[id].kind < NodeKind::number; }
  bool is_constant(NodeId id, bool value) const { return (*this)[id].kind == NodeKind::constant && ((*this)[id].number != 0) == value; }
};

/// A limit of the machine or a named bound was reached; the message names it. Caught at the edge, where it becomes the answer
/// `unknown` or a diagnostic, never a yes.
struct ResourceLimit {
  std::string message;
};

/// Named limits of grounding.
struct GroundLimits {
  static constexpr std::size_t nodes = 20'000'000;
  static constexpr std::size_t bindings = 100'000'000;  ///< of individuals to variables, tried in all
};

}  // namespace grotius::ground
