#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/evaluate/code.hpp"

namespace grotius::evaluate {

using ground::index;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

namespace {

using Op = Instruction::Op;
using Form = Place::Form;

constexpr std::uint32_t kWordBits = 64;

class Compiler {
 public:
  Compiler(const ground::Program& program, std::span<const NodeId> roots)
      : program_(program), needed_(program.nodes.size(), 0), levels_(program.nodes.size(), 0) {
    code_.places.resize(program.nodes.size());
    collect_cone(roots);
  }

  Code run() {
    compile_range(0, order_.size(), 0);
    return std::move(code_);
  }

 private:
  void collect_cone(std::span<const NodeId> roots) {
    std::vector<NodeId> body_of(program_.recursive_members);
    for (const auto& fixpoint : program_.fixpoints)
      for (std::size_t i = 0; i < fixpoint.members.size(); ++i)
        body_of[program_[fixpoint.members[i]].ref] = fixpoint.bodies[i];

    std::vector<NodeId> pending(roots.begin(), roots.end());
    while (!pending.empty()) {
      const NodeId id = pending.back();
      pending.pop_back();
      if (std::exchange(needed_[index(id)], std::uint8_t{1})) continue;
      order_.push_back(id);
      const Node& node = program_[id];
      for (NodeId operand : program_.operands_of(node)) pending.push_back(operand);
      if (node.kind == NodeKind::recursive) pending.push_back(body_of[node.ref]);
    }
    std::ranges::sort(order_);
    for (const auto& fixpoint : program_.fixpoints)
      if (std::ranges::any_of(fixpoint.members,
                              [&](NodeId member) { return needed_[index(member)] != 0; }))
        fixpoints_.push_back(&fixpoint);
  }

  // `next` is the first fixed point in the cone that begins at or after the first node and has not
  // been entered.
  void compile_range(std::size_t begin, std::size_t end, std::size_t next) {
    while (begin < end) {
      if (next == fixpoints_.size()) return compile_straight(begin, end);
      const ground::Fixpoint& fixpoint = *fixpoints_[next];
      const std::size_t entry = std::min(place_of(fixpoint.begin), end);
      const std::size_t after = std::min(place_of(fixpoint.end), end);
      compile_straight(begin, entry);
      if (entry == end) return;
      compile_loop(fixpoint, entry, after, next + 1);
      while (next < fixpoints_.size() && fixpoints_[next]->begin < fixpoint.end) ++next;
      begin = after;
    }
  }

  std::size_t place_of(std::uint32_t id) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(order_, static_cast<NodeId>(id)) -
                                    order_.begin());
  }

  void compile_loop(const ground::Fixpoint& fixpoint, std::size_t begin, std::size_t end,
                    std::size_t inner) {
    Loop loop;
    std::vector<NodeId> bodies;
    for (std::size_t i = 0; i < fixpoint.members.size(); ++i) {
      if (!needed_[index(fixpoint.members[i])]) continue;
      const auto bit = static_cast<std::uint32_t>(loop.members.size()) + code_.words * kWordBits;
      code_.places[index(fixpoint.members[i])] = {Form::truth, bit};
      loop.members.push_back({bit, {}});
      bodies.push_back(fixpoint.bodies[i]);
    }
    code_.words += static_cast<std::uint32_t>((loop.members.size() + kWordBits - 1) / kWordBits);
    const std::size_t step = code_.steps.size();
    const std::size_t number = code_.loops.size();
    code_.steps.push_back({Step::Kind::loop, 0, 0, static_cast<std::uint32_t>(number)});
    code_.loops.emplace_back();
    compile_range(begin, end, inner);
    code_.steps[step].last = static_cast<std::uint32_t>(code_.steps.size());
    for (std::size_t i = 0; i < bodies.size(); ++i)
      loop.members[i].body = code_.places[index(bodies[i])];
    code_.loops[number] = std::move(loop);
  }

  // Nodes without a fixed point among them, reordered by level: those of one level do not rest on
  // each other, numbers apart, which come first.
  void compile_straight(std::size_t begin, std::size_t end) {
    std::vector<NodeId> nodes;
    for (std::size_t i = begin; i < end; ++i) {
      const NodeId id = order_[i];
      levels_[index(id)] = level(id, order_[begin]);
      const NodeKind kind = program_[id].kind;
      if (kind != NodeKind::negation && kind != NodeKind::recursive) nodes.push_back(id);
    }
    auto rank = [&](NodeId id) {
      return std::tuple(levels_[index(id)], program_.is_truth(id),
                        program_.is_truth(id) ? program_[id].kind : NodeKind{}, id);
    };
    std::ranges::sort(nodes, {}, rank);
    stretch_ = code_.steps.size();
    for (std::size_t i = 0; i < nodes.size();) {
      const auto of_level = levels_[index(nodes[i])];
      for (;
           i < nodes.size() && levels_[index(nodes[i])] == of_level && !program_.is_truth(nodes[i]);
           ++i)
        add_number(nodes[i]);
      std::size_t last = i;
      while (last < nodes.size() && levels_[index(nodes[last])] == of_level) ++last;
      for (; i < last; ++i) add_truth(nodes[i]);
      open_word_ = 0;
    }
    for (std::size_t i = begin; i < end; ++i) place(order_[i]);
  }

