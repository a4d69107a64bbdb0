// One decision warm: the norms are ground once, then the evaluator decides one complete situation
// after another.

#include <array>
#include <cstdlib>
#include <iostream>
#include <random>

#include <benchmark/benchmark.h>

#include "engine/evaluate/evaluator.hpp"
#include "engine/grotius.hpp"
#include "engine/ground/knowledge.hpp"
#include "tests/bench/count_allocations.hpp"
#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

namespace {

using ground::NodeId;

/// The question of a generated set, ground: its act is action 0, its situations are values for all
/// inputs.
struct Decision {
  GeneratedSet set;
  Session session;
  ground::Program program;
  ground::ActStatus status;
  std::vector<std::vector<std::int64_t>> situations;

  explicit Decision(const Shape& shape) : set(generate(shape)) {
    session.add("generated.norm", module_text(set));
    session.add("generated.case", case_text(set, 0, 0));
    Diagnostics diagnostics;
    if (!session.compile()) fail("the generated norms have mistakes");
    analyse::Worlds worlds(session.model());
    const auto world = worlds.world(session.model().questions.front(), diagnostics);
    if (!world) fail("the generated question has mistakes");
    ground::Grounder grounder(*world);
    status = grounder.statuses(0, std::get<model::Act>(session.model().questions.front().asked));
    program = grounder.take();
    for (unsigned situation = 0; situation < shape.situations; ++situation) {
      auto& values = situations.emplace_back();
      for (const ground::Input& input : program.inputs) values.push_back(value(input, situation));
    }
  }

  std::vector<NodeId> may() const {
    return {status.permitted, status.forbidden, status.contested, status.silent};
  }
  std::vector<NodeId> everything() const {
    std::vector<NodeId> all = may();
    for (NodeId node :
         {status.merely_permitted, status.obliged, status.must_contested, status.exempt,
          status.must_no, status.empowered, status.disabled, status.can_contested, status.can_no})
      all.push_back(node);
    for (const auto& instance : status.instances) {
      all.push_back(instance.applies);
      all.push_back(instance.stands);
    }
    return all;
  }

 private:
  [[noreturn]] void fail(const char* why) {
    std::cerr << why << "\n";
    std::exit(1);
  }

  /// What the generator says of the fact `f3`, `v3` or `n3` that the input stands for.
  std::int64_t value(const ground::Input& input, unsigned situation) const {
    const model::Model& model = session.model();
    const std::string_view name = model[static_cast<model::FactId>(input.ref)].name;
    const auto which = static_cast<unsigned>(std::stoul(std::string(name.substr(1))));
    if (name.front() == 'f') return set.fact(situation, Literal::Kind::fact, which);
    if (name.front() == 'n') return set.fact(situation, Literal::Kind::number, which);
    const unsigned place = set.fact(situation, Literal::Kind::value, which);
    return ground::every_value(model, input.value).values[place];
  }
};

Shape shape_of(const benchmark::State& state) {
  Shape shape;
  shape.norms = static_cast<unsigned>(state.range(0));
  shape.actions = static_cast<unsigned>(state.range(1));
  return shape;
}

void measure(benchmark::State& state, const Decision& decision, std::span<const NodeId> roots) {
  evaluate::Evaluator evaluator(decision.program, roots);
  std::array<std::int64_t, 4> frequencies{};
  for (const auto& situation : decision.situations) {
    if (!evaluator.evaluate(situation)) state.SkipWithError("overflow");
    for (std::size_t i = 0; i < frequencies.size(); ++i)
      frequencies[i] += evaluator.value(roots[i]);
  }
  std::size_t next = 0;
  const std::size_t before = allocations();
  for (auto _ : state) {
    benchmark::DoNotOptimize(evaluator.evaluate(decision.situations[next]));
    benchmark::DoNotOptimize(evaluator.truth(roots[0]));
    if (++next == decision.situations.size()) next = 0;
  }
  const std::size_t after = allocations();
  const auto counter = [](auto count) { return benchmark::Counter(static_cast<double>(count)); };
  state.counters["allocations"] = counter(after - before);
  state.counters["nodes"] = counter(decision.program.nodes.size());
  state.counters["norms_about_act"] = counter(decision.status.instances.size());
  state.counters["permitted"] = counter(frequencies[0]);
  state.counters["forbidden"] = counter(frequencies[1]);
  state.counters["contested"] = counter(frequencies[2]);
  state.counters["silent"] = counter(frequencies[3]);
}

/// May the act be done? What a Prolog program for the same question decides.
void decide_may(benchmark::State& state) {
  const Decision decision(shape_of(state));
  measure(state, decision, decision.may());
}

/// The three questions, and which norm instances apply and stand.
void decide_everything(benchmark::State& state) {
  const Decision decision(shape_of(state));
  measure(state, decision, decision.everything());
}

BENCHMARK(decide_may)
    ->ArgNames({"norms", "actions"})
    ->Args({60, 4})
    ->Args({60, 1})
    ->Args({600, 4})
    ->Args({6000, 4});
BENCHMARK(decide_everything)->ArgNames({"norms", "actions"})->Args({60, 4})->Args({60, 1});

}  // namespace

}  // namespace grotius::bench
