// Random programs: the solver against the enumeration of all completions.

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "engine/solve/program_solver.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/solve/interpreter.hpp"
#include "tests/unit/solve/random_program.hpp"

using namespace grotius;
using namespace grotius::ground;
using namespace grotius::solve;
using grotius::test::Values;

namespace {

struct Case {
  test::RandomProgram given;
  std::vector<Values> inputs;  // of all completions
  std::vector<Values> nodes;

  explicit Case(std::uint32_t seed)
      : given(test::random_program(seed)), inputs(test::completions(given.knowledge)) {
    for (const Values& completion : inputs)
      nodes.push_back(test::interpret(given.program, completion));
  }
  bool some(const std::function<bool(std::size_t)>& holds) const {
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (holds(i)) return true;
    return false;
  }
};

Outcome expected(bool satisfiable) {
  return satisfiable ? Outcome::satisfiable : Outcome::unsatisfiable;
}

}  // namespace

TEST_CASE(
    "every node of a random program can be true, and false, exactly where a completion makes it so",
    "[solve]") {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    INFO("seed " << seed);
    const Case random(seed);
    // Recursion is unfolded, or not.
    const auto solver =
        seed % 2 ? make_solver(random.given.program, random.given.knowledge, {})
                 : make_program_solver(random.given.program, random.given.knowledge, {}, 1, 0);
    for (std::size_t i = 0; i < random.given.program.nodes.size(); ++i) {
      const NodeId node = static_cast<NodeId>(i);
      if (!random.given.program.is_truth(node)) continue;
      for (bool truth : {true, false}) {
        INFO("node " << i << (truth ? "" : " false"));
        const Claim claim = node_is(node, truth);
        const Outcome outcome = solver->check({&claim, 1});
        REQUIRE(outcome ==
                expected(random.some([&](std::size_t c) { return random.nodes[c][i] == truth; })));
        if (outcome == Outcome::satisfiable) {
          const Values model = solver->model();
          REQUIRE(test::possible(random.given.knowledge, model));
          REQUIRE(test::interpret(random.given.program, model)[i] == truth);
        } else {
          // Nothing else is required: either the node alone is impossible, or every completion is.
          REQUIRE(solver->core() == std::vector<std::size_t>{0});
        }
      }
    }
  }
}

TEST_CASE("claims about inputs hold together with claims about nodes", "[solve]") {
  for (std::uint32_t seed = 1000; seed < 1030; ++seed) {
    INFO("seed " << seed);
    const Case random(seed);
    const Program& program = random.given.program;
    const auto solver = make_solver(program, random.given.knowledge, {});
    for (std::size_t i = 0; i < program.nodes.size(); i += 3) {
      const NodeId node = static_cast<NodeId>(i);
      if (!program.is_truth(node)) continue;
      for (std::size_t input = 0; input < program.inputs.size(); ++input) {
        const InputId id = static_cast<InputId>(input);
        // A constant with which the program may never compare the input.
        const std::int64_t constant =
            program.inputs[input].ref == 10 ? 41 : static_cast<std::int64_t>((seed + i) % 7) - 3;
        const bool holds = (seed + i + input) % 2 != 0;
        for (bool exactly : {true, false}) {
          INFO("node " << i << " input " << input << " constant " << constant << " exactly "
                       << exactly << " holds " << holds);
          const Claim claims[] = {node_is(node, true), exactly
                                                           ? input_is(id, constant, holds)
                                                           : input_at_least(id, constant, holds)};
          auto fulfils = [&](const Values& inputs, const Values& nodes) {
            const bool claimed = exactly ? inputs[input] == constant : inputs[input] >= constant;
            return nodes[i] == 1 && claimed == holds;
          };
          const Outcome outcome = solver->check(claims);
          REQUIRE(outcome == expected(random.some([&](std::size_t c) {
                    return fulfils(random.inputs[c], random.nodes[c]);
                  })));
          if (outcome == Outcome::satisfiable) {
            const Values model = solver->model();
            REQUIRE(test::possible(random.given.knowledge, model));
            REQUIRE(fulfils(model, test::interpret(program, model)));
          } else {
            std::vector<Claim> core;
            for (std::size_t position : solver->core()) core.push_back(claims[position]);
            REQUIRE(solver->check(core) == Outcome::unsatisfiable);
          }
        }
      }
    }
  }
}

