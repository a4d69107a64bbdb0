// Situations: what they extend, their individuals, and then their lines. A situation is resolved
// after those that it extends.

#include <algorithm>
#include <string>

#include "engine/model/codes.hpp"
#include "engine/model/resolver.hpp"
#include "engine/model/situation_codes.hpp"
#include "engine/model/situation_entries.hpp"
#include "engine/model/situation_statements.hpp"

namespace grotius::model {
namespace {

/// The situation of the name, or nothing with a report.
std::optional<SituationId> extended(Resolver& resolver, const Scope& scope,
                                    const syntax::Name& name) {
  const bool known = !resolver.visible(scope, NameSpace::situation, name).empty();
  if (known || resolver.names.maybe_unparsed(std::nullopt, name.text)) {
    return known ? resolver.situation(scope, name) : std::nullopt;
  }
  const std::string help =
      resolver.suggest(name.text, resolver.candidates(scope, NameSpace::situation));
  Diagnostic& error =
      resolver.diagnostics.error(codes::unknown_situation, name.span,
                                 "there is no situation " + quoted(name.text) + " to extend");
  error.help = help.empty()
                   ? "name a situation of this file, or of another file that is loaded with it"
                   : help;
  return std::nullopt;
}

class SituationResolver {
 public:
  SituationResolver(Model& model, Resolver& resolver)
      : model_(model), resolver_(resolver), entries_(model, resolver.diagnostics) {}

  /// Fills in what belongs to the situation. False where its individuals are in error, so that
  /// nothing can be said about it.
  bool resolve(SituationId id, const syntax::Situation& item) {
    if (entries_.exhausted()) return false;
    Situation& situation = model_.situations[index(id)];
    if (situation.extends) {
      const Situation& parent = model_[*situation.extends];
      situation.individuals = parent.individuals;
      if (!situation.on) situation.on = parent.on;
    }
    LocalIndividuals local;
    for (const IndividualId individual : situation.individuals)
      local.emplace(model_[individual].name, individual);
    const bool good = individuals(id, item, local);
    situation.statements = resolve_lines(resolver_, {situation.module, &local}, item.lines);
    if (good) situation.entries = entries_.entries(situation);
    return good && !entries_.exhausted();
  }

 private:
  bool individuals(SituationId id, const syntax::Situation& item, LocalIndividuals& local) {
    const Scope scope{model_[id].module, nullptr};
    bool good = true;
    for (const syntax::Individuals& group : item.individuals) {
      for (const syntax::NamedIndividual& written : group.individuals) {
        const auto [at, added] = local.emplace(written.name.text, std::nullopt);
        if (!added) {
          report_twice(id, written.name, at->second);
          good = false;
          continue;
        }
        warn_of_namesake(scope, written.name);
        const std::optional<TypeId> type = open_type(scope, written);
        if (!type) {
          good = false;
          continue;
        }
        at->second = id_of<IndividualId>(model_.individuals.size());
        model_.situations[index(id)].individuals.push_back(*at->second);
        model_.individuals.push_back({scope.home.value(), id, written.name.text,
                                      text_of(written.label), *type, written.name.span});
      }
    }
    return good;
  }

  std::optional<TypeId> open_type(const Scope& scope, const syntax::NamedIndividual& written) {
    const std::optional<TypeId> type = resolver_.type(scope, written.type);
    if (!type || !model_[*type].closed) return type;
    Diagnostic& error = resolver_.diagnostics.error(
        codes::closed_type, written.name.span,
        quoted(written.type.text) + " is a closed type: it has no further individuals");
    error.help = "choose one of its individuals, or another type";
    error.related.push_back({model_[*type].span, "declared here"});
    return std::nullopt;
  }

  void report_twice(SituationId id, const syntax::Name& name, std::optional<IndividualId> first) {
    const bool inherited = first && model_[*first].situation != id;
    Diagnostic& error = resolver_.diagnostics.error(
        codes::individual_twice, name.span,
        quoted(name.text) + (inherited
                                 ? " is declared already, in the situation that this one extends"
                                 : " is declared twice in this situation"));
    error.help = "leave it out here, or choose another name";
    if (first) error.related.push_back({model_[*first].span, "first declared here"});
  }

  /// The name is not hidden outside of the situation, so this is no error; but two Chinas in one
  /// situation are seldom meant.
  void warn_of_namesake(const Scope& scope, const syntax::Name& name) {
    const Entity* other = resolver_.shadowed(scope, name.text);
    if (!other || other->kind != EntityKind::individual) return;
    Diagnostic& warning = resolver_.diagnostics.warning(
        codes::individual_hides, name.span,
        quoted(name.text) +
            " is declared already: in this situation the name means another individual");
    warning.help = "leave it out here if the same is meant, else choose another name";
    warning.related.push_back({other->span, "declared here"});
  }

