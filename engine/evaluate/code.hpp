#pragma once
// Flat code, private to the folder. Truths are bits: the inputs and comparisons of a program fill a
// few words, and so do the connectives that rest on them, level by level, so that a conjunction of
// any width is one masked comparison a word. Which way a decision goes never depends on the data
// (but for fixed points), so the processor predicts every branch. Numbers stand apart, 64 bits
// each; negations cost nothing.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/ground/program.hpp"

namespace grotius::evaluate {

/// Where the value of a node is found.
struct Place {
  enum class Form : std::uint8_t { truth, negated_truth, number } form = Form::truth;
  std::uint32_t at = 0;  ///< of a truth: word × 64 + bit; of a number: its index
};

/// Some bits of one word, and what they are compared with.
struct Test {
  std::uint32_t word = 0;
  std::uint64_t mask = 0;
  std::uint64_t want = 0;  ///< within the mask
};

struct Instruction {
  enum class Op : std::uint8_t {
    // truths
    input,       ///< inputs[a] is not 0
    input_is,    ///< inputs[a] = number
    less_equal,  ///< numbers[a] <= numbers[b]
    equal,       ///< numbers[a] = numbers[b]
    all,         ///< tests [a, b) hold with every bit
    not_all,
    // numbers
    input_number,  ///< inputs[a]
    sum,           ///< of numbers[operands[a … b)]
    scaled,        ///< number × numbers[a]
    count,         ///< of the bits in tests [a, b) that are as wanted
    choice,        ///< numbers[operands[b]] if tests[a] holds, else numbers[operands[b + 1]]
  } op{};
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t to = 0;  ///< of a number: its index
  std::int64_t number = 0;
};

/// One step over instructions [first, last); or, a loop, over the steps that follow it, up to
/// `last`.
struct Step {
  enum class Kind : std::uint8_t { truths, numbers, loop } kind{};
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t to = 0;  ///< truths: the word, filled from its lowest bit; loop: its index
};

/// A least fixed point: its members begin false, and the steps are repeated until each member has
/// the value of its body.
struct Loop {
  struct Member {
    std::uint32_t bit = 0;
    Place body;
  };
  std::vector<Member> members;
};

struct Code {
  std::vector<Step> steps;
  std::vector<Instruction> instructions;
  std::vector<Test> tests;
  std::vector<std::uint32_t> operands;
  std::vector<Loop> loops;
  std::vector<Place> places;          ///< by NodeId; of what the roots do not rest on: false
  std::uint32_t words = 1;            ///< word 0 stays 0: the constants
  std::vector<std::int64_t> numbers;  ///< as they begin; constants stay
};

/// Code for what `roots` rest on. O(n log n) in the nodes of the cone and their operands.
Code compile(const ground::Program& program, std::span<const ground::NodeId> roots);

}  // namespace grotius::evaluate
