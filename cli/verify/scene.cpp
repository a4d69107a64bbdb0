#include "cli/verify/scene.hpp"

#include <algorithm>

#include "cli/verify/refusal.hpp"

namespace grotius::verify {

bool Choices::has(std::int64_t value) const {
  if (!values.empty()) return std::ranges::find(values, value) != values.end();
  return (!low || *low <= value) && (!high || value <= *high);
}

Scene::Scene(const Law& the_law, Index situation, std::optional<Date> the_date, bool open)
    : law(the_law), date(the_date), open_(open), by_type_(the_law.types.size()) {
  std::vector<Index> chain = {situation};
  while (law.situations[chain.back()].above) chain.push_back(*law.situations[chain.back()].above);
  const auto belongs = [&](const Individual& one) {
    if (one.situation) return std::ranges::find(chain, *one.situation) != chain.end();
    if (!law.modules[one.module].anonymous()) return true;
    return std::ranges::any_of(chain,
                               [&](Index at) { return law.situations[at].module == one.module; });
  };
  for (Index i = 0; i < law.individuals.size(); ++i) {
    const Individual& one = law.individuals[i];
    if (!belongs(one)) continue;
    members_.push_back(i);
    if (one.situation) locals[one.name] = i;
    std::optional<Index> type = one.type;
    for (std::size_t steps = 0; type && steps <= law.types.size(); ++steps) {
      by_type_[*type].push_back(i);
      type = law.types[*type].above;
    }
  }
  read(situation);
}

bool Scene::has(Index individual) const {
  return std::ranges::find(members_, individual) != members_.end();
}

Index Scene::individual(const std::string& name) const {
  std::vector<Index> found;
  for (Index one : members_)
    if (law.individuals[one].name == name) found.push_back(one);
  if (found.empty())
    throw DoesNotFollow{"the situation knows nobody and nothing called `" + name + "`"};
  if (found.size() > 1)
    throw CannotCheck{"several individuals are called `" + name +
                      "`, and the certificate does not tell them apart"};
  return found.front();
}

std::vector<Index> Scene::individuals(const syntax::LineArgument& argument,
                                      const Locals& known) const {
  const auto one = [&](const syntax::Name& name) {
    if (const auto local = known.find(name.text); name.qualifier.empty() && local != known.end())
      return local->second;
    return law.need(Entity::individual, name, law.home(name.span.source));
  };
  std::vector<Index> result;
  if (argument.kind == syntax::LineArgument::Kind::every) {
    std::vector<Index> except;
    for (const syntax::Name& name : argument.except) except.push_back(one(name));
    const syntax::Name& type = argument.names.front();
    for (Index member : of(law.need(Entity::type, type, law.home(type.span.source))))
      if (std::ranges::find(except, member) == except.end()) result.push_back(member);
  } else {
    for (const syntax::Name& name : argument.names) result.push_back(one(name));
  }
  return result;
}

// The lines of what the situation extends come first; a line about an atom replaces all of those
// about it.
void Scene::read(Index situation) {
  std::vector<Index> chain = {situation};
  while (law.situations[chain.back()].above) chain.push_back(*law.situations[chain.back()].above);
  std::ranges::reverse(chain);
  Locals known;
  for (Index at : chain) {
    for (Index one : law.situations[at].individuals) known[law.individuals[one].name] = one;
    std::map<Atom, std::vector<Line>> said;
    std::map<Atom, bool> spoken;
    for (const syntax::Line& line : law.situations[at].item->lines)
      read_line(line, known, said, spoken);
    for (const auto& [atom, on_some_day] : spoken) lines_.erase(atom);
    for (auto& [atom, lines] : said) lines_[atom] = std::move(lines);
  }
  for (const auto& [atom, lines] : lines_) {
    for (const Line& line : lines)
      if (line.values != lines.front().values)
        throw CannotCheck{"two lines contradict each other about " + text(atom)};
    if (atom.deed && lines.front().values == std::vector<std::int64_t>{0})
      not_done_.push_back(atom);
  }
}

void Scene::read_line(const syntax::Line& line, const Locals& known,
                      std::map<Atom, std::vector<Line>>& said, std::map<Atom, bool>& spoken) {
  Interval period;
  if (line.period.from) period.from = line.period.from->date;
  if (line.period.until) period.until = line.period.until->date;
  for (const syntax::LineEntry& entry : line.entries) {
    const std::optional<Index> from = law.home(entry.name.span.source);
    Atom atom{
        entry.done, law.need(entry.done ? Entity::action : Entity::fact, entry.name, from), {}};
    Line says{entry.span, {}};
    if (line.kind == syntax::Line::Kind::given) {
      for (const syntax::LineValue& value : entry.values)
        says.values.push_back(*law.constant(value.value.front(), &known).least);
      if (entry.values.empty()) says.values = {entry.negated ? 0 : 1};
      std::ranges::sort(says.values);
      says.values.erase(std::unique(says.values.begin(), says.values.end()), says.values.end());
    }
    std::vector<std::vector<Index>> choices;
    for (const syntax::LineArgument& argument : entry.arguments)
      choices.push_back(individuals(argument, known));
    std::size_t tuples = 1;
    for (const auto& choice : choices) tuples *= std::max<std::size_t>(choice.size(), 1);
    if (tuples > 1'000'000)
      throw CannotCheck{"the line at " + law.sources.at(entry.span) +
                        " speaks of more than 1 000 000 facts"};
    Tuple tuple;
    each_tuple(choices, tuple, [&](const Tuple& arguments) {
      atom.arguments = arguments;
      spoken[atom] = true;
      if (holds(period)) said[atom].push_back(says);
      return true;
    });
  }
}

const std::vector<Line>& Scene::lines(const Atom& atom) const {
  static const std::vector<Line> none;
  const auto found = lines_.find(atom);
  return found == lines_.end() ? none : found->second;
}

Choices Scene::everything(const Kind& kind) const {
  switch (kind.sort) {
    case Sort::truth:
      return {{0, 1}, {}, {}};
    case Sort::date:
      return {{}, date_of(1, 1, 1)->day, date_of(9999, 12, 31)->day};
    case Sort::individual: {
      Choices result;
      for (Index member : law.types[kind.type].members) result.values.push_back(member);
      return result;
    }
    case Sort::number:
      break;
  }
  if (kind.low && kind.low == kind.high) return {{*kind.low}, {}, {}};
  return {{}, kind.low, kind.high};
}

Choices Scene::choices(const Atom& atom) const {
  const Kind what = kind(atom);
  if (const std::vector<Line>& speaking = lines(atom); !speaking.empty()) {
    if (speaking.front().values.empty()) return everything(what);
    return {speaking.front().values, {}, {}};
  }
  std::optional<std::int64_t> presumed;
  if (atom.deed) {
    if (!law.actions[atom.ref].item->done_presumed_unknown) presumed = 0;
  } else {
    presumed = law.facts[atom.ref].presumed;
  }
  if (presumed && !(open_ && what.sort == Sort::truth)) return {{*presumed}, {}, {}};
  return everything(what);
}

std::string Scene::call(const std::string& name, const Tuple& arguments) const {
  std::string result = name + "(";
  for (std::size_t i = 0; i < arguments.size(); ++i)
    result += (i == 0 ? "" : ", ") + std::string(law.individuals[arguments[i]].name);
  return result + ")";
}

std::string Scene::text(const Atom& atom) const {
  if (!atom.deed)
    return call(law.name_of(law.facts[atom.ref].module, law.facts[atom.ref].item->name.text),
                atom.arguments);
  return "done " +
         call(law.name_of(law.actions[atom.ref].module, law.actions[atom.ref].item->name.text),
              atom.arguments);
}

}  // namespace grotius::verify
