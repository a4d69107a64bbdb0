// The grounds of answers: what they cost beside the answer itself, and how the cost grows with what
// is printed.

#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <memory>

#include <benchmark/benchmark.h>

#include "cli/render_why.hpp"
#include "engine/grotius.hpp"

namespace grotius::bench {

namespace {

[[noreturn]] void fail(const char* why) {
  std::cerr << why << "\n";
  std::exit(1);
}

/// A question, loaded and resolved.
struct Asked {
  std::unique_ptr<Session> session;
  model::Question question;
};

Asked of_case(const std::string& name, const std::string& situation, const std::string& query,
              const std::string& under) {
  LoadOptions options;
  options.libraries = {GROTIUS_BENCH_SOURCES "/rules"};
  options.modules = {under};
  auto session = std::make_unique<Session>(std::move(options));
  session->load({GROTIUS_BENCH_SOURCES "/examples/cases/" + name + ".case"});
  if (!session->compile()) fail("the case has mistakes");
  const auto question = session->question({query, situation, {under}, "", "", {}});
  if (!question) fail("the question has mistakes");
  return {std::move(session), *question};
}

/// A norm that asks about so many people; of each a line of its own tells, with a source of its
/// own.
Asked of_people(std::int64_t people) {
  std::string norms =
      "module gate\ntype Person\nfact guilty(p: Person) \"{p} is guilty\"\naction enter() \"to "
      "enter\"\n"
      "norm open permit enter() when no p: Person where guilty(p)\n";
  std::string situation = "situation day\n";
  for (std::int64_t i = 0; i < people; ++i) {
    const std::string name = "p" + std::to_string(i);
    norms += "individual " + name + ": Person\n";
    situation += "  given not guilty(" + name + ") source \"roll " + std::to_string(i) + "\"\n";
  }
  auto session = std::make_unique<Session>();
  session->add("gate.norm", norms + situation);
  if (!session->compile()) fail("the generated norms have mistakes");
  const auto question = session->question({"enter()", "day", {"gate"}, "", "", {}});
  if (!question) fail("the generated question has mistakes");
  return {std::move(session), *question};
}

double seconds(const std::function<void()>& work) {
  const std::clock_t before = std::clock();
  work();
  return static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
}

/// The answer alone and the answer with its grounds, in turn; `adds` is how many times the answer
/// the grounds cost on top of it.
void grounds_beside_answer(benchmark::State& state, const Asked& asked) {
  double answer = 0, grounds = 0;
  std::size_t steps = 0;
  for (auto _ : state) {
    const double one =
        seconds([&] { benchmark::DoNotOptimize(asked.session->ask(asked.question)); });
    const double other = seconds([&] {
      const auto explanation = asked.session->explain(asked.question);
      if (!explanation) fail("there are no grounds");
      steps = 0;
      for (const auto& part : explanation->cases) steps += part.derivation.steps.size();
    });
    answer += one;
    grounds += other;
    state.SetIterationTime(one + other);
  }
  const auto each = [&](double total) {
    return benchmark::Counter(1e3 * total / static_cast<double>(state.iterations()));
  };
  state.counters["answer_ms"] = each(answer);
  state.counters["with_grounds_ms"] = each(grounds);
  state.counters["adds"] = benchmark::Counter(grounds / answer - 1);
  state.counters["steps"] = benchmark::Counter(static_cast<double>(steps));
}

void kosovo_under_the_charter(benchmark::State& state) {
  grounds_beside_answer(
      state, of_case("kosovo_1999", "kosovo", "military_intervention(nato, serbia)", "un_charter"));
}
void kosovo_under_just_war(benchmark::State& state) {
  grounds_beside_answer(
      state, of_case("kosovo_1999", "kosovo", "military_intervention(nato, serbia)", "just_war"));
}
void libya_under_the_charter(benchmark::State& state) {
  grounds_beside_answer(state, of_case("libya_2011", "libya_protected",
                                       "military_intervention(nato, libya)", "un_charter"));
}

/// From the answer to its text: derivation, outline, every line.
void printed(benchmark::State& state) {
  const Asked asked = of_people(state.range(0));
  const auto explanation = asked.session->explain(asked.question);
  if (!explanation) fail("there are no grounds");
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::string text =
        cli::why_text(cli::why_outline(asked.session->model(), *explanation, {4, true}), false);
    bytes = text.size();
    benchmark::DoNotOptimize(text.data());
  }
  state.counters["bytes"] = benchmark::Counter(static_cast<double>(bytes));
  state.SetComplexityN(static_cast<std::int64_t>(bytes));
}

void derived(benchmark::State& state) {
  const Asked asked = of_people(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(asked.session->explain(asked.question));
  state.SetComplexityN(state.range(0));
}

BENCHMARK(kosovo_under_the_charter)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(kosovo_under_just_war)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(libya_under_the_charter)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(printed)
    ->RangeMultiplier(2)
    ->Range(1000, 16000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK(derived)
    ->RangeMultiplier(2)
    ->Range(1000, 16000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();

}  // namespace

}  // namespace grotius::bench
