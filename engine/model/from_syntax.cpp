// The passes in their order. Each reports the mistakes of its items and leaves them out, and the
// next go on with the rest.

#include <algorithm>
#include <stdexcept>
#include <string>

#include "engine/model/codes.hpp"
#include "engine/model/items.hpp"
#include "engine/model/norm_set.hpp"
#include "engine/model/strata.hpp"
#include "engine/model/superiority.hpp"

namespace grotius::model {

namespace {

/// Ranks that no document bears decide nothing: most likely they are misspelt.
void check_ranks(const Model& model, Resolver& resolver, const std::vector<syntax::File>& files) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].module || files[i].module->ranks.empty()) continue;
    std::vector<std::string_view> borne;
    for (const Document& document : model.documents) {
      if (!document.rank.empty() && resolver.names.sees(id_of<ModuleId>(i), document.module)) {
        borne.push_back(document.rank);
      }
    }
    for (const syntax::Name& rank : files[i].module->ranks) {
      if (std::find(borne.begin(), borne.end(), rank.text) != borne.end()) continue;
      if (resolver.names.is_half_blind(id_of<ModuleId>(i))) continue;
      const std::string help = resolver.suggest(rank.text, borne);
      resolver.diagnostics
          .warning(codes::unborne_rank, rank.span, "no document has the rank " + quoted(rank.text))
          .help = help;
    }
  }
}

/// Cycles through strict uses, and of stated superiority, in the norm set of every module and file.
void check_norm_sets(const Model& model, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < model.modules.size(); ++i) {
    const auto module = id_of<ModuleId>(i);
    const NormSet set = model[module].anonymous ? norm_set(model, {}, module)
                                                : norm_set(model, {module}, std::nullopt);
    strata(model, set, diagnostics);
    check_stated(model, set, diagnostics);
  }
}

/// What is left out has been reported. If not, the model would answer without it, which must never
/// happen.
void ensure_complete(const Names& names, const Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;
  for (EntityIndex i = 0; i < names.size(); ++i) {
    if (!names[i].usable)
      throw std::logic_error("left out without a diagnostic: " + std::string(names[i].name));
  }
}

}  // namespace

Model from_syntax(const Sources& sources, const std::vector<syntax::File>& files, std::size_t named,
                  Diagnostics& diagnostics) {
  Model model;
  model.sources = &sources;
  const auto shared_names = std::make_shared<Names>();
  Names& names = *shared_names;
  model.names = shared_names;
  Resolver resolver(model, names, sources, diagnostics);

  resolve_modules(model, names, resolver, files, named);
  const Items items = declare(model, names, diagnostics, files);
  resolve_documents(model, names, items);
  resolve_types(model, names, resolver, items);
  resolve_individuals(model, names, resolver, items);
  resolve_parameters(model, names, resolver, items);
  resolve_facts(model, names, resolver, items);
  resolve_definition_heads(model, names, resolver, items);
  resolve_action_heads(model, names, resolver, items);

  resolve_definition_bodies(model, names, resolver, items);
  resolve_kinds(model, names, resolver, items);
  resolve_attributions(model, resolver, items);
  resolve_incompatibilities(model, resolver, items);
  resolve_norms(model, names, resolver, items);
  resolve_priorities(model, names, resolver, items);
  resolve_constraints(model, names, resolver, items);
  resolve_theses(model, names, resolver, items);
  resolve_acceptances(model, resolver, items);
  resolve_tolerations(model, resolver, items);
  resolve_situations(model, names, resolver, items.situations);
  resolve_questions(model, resolver, items.questions);

  check_ranks(model, resolver, files);
  check_free_of_statuses(model, diagnostics);
  check_norm_sets(model, diagnostics);
  ensure_complete(names, diagnostics);
  return model;
}

}  // namespace grotius::model