TEST_CASE("two completions that agree on some inputs and differ in a node", "[solve]") {
  for (std::uint32_t seed = 2000; seed < 2020; ++seed) {
    INFO("seed " << seed);
    const Case random(seed);
    const Program& program = random.given.program;
    const std::size_t inputs = program.inputs.size();
    for (std::size_t i = program.nodes.size() / 2; i < program.nodes.size(); i += 4) {
      const NodeId node = static_cast<NodeId>(i);
      if (!program.is_truth(node)) continue;
      const auto solver = seed % 2 ? make_solver(program, random.given.knowledge, {}, 2)
                                   : make_program_solver(program, random.given.knowledge, {}, 2, 0);
      solver->require_difference(std::span(&node, 1));
      for (std::uint32_t mask : {0u, 0x5u, 0x2au, 0x7fu, 0xffu, 0x13u}) {
        std::vector<Claim> claims;
        // One input of all is required to differ.
        const std::size_t apart = (seed + i + mask) % (inputs + 2);
        std::vector<bool> agree(inputs);
        for (std::size_t input = 0; input < inputs; ++input) {
          Claim claim = input_same(static_cast<InputId>(input));
          agree[input] = (mask >> input & 1) != 0 && input != apart;
          claim.holds = input != apart;
          if (agree[input] || input == apart) claims.push_back(claim);
        }
        // What a completion shows where copies must agree; two with the same key and different
        // truths are wanted.
        std::map<Values, std::set<std::pair<std::int64_t, std::int64_t>>>
            seen;  // truth, value of the input apart
        bool satisfiable = false;
        for (std::size_t c = 0; c < random.inputs.size(); ++c) {
          Values key;
          for (std::size_t input = 0; input < inputs; ++input)
            if (agree[input]) key.push_back(random.inputs[c][input]);
          seen[key].insert({random.nodes[c][i], apart < inputs ? random.inputs[c][apart] : 0});
        }
        for (const auto& [key, shown] : seen)
          for (const auto& [truth, value] : shown)
            for (const auto& [other_truth, other_value] : shown)
              satisfiable = satisfiable ||
                            (truth != other_truth && (apart >= inputs || value != other_value));
        INFO("node " << i << " mask " << mask << " apart " << apart);
        const Outcome outcome = solver->check(claims);
        REQUIRE(outcome == expected(satisfiable));
        if (outcome != Outcome::satisfiable) continue;
        const Values first = solver->model(0);
        const Values second = solver->model(1);
        REQUIRE(test::possible(random.given.knowledge, first));
        REQUIRE(test::possible(random.given.knowledge, second));
        REQUIRE(test::interpret(program, first)[i] != test::interpret(program, second)[i]);
        for (std::size_t input = 0; input < inputs; ++input) {
          if (agree[input]) REQUIRE(first[input] == second[input]);
          if (input == apart) REQUIRE(first[input] != second[input]);
        }
      }
    }
  }
}

TEST_CASE("what is required holds in every later check", "[solve]") {
  for (std::uint32_t seed = 3000; seed < 3040; ++seed) {
    INFO("seed " << seed);
    const Case random(seed);
    const Program& program = random.given.program;
    const auto solver = make_solver(program, random.given.knowledge, {});
    std::vector<std::size_t> truths;
    for (std::size_t i = 0; i < program.nodes.size(); ++i)
      if (program.is_truth(static_cast<NodeId>(i))) truths.push_back(i);
    std::vector<std::pair<std::size_t, std::size_t>> required;
    for (std::size_t round = 0; round < 6; ++round) {
      const std::size_t a = truths[(seed * 7 + round * 13) % truths.size()];
      const std::size_t b = truths[(seed * 5 + round * 3) % truths.size()];
      const Claim any_of[] = {node_is(static_cast<NodeId>(a), true),
                              node_is(static_cast<NodeId>(b), false)};
      solver->require(any_of);
      required.emplace_back(a, b);
      const auto all = [&](const Values& nodes) {
        return std::ranges::all_of(required, [&](const auto& pair) {
          return nodes[pair.first] == 1 || nodes[pair.second] == 0;
        });
      };
      const Outcome outcome = solver->check();
      REQUIRE(outcome ==
              expected(random.some([&](std::size_t c) { return all(random.nodes[c]); })));
      if (outcome == Outcome::satisfiable) REQUIRE(all(test::interpret(program, solver->model())));
    }
  }
}
