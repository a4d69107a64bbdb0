#include "engine/evaluate/evaluator.hpp"

#include <bit>
#include <limits>

namespace grotius::evaluate {

using ground::NodeId;

namespace {

using Op = Instruction::Op;

/// Exact sums of 64-bit numbers; the result must fit again.
__extension__ typedef __int128 Wide;
bool fits(Wide value) {
  return value >= std::numeric_limits<std::int64_t>::min() &&
         value <= std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Evaluator::Evaluator(const ground::Program& program, std::span<const NodeId> roots)
    : code_(compile(program, roots)), words_(code_.words, 0), numbers_(code_.numbers) {}

bool Evaluator::evaluate(std::span<const std::int64_t> inputs) {
  return run(0, static_cast<std::uint32_t>(code_.steps.size()), inputs);
}

bool Evaluator::run(std::uint32_t first, std::uint32_t last, std::span<const std::int64_t> inputs) {
  for (std::uint32_t i = first; i < last; ++i) {
    const Step& step = code_.steps[i];
    switch (step.kind) {
      case Step::Kind::truths:
        words_[step.to] = decide_truths(step, inputs);
        break;
      case Step::Kind::numbers:
        if (!decide_numbers(step, inputs)) return false;
        break;
      case Step::Kind::loop:
        if (!repeat(code_.loops[step.to], i + 1, step.last, inputs)) return false;
        i = step.last - 1;
        break;
    }
  }
  return true;
}

bool Evaluator::repeat(const Loop& loop, std::uint32_t first, std::uint32_t last,
                       std::span<const std::int64_t> inputs) {
  auto flip = [&](std::uint32_t at) { words_[at / 64] ^= std::uint64_t{1} << (at % 64); };
  for (const Loop::Member& member : loop.members)
    if (bit(member.bit)) flip(member.bit);
  for (bool changed = true; changed;) {
    if (!run(first, last, inputs)) return false;
    changed = false;
    for (const Loop::Member& member : loop.members) {
      if (bit(member.bit) ==
          (bit(member.body.at) != (member.body.form == Place::Form::negated_truth)))
        continue;
      flip(member.bit);
      changed = true;
    }
  }
  return true;
}

std::uint64_t Evaluator::decide_truths(const Step& step,
                                       std::span<const std::int64_t> inputs) const {
  std::uint64_t word = 0;
  for (std::uint32_t i = step.first; i < step.last; ++i) {
    const Instruction& next = code_.instructions[i];
    bool truth = false;
    switch (next.op) {
      case Op::input:
        truth = inputs[next.a] != 0;
        break;
      case Op::input_is:
        truth = inputs[next.a] == next.number;
        break;
      case Op::less_equal:
        truth = numbers_[next.a] <= numbers_[next.b];
        break;
      case Op::equal:
        truth = numbers_[next.a] == numbers_[next.b];
        break;
      default: {
        std::uint64_t misses = 0;
        for (const Test& test : std::span(code_.tests).subspan(next.a, next.b - next.a))
          misses |= (words_[test.word] ^ test.want) & test.mask;
        truth = (misses == 0) == (next.op == Op::all);
        break;
      }
    }
    word |= std::uint64_t{truth} << (i - step.first);
  }
  return word;
}

bool Evaluator::decide_numbers(const Step& step, std::span<const std::int64_t> inputs) {
  for (std::uint32_t i = step.first; i < step.last; ++i) {
    const Instruction& next = code_.instructions[i];
    Wide total = 0;
    switch (next.op) {
      case Op::input_number:
        total = inputs[next.a];
        break;
      case Op::sum:
        for (std::uint32_t place = next.a; place < next.b; ++place)
          total += numbers_[code_.operands[place]];
        break;
      case Op::scaled:
        total = static_cast<Wide>(next.number) * numbers_[next.a];
        break;
      case Op::count:
        for (const Test& test : std::span(code_.tests).subspan(next.a, next.b - next.a))
          total += std::popcount(~(words_[test.word] ^ test.want) & test.mask);
        break;
      default:
        total = numbers_[code_.operands[next.b + (holds(code_.tests[next.a]) ? 0 : 1)]];
        break;
    }
    if (!fits(total)) return false;
    numbers_[next.to] = static_cast<std::int64_t>(total);
  }
  return true;
}

}  // namespace grotius::evaluate
