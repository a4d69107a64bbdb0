// Modules: one for each file, what it uses and includes, and so whose names it sees.

#include <algorithm>
#include <string>

#include "engine/model/codes.hpp"
#include "engine/model/cycles.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

std::string_view word(Criterion criterion) {
  switch (criterion) {
    case Criterion::lex_superior:
      return "lex_superior";
    case Criterion::lex_specialis:
      return "lex_specialis";
    case Criterion::lex_posterior:
      return "lex_posterior";
  }
  return "";
}

class Modules {
 public:
  Modules(Model& model, Names& names, Resolver& resolver, const std::vector<syntax::File>& files)
      : model_(model), names_(names), resolver_(resolver), files_(files) {}

  void create(std::size_t named) {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      const ModuleId id = id_of<ModuleId>(i);
      Module& module = model_.modules.emplace_back();
      module.source = files_[i].source;
      module.span = {files_[i].source, 0, 0};
      module.anonymous = !files_[i].module;
      if (module.anonymous) continue;
      header(id, *files_[i].module);
      if (i < named) model_.named_modules.push_back(id);
    }
  }

  void link() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      Module& module = model_.modules[i];
      const ModuleId id = id_of<ModuleId>(i);
      const auto& header = files_[i].module;
      module.uses = used(id, header ? header->uses : files_[i].uses);
      if (header) module.includes = used(id, header->includes);
    }
    report_cycles();
    for (std::size_t i = 0; i < files_.size(); ++i) let_see(id_of<ModuleId>(i));
  }

 private:
  void header(ModuleId id, const syntax::ModuleHeader& header) {
    Module& module = model_.modules[index(id)];
    module.name = header.name.text;
    module.title = text_of(header.title);
    module.span = header.span;
    module.in_force = resolver_.interval(header.in_force);
    if (const auto first = names_.module(module.name)) {
      resolver_.diagnostics
          .error(codes::duplicate_name, header.name.span,
                 "the module " + quoted(module.name) + " is declared twice")
          .related.push_back({files_[index(*first)].module->name.span, "first declared here"});
    }
    names_.set_module(module.name, id);
    for (const Criterion criterion : header.resolve_by) {
      if (std::count(module.resolve_by.begin(), module.resolve_by.end(), criterion) == 0) {
        module.resolve_by.push_back(criterion);
      } else {
        resolver_.diagnostics.error(codes::listed_twice, header.span,
                                    "`resolve by` names " + quoted(word(criterion)) + " twice");
      }
    }
    for (const syntax::Name& rank : header.ranks) {
      if (std::count(module.ranks.begin(), module.ranks.end(), rank.text) == 0) {
        module.ranks.push_back(rank.text);
      } else {
        resolver_.diagnostics.error(codes::listed_twice, rank.span,
                                    "`ranks` names " + quoted(rank.text) + " twice");
      }
    }
  }

  std::vector<ModuleId> used(ModuleId from, const std::vector<syntax::Name>& written) {
    std::vector<ModuleId> result;
    for (const syntax::Name& name : written) {
      const std::optional<ModuleId> found = names_.module(name.text);
      if (!found) {
        missing(from, name);
      } else if (std::find(result.begin(), result.end(), *found) == result.end()) {
        result.push_back(*found);
      } else {
        resolver_.diagnostics.error(codes::listed_twice, name.span,
                                    "the module " + quoted(name.text) + " is listed twice");
      }
    }
    return result;
  }

  void missing(ModuleId from, const syntax::Name& name) {
    names_.set_half_blind(from);
    if (std::find(resolver_.missing_modules.begin(), resolver_.missing_modules.end(), name.text) ==
        resolver_.missing_modules.end()) {
      resolver_.missing_modules.push_back(name.text);
    }
    const auto& reported = resolver_.diagnostics.items();
    const bool told =
        std::any_of(reported.begin(), reported.end(), [&](const Diagnostic& diagnostic) {
          return diagnostic.severity == Severity::error && diagnostic.span == name.span;
        });
    if (told) return;  // whoever looked for the file has said so
    std::vector<std::string_view> near;
    for (const Module& module : model_.modules) {
      if (!module.anonymous) near.push_back(module.name);
    }
    resolver_.diagnostics
        .error(codes::unknown_module, name.span, "no module " + quoted(name.text) + " is loaded")
        .help = resolver_.suggest(name.text, near);
  }

  void report_cycles() {
    std::vector<Arc> arcs;
    for (std::uint32_t i = 0; i < model_.modules.size(); ++i) {
      for (const ModuleId used : model_.modules[i].uses) {
        arcs.push_back({i, static_cast<std::uint32_t>(index(used))});
      }
      for (const ModuleId used : model_.modules[i].includes) {
        arcs.push_back({i, static_cast<std::uint32_t>(index(used))});
      }
    }
    const Digraph graph(model_.modules.size(), std::move(arcs));
    for (const std::vector<std::uint32_t>& cycle : cycles(graph, strongly_connected(graph))) {
      std::string text = quoted(model_.modules[cycle.front()].name);
      for (std::size_t i = 1; i <= cycle.size(); ++i) {
        text += i == 1 ? " uses " : ", which uses ";
        text += quoted(model_.modules[cycle[i % cycle.size()]].name);
      }
      Diagnostic& diagnostic =
          resolver_.diagnostics.error(codes::module_cycle, files_[cycle.front()].module->name.span,
                                      "modules use each other: " + text);
      diagnostic.help = "move what they share into a module that both use";
      for (std::size_t i = 1; i < cycle.size(); ++i) {
        diagnostic.related.push_back({files_[cycle[i]].module->name.span, "part of the cycle"});
      }
    }
  }

  /// A module sees itself and, transitively, what it uses and includes; a file without a module
  /// also everything else that is loaded.
  void let_see(ModuleId from) {
    std::vector<ModuleId> reached{from};
    std::vector<bool> seen(model_.modules.size(), false);
    seen[index(from)] = true;
    const auto reach = [&](ModuleId module) {
      if (!seen[index(module)]) reached.push_back(module);
      seen[index(module)] = true;
    };
    for (std::size_t next = 0; next < reached.size(); ++next) {
      for (const ModuleId module : model_[reached[next]].uses) reach(module);
      for (const ModuleId module : model_[reached[next]].includes) reach(module);
    }
    for (const ModuleId module : reached) names_.let_see(from, module);
    if (!model_[from].anonymous) return;
    const bool says_what_it_uses = !model_[from].uses.empty();
    for (std::size_t i = 0; i < model_.modules.size(); ++i) {
      if (model_.modules[i].anonymous || seen[i]) continue;
      names_.let_see(from, id_of<ModuleId>(i), !says_what_it_uses);
    }
  }

  Model& model_;
  Names& names_;
  Resolver& resolver_;
  const std::vector<syntax::File>& files_;
};

