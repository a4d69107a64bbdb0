#include "engine/explore/hinges.hpp"

#include <algorithm>

#include "engine/analyse/codes.hpp"
#include "engine/explore/hinges_search.hpp"

namespace grotius::explore {

namespace {

using analyse::Engine;
using analyse::Verdict;

std::optional<Hinges> found(analyse::Worlds& worlds, const model::Question& question, const analyse::AskOptions& options,
                            Diagnostics& diagnostics) {
  analyse::AskOptions unsettled = options;
  unsettled.settle = false;
  auto answer = analyse::ask(worlds, question, unsettled, diagnostics);
  if (!answer) return std::nullopt;
  Hinges result{std::move(*answer), {}, {}};
  if (result.answer.answer == Verdict::unknown) return result;
  Diagnostics said_already;
  const auto world = worlds.world(question, said_already);
  const HingeSearch search{worlds, *world, question, unsettled};
  const auto attempt = [&](const char* what, const auto& find) {
    try {
      find(search, result);
    } catch (const analyse::GaveUp& gave_up) {
      result.undecided.push_back({what, gave_up.reason});
    } catch (const ground::ResourceLimit& limit) {
      result.undecided.push_back({what, limit.message});
    }
  };
  attempt("norms and priorities", find_norm_hinges);
  if (result.answer.answer != Verdict::depends) attempt("presumptions", find_presumption_hinges);
  return result;
}

bool alike(const Hinge& a, const Hinge& b) {
  return a.kind == b.kind && a.name == b.name && a.answer == b.answer && a.possible == b.possible;
}

std::optional<Hinges> found_by_both(analyse::Worlds& worlds, const model::Question& question, analyse::AskOptions options,
                                    Diagnostics& diagnostics) {
  options.engine = Engine::native;
  auto native = found(worlds, question, options, diagnostics);
  options.engine = Engine::z3;
  Diagnostics said_already;
  auto solved = found(worlds, question, options, said_already);
  if (!native || !solved || native->answer.answer == Verdict::unknown || !native->undecided.empty()) return solved;
  if (solved->answer.answer == Verdict::unknown || !solved->undecided.empty()) return native;
  if (native->answer.answer == solved->answer.answer && std::ranges::equal(native->hinges, solved->hinges, alike)) return solved;
  diagnostics
      .error(analyse::codes::engines_differ, question.span, "the native engine and the solver find different hinges of this question")
      .help = "this is a mistake of the program, not of your files; please report it with the files";
  return std::nullopt;
}

}  // namespace

std::optional<Hinges> hinges(analyse::Worlds& worlds, const model::Question& question, const analyse::AskOptions& options,
                             Diagnostics& diagnostics) {
  return options.engine == Engine::both ? found_by_both(worlds, question, options, diagnostics)
                                        : found(worlds, question, options, diagnostics);
}

}  // namespace grotius::explore
