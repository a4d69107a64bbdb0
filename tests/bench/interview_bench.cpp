// Steps of an interview on the library's Kosovo case: a reply is taken, what is still possible is found, and the next question is
// chosen and proved to matter. Replies are drawn at random, always in the same way. `slowest_ms` is the slowest step of all, `begin_ms` the
// mean from a compiled session to the first question, both in processor time, `questions` the mean number of them.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <random>

#include "engine/grotius.hpp"

namespace grotius::bench {

namespace {

/// The processor time of this process.
double milliseconds() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::int64_t drawn(const ground::Domain& domain, std::mt19937& chance) {
  if (!domain.values.empty()) return domain.values[chance() % domain.values.size()];
  const std::int64_t low = domain.low.value_or(0);
  return low + static_cast<std::int64_t>(chance() % 10'000);
}

void step(benchmark::State& state, const char* module, bool open) {
  LoadOptions options;
  options.libraries = {GROTIUS_BENCH_SOURCES "/rules"};
  Session session(options);
  session.load({GROTIUS_BENCH_SOURCES "/examples/cases/kosovo_1999.case"});
  if (!session.compile()) return state.SkipWithError("the case has mistakes");
  Request request;
  request.query = "military_intervention(nato, serbia)";
  request.situation = "kosovo";
  request.under = {module};
  const auto question = session.question(request);
  if (!question) return state.SkipWithError("the question has mistakes");
  explore::InterviewOptions how;
  how.open = open;

  std::unique_ptr<explore::Interview> interview;
  std::mt19937 chance(1);
  double slowest = 0, begin = 0, begun = 0, replies = 0;
  for (auto _ : state) {
    while (!interview || !interview->next()) {
      state.PauseTiming();
      const double from = milliseconds();
      interview = session.interview(*question, how);
      begin += milliseconds() - from;
      begun += 1;
      state.ResumeTiming();
      if (!interview || (begun > 1 && replies == 0)) return state.SkipWithError("nothing is asked");
    }
    const double from = milliseconds();
    while (interview->reply(drawn(interview->next()->domain, chance)) == explore::Taken::impossible) {
    }
    slowest = std::max(slowest, milliseconds() - from);
    replies += 1;
  }
  state.counters["slowest_ms"] = slowest;
  state.counters["begin_ms"] = begin / begun;
  state.counters["questions"] = replies / begun;
}

BENCHMARK_CAPTURE(step, just_war, "just_war", false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, just_war_open, "just_war", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, un_charter_open, "un_charter", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, iciss_2001_open, "iciss_2001", true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, world_summit_2005_open, "world_summit_2005", true)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace grotius::bench