  Model& model_;
  Resolver& resolver_;
  EntryBuilder entries_;
};

Situation begun(const syntax::Situation& item, ModuleId home, Span span) {
  Situation situation;
  situation.module = home;
  situation.name = item.name.text;
  situation.title = text_of(item.title);
  if (item.on) situation.on = item.on->date;
  situation.span = span;
  return situation;
}

/// The resolution of all situations of the files.
class Situations {
 public:
  Situations(Model& model, Names& names, Resolver& resolver,
             const std::vector<Declared<syntax::Situation>>& declared)
      : model_(model),
        names_(names),
        resolver_(resolver),
        declared_(declared),
        good_(declared.size(), true) {}

  void run() {
    for (std::size_t i = 0; i < declared_.size(); ++i) {
      model_.situations.push_back(
          begun(*declared_[i].item, declared_[i].module, declared_[i].item->name.span));
      names_[declared_[i].entity].ref = static_cast<std::uint32_t>(i);
      names_[declared_[i].entity].usable = true;
    }
    for (std::size_t i = 0; i < declared_.size(); ++i) extend(i);
    const std::vector<std::size_t> order = parents_first();
    SituationResolver situations(model_, resolver_);
    for (const std::size_t i : order) {
      const auto& parent = model_.situations[i].extends;
      good_[i] = good_[i] && (!parent || good_[index(*parent)]) &&
                 situations.resolve(id_of<SituationId>(i), *declared_[i].item);
    }
    for (std::size_t i = 0; i < declared_.size(); ++i)
      names_[declared_[i].entity].usable = good_[i];
  }

 private:
  void extend(std::size_t i) {
    const auto& name = declared_[i].item->extends;
    if (!name) return;
    model_.situations[i].extends = extended(resolver_, {declared_[i].module, nullptr}, *name);
    good_[i] = model_.situations[i].extends.has_value();
  }

  /// Every situation after the one that it extends. Cycles are reported and cut.
  std::vector<std::size_t> parents_first() {
    enum class State : std::uint8_t { untouched, open, done };
    std::vector<State> state(declared_.size(), State::untouched);
    std::vector<std::size_t> order;
    for (std::size_t start = 0; start < declared_.size(); ++start) {
      std::vector<std::size_t> path;
      std::size_t at = start;
      while (state[at] == State::untouched) {
        state[at] = State::open;
        path.push_back(at);
        const auto& parent = model_.situations[at].extends;
        if (!parent) break;
        at = index(*parent);
      }
      if (path.empty()) continue;
      const auto cycle = model_.situations[path.back()].extends
                             ? std::find(path.begin(), path.end(), at)
                             : path.end();
      if (cycle != path.end()) cut({cycle, path.end()});
      for (auto i = path.rbegin(); i != path.rend(); ++i) {
        state[*i] = State::done;
        order.push_back(*i);
      }
    }
    return order;
  }

  void cut(const std::vector<std::size_t>& cycle) {
    std::string words = quoted(model_.situations[cycle.front()].name);
    for (std::size_t i = 1; i <= cycle.size(); ++i) {
      words += std::string(i > 1 ? ", which" : "") + " extends " +
               quoted(model_.situations[cycle[i % cycle.size()]].name);
    }
    Diagnostic& error = resolver_.diagnostics.error(codes::extends_cycle,
                                                    declared_[cycle.front()].item->extends->span,
                                                    "situations extend each other: " + words);
    error.help = "one of them must stand alone";
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      if (i > 0)
        error.related.push_back({declared_[cycle[i]].item->extends->span, "part of the circle"});
      model_.situations[cycle[i]].extends.reset();
      good_[cycle[i]] = false;
    }
  }

  Model& model_;
  Names& names_;
  Resolver& resolver_;
  const std::vector<Declared<syntax::Situation>>& declared_;
  std::vector<bool> good_;  ///< by situation: questions can be asked about it
};

}  // namespace

void resolve_situations(Model& model, Names& names, Resolver& resolver,
                        const std::vector<Declared<syntax::Situation>>& situations) {
  Situations(model, names, resolver, situations).run();
}

std::optional<SituationId> add_situation(Model& model, const syntax::Situation& item, ModuleId home,
                                         Diagnostics& diagnostics) {
  Diagnostics own;
  Resolver resolver(model, *model.names, *model.sources, own);
  const auto id = id_of<SituationId>(model.situations.size());
  const std::size_t individuals = model.individuals.size();
  Situation situation = begun(item, home, item.name.span);
  bool good = true;
  if (item.extends) {
    situation.extends = extended(resolver, {home, nullptr}, *item.extends);
    good = situation.extends.has_value();
  }
  model.situations.push_back(std::move(situation));
  good = good && SituationResolver(model, resolver).resolve(id, item) && !own.has_errors();
  for (const Diagnostic& diagnostic : own.items()) diagnostics.add(diagnostic);
  if (good) return id;
  model.situations.pop_back();
  model.individuals.resize(individuals);
  return std::nullopt;
}

}  // namespace grotius::model
