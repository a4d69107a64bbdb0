// check_bench [--all] [NORMS…]: the analyses of `check` on generated norm sets, beside Z3 and
// clingo on the same sets in the same run. Every figure is of a process of its own, in processor
// time: Grotius reads the text of the module, Z3 has its terms made by hand, clingo reads a
// program. All must find the same conflicts, dead norms and gaps, or the program fails. Without
// `--all`, peers are left out where they take more than some seconds.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include <unistd.h>

#include "engine/analyse/check/cache.hpp"
#include "engine/analyse/check/check.hpp"
#include "engine/analyse/check/difference.hpp"
#include "engine/grotius.hpp"
#include "tests/bench/check_baselines.hpp"
#include "tests/bench/measure.hpp"

namespace grotius::bench {

namespace {

using analyse::FindingKind;
using Modality = GeneratedNorm::Modality;

const std::set<FindingKind> kCompared = {FindingKind::conflict, FindingKind::dead_norm,
                                         FindingKind::gap};
constexpr const char* kVerbs[] = {"permits", "forbids", "obliges to", "exempts from"};

/// What is compared: conflicts counted by action and modalities, as those that are not listed are
/// only counted.
struct Summary {
  std::map<std::string, std::size_t> conflicts;
  std::set<std::pair<unsigned, unsigned>> listed;
  std::vector<unsigned> dead, gaps;
};

unsigned number(const std::string& name) {
  return static_cast<unsigned>(std::stoul(name.substr(name.find_first_of("0123456789"))));
}

std::string group(const GeneratedSet& set, unsigned a, unsigned b) {
  Modality one = set.norms[a].modality, other = set.norms[b].modality;
  const bool turned = one == Modality::forbid || one == Modality::exempt;
  if (turned) std::swap(one, other);
  return "a" + std::to_string(set.norms[a].action) + " " + kVerbs[static_cast<unsigned>(one)] +
         " against " + kVerbs[static_cast<unsigned>(other)];
}

Summary summary(const GeneratedSet& set, const Found& found) {
  Summary result{{}, {found.conflicts.begin(), found.conflicts.end()}, found.dead, found.gaps};
  for (const auto& [a, b] : found.conflicts) ++result.conflicts[group(set, a, b)];
  return result;
}

/// The report of a check, in lines for `read_summary`.
std::string lines(const GeneratedSet& set, const analyse::Report& report) {
  std::ostringstream out;
  for (const analyse::Finding& finding : report.findings) {
    if (finding.kind == FindingKind::dead_norm) out << "dead " << number(finding.names[0]) << "\n";
    if (finding.kind == FindingKind::gap) out << "gap " << number(finding.names[0]) << "\n";
    if (finding.kind != FindingKind::conflict) continue;
    const unsigned a = number(finding.names[0]), b = number(finding.names[1]);
    out << "listed " << std::min(a, b) << " " << std::max(a, b) << "\n";
    out << "conflicts 1 " << group(set, a, b) << "\n";
  }
  for (const analyse::Beyond& beyond : report.beyond)
    if (beyond.kind == FindingKind::gap)
      out << "gap " << number(beyond.action) << "\n";
    else
      out << "conflicts " << beyond.count << " " << beyond.action << " " << beyond.what << "\n";
  if (!report.undecided.empty()) throw std::runtime_error("something was left undecided");
  return out.str();
}

Summary read_summary(const std::string& printed) {
  Summary result;
  std::istringstream in(printed);
  for (std::string word; in >> word;) {
    unsigned first = 0, second = 0;
    in >> first;
    if (word == "dead") result.dead.push_back(first);
    if (word == "gap") result.gaps.push_back(first);
    if (word == "listed" && in >> second) result.listed.insert({first, second});
    std::string of;
    if (word == "conflicts" && std::getline(in >> std::ws, of)) result.conflicts[of] += first;
  }
  std::ranges::sort(result.dead);
  std::ranges::sort(result.gaps);
  return result;
}

void require_same(const Summary& own, const Summary& peer, const std::string& name) {
  if (own.conflicts == peer.conflicts && own.dead == peer.dead && own.gaps == peer.gaps &&
      std::ranges::includes(peer.listed, own.listed))
    return;
  throw std::runtime_error("Grotius and " + name + " find different things");
}

/// Reads a module and checks it. `kinds`: only these; none: all.
std::string check(const GeneratedSet& set, const std::string& text,
                  const std::set<FindingKind>& kinds, std::size_t listed) {
  Session session;
  session.add("generated.norm", text);
  if (!session.compile()) throw std::runtime_error("the generated norms have mistakes");
  analyse::CheckOptions options;
  options.kinds = kinds;
  options.listed = listed;
  Diagnostics diagnostics;
  analyse::Worlds worlds(session.model());
  const auto report =
      analyse::check(worlds, session.model().named_modules.front(), options, diagnostics);
  if (!report) throw std::runtime_error("the generated norms cannot be checked");
  return lines(set, *report);
}

struct TemporaryFile {
  std::string path;
  TemporaryFile(const std::string& ending, const std::string& text) {
    static int number = 0;
    path = (std::filesystem::temp_directory_path() /
            ("grotius_check_bench_" + std::to_string(getpid()) + "_" + std::to_string(++number) +
             ending))
               .string();
    std::ofstream(path) << text;
  }
  ~TemporaryFile() { std::filesystem::remove(path); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
};

std::string run_clingo(const std::string& program) {
  const TemporaryFile file(".lp", program);
  FILE* pipe =
      popen(("clingo --enum-mode=brave --outf=1 0 " + file.path + " 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no process");
  std::string printed;
  char buffer[4096];
  for (std::size_t size; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;)
    printed.append(buffer, size);
  pclose(pipe);
  return printed;
}

void print(const std::string& what, const Measured& measured, double against = 0) {
  std::printf("  %-44s%10.1f ms%9.0f MB", what.c_str(), measured.seconds * 1e3, measured.megabytes);
  if (against > 0) std::printf("%10.1f", measured.seconds / against);
  std::printf("\n");
  std::fflush(stdout);
}

/// The median of three where that is quick.
Measured median(const std::function<std::string()>& run) {
  Measured first = measured(run);
  if (first.seconds > 1) return first;
  std::vector<Measured> all = {std::move(first), measured(run), measured(run)};
  std::ranges::sort(all, {}, &Measured::seconds);
  return all[1];
}

void compare(unsigned norms, Density density, bool with_all) {
  const GeneratedSet set = generate_to_check(norms, density);
  const std::string text = module_text(set);
  std::printf("\n%u norms, %s in conflicts, %zu facts, %u actions, %zu priorities\n", norms,
              density == Density::sparse ? "sparse" : "dense",
              std::size_t{set.shape.facts} + set.shape.values + set.shape.numbers,
              set.shape.actions, set.priorities.size());
  std::printf("  %-44s%13s%12s%10s\n", "", "cpu", "memory", "ratio");
  const Measured own = median([&] { return check(set, text, kCompared, 0); });
  print("conflicts, dead norms, gaps", own);
  const Summary found = read_summary(own.printed);
  std::size_t conflicts = 0;
  for (const auto& [of, count] : found.conflicts) conflicts += count;
  std::printf("    %zu conflicts, %zu dead norms, %zu gaps\n", conflicts, found.dead.size(),
              found.gaps.size());
  const auto listed = analyse::CheckLimits::listed;
  print("with the witnesses of those listed",
        median([&] { return check(set, text, kCompared, listed); }));
  print("every analysis", median([&] { return check(set, text, {}, listed); }));
  if (norms <= 1000 || with_all) {
    Summary by_z3;
    const Measured z3 = measured([&] {
      std::ostringstream out;
      const Found all = found_by_z3(set);
      for (const auto& [a, b] : all.conflicts) out << "listed " << a << " " << b << "\n";
      for (unsigned norm : all.dead) out << "dead " << norm << "\n";
      for (unsigned action : all.gaps) out << "gap " << action << "\n";
      return out.str();
    });
    by_z3 = read_summary(z3.printed);
    require_same(found,
                 summary(set, {{by_z3.listed.begin(), by_z3.listed.end()}, by_z3.dead, by_z3.gaps}),
                 "Z3");
    print("Z3, a push and pop a pair", z3, own.seconds);
  }
  if (norms <= 100 || (with_all && norms <= 1000)) {
    const std::string program = brave_program(set);
    const Measured clingo = measured([&] { return run_clingo(program); });
    if (clingo.printed.empty()) {
      std::printf("  clingo is not installed\n");
      return;
    }
    require_same(found, summary(set, found_by_clingo(set, clingo.printed)), "clingo");
    print("clingo, brave consequences", clingo, own.seconds);
  }
}

/// A check after one norm was edited, and the difference to the edited set, at 1 000 norms.
void after_edits(Density density) {
  const GeneratedSet set = generate_to_check(1000, density);
  const auto seconds = [](const auto& run) {
    const auto start = std::clock();
    run();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  };
  const auto checked = [](Session& session, const std::string& text, analyse::CheckCache& cache) {
    session.add("generated.norm", text);
    if (!session.compile()) throw std::runtime_error("the generated norms have mistakes");
    analyse::CheckOptions options;
    options.cache = &cache;
    Diagnostics diagnostics;
    analyse::Worlds worlds(session.model());
    analyse::check(worlds, session.model().named_modules.front(), options, diagnostics);
  };
  analyse::CheckCache cache;
  Session before, after;
  checked(before, module_text(set), cache);
  const std::string edited_text = module_text(edited(set, 1));
  const double again = seconds([&] { checked(after, edited_text, cache); });
  const TemporaryFile first(".norm", module_text(set)),
      second(".norm", module_text(edited(set, 10)));
  analyse::Difference parted;
  const double difference = seconds([&] {
    Comparison comparison;
    if (!comparison.load(first.path, second.path)) throw std::runtime_error("nothing to compare");
    parted = comparison.difference().value();
  });
  std::printf(
      "\n1000 norms, %s: checked again after an edit of one norm %.1f ms (%zu of %zu units "
      "asked)\n",
      density == Density::sparse ? "sparse" : "dense", again * 1e3, cache.asked(), cache.units());
  std::printf(
      "  difference to the set with ten norms edited %.1f ms (%zu kinds of change, each with a "
      "witness)\n",
      difference * 1e3, parted.changes.size());
}

}  // namespace

}  // namespace grotius::bench

int main(int argc, char** argv) {
  using namespace grotius::bench;
  bool with_all = false;
  std::vector<unsigned> sizes;
  for (const std::string& argument : std::vector<std::string>(argv + 1, argv + argc)) {
    if (argument == "--all")
      with_all = true;
    else
      sizes.push_back(static_cast<unsigned>(std::stoul(argument)));
  }
  const bool everything = sizes.empty();
  if (everything) sizes = {100, 1000, 10000};
  try {
    for (unsigned norms : sizes)
      for (Density density : {Density::sparse, Density::dense}) compare(norms, density, with_all);
    if (everything)
      for (Density density : {Density::sparse, Density::dense}) after_edits(density);
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
