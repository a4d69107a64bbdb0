#include "tests/unit/search/random_conditions.hpp"

namespace grotius::test {

using namespace ground;

namespace {

class Generator {
 public:
  Generator(std::uint32_t seed, bool few) : random_(seed), few_(few) {}

  RandomProgram run() {
    for (std::uint32_t i = 0; i < (few_ ? 5u : 4u); ++i)
      truths_.push_back(builder_.input(truth_input(i)));
    for (std::int64_t value : {40, 41, 43})
      truths_.push_back(builder_.input_is(closed_input(10), value));
    if (!few_) truths_.push_back(builder_.input_is(closed_input(11), 41));
    std::vector<NodeId> numbers{builder_.input(number_input(20)), builder_.input(date_input())};
    if (!few_) numbers.push_back(builder_.input(number_input(21)));
    for (NodeId number : numbers)
      for (int i = 0; i < 3; ++i) truths_.push_back(compared(number));
    for (int i = 0; i < 14; ++i) grow(numbers);
    RandomProgram result{builder_.take(), {}};
    for (const Input& input : result.program.inputs) result.knowledge.push_back(domain(input));
    return result;
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_()) % bound; }
  NodeId any() { return truths_[below(static_cast<std::uint32_t>(truths_.size()))]; }
  NodeId constant(std::uint32_t least, std::uint32_t most) {
    return builder_.number(static_cast<std::int64_t>(below(most + least + 1)) -
                           static_cast<std::int64_t>(least));
  }

  static Input date_input() {
    Input input = number_input(30);
    input.value.sort.kind = model::Sort::Kind::date;
    input.kind = Input::Kind::today;
    return input;
  }

  NodeId compared(NodeId number) {
    NodeId form = number;
    if (below(2)) form = builder_.scaled(static_cast<std::int64_t>(below(7)) - 3, form);
    if (below(2)) form = builder_.sum({form, constant(3, 3)});
    return against(form, constant(4, 4));
  }

  NodeId against(NodeId form, NodeId other) {
    switch (below(3)) {
      case 0:
        return builder_.less_equal(form, other);
      case 1:
        return builder_.less_equal(other, form);
      default:
        return builder_.equal(form, other);
    }
  }

  std::vector<NodeId> some() {
    std::vector<NodeId> chosen;
    for (std::uint32_t i = 2 + below(4); i > 0; --i)
      chosen.push_back(below(3) ? any() : builder_.negation(any()));
    return chosen;
  }

  NodeId weighted() {
    std::vector<NodeId> terms{constant(2, 2)};
    for (NodeId truth : some())
      terms.push_back(builder_.choice(truth, constant(4, 4), constant(1, 1)));
    return builder_.sum(std::move(terms));
  }

  void grow(std::span<const NodeId> numbers) {
    switch (below(7)) {
      case 0:
      case 1:
        truths_.push_back(builder_.conjunction(some()));
        break;
      case 2:
      case 3:
        truths_.push_back(builder_.disjunction(some()));
        break;
      case 4:
        truths_.push_back(against(builder_.count(some()), builder_.number(below(4))));
        break;
      case 5:
        truths_.push_back(against(weighted(), below(2) ? constant(5, 5) : builder_.count(some())));
        break;
      default:
        truths_.push_back(against(
            builder_.choice(any(), numbers[below(2)],
                            builder_.choice(any(), builder_.scaled(-2, numbers[numbers.size() - 1]),
                                            constant(3, 3))),
            constant(4, 4)));
        break;
    }
  }

  Domain domain(const Input& input) {
    switch (input.ref) {
      case 10:
      case 11:
        return below(3) ? Domain{{40, 41, 43}, {}, {}} : Domain{{41, 43}, {}, {}};
      case 20:
      case 21:
        switch (few_ ? 2 + below(2) : below(4)) {
          case 0:
            return {{}, {}, {}};
          case 1:
            return {{}, -2, {}};
          case 2:
            return {{-3, 1, 2}, {}, {}};
          default:
            return {{}, -1, 3};
        }
      case 30:
        return few_ ? Domain{{}, -1, 2} : Domain{{}, -4, 5};
      default:
        return below(6) ? Domain{{0, 1}, {}, {}}
                        : Domain{{static_cast<std::int64_t>(below(2))}, {}, {}};
    }
  }

  std::mt19937 random_;
  bool few_;
  Builder builder_;
  std::vector<NodeId> truths_;
};

}  // namespace

RandomProgram random_conditions(std::uint32_t seed) { return Generator(seed, false).run(); }
RandomProgram random_few_conditions(std::uint32_t seed) { return Generator(seed, true).run(); }

}  // namespace grotius::test
