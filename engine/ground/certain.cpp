// What is certain of a node under partial knowledge: an interval for every node, truths being 0
// to 1.

#include <algorithm>

#include "engine/ground/knowledge.hpp"

namespace grotius::ground {

namespace {

using Range = Certain::Range;
using Bound = std::optional<std::int64_t>;

constexpr Range kUndecided{0, 1};

Range truth(bool value) { return {value ? 1 : 0, value ? 1 : 0}; }
bool surely(const Range& range) { return range.least && *range.least == 1; }
bool surely_not(const Range& range) { return range.greatest && *range.greatest == 0; }

/// Sums and products beyond 64 bits are no bound at all.
Bound add(Bound a, Bound b) {
  std::int64_t result = 0;
  if (!a || !b || __builtin_add_overflow(*a, *b, &result)) return std::nullopt;
  return result;
}
Bound multiply(std::int64_t factor, Bound b) {
  std::int64_t result = 0;
  if (!b || __builtin_mul_overflow(factor, *b, &result)) return std::nullopt;
  return result;
}

Range of_domain(const Domain& domain) {
  if (domain.values.empty()) return {domain.low, domain.high};
  return {domain.values.front(), domain.values.back()};
}

class Pass {
 public:
  Pass(const Program& program, const Knowledge& knowledge)
      : program_(program), knowledge_(knowledge) {
    result_.of.resize(program.nodes.size());
    members_.resize(program.recursive_members, truth(false));
  }

  Pass(const Program& program, const Knowledge& knowledge, Certain before)
      : program_(program), knowledge_(knowledge), result_(std::move(before)) {}

  Certain run(std::span<const NodeId> above) {
    for (NodeId id : above) result_.of[index(id)] = range(program_[id]);
    return std::move(result_);
  }

  Certain run() {
    step(0, static_cast<std::uint32_t>(program_.nodes.size()), program_.fixpoints.begin());
    return std::move(result_);
  }

 private:
  using Fixpoints = std::vector<Fixpoint>::const_iterator;

  // `next` is the first fixed point that begins at or after `begin` and has not been entered.
  void step(std::uint32_t begin, std::uint32_t end, Fixpoints next) {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (next != program_.fixpoints.end() && next->begin == i) {
        const Fixpoint& fixpoint = *next;
        solve(fixpoint, next + 1);
        i = fixpoint.end - 1;
        while (next != program_.fixpoints.end() && next->begin < fixpoint.end) ++next;
        continue;
      }
      result_.of[i] = range(program_.nodes[i]);
    }
  }

  // The members begin as false and grow: what becomes possible widens the range, what becomes
  // certain raises its least value.
  void solve(const Fixpoint& fixpoint, Fixpoints inner) {
    for (NodeId member : fixpoint.members) members_[program_[member].ref] = truth(false);
    for (bool changed = true; changed;) {
      changed = false;
      step(fixpoint.begin, fixpoint.end, inner);
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i) {
        Range& member = members_[program_[fixpoint.members[i]].ref];
        const Range& body = result_.of[index(fixpoint.bodies[i])];
        if (member.least == body.least && member.greatest == body.greatest) continue;
        member = body;
        changed = true;
      }
    }
  }

  Range range(const Node& node) const {
    const auto operands = program_.operands_of(node);
    auto of = [&](std::size_t i) -> const Range& { return result_.of[index(operands[i])]; };
    switch (node.kind) {
      case NodeKind::constant:
      case NodeKind::number:
        return {node.number, node.number};
      case NodeKind::input:
      case NodeKind::input_number:
        return of_domain(knowledge_[node.ref]);
      case NodeKind::input_is: {
        const auto& values = knowledge_[node.ref].values;
        if (!std::ranges::binary_search(values, node.number)) return truth(false);
        return values.size() == 1 ? truth(true) : kUndecided;
      }
      case NodeKind::negation: {
        const Range& operand = of(0);
        return operand.decided() ? truth(*operand.least == 0) : kUndecided;
      }
      case NodeKind::conjunction:
      case NodeKind::disjunction:
        return junction(operands, node.kind == NodeKind::conjunction);
      case NodeKind::recursive:
        return members_[node.ref];
      case NodeKind::less_equal:
        if (of(0).greatest && of(1).least && *of(0).greatest <= *of(1).least) return truth(true);
        if (of(0).least && of(1).greatest && *of(0).least > *of(1).greatest) return truth(false);
        return kUndecided;
      case NodeKind::equal:
        return equal(of(0), of(1));
      case NodeKind::sum: {
        Range total{0, 0};
        for (std::size_t i = 0; i < operands.size(); ++i)
          total = {add(total.least, of(i).least), add(total.greatest, of(i).greatest)};
        return total;
      }
      case NodeKind::scaled: {
        const Range scaled{multiply(node.number, of(0).least),
                           multiply(node.number, of(0).greatest)};
        return node.number < 0 ? Range{scaled.greatest, scaled.least} : scaled;
      }
      case NodeKind::count: {
        std::int64_t least = 0, greatest = 0;
        for (std::size_t i = 0; i < operands.size(); ++i) {
          least += surely(of(i));
          greatest += !surely_not(of(i));
        }
        return {least, greatest};
      }
      case NodeKind::choice: {
        if (surely(of(0))) return of(1);
        if (surely_not(of(0))) return of(2);
        const Range& a = of(1);
        const Range& b = of(2);
        return {
            a.least && b.least ? Bound(std::min(*a.least, *b.least)) : std::nullopt,
            a.greatest && b.greatest ? Bound(std::max(*a.greatest, *b.greatest)) : std::nullopt};
      }
    }
    return {};
  }

  Range junction(std::span<const NodeId> operands, bool all) const {
    bool undecided = false;
    for (NodeId operand : operands) {
      const Range& range = result_.of[index(operand)];
      if (all ? surely_not(range) : surely(range)) return truth(!all);
      undecided = undecided || !range.decided();
    }
    return undecided ? kUndecided : truth(all);
  }

  static Range equal(const Range& a, const Range& b) {
    if (a.decided() && b.decided()) return truth(*a.least == *b.least);
    if ((a.greatest && b.least && *a.greatest < *b.least) ||
        (b.greatest && a.least && *b.greatest < *a.least))
      return truth(false);
    return kUndecided;
  }

  const Program& program_;
  const Knowledge& knowledge_;
  Certain result_;
  std::vector<Range> members_;
};

}  // namespace

Certain certain(const Program& program, const Knowledge& knowledge) {
  return Pass(program, knowledge).run();
}

void make_certain_again(const Program& program, const Knowledge& knowledge, std::span<const NodeId> above, Certain& certain) {
  certain = Pass(program, knowledge, std::move(certain)).run(above);
}

}  // namespace grotius::ground
