// Questions: in which situation, under which norms, with which parameters, and what answer is
// expected.

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <variant>

#include "engine/model/codes.hpp"
#include "engine/model/question_codes.hpp"
#include "engine/model/question_resolver.hpp"

namespace grotius::model {
namespace {

struct AnswerWord {
  std::string_view word;
  Expectation expectation;
};
constexpr std::array<AnswerWord, 11> answer_words{{{"yes", Expectation::yes},
                                                   {"no", Expectation::no},
                                                   {"contested", Expectation::contested},
                                                   {"depends", Expectation::depends},
                                                   {"permitted", Expectation::permitted},
                                                   {"forbidden", Expectation::forbidden},
                                                   {"obliged", Expectation::obliged},
                                                   {"silent", Expectation::silent},
                                                   {"exempt", Expectation::exempt},
                                                   {"empowered", Expectation::empowered},
                                                   {"disabled", Expectation::disabled}}};

std::string listed(std::vector<std::string_view> names) {
  std::sort(names.begin(), names.end());
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < 12; ++i)
    text += (i == 0 ? "" : ", ") + quoted(names[i]);
  return names.size() > 12 ? text + ", …" : text;
}

/// The modules that no other module uses or includes.
std::vector<ModuleId> unused_modules(const Model& model) {
  std::vector<bool> used(model.modules.size(), false);
  for (const Module& module : model.modules) {
    if (module.anonymous) continue;
    for (const ModuleId id : module.uses) used[index(id)] = true;
    for (const ModuleId id : module.includes) used[index(id)] = true;
  }
  std::vector<ModuleId> result;
  for (std::size_t i = 0; i < model.modules.size(); ++i) {
    if (!model.modules[i].anonymous && !used[i]) result.push_back(id_of<ModuleId>(i));
  }
  return result;
}

LocalIndividuals individuals_of(const Model& model, const Situation& situation) {
  LocalIndividuals local;
  for (const IndividualId id : situation.individuals) local.emplace(model[id].name, id);
  return local;
}

}  // namespace

std::optional<Question> QuestionResolver::question(const syntax::Question& item,
                                                   std::optional<ModuleId> home, Span span) {
  const std::optional<SituationId> found = situation(item, {home, nullptr});
  if (!found) return std::nullopt;
  Question result;
  result.situation = *found;
  result.module = home.value_or(model_[*found].module);
  result.span = span;
  result.text = std::string(resolver_.sources.text(item.asked.front().span));
  if (item.on) result.on = item.on->date;

  // A question on the command line sees what is loaded, and the file of the situation first.
  const LocalIndividuals local = individuals_of(model_, model_[*found]);
  const bool file = model_[result.module].anonymous;
  const Scope scope{home || file ? std::optional(result.module) : std::nullopt, &local};
  bool good = asked(item.asked.front(), scope, result);
  good = norm_set(item, scope, result, span) && good;
  good = settings(item, scope, result) && good;
  if (item.expect && good) good = expectation(*item.expect, result);
  return good ? std::optional(std::move(result)) : std::nullopt;
}

std::optional<SituationId> QuestionResolver::situation(const syntax::Question& item,
                                                       const Scope& scope) {
  if (!item.situation) return only_situation(item.asked.front().span);
  const syntax::Name& name = *item.situation;
  if (!resolver_.visible(scope, NameSpace::situation, name).empty())
    return resolver_.situation(scope, name);
  if (resolver_.names.maybe_unparsed(std::nullopt, name.text)) return std::nullopt;
  const std::vector<std::string_view> known = resolver_.candidates(scope, NameSpace::situation);
  const std::string help = resolver_.suggest(name.text, known);
  Diagnostic& error = diagnostics().error(codes::question_situation, name.span,
                                          "there is no situation " + quoted(name.text));
  error.help = !help.empty()   ? help
               : known.empty() ? "no file that is loaded has a situation"
                               : "the situations are " + listed(known);
  return std::nullopt;
}

std::optional<SituationId> QuestionResolver::only_situation(Span span) {
  if (command_line_ && model_.situations.size() == 1) return id_of<SituationId>(0);
  std::vector<std::string_view> names;
  for (const Situation& situation : model_.situations) names.push_back(situation.name);
  Diagnostic& error =
      diagnostics().error(codes::which_situation, span,
                          names.empty() ? "no situation is loaded in which this could be asked"
                                        : "it is not said in which situation this is asked");
  error.help =
      names.empty() ? "name a file with a situation" : "say which is meant: " + listed(names);
  return std::nullopt;
}

bool QuestionResolver::norm_set(const syntax::Question& item, const Scope& scope, Question& out,
                                Span span) {
  if (item.as_held_by && !item.under.empty()) {
    diagnostics()
        .error(codes::two_norm_sets, item.as_held_by->span,
               "a question is asked either under modules or as held by somebody")
        .help = "leave out one of them";
    return false;
  }
  if (item.as_held_by) {
    out.holder = resolver_.individual(scope, *item.as_held_by);
    return out.holder.has_value();
  }
  if (item.under.empty()) return only_module(out, span);
  bool good = true;
  for (const syntax::Name& name : item.under) {
    const std::optional<ModuleId> found = module(scope, name);
    if (!found) {
      good = false;
    } else if (std::find(out.under.begin(), out.under.end(), *found) != out.under.end()) {
      diagnostics()
          .error(codes::listed_twice, name.span, quoted(name.text) + " is listed twice")
          .help = "leave it out here";
      good = false;
    } else {
      out.under.push_back(*found);
    }
  }
  return good;
}

