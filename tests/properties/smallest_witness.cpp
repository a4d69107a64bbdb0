#include "tests/properties/smallest_witness.hpp"

#include <algorithm>

#include "tests/properties/shown_findings.hpp"

namespace grotius::properties {

SmallestWitnesses::SmallestWitnesses(const World& world) : all_(world, 0) {
  seen_.resize(all_.dates().size());
  all_.each([&](std::size_t date, std::size_t, const State& state) {
    Model model(all_.dates()[date], state);
    Seen& seen = seen_[date].emplace_back();
    seen.possible = model.is_completion();
    if (seen.possible) seen.shown = shown(all_.dates()[date], model);
    return true;
  });
}

// What holds of an atom that no line speaks of; nothing where it is unknown then.
std::optional<std::size_t> SmallestWitnesses::presumed(std::size_t date,
                                                       std::size_t unknown) const {
  const World& world = all_.world();
  const Unknown& atom = all_.dates()[date].situation.unknowns[unknown];
  Value value = 0;
  if (atom.what == Unknown::What::deed) {
    if (world.actions[atom.index].done_presumed_unknown) return std::nullopt;
  } else {
    const Fact& fact = world.facts[atom.index];
    if (fact.presumption == Fact::Presumption::unknown) return std::nullopt;
    if (fact.presumption == Fact::Presumption::unstated) {
      if (fact.sort.kind != Kind::truth) return std::nullopt;
    } else {
      value = fact.presumed;
    }
  }
  const auto found = std::find(atom.candidates.begin(), atom.candidates.end(), value);
  // Among representatives the value itself need not be: then nothing is said of such an atom.
  if (found == atom.candidates.end()) return std::nullopt;
  return static_cast<std::size_t>(found - atom.candidates.begin());
}

// Every completion that is possible shows it about one act, and there is one.
bool SmallestWitnesses::shows(std::size_t date, const Finding& finding,
                              const std::vector<Choice>& given) const {
  const std::vector<Unknown>& atoms = all_.dates()[date].situation.unknowns;
  std::vector<std::vector<std::size_t>> open(atoms.size());
  for (std::size_t atom = 0; atom < atoms.size(); ++atom) {
    const auto line = std::find_if(given.begin(), given.end(),
                                   [&](const Choice& it) { return it.unknown == atom; });
    const auto value = presumed(date, atom);
    if (line != given.end()) {
      open[atom] = {line->candidate};
    } else if (value) {
      open[atom] = {*value};
    } else {
      for (std::size_t place = 0; place < atoms[atom].candidates.size(); ++place) {
        open[atom].push_back(place);
      }
    }
  }
  std::vector<std::size_t> places{0};
  std::size_t step = 1;
  for (std::size_t atom = 0; atom < atoms.size(); ++atom) {
    std::vector<std::size_t> next;
    for (std::size_t place : places) {
      for (std::size_t choice : open[atom]) next.push_back(place + step * choice);
    }
    places = std::move(next);
    step *= atoms[atom].candidates.size();
  }
  std::optional<std::set<std::string>> acts;
  for (std::size_t place : places) {
    const Seen& seen = seen_[date][place];
    if (!seen.possible) continue;
    std::set<std::string> here;
    for (const auto& [what, act] : seen.shown) {
      if (what == finding && (!acts || acts->contains(act))) here.insert(act);
    }
    acts = here;
    if (here.empty()) return false;
  }
  return acts.has_value();
}

bool SmallestWitnesses::choose(std::size_t date, const Finding& finding, std::size_t left,
                               std::size_t from, std::vector<Choice>& given) const {
  if (left == 0) return shows(date, finding, given);
  const std::vector<Unknown>& atoms = all_.dates()[date].situation.unknowns;
  for (std::size_t atom = from; atom < atoms.size(); ++atom) {
    for (std::size_t place = 0; place < atoms[atom].candidates.size(); ++place) {
      if (presumed(date, atom) == place) continue;
      // `given not done` says more than that the deed is not given.
      if (atoms[atom].what == Unknown::What::deed && atoms[atom].candidates[place] == 0) continue;
      given.push_back({atom, place});
      if (choose(date, finding, left - 1, atom + 1, given)) return true;
      given.pop_back();
    }
  }
  return false;
}

std::optional<std::string> SmallestWitnesses::smaller_than(const Finding& finding,
                                                           std::size_t lines) const {
  for (std::size_t count = 0; count < lines; ++count) {
    for (std::size_t date = 0; date < all_.dates().size(); ++date) {
      std::vector<Choice> given;
      if (!choose(date, finding, count, 0, given)) continue;
      std::string result = std::to_string(count) + " lines:";
      for (const Choice& line : given) {
        const Unknown& atom = all_.dates()[date].situation.unknowns[line.unknown];
        result += " " + atom.name + " = " + std::to_string(atom.candidates[line.candidate]);
      }
      return result;
    }
  }
  return std::nullopt;
}

}  // namespace grotius::properties