/// What stands between the items of a file that had mistakes of form may have declared something.
void note_unparsed(Names& names, const Sources& sources, ModuleId module,
                   const syntax::File& file) {
  const std::string_view text = sources[file.source].text();
  std::uint32_t at = file.module ? file.module->span.end : 0;
  for (const syntax::Item& item : file.items) {
    if (item.span.begin > at) names.add_unparsed(module, text.substr(at, item.span.begin - at));
    at = std::max(at, item.span.end);
  }
  if (at < text.size()) names.add_unparsed(module, text.substr(at));
}

}  // namespace

void resolve_modules(Model& model, Names& names, Resolver& resolver,
                     const std::vector<syntax::File>& files, std::size_t named) {
  std::vector<bool> broken(files.size(), false);
  for (const Diagnostic& diagnostic : resolver.diagnostics.items()) {
    if (diagnostic.severity != Severity::error || !diagnostic.span) continue;
    for (std::size_t i = 0; i < files.size(); ++i) {
      if (files[i].source == diagnostic.span->source) broken[i] = true;
    }
  }
  Modules modules(model, names, resolver, files);
  modules.create(named);
  modules.link();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (broken[i]) note_unparsed(names, resolver.sources, id_of<ModuleId>(i), files[i]);
  }
}

}  // namespace grotius::model