std::optional<ModuleId> QuestionResolver::module(const Scope& scope, const syntax::Name& name) {
  const auto& missing = resolver_.missing_modules;
  if (resolver_.names.module(name.text) ||
      std::find(missing.begin(), missing.end(), name.text) != missing.end()) {
    return resolver_.module(scope, name);
  }
  std::vector<std::string_view> known;
  for (const Module& module : model_.modules) {
    if (!module.anonymous) known.push_back(module.name);
  }
  const std::string help = resolver_.suggest(name.text, known);
  Diagnostic& error = diagnostics().error(codes::question_module, name.span,
                                          "no module " + quoted(name.text) + " is loaded");
  error.help = !help.empty() ? help
               : command_line_
                   ? "name the file of the module, or a file that uses it"
                   : "add `uses " + std::string(name.text) + "` at the head of the file";
  return std::nullopt;
}

bool QuestionResolver::only_module(Question& out, Span span) {
  const bool none = std::all_of(model_.modules.begin(), model_.modules.end(),
                                [](const Module& module) { return module.anonymous; });
  if (none) return true;  // the file's own norms
  const std::vector<ModuleId> choices = unused_modules(model_);
  if (choices.size() == 1) {
    out.under = choices;
    return true;
  }
  if (choices.empty()) return false;  // modules that use each other: reported
  std::vector<std::string_view> names;
  for (const ModuleId id : choices) names.push_back(model_[id].name);
  diagnostics()
      .error(codes::which_module, span,
             "it is not said under which norms this is asked, and several modules could be meant")
      .help = "add `under` with one of " + listed(names);
  return false;
}

bool QuestionResolver::settings(const syntax::Question& item, const Scope& scope, Question& out) {
  bool good = true;
  std::map<ParameterId, Span> met;
  for (const syntax::Setting& written : item.with) {
    const std::optional<ParameterId> found = parameter(scope, written.parameter);
    if (!found) {
      good = false;
      continue;
    }
    const auto [first, added] = met.emplace(*found, written.parameter.span);
    if (!added) {
      Diagnostic& error = diagnostics().error(codes::set_twice, written.parameter.span,
                                              quoted(written.parameter.text) + " is set twice");
      error.help = "leave out one of the values, or ask two questions";
      error.related.push_back({first->second, "first set here"});
      good = false;
      continue;
    }
    Setting setting{*found, std::nullopt};
    if (!written.value.empty()) {
      setting.value = resolver_.constant(written.value.front(), model_[*found].kind, scope);
      good = good && setting.value;
    }
    out.with.push_back(setting);
  }
  return good;
}

std::optional<ParameterId> QuestionResolver::parameter(const Scope& scope,
                                                       const syntax::Name& name) {
  const bool known =
      !name.qualifier.empty() || !resolver_.visible(scope, NameSpace::vocabulary, name).empty() ||
      scope.local->count(name.text) != 0 || resolver_.names.maybe_unparsed(scope.home, name.text);
  if (known) return resolver_.parameter(scope, name);
  const std::vector<std::string_view> all =
      resolver_.candidates(scope, NameSpace::vocabulary, EntityKind::parameter);
  const std::string help = resolver_.suggest(name.text, all);
  Diagnostic& error = diagnostics().error(codes::question_parameter, name.span,
                                          "there is no parameter " + quoted(name.text));
  error.help = !help.empty() ? help
               : all.empty() ? "the norms that are loaded have no parameters"
                             : "the parameters are " + listed(all);
  return std::nullopt;
}

bool QuestionResolver::expectation(const syntax::Name& word, Question& out) {
  const auto at = std::find_if(answer_words.begin(), answer_words.end(),
                               [&](const AnswerWord& answer) { return answer.word == word.text; });
  if (at == answer_words.end()) return false;  // reported by the grammar
  const bool of_expressions = at->expectation == Expectation::yes ||
                              at->expectation == Expectation::no ||
                              at->expectation == Expectation::depends;
  if (std::holds_alternative<Expr>(out.asked) && !of_expressions) {
    diagnostics()
        .error(
            codes::unfit_answer, word.span,
            "the answer to this question is `yes`, `no` or `depends`, never " + quoted(word.text))
        .help =
        "only a question about an act has a status; a status within a condition is asked as `" +
        std::string(word.text) + " …` and answered yes or no";
    return false;
  }
  out.expect = at->expectation;
  return true;
}

void resolve_questions(Model& model, Resolver& resolver,
                       const std::vector<Declared<syntax::Question>>& questions) {
  QuestionResolver questioner(model, resolver, false);
  for (const Declared<syntax::Question>& declared : questions) {
    std::optional<Question> question =
        questioner.question(*declared.item, declared.module, declared.span);
    if (question) model.questions.push_back(std::move(*question));
  }
}

std::optional<Question> resolve_question(const Model& model, const syntax::Question& question,
                                         Diagnostics& diagnostics) {
  Resolver resolver(model, *model.names, *model.sources, diagnostics);
  return QuestionResolver(model, resolver, true)
      .question(question, std::nullopt, question.asked.front().span);
}

}  // namespace grotius::model
