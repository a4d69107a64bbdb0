// Flips of the library's cases: from the texts to the flips, and the search alone; and clingo on the same flips in the same run, in processor
// time. clingo is asked
// for the subset-minimal sets of the cost of the dearest flip that is listed, as many as that are, so both find at least the same.

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>

#include <sys/resource.h>

#include "engine/explore/flip.hpp"
#include "engine/explore/goal.hpp"
#include "engine/grotius.hpp"
#include "tests/bench/flip_with_clingo.hpp"

namespace {

using namespace grotius;

struct Case {
  const char* name;
  const char* situation;
  const char* query;
  const char* under;
  analyse::Verdict to;
};

constexpr Case kCases[] = {
    {"kosovo_1999", "kosovo", "military_intervention(nato, serbia)", "un_charter", analyse::Verdict::yes},
    {"kosovo_1999", "kosovo", "military_intervention(usa, serbia)", "un_charter", analyse::Verdict::yes},
    {"libya_2011", "libya_protected", "military_intervention(nato, libya)", "un_charter", analyse::Verdict::no},
    {"iraq_2003", "iraq_invaded", "military_intervention(usa, iraq)", "un_charter", analyse::Verdict::yes},
};

/// Processor time of this process and of those that it has waited for.
double worked() {
  double all = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval& part : {usage.ru_utime, usage.ru_stime})
      all += 1e3 * static_cast<double>(part.tv_sec) + 1e-3 * static_cast<double>(part.tv_usec);
  }
  return all;
}

double milliseconds(const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const double begin = worked();
    work();
    best = std::min(best, worked() - begin);
  }
  return best;
}

std::unique_ptr<Session> loaded(const Case& one) {
  LoadOptions options;
  options.libraries = {GROTIUS_BENCH_SOURCES "/rules"};
  options.modules = {one.under};
  auto session = std::make_unique<Session>(std::move(options));
  session->load({GROTIUS_BENCH_SOURCES "/examples/cases/" + std::string(one.name) + ".case"});
  return session->compile() ? std::move(session) : nullptr;
}

/// The number of models, and what its process takes; nothing where the question is beyond the translation.
void with_clingo(Session& session, const model::Question& question, const explore::Flips& flips) {
  analyse::Worlds worlds(session.model());
  analyse::Inquiry inquiry;
  Diagnostics ignored;
  inquiry.world = *worlds.world(question, ignored);
  analyse::ground_question(inquiry, question, false, ignored);
  const std::string path = "/tmp/grotius_flip_bench.lp";
  std::int64_t dearest = 0;
  for (const auto& flip : flips.flips) dearest = std::max(dearest, flip.cost);
  try {
    std::ofstream(path) << bench::flip_program(inquiry, *explore::goal(inquiry, flips.to), static_cast<std::size_t>(dearest));
  } catch (const std::exception& beyond) {
    std::cout << "  clingo: " << beyond.what() << "\n";
    return;
  }
  const std::string command = "clingo --heuristic=Domain --enum-mode=domRec -q -n " + std::to_string(flips.flips.size()) + " " + path +
                              " 2>/dev/null | grep -E '^Models' | tr -d '\\n'";
  const double time = milliseconds([&] { (void)std::system((command + " > /tmp/grotius_flip_bench.out").c_str()); });
  std::ifstream out("/tmp/grotius_flip_bench.out");
  std::string models;
  std::getline(out, models);
  std::cout << "  clingo, its process: " << time << " ms (" << models << ")\n";
}

}  // namespace

int main() {
  for (const Case& one : kCases) {
    auto session = loaded(one);
    const auto question = session ? session->question({one.query, one.situation, {one.under}, "", "", {}}) : std::nullopt;
    if (!question) {
      std::cerr << one.name << " has mistakes\n";
      return 1;
    }
    const FlipRequest request{{}, one.to, {}, {}};
    const auto flips = session->flip(*question, request);
    std::cout << one.name << ", " << one.query << ", to " << analyse::name(one.to) << ": " << flips->flips.size()
              << (flips->more ? " and more" : "") << "\n  search: " << milliseconds([&] { (void)session->flip(*question, request); })
              << " ms\n  with reading the texts: " << milliseconds([&] {
                   auto fresh = loaded(one);
                   (void)fresh->flip(*fresh->question({one.query, one.situation, {one.under}, "", "", {}}), request);
                 })
              << " ms\n";
    with_clingo(*session, *question, *flips);
  }
}
