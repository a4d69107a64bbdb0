#include "tests/rules/shift_page.hpp"

#include <algorithm>
#include <map>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "cli/render_witness.hpp"
#include "engine/grotius.hpp"
#include "tests/rules/library.hpp"
#include "tests/rules/shift_cases.hpp"

namespace grotius::test {

namespace {

using analyse::Change;

struct NormSet {
  const char* module;
  const char* title;
  Date since;  ///< the day on which it is compared with the one before it
};

const std::vector<NormSet> norm_sets{
    {"absolute_non_intervention", "absolute non-intervention", *date_of(1758, 1, 1)},
    {"un_charter", "the Charter", *date_of(1945, 10, 24)},
    {"charter_with_uniting_for_peace", "the Charter with Uniting for Peace", *date_of(1950, 11, 3)},
    {"iciss_2001", "the Commission of 2001", *date_of(2001, 12, 18)},
    {"world_summit_2005", "the World Summit of 2005", *date_of(2005, 9, 16)},
    {"three_pillars_2009", "the three pillars of 2009", *date_of(2009, 1, 12)},
    {"responsibility_while_protecting", "responsibility while protecting", *date_of(2011, 11, 9)}};

constexpr const char* kIntroduction =
    R"(# The normative shift, as the norm sets show it

From the doctrine of absolute non-intervention to responsibility while protecting: where two neighbouring norm sets of
this library answer differently, over all situations on the day of the later text. The test `tests/rules/shift_test.cpp` writes this page from what
`grotius diff` finds, so it says no more and no less than the modules do.

Each norm set speaks here for itself alone: that one is silent where its neighbour spoke means that its text does not say it,
not that the law was repealed (`general_international_law` puts together what binds). Each entry is a kind of change,
with the acts that it concerns, the smallest situation that the engine found for the first of them, the norms that make the
difference there, and cases of `examples/cases` in which the two norm sets differ in the same way. A duty that is new
is not listed again as a new permission.
)";

std::string on_one_line(const std::string& text) {
  std::string line, word;
  for (std::istringstream words(text); words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// Unnamed individuals counted from one, letter by letter: `c1`, whichever of them the engine took.
std::string renumbered(std::string text, const analyse::Witness& witness) {
  std::map<char, int> count;
  for (const auto& [name, type] : witness.individuals) {
    const std::string fresh = name[0] + std::to_string(++count[name[0]]);
    text = std::regex_replace(text, std::regex("\\b" + name + "\\b"), fresh);
  }
  return text;
}

/// Kinds of change that differ in the action alone.
struct Entry {
  const Change* change = nullptr;  ///< of the leading action
  std::vector<std::string> actions;
};

/// The act that the cases are about leads, then the general ones.
int place(const std::string& action) {
  const std::vector<std::string> first{"military_intervention", "use_of_force", "interfere",
                                       "measure_short_of_force"};
  return static_cast<int>(std::ranges::find(first, action) - first.begin());
}

bool is_duty_of(const Change& duty, const Change& permission) {
  return duty.question == Change::Question::must && duty.action == permission.action &&
         duty.norms == permission.norms &&
         ((duty.to == "obliged" && permission.to == "permitted") ||
          (duty.from == "obliged" && permission.from == "permitted"));
}

std::vector<Entry> entries_of(const analyse::Difference& difference, Change::Question question) {
  std::vector<Entry> entries;
  for (const Change& change : difference.changes) {
    if (change.question != question) continue;
    if (question == Change::Question::may &&
        std::ranges::any_of(difference.changes, [&](auto& one) { return is_duty_of(one, change); }))
      continue;
    const auto same = std::ranges::find_if(entries, [&](const Entry& entry) {
      return std::tie(entry.change->from, entry.change->to, entry.change->norms) ==
             std::tie(change.from, change.to, change.norms);
    });
    if (same == entries.end()) {
      entries.push_back({&change, {change.action}});
      continue;
    }
    same->actions.push_back(change.action);
    if (place(change.action) < place(same->change->action)) same->change = &change;
  }
  for (Entry& entry : entries) std::erase(entry.actions, entry.change->action);
  std::ranges::stable_sort(entries, {}, [](const Entry& entry) {
    return std::tuple(place(entry.change->action), entry.change->action);
  });
  return entries;
}

/// `un_charter.self_defence` [charter art. 51]
std::string cited(const Comparison& comparison, const std::string& norm) {
  for (const auto side : {Comparison::Side::first, Comparison::Side::second}) {
    const model::Model& model = comparison.model(side);
    for (std::size_t i = 0; i < model.norms.size(); ++i) {
      if (model.qualified(model::id_of<model::NormId>(i)) != norm) continue;
      std::string text;
      for (const auto& source : model.norms[i].sources)
        text += (text.empty() ? "" : "; ") + model.cite(source);
      return fmt::format("`{}` [{}]", norm, text);
    }
  }
  throw std::runtime_error("no norm is called " + norm);
}

std::string cases_for(const Entry& entry, const std::vector<CaseAnswer>& cases,
                      const NormSet& first, const NormSet& second, const std::string& question) {
  constexpr std::size_t shown = 2;
  std::vector<std::string> found;
  for (const CaseAnswer& one : cases) {
    if (one.action != entry.change->action &&
        std::ranges::find(entry.actions, one.action) == entry.actions.end())
      continue;
    const auto before = one.says.find(first.module), after = one.says.find(second.module);
    if (before == one.says.end() || after == one.says.end()) continue;
    const auto from = before->second.find(question), to = after->second.find(question);
    if (from == before->second.end() || to == after->second.end()) continue;
    if (from->second == entry.change->from && to->second == entry.change->to)
      found.push_back(fmt::format("{} (`{}`)", one.title, one.act));
  }
  if (found.empty()) return "";
  const std::size_t more = found.size() > shown ? found.size() - shown : 0;
  found.resize(found.size() - more);
  return fmt::format("  - Cases: {}{}\n", fmt::join(found, "; "),
                     more > 0 ? fmt::format("; and {} more", more) : "");
}

std::string render(const Entry& entry, const Comparison& comparison,
                   const std::vector<CaseAnswer>& cases, const NormSet& first,
                   const NormSet& second, const std::string& question) {
  const Change& change = *entry.change;
  std::string text = fmt::format("- **`{}`: {} → {}**", change.action, change.from, change.to);
  if (!entry.actions.empty())
    text += fmt::format("; likewise `{}`", fmt::join(entry.actions, "`, `"));
  const std::string act = change.witness.told.empty() ? change.witness.act.value_or(change.action)
                                                      : change.witness.told;
  text +=
      fmt::format("\n  - {}\n",
                  renumbered(on_one_line(cli::story(change.witness, fmt::format("ask: “{}”", act))),
                             change.witness));
  std::vector<std::string> norms;
  for (const std::string& norm : change.norms) norms.push_back(cited(comparison, norm));
  if (!norms.empty()) text += fmt::format("  - Norms: {}\n", fmt::join(norms, "; "));
  return text + cases_for(entry, cases, first, second, question);
}

std::string section(const NormSet& first, const NormSet& second,
                    const std::vector<CaseAnswer>& cases) {
  Comparison comparison(library());
  if (!comparison.load(first.module, second.module))
    throw std::runtime_error("the norm sets cannot be loaded");
  analyse::CheckOptions options;
  options.on = second.since;
  const auto difference = comparison.difference(options);
  if (!difference) throw std::runtime_error("the norm sets cannot be compared");

  std::string text = fmt::format("\n## From {} to {}\n\n", first.title, second.title);
  text += fmt::format("`grotius diff {} {} --on {}`: {} kinds of change{}.\n", first.module,
                      second.module, to_string(second.since), difference->changes.size(),
                      difference->complete && difference->undecided.empty()
                          ? ", and no others in any situation on that day"
                          : "; there may be others, which a limit left open");
  const std::vector<std::tuple<Change::Question, const char*, const char*>> questions{
      {Change::Question::may, "may", "What may be done"},
      {Change::Question::must, "must", "What must be done"},
      {Change::Question::can, "can", "What can be done with legal effect"}};
  for (const auto& [question, name, title] : questions) {
    const auto entries = entries_of(*difference, question);
    if (entries.empty()) continue;
    text += fmt::format("\n### {}\n\n", title);
    for (const Entry& entry : entries)
      text += render(entry, comparison, cases, first, second, name);
  }
  return text;
}

}  // namespace

std::string shift_page() {
  std::vector<std::string> modules;
  for (const NormSet& norm_set : norm_sets) modules.emplace_back(norm_set.module);
  const auto cases = answers_of_cases(modules);
  std::string page = kIntroduction;
  for (std::size_t i = 0; i + 1 < norm_sets.size(); ++i)
    page += section(norm_sets[i], norm_sets[i + 1], cases);
  return page;
}

}  // namespace grotius::test