  std::uint32_t level(NodeId id, NodeId first) const {
    std::uint32_t result = 0;
    const Node& node = program_[id];
    for (NodeId operand : program_.operands_of(node)) {
      if (operand < first) continue;
      const bool beside = node.kind == NodeKind::negation || !program_.is_truth(operand) ||
                          program_[operand].kind == NodeKind::recursive;
      result = std::max(result, levels_[index(operand)] + (beside ? 0 : 1));
    }
    return result;
  }

  /// The place of an operand; negations are placed when they are met.
  Place place(NodeId id) {
    const Node& node = program_[id];
    if (node.kind != NodeKind::negation) return code_.places[index(id)];
    Place result = place(program_.operands_of(node)[0]);
    result.form = result.form == Form::truth ? Form::negated_truth : Form::truth;
    return code_.places[index(id)] = result;
  }

  std::uint32_t number_at(NodeId id) const { return code_.places[index(id)].at; }

  void add_truth(NodeId id) {
    const Node& node = program_[id];
    const auto operands = program_.operands_of(node);
    Instruction next;
    switch (node.kind) {
      case NodeKind::constant:
        code_.places[index(id)] = {node.number ? Form::negated_truth : Form::truth, 0};
        return;
      case NodeKind::input:
        next = {Op::input, node.ref, 0, 0, 0};
        break;
      case NodeKind::input_is:
        next = {Op::input_is, node.ref, 0, 0, node.number};
        break;
      case NodeKind::less_equal:
        next = {Op::less_equal, number_at(operands[0]), number_at(operands[1]), 0, 0};
        break;
      case NodeKind::equal:
        next = {Op::equal, number_at(operands[0]), number_at(operands[1]), 0, 0};
        break;
      case NodeKind::conjunction:
        next = testing(Op::all, operands, true);
        break;
      default:
        next = testing(Op::not_all, operands, false);
        break;  // a disjunction: not all are false
    }
    if (open_word_ == 0 || code_.steps.back().last - code_.steps.back().first == kWordBits) {
      open_word_ = code_.words++;
      const auto at = static_cast<std::uint32_t>(code_.instructions.size());
      code_.steps.push_back({Step::Kind::truths, at, at, open_word_});
    }
    Step& step = code_.steps.back();
    code_.places[index(id)] = {Form::truth, open_word_ * kWordBits + (step.last - step.first)};
    code_.instructions.push_back(next);
    ++step.last;
  }

  void add_number(NodeId id) {
    const Node& node = program_[id];
    const auto operands = program_.operands_of(node);
    const auto to = static_cast<std::uint32_t>(code_.numbers.size());
    code_.places[index(id)] = {Form::number, to};
    code_.numbers.push_back(node.kind == NodeKind::number ? node.number : 0);
    Instruction next;
    switch (node.kind) {
      case NodeKind::number:
        return;
      case NodeKind::input_number:
        next = {Op::input_number, node.ref, 0, 0, 0};
        break;
      case NodeKind::scaled:
        next = {Op::scaled, number_at(operands[0]), 0, 0, node.number};
        break;
      case NodeKind::count:
        next = testing(Op::count, operands, true);
        break;
      case NodeKind::sum: {
        const std::uint32_t first = listed(operands);
        next = {Op::sum, first, static_cast<std::uint32_t>(code_.operands.size()), 0, 0};
        break;
      }
      default:
        next = testing(Op::choice, operands.first(1), true);
        next.b = listed(operands.subspan(1));
        break;
    }
    next.to = to;
    if (code_.steps.size() == stretch_ || code_.steps.back().kind != Step::Kind::numbers) {
      const auto at = static_cast<std::uint32_t>(code_.instructions.size());
      code_.steps.push_back({Step::Kind::numbers, at, at, 0});
    }
    code_.instructions.push_back(next);
    ++code_.steps.back().last;
  }

  /// Numbers as operands; the index of the first.
  std::uint32_t listed(std::span<const NodeId> numbers) {
    const auto first = static_cast<std::uint32_t>(code_.operands.size());
    for (NodeId number : numbers) code_.operands.push_back(number_at(number));
    return first;
  }

  /// Tests whether the operands are `wanted`, one a word; of a repeated operand, as a count may
  /// have, one more each time.
  Instruction testing(Op op, std::span<const NodeId> operands, bool wanted) {
    const std::size_t first = code_.tests.size();
    for (NodeId operand : operands) {
      const Place at = place(operand);
      const std::uint32_t word = at.at / kWordBits;
      const std::uint64_t bit = std::uint64_t{1} << (at.at % kWordBits);
      auto test = code_.tests.begin() + static_cast<std::ptrdiff_t>(first);
      while (test != code_.tests.end() && (test->word != word || (test->mask & bit))) ++test;
      if (test == code_.tests.end()) test = code_.tests.insert(test, {word, 0, 0});
      test->mask |= bit;
      if ((at.form == Form::truth) == wanted) test->want |= bit;
    }
    return {op, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(code_.tests.size()),
            0, 0};
  }

  const ground::Program& program_;
  Code code_;
  std::vector<std::uint8_t> needed_;
  std::vector<std::uint32_t> levels_;               ///< within the straight stretch at hand
  std::vector<NodeId> order_;                       ///< the nodes of the cone, ascending
  std::vector<const ground::Fixpoint*> fixpoints_;  ///< those in the cone, by their beginning
  std::size_t stretch_ = 0;                         ///< the first step of the stretch at hand
  std::uint32_t open_word_ = 0;  ///< the word of the level at hand that is being filled; 0: none
};

}  // namespace

Code compile(const ground::Program& program, std::span<const NodeId> roots) {
  return Compiler(program, roots).run();
}

}  // namespace grotius::evaluate
