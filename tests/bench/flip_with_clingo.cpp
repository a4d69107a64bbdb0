#include "tests/bench/flip_with_clingo.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "engine/explore/alternatives.hpp"
#include "engine/explore/change_problem.hpp"
#include "engine/explore/change_reasons.hpp"

namespace grotius::bench {

namespace {

using ground::Input;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

class Translation {
 public:
  Translation(const analyse::Inquiry& inquiry, NodeId goal) : program_(inquiry.program) {
    std::vector<explore::ChangeProblem::Required> required;
    for (NodeId node : inquiry.required()) required.push_back({node, {}, {}});
    std::vector<std::optional<explore::Weight>> weights;
    for (const Input& input : program_.inputs)
      weights.push_back(input.kind == Input::Kind::fact ? std::optional(explore::Weight{1, 1}) : std::nullopt);
    std::vector<bool> exact;
    std::string reason;
    problem_ = explore::change_problem(inquiry, goal, std::move(required), std::move(weights), exact, reason);
  }

  std::string run(std::size_t most_cost) {
    const explore::Structure structure(problem_);
    std::set<std::uint32_t> inputs;
    for (NodeId id : structure.cone) {
      const Node& node = program_[id];
      if (node.kind == NodeKind::input || node.kind == NodeKind::input_is || node.kind == NodeKind::input_number)
        inputs.insert(node.ref);
    }
    for (std::uint32_t input : inputs) add_input(input);
    out_ << "copy(1.." << copies_ << ").\n";
    for (NodeId id : structure.cone)
      if (program_.is_truth(id)) add_truth(id, structure);
    out_ << "open(K) :- copy(K)";
    for (const auto& one : problem_.required) out_ << ", t(" << ground::index(one.node) << ",K)";
    out_ << ".\n:- not open(_).\n:- open(K), not t(" << ground::index(problem_.goal) << ",K).\n"
         << "#heuristic changed(I) : changeable(I). [1,false]\n:- #sum { 1,I : changed(I) } > " << most_cost
         << ".\n#show changed/1.\n";
    return out_.str();
  }

 private:
  void add_input(std::uint32_t input) {
    const auto& classes = problem_.alternatives[input];
    const ground::Domain& known = problem_.known[input];
    std::vector<std::size_t> now, other;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      const bool may = known.values.empty() || std::ranges::any_of(known.values, [&](std::int64_t value) {
                         return classes[i].contains(value);
                       });
      if (may) now.push_back(i);
      if (!may || !known.known()) other.push_back(i);
    }
    if (problem_.weight[input]) {
      out_ << "changeable(" << input << "). { changed(" << input << ") }.\n1 { to(" << input << ",C) : C = (";
      for (std::size_t i = 0; i < other.size(); ++i) out_ << (i == 0 ? "" : ";") << other[i];
      out_ << ") } 1 :- changed(" << input << ").\nv(" << input << ",C,K) :- to(" << input << ",C), copy(K).\n";
    }
    const std::string unchanged = problem_.weight[input] ? ", not changed(" + std::to_string(input) + ")" : "";
    // Copy k has the class of the digit of k that belongs to this input.
    for (std::size_t i = 0; i < now.size(); ++i) {
      out_ << "v(" << input << "," << now[i] << ",K) :- copy(K)" << unchanged;
      if (now.size() > 1) out_ << ", (K-1) / " << copies_ << " \\ " << now.size() << " == " << i;
      out_ << ".\n";
    }
    copies_ *= now.size();
    if (copies_ > 64) throw std::runtime_error("too many completions");
  }

  void add_truth(NodeId id, const explore::Structure& structure) {
    const Node& node = program_[id];
    const std::size_t number = ground::index(id);
    const auto operands = program_.operands_of(node);
    const auto head = [&] { out_ << "t(" << number << ",K) :- copy(K)"; };
    switch (node.kind) {
      case NodeKind::constant:
        if (node.number != 0) head(), out_ << ".\n";
        return;
      case NodeKind::negation:
        head();
        out_ << ", not t(" << ground::index(operands[0]) << ",K).\n";
        return;
      case NodeKind::conjunction:
        head();
        for (NodeId operand : operands) out_ << ", t(" << ground::index(operand) << ",K)";
        out_ << ".\n";
        return;
      case NodeKind::disjunction:
        for (NodeId operand : operands) head(), out_ << ", t(" << ground::index(operand) << ",K).\n";
        return;
      case NodeKind::input:
      case NodeKind::input_is:
        add_literal(number, node.ref, [&](const explore::ValueClass& values) {
          return values.contains(node.kind == NodeKind::input ? 1 : node.number);
        });
        return;
      default:
        break;
    }
    const auto only = structure.only_number[number];
    if (!only) throw std::runtime_error("a comparison of several numbers");
    const auto side = [&](NodeId operand) -> std::optional<std::int64_t> {
      if (program_[operand].kind == NodeKind::number) return program_[operand].number;
      if (program_[operand].kind == NodeKind::input_number) return std::nullopt;
      throw std::runtime_error("a sum");
    };
    const auto left = side(operands[0]), right = side(operands[1]);
    add_literal(number, static_cast<std::uint32_t>(ground::index(*only)), [&](const explore::ValueClass& values) {
      const std::int64_t a = left.value_or(values.first), b = right.value_or(values.first);
      return node.kind == NodeKind::equal ? a == b : a <= b;
    });
  }

  template <class Holds>
  void add_literal(std::size_t number, std::uint32_t input, const Holds& holds) {
    const auto& classes = problem_.alternatives[input];
    for (std::size_t i = 0; i < classes.size(); ++i)
      if (holds(classes[i])) out_ << "t(" << number << ",K) :- v(" << input << "," << i << ",K).\n";
  }

  const ground::Program& program_;
  explore::ChangeProblem problem_;
  std::ostringstream out_;
  std::size_t copies_ = 1;
};

}  // namespace

std::string flip_program(const analyse::Inquiry& inquiry, NodeId goal, std::size_t most_cost) {
  return Translation(inquiry, goal).run(most_cost);
}

}  // namespace grotius::bench
