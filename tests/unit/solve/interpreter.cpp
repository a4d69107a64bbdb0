#include "tests/unit/solve/interpreter.hpp"

#include <algorithm>

namespace grotius::test {

namespace {

using namespace ground;

class Interpreter {
 public:
  Interpreter(const Program& program, const Values& inputs)
      : program_(program),
        inputs_(inputs),
        values_(program.nodes.size()),
        members_(program.recursive_members) {}

  Values run() {
    range(0, program_.nodes.size(), 0);
    return values_;
  }

 private:
  // Evaluates a range; fixed points are numbered in the order of their beginnings, the enclosing
  // one first.
  void range(std::size_t begin, std::size_t end, std::size_t fixpoint) {
    for (std::size_t i = begin; i < end;) {
      while (fixpoint < program_.fixpoints.size() && program_.fixpoints[fixpoint].begin < i)
        ++fixpoint;
      if (fixpoint < program_.fixpoints.size() && program_.fixpoints[fixpoint].begin == i &&
          program_.fixpoints[fixpoint].end <= end) {
        solve(fixpoint);
        i = program_.fixpoints[fixpoint].end;
      } else {
        values_[i] = value(program_.nodes[i]);
        ++i;
      }
    }
  }

  void solve(std::size_t number) {
    const Fixpoint& fixpoint = program_.fixpoints[number];
    for (NodeId member : fixpoint.members) members_[program_[member].ref] = 0;
    for (bool changed = true; changed;) {
      range(fixpoint.begin, fixpoint.end, number + 1);
      changed = false;
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i) {
        std::int64_t& member = members_[program_[fixpoint.members[i]].ref];
        const std::int64_t body = values_[index(fixpoint.bodies[i])];
        changed = changed || member != body;
        member = body;
      }
    }
  }

  std::int64_t value(const Node& node) const {
    const NodeId* operands = program_.operands.data() + node.first;
    auto of = [&](std::uint32_t i) { return values_[index(operands[i])]; };
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < node.size; ++i) sum += of(i);
    switch (node.kind) {
      case NodeKind::constant:
      case NodeKind::number:
        return node.number;
      case NodeKind::input:
      case NodeKind::input_number:
        return inputs_[node.ref];
      case NodeKind::input_is:
        return inputs_[node.ref] == node.number;
      case NodeKind::negation:
        return 1 - of(0);
      case NodeKind::conjunction:
        return sum == node.size;
      case NodeKind::disjunction:
        return sum > 0;
      case NodeKind::less_equal:
        return of(0) <= of(1);
      case NodeKind::equal:
        return of(0) == of(1);
      case NodeKind::recursive:
        return members_[node.ref];
      case NodeKind::sum:
      case NodeKind::count:
        return sum;
      case NodeKind::scaled:
        return node.number * of(0);
      case NodeKind::choice:
        return of(0) != 0 ? of(1) : of(2);
    }
    return 0;
  }

  const Program& program_;
  const Values& inputs_;
  Values values_;
  Values members_;
};

Values candidates(const Domain& domain) {
  if (!domain.values.empty()) return domain.values;
  Values values;
  for (std::int64_t value = domain.low.value_or(-7); value <= domain.high.value_or(7); ++value)
    values.push_back(value);
  return values;
}

}  // namespace

Values interpret(const Program& program, const Values& inputs) {
  return Interpreter(program, inputs).run();
}

bool possible(const Knowledge& knowledge, const Values& inputs) {
  for (std::size_t i = 0; i < knowledge.size(); ++i) {
    const Domain& domain = knowledge[i];
    const bool in = domain.values.empty()
                        ? (!domain.low || inputs[i] >= *domain.low) &&
                              (!domain.high || inputs[i] <= *domain.high)
                        : std::ranges::find(domain.values, inputs[i]) != domain.values.end();
    if (!in) return false;
  }
  return true;
}

std::vector<Values> completions(const Knowledge& knowledge) {
  std::vector<Values> result{{}};
  for (const Domain& domain : knowledge) {
    std::vector<Values> longer;
    for (const Values& values : result)
      for (std::int64_t value : candidates(domain)) {
        longer.push_back(values);
        longer.back().push_back(value);
      }
    result = std::move(longer);
  }
  return result;
}

}  // namespace grotius::test
