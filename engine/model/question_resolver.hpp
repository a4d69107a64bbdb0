#pragma once
// The parts of a question: what is asked, in which situation, under which norms, with which
// parameters. Private to the folder.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/resolver.hpp"

namespace grotius::model {

class QuestionResolver {
 public:
  /// `command_line`: the situation may be left out where there is only one choice.
  QuestionResolver(const Model& model, Resolver& resolver, bool command_line)
      : model_(model), resolver_(resolver), command_line_(command_line) {}

  /// `home`: the module or file in which the question stands; nothing on the command line. All
  /// mistakes are reported.
  std::optional<Question> question(const syntax::Question& item, std::optional<ModuleId> home,
                                   Span span);

 private:
  // resolve_questions.cpp
  std::optional<SituationId> situation(const syntax::Question& item, const Scope& scope);
  std::optional<SituationId> only_situation(Span span);
  bool norm_set(const syntax::Question& item, const Scope& scope, Question& out, Span span);
  std::optional<ModuleId> module(const Scope& scope, const syntax::Name& name);
  bool only_module(Question& out, Span span);
  bool settings(const syntax::Question& item, const Scope& scope, Question& out);
  std::optional<ParameterId> parameter(const Scope& scope, const syntax::Name& name);
  bool expectation(const syntax::Name& word, Question& out);

  // resolve_asked.cpp
  bool asked(const syntax::Expression& expression, const Scope& scope, Question& out);
  bool act(const syntax::Application& application, const Entity& entity, Span at,
           const Scope& scope, Question& out);
  bool is_unknown(const Scope& scope, const syntax::Name& name);
  bool check_individuals(const Expr& expr, const Situation& situation);

  Diagnostics& diagnostics() { return resolver_.diagnostics; }

  const Model& model_;
  Resolver& resolver_;
  bool command_line_;
};

}  // namespace grotius::model
