#include "tests/unit/solve/random_program.hpp"

#include <random>

namespace grotius::test {

using namespace ground;
using Sort = model::Sort;

namespace {

Input input_of(std::uint32_t number, Sort::Kind kind) {
  Input input;
  input.ref = number;
  input.value.sort.kind = kind;
  return input;
}

class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  RandomProgram run() {
    for (std::uint32_t i = 0; i < 3; ++i) truths_.push_back(builder_.input(truth_input(i)));
    for (std::int64_t value : {40, 41, 43})
      truths_.push_back(builder_.input_is(closed_input(10), value));
    // Input 20 is compared with constants only, 21 and 22 anyhow.
    const NodeId measured = builder_.input(number_input(20));
    for (int i = 0; i < 3; ++i) truths_.push_back(comparison_with_constant(measured));
    numbers_ = {builder_.input(number_input(21)), builder_.input(number_input(22)),
                builder_.number(below(5))};
    for (int i = 0; i < 12; ++i) grow();
    const std::vector<NodeId> members = fixpoint({}, 2);
    truths_.insert(truths_.end(), members.begin(), members.end());
    for (int i = 0; i < 8; ++i) grow();
    RandomProgram result{builder_.take(), {}};
    for (const Input& input : result.program.inputs) result.knowledge.push_back(domain(input));
    return result;
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }
  template <class Items>
  auto any(const Items& items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

  NodeId comparison_with_constant(NodeId number) {
    const NodeId constant = builder_.number(static_cast<std::int64_t>(below(9)) - 4);
    const NodeId other =
        below(2) ? number
                 : builder_.sum({builder_.scaled(below(2) ? -2 : 2, number), builder_.number(1)});
    switch (below(3)) {
      case 0:
        return builder_.less_equal(other, constant);
      case 1:
        return builder_.less_equal(constant, other);
      default:
        return builder_.equal(constant, other);
    }
  }

  std::vector<NodeId> some_truths() {
    std::vector<NodeId> chosen;
    for (std::uint32_t i = 2 + below(3); i > 0; --i)
      chosen.push_back(below(4) ? any(truths_) : builder_.negation(any(truths_)));
    return chosen;
  }

  void grow() {
    switch (below(9)) {
      case 0:
        truths_.push_back(builder_.conjunction(some_truths()));
        break;
      case 1:
        truths_.push_back(builder_.disjunction(some_truths()));
        break;
      case 2:
        truths_.push_back(builder_.negation(any(truths_)));
        break;
      case 3:
        truths_.push_back(builder_.less_equal(any(numbers_), any(numbers_)));
        break;
      case 4:
        truths_.push_back(builder_.equal(any(numbers_), any(numbers_)));
        break;
      case 5:
        numbers_.push_back(builder_.sum({any(numbers_), any(numbers_)}));
        break;
      case 6:
        numbers_.push_back(builder_.scaled(static_cast<std::int64_t>(below(7)) - 3, any(numbers_)));
        break;
      case 7:
        numbers_.push_back(builder_.count(some_truths()));
        break;
      default:
        numbers_.push_back(builder_.choice(any(truths_), any(numbers_), builder_.number(below(4))));
        break;
    }
  }

  // Bodies are positive in the members of this fixed point and of those around it (`open`); lower
  // fixed points count as anything. Returns all members that depend on each other.
  std::vector<NodeId> fixpoint(const std::vector<NodeId>& open, int depth) {
    const std::uint32_t begin = builder_.size();
    std::vector<NodeId> members;
    for (std::uint32_t i = 2 + below(3); i > 0; --i) members.push_back(builder_.recursive());
    std::vector<NodeId> positive = open;
    positive.insert(positive.end(), members.begin(), members.end());
    std::vector<NodeId> inner;
    if (depth > 0 && below(2)) inner = fixpoint(positive, depth - 1);
    if (depth > 0 && below(2)) {
      const std::vector<NodeId> lower = fixpoint({}, depth - 1);
      truths_.insert(truths_.end(), lower.begin(), lower.end());
    }
    positive.insert(positive.end(), inner.begin(), inner.end());
    std::vector<NodeId> bodies;
    for (std::size_t i = 0; i < members.size(); ++i) {
      std::vector<NodeId> ways;
      for (std::uint32_t way = 1 + below(3); way > 0; --way) {
        std::vector<NodeId> conditions{any(positive)};
        if (below(3) == 0) conditions.push_back(any(positive));
        if (below(2))
          conditions.push_back(below(2) ? any(truths_) : builder_.negation(any(truths_)));
        ways.push_back(builder_.conjunction(std::move(conditions)));
      }
      if (below(3) == 0) ways.push_back(any(truths_));
      bodies.push_back(builder_.disjunction(std::move(ways)));
    }
    builder_.close(begin, members, bodies);
    members.insert(members.end(), inner.begin(), inner.end());
    return members;
  }

  Domain domain(const Input& input) {
    switch (input.ref) {
      case 10:
        return below(3) ? Domain{{40, 41, 43}, {}, {}} : Domain{{40, 43}, {}, {}};
      case 20:
        switch (below(4)) {
          case 0:
            return {{}, {}, {}};
          case 1:
            return {{}, -2, {}};
          case 2:
            return {{-3, 1, 2}, {}, {}};
          default:
            return {{}, -1, 3};
        }
      case 21:
      case 22:
        return below(3) ? Domain{{}, -1, 2} : Domain{{0, 3}, {}, {}};
      default:
        return below(4) ? Domain{{0, 1}, {}, {}}
                        : Domain{{static_cast<std::int64_t>(below(2))}, {}, {}};
    }
  }

  std::mt19937 random_;
  Builder builder_;
  std::vector<NodeId> truths_;
  std::vector<NodeId> numbers_;
};

}  // namespace

Input truth_input(std::uint32_t number) { return input_of(number, Sort::Kind::boolean); }
Input number_input(std::uint32_t number) { return input_of(number, Sort::Kind::integer); }
Input closed_input(std::uint32_t number) { return input_of(number, Sort::Kind::individual); }

RandomProgram random_program(std::uint32_t seed) { return Generator(seed).run(); }

}  // namespace grotius::test
