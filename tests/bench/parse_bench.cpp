// Modules of 100, 1 000 and 10 000 norms: parsed; parsed, resolved, typed and diagnosed.

#include <benchmark/benchmark.h>

#include "engine/model/model.hpp"
#include "grammar/parse.hpp"
#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

namespace {

std::string text_of(const benchmark::State& state) {
  return module_text(generate(Shape::of_size(static_cast<unsigned>(state.range(0)))));
}

void report(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
  state.SetComplexityN(static_cast<std::int64_t>(text.size()));
}

void parse_only(benchmark::State& state) {
  const std::string text = text_of(state);
  for (auto _ : state) {
    Sources sources;
    Diagnostics diagnostics;
    const auto file = parse(sources, sources.add("generated.norm", text), diagnostics);
    benchmark::DoNotOptimize(file.items.size());
    if (diagnostics.has_errors()) state.SkipWithError("the generated norms have mistakes");
  }
  report(state, text);
}

void parse_and_type(benchmark::State& state) {
  const std::string text = text_of(state);
  for (auto _ : state) {
    Sources sources;
    Diagnostics diagnostics;
    std::vector<syntax::File> files;
    files.push_back(parse(sources, sources.add("generated.norm", text), diagnostics));
    const auto model = model::from_syntax(sources, files, 1, diagnostics);
    benchmark::DoNotOptimize(model.norms.size());
    if (diagnostics.has_errors()) state.SkipWithError("the generated norms have mistakes");
  }
  report(state, text);
}

BENCHMARK(parse_only)
    ->ArgName("norms")
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);
BENCHMARK(parse_and_type)
    ->ArgName("norms")
    ->Arg(100)
    ->Arg(1000)
    ->Arg(10000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity(benchmark::oN);

}  // namespace

}  // namespace grotius::bench
