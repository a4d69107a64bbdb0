#include "tests/unit/analyse/small_programs.hpp"

#include <random>

#include "engine/ground/builder.hpp"
#include "tests/unit/solve/random_program.hpp"

namespace grotius::test {

using namespace ground;

SmallProgram small_program(std::uint32_t seed) {
  std::mt19937 random(seed);
  Builder builder;
  std::vector<NodeId> truths;
  for (std::uint32_t i = 0; i < 5; ++i) truths.push_back(builder.input(truth_input(i)));
  for (std::int64_t value : {3, 5, 8}) truths.push_back(builder.input_is(closed_input(5), value));
  for (int i = 0; i < 12; ++i) {
    auto any = [&] {
      const NodeId truth = truths[random() % truths.size()];
      return random() % 3 == 0 ? builder.negation(truth) : truth;
    };
    switch (random() % 3) {
      case 0:
        truths.push_back(builder.conjunction({any(), any(), any()}));
        break;
      case 1:
        truths.push_back(builder.disjunction({any(), any()}));
        break;
      default:
        truths.push_back(
            builder.less_equal(builder.number(2), builder.count({any(), any(), any()})));
        break;
    }
  }
  SmallProgram result;
  result.answers = {truths[truths.size() - 1], truths[truths.size() - 2]};
  // Whoever knows the first truth knows the second, and the value tells the third.
  result.required = builder.conjunction({builder.implication(truths[0], truths[1]),
                                         builder.implication(truths[1], truths[0]),
                                         builder.implication(truths[5 + seed % 3], truths[2]),
                                         builder.implication(truths[2], truths[5 + seed % 3])});
  result.program = builder.take();
  for (std::uint32_t i = 0; i < result.program.inputs.size(); ++i) {
    const bool closed = result.program.inputs[i].ref == 5;
    result.knowledge.push_back(closed ? Domain{{3, 5, 8}, {}, {}} : Domain{{0, 1}, {}, {}});
    result.open.push_back(static_cast<InputId>(i));
  }
  return result;
}

}  // namespace grotius::test
