#include "cli/checking.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "cli/progress.hpp"
#include "cli/render_diagnostics.hpp"
#include "cli/render_report.hpp"
#include "cli/render_sarif.hpp"
#include "engine/analyse/check/unused.hpp"

namespace grotius::cli {

namespace {

std::string number_of(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string rendered(const Session& session, const std::vector<Diagnostic>& diagnostics,
                     bool json) {
  std::ostringstream out;
  print_diagnostics(out, session.sources(), diagnostics, json);
  return out.str();
}

/// Findings outweigh what is open; a mistake outweighs both.
int worse(int one, int other) {
  const auto weight = [](int status) {
    return status == input_error ? 3 : status == failed ? 2 : status == incomplete ? 1 : 0;
  };
  return weight(one) >= weight(other) ? one : other;
}

int status_of(const analyse::Report& report) {
  if (has_findings(report)) return failed;
  return is_inconclusive(report) ? incomplete : ok;
}

std::string line(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string premises(const Session& session, model::ModuleId module) {
  const model::Model& model = session.model();
  std::vector<model::ModuleId> reached{module};
  const auto reach = [&](model::ModuleId id) {
    if (std::ranges::find(reached, id) == reached.end()) reached.push_back(id);
  };
  for (std::size_t i = 0; i < model.modules.size(); ++i)
    if (model.modules[i].anonymous) reach(model::id_of<model::ModuleId>(i));
  for (std::size_t next = 0; next < reached.size(); ++next) {
    for (const model::ModuleId used : model[reached[next]].uses) reach(used);
    for (const model::ModuleId used : model[reached[next]].includes) reach(used);
  }
  std::string text;
  for (const model::ModuleId id : reached) {
    const Source& source = session.sources()[model[id].source];
    text += fmt::format("{}\n{}\n", source.name(), source.text());
  }
  for (const model::Type& type : model.types)
    text += fmt::format("{}: {}\n", type.name, type.supertype ? model[*type.supertype].name : "");
  for (const model::Individual& one : model.individuals)
    if (!one.situation) text += fmt::format("{}: {}\n", one.name, model[one.type].name);
  for (const analyse::Finding& finding : analyse::unused(model, module))
    text += fmt::format("{} is unused\n", fmt::join(finding.names, ", "));
  return text;
}

Checking::Checking(Inputs inputs, analyse::CheckOptions options, Form form, bool again)
    : inputs_(std::move(inputs)), options_(std::move(options)), form_(form), again_(again) {}

Said Checking::said_of(Session& session, model::ModuleId module, std::string premises,
                       Sarif* sarif) {
  const std::size_t before = session.diagnostics().items().size();
  std::optional<analyse::Report> report;
  {
    Progress progress;
    analyse::CheckOptions options = options_;
    options.progress = [&](const std::string& what, double share) { progress.show(what, share); };
    if (again_) {
      auto& kept = found_[session.sources()[session.model()[module].source].name()];
      if (!kept) kept = std::make_unique<analyse::CheckCache>();
      options.cache = kept.get();
    }
    report = session.check(module, options);
  }
  const auto& items = session.diagnostics().items();
  const std::vector<Diagnostic> later(items.begin() + static_cast<std::ptrdiff_t>(before),
                                      items.end());
  Said said;
  said.premises = std::move(premises);
  said.diagnostics = rendered(session, later, form_ == Form::json);
  if (sarif != nullptr)
    for (const Diagnostic& one : later) sarif->add(session.sources(), one);
  said.status = report ? status_of(*report) : input_error;
  if (!report) return said;
  switch (form_) {
    case Form::text:
      said.text = render_text(session.model(), *report, wants_colour(STDOUT_FILENO));
      break;
    case Form::json:
      said.text = line(to_json(session.model(), *report));
      break;
    case Form::sarif:
      sarif->add(session.model(), *report);
      break;
  }
  return said;
}

Round Checking::round() {
  Session session(load_options(inputs_));
  session.load(inputs_.files);
  const bool compiled = session.compile();
  Round round;
  for (std::size_t i = 0; i < session.sources().size(); ++i)
    round.files.emplace_back(session.sources()[static_cast<SourceId>(i)].name());
  const std::vector<Diagnostic> mistakes = session.diagnostics().sorted();
  round.diagnostics = rendered(session, mistakes, form_ == Form::json);
  std::optional<Sarif> sarif;
  if (form_ == Form::sarif) sarif.emplace(GROTIUS_VERSION);
  if (sarif)
    for (const Diagnostic& one : mistakes) sarif->add(session.sources(), one);
  if (!compiled) {
    round.status = input_error;
    if (sarif) round.text = sarif->document(false).dump(2) + '\n';
    return round;
  }

  const std::vector<model::ModuleId> sets = session.norm_sets();
  std::map<std::string, Said> said;
  for (const model::ModuleId module : sets) {
    const std::string file = session.sources()[session.model()[module].source].name();
    std::string rests_on = premises(session, module);
    const auto known = said_.find(file);
    if (known != said_.end() && known->second.premises == rests_on && !sarif) {
      said[file] = std::move(known->second);
    } else {
      said[file] = said_of(session, module, std::move(rests_on), sarif ? &*sarif : nullptr);
      ++round.checked;
    }
    const Said& now = said[file];
    round.status = worse(round.status, now.status);
    if (!now.diagnostics.empty() && !round.diagnostics.empty() && form_ == Form::text)
      round.diagnostics += '\n';
    round.diagnostics += now.diagnostics;
    if (!now.text.empty() && !round.text.empty() && form_ == Form::text) round.text += '\n';
    round.text += now.text;
  }
  said_ = std::move(said);
  const model::Model& model = session.model();
  if (sets.empty() && form_ == Form::text)
    round.text = fmt::format(
        "well formed: {}, {}, {}, {}; name a file of norms to search it for conflicts and gaps\n",
        number_of(session.files().size(), "file"), number_of(model.norms.size(), "norm"),
        number_of(model.situations.size(), "situation"),
        number_of(model.questions.size(), "question"));
  if (sarif) round.text = sarif->document(round.status != input_error).dump(2) + '\n';
  return round;
}

}  // namespace grotius::cli
