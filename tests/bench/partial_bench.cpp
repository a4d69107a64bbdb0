// A question with unknown facts, warm: the model and its superiority are there; grounding, solver,
// witnesses and settling sets are not.

#include <benchmark/benchmark.h>

#include "engine/grotius.hpp"
#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

namespace {

void ask_with_unknowns(benchmark::State& state) {
  Shape shape;
  shape.actions = 2;  // so that norms about the act read 30 facts and more
  const GeneratedSet set = generate(shape);
  Session session;
  session.add("generated.norm", module_text(set));
  session.add("generated.case", case_text(set, 0, static_cast<unsigned>(state.range(0))));
  if (!session.compile()) return state.SkipWithError("the generated norms have mistakes");
  std::optional<analyse::Answer> answer;
  for (auto _ : state) answer = session.ask(session.model().questions.front());
  if (!answer) return state.SkipWithError("no answer");
  state.counters["solver"] = answer->used_solver;
  state.counters["statuses"] = static_cast<double>(answer->possible.size());
  state.counters["settling_sets"] = static_cast<double>(answer->decisive.size());
}

BENCHMARK(ask_with_unknowns)
    ->ArgName("unknowns")
    ->Arg(0)
    ->Arg(1)
    ->Arg(10)
    ->Arg(30)
    ->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace grotius::bench
