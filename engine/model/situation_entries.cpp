#include "engine/model/situation_entries.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <tuple>

#include "engine/model/resolver.hpp"
#include "engine/model/situation_codes.hpp"

namespace grotius::model {
namespace {

bool in_order(const Entry& a, const Entry& b) {
  if (const auto order = a.atom <=> b.atom; order != 0) return order < 0;
  const auto begin = [](const Entry& entry) {
    return entry.period.from ? entry.period.from->day : std::numeric_limits<std::int64_t>::min();
  };
  return std::tuple(begin(a), a.span) < std::tuple(begin(b), b.span);
}

/// The individuals for which an argument stands.
std::vector<IndividualId> individuals(const StatementArgument& argument, const Universe& universe) {
  if (!argument.every) return argument.individuals;
  const std::set<IndividualId> except(argument.except.begin(), argument.except.end());
  std::vector<IndividualId> result;
  for (const IndividualId id : universe.of(*argument.every)) {
    if (except.count(id) == 0) result.push_back(id);
  }
  return result;
}

/// The atoms of a statement, as choices for each argument; nothing where there are more than
/// `limit`.
std::optional<std::vector<std::vector<IndividualId>>> choices(const Statement& statement,
                                                              const Universe& universe,
                                                              std::size_t limit) {
  std::vector<std::vector<IndividualId>> result;
  std::size_t product = 1;
  bool beyond = false;
  for (const StatementArgument& argument : statement.arguments) {
    result.push_back(individuals(argument, universe));
    const std::size_t size = result.back().size();
    if (size == 0) return std::vector<std::vector<IndividualId>>(statement.arguments.size());
    beyond = beyond || product > limit / size;
    product = beyond ? product : product * size;
  }
  if (beyond || product > limit) return std::nullopt;
  return result;
}

/// Calls `use` for every tuple of choices, in lexicographic order.
template <class Use>
void for_each_tuple(const std::vector<std::vector<IndividualId>>& choices, const Use& use) {
  std::vector<std::size_t> at(choices.size(), 0);
  std::vector<IndividualId> tuple(choices.size());
  for (const auto& choice : choices) {
    if (choice.empty()) return;
  }
  while (true) {
    for (std::size_t i = 0; i < choices.size(); ++i) tuple[i] = choices[i][at[i]];
    use(tuple);
    std::size_t place = choices.size();
    while (place > 0 && ++at[place - 1] == choices[place - 1].size()) at[--place] = 0;
    if (place == 0) return;
  }
}

/// The entries of `level`, and those of `above` about other atoms. Both are sorted, and so is the
/// result.
std::vector<Entry> replaced(std::vector<Entry> above, std::vector<Entry> level) {
  if (above.empty()) return level;
  const auto by_atom = [](const Entry& a, const Entry& b) { return a.atom < b.atom; };
  const auto is_replaced = [&](const Entry& entry) {
    return std::binary_search(level.begin(), level.end(), entry, by_atom);
  };
  above.erase(std::remove_if(above.begin(), above.end(), is_replaced), above.end());
  std::vector<Entry> result;
  result.reserve(above.size() + level.size());
  std::merge(std::make_move_iterator(above.begin()), std::make_move_iterator(above.end()),
             std::make_move_iterator(level.begin()), std::make_move_iterator(level.end()),
             std::back_inserter(result), in_order);
  return result;
}

bool speaks_of_types(const Situation* situation) {
  return std::any_of(
      situation->statements.begin(), situation->statements.end(), [](const Statement& statement) {
        return std::any_of(
            statement.arguments.begin(), statement.arguments.end(),
            [](const StatementArgument& argument) { return argument.every.has_value(); });
      });
}

std::string limit_text(const Model& model, std::size_t limit) {
  ValueKind number;
  number.sort.kind = Sort::Kind::integer;
  return value_text(model, number, static_cast<std::int64_t>(limit));
}

/// The same values, in whatever order.
bool alike(std::vector<std::int64_t> a, std::vector<std::int64_t> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

}  // namespace

std::string text_of(const Model& model, const Atom& atom) {
  std::string text = atom.deed ? "done " : "";
  text += atom.deed ? model[id_of<ActionId>(atom.ref)].name : model[id_of<FactId>(atom.ref)].name;
  text += "(";
  for (std::size_t i = 0; i < atom.arguments.size(); ++i) {
    if (i > 0) text += ", ";
    text += model[atom.arguments[i]].name;
  }
  return text + ")";
}

std::vector<Entry> EntryBuilder::entries(const Situation& situation) {
  std::vector<const Situation*> chain{&situation};
  while (chain.back()->extends) chain.push_back(&model_[*chain.back()->extends]);
  std::reverse(chain.begin(), chain.end());
  const bool written_out = std::any_of(chain.begin(), chain.end(), speaks_of_types);
  const Universe universe = written_out ? universe_of(model_, situation) : Universe{};
  std::vector<Entry> result;
  std::size_t atoms = 0;
  if (!written_out && situation.extends) {
    // What is inherited says here what it says there: only types have more individuals here.
    result = model_[*situation.extends].entries;
    atoms = result.size();
    chain = {&situation};
  }
  for (const Situation* level : chain) {
    std::vector<Entry> own = write_out(*level, situation, universe, atoms);
    std::sort(own.begin(), own.end(), in_order);
    report_contradictions(own);
    result = replaced(std::move(result), std::move(own));
  }
  hold(situation, result.size());
  return result;
}

void EntryBuilder::hold(const Situation& situation, std::size_t entries) {
  if (exhausted()) return;
  held_ += entries + situation.individuals.size();
  if (!exhausted()) return;
  diagnostics_
      .error(codes::too_many_atoms, situation.span,
             "with this one, the situations speak of more than " +
                 limit_text(model_, SituationLimits::held) +
                 " facts, deeds and individuals together")
      .help =
      "what a situation inherits counts again: let fewer situations extend each other, or give "
      "them to the program one after another";
}

std::vector<Entry> EntryBuilder::write_out(const Situation& level, const Situation& situation,
                                           const Universe& universe, std::size_t& atoms) {
  std::vector<Entry> result;
  for (const Statement& statement : level.statements) {
    const auto tuples = choices(statement, universe, SituationLimits::atoms - atoms);
    if (!tuples) {
      diagnostics_
          .error(codes::too_many_atoms, statement.span,
                 "with this line, the situation " + quoted(situation.name) +
                     " speaks of more than " + limit_text(model_, SituationLimits::atoms) +
                     " facts and deeds")
          .help =
          "name the individuals that matter, and leave the others to the presumption of the fact";
      return result;
    }
    for_each_tuple(*tuples, [&](const std::vector<IndividualId>& tuple) {
      ++atoms;
      result.push_back({{statement.deed, statement.ref, tuple},
                        statement.values,
                        statement.period,
                        statement.sources,
                        statement.value_sources,
                        statement.span});
    });
  }
  return result;
}

// Of the entries about one atom, in the order of their beginnings, the one that lasts longest so
// far is enough to compare with: what overlaps with another one overlaps with it too, and both
// would have been found to differ from it, or are like it.
void EntryBuilder::report_contradictions(const std::vector<Entry>& sorted) {
  const Entry* longest = nullptr;
  for (const Entry& entry : sorted) {
    if (!longest || longest->atom != entry.atom) {
      longest = &entry;
      continue;
    }
    if (longest->period.overlaps(entry.period) && !alike(longest->values, entry.values))
      report(*longest, entry);
    if (longest->period.until &&
        (!entry.period.until || *longest->period.until < *entry.period.until))
      longest = &entry;
  }
}

void EntryBuilder::report(const Entry& a, const Entry& b) {
  const Entry& first = a.span < b.span ? a : b;
  const Entry& second = a.span < b.span ? b : a;
  if (!told_.emplace(first.span, second.span).second) return;
  const std::optional<Date> begin = std::max(a.period.from, b.period.from);
  Diagnostic& error = diagnostics_.error(codes::contradictory_lines, second.span,
                                         "two lines contradict each other about " +
                                             quoted(text_of(model_, a.atom)) +
                                             (begin ? " on " + to_string(*begin) : "") + ": " +
                                             says(first) + ", and here " + says(second));
  const bool of_sources = !a.values.empty() && !b.values.empty() && !is_truth(a.atom);
  error.help = of_sources
                   ? "leave out one of them, limit them with `from` and `until`, or, where the "
                     "sources disagree, write one line: `… = … source … or … source …`"
                   : "leave out one of them, or limit them with `from` and `until`";
  error.related.push_back({first.span, "the other line"});
}

bool EntryBuilder::is_truth(const Atom& atom) const {
  return atom.deed || model_[id_of<FactId>(atom.ref)].kind.sort.kind == Sort::Kind::boolean;
}

std::string EntryBuilder::says(const Entry& entry) const {
  if (entry.values.empty()) return "unknown";
  if (is_truth(entry.atom)) return entry.values.front() != 0 ? "given" : "given `not`";
  const ValueKind& kind = model_[id_of<FactId>(entry.atom.ref)].kind;
  std::string text;
  for (const std::int64_t value : entry.values)
    text += (text.empty() ? "" : " or ") + value_text(model_, kind, value);
  return text;
}

}  // namespace grotius::model
