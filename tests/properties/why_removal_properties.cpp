// A derivation rests on what it uses: where a line of the situation, an alternative of a definition or a norm is left out of the text that a
// derivation rests on, there is another derivation, or none.

#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
namespace explain = grotius::explain;
namespace model = grotius::model;

namespace {

std::string names(const model::Model& model, const std::vector<model::IndividualId>& individuals) {
  std::string text;
  for (model::IndividualId id : individuals) text += " " + std::string(model[id].name);
  return text;
}

// What the steps claim, without their places.
std::vector<std::string> claims(const model::Model& model, const explain::Derivation& derivation) {
  std::vector<std::string> result;
  for (const explain::Step& step : derivation.steps) {
    std::string claim(explain::name(step.rule));
    if (step.expr != nullptr) {
      claim += " " + std::string(model.sources->text(step.expr->span));
      for (const explain::Named& variable : step.environment) claim += " " + variable.name + " " + names(model, {variable.individual});
    } else {
      claim += step.deed ? " done" : "";
      claim += names(model, step.arguments);
    }
    switch (step.rule) {
      case explain::Rule::given:
        claim += " " + std::string(model.sources->text(step.entry->span));
        break;
      case explain::Rule::applies:
      case explain::Rule::stands:
      case explain::Rule::in_force:
        claim += " " + std::string(model.norms[step.ref].name);
        break;
      case explain::Rule::definition:
        claim += " " + std::string(model.definitions[step.ref].name);
        if (step.alternative) claim += " " + std::string(model.sources->text(model.definitions[step.ref].alternatives[*step.alternative].span));
        break;
      default:
        break;
    }
    result.push_back(claim + " " + std::to_string(step.value));
  }
  return result;
}

// The texts that a derivation rests on and that can be left out.
std::vector<grotius::Span> used(const model::Model& model, const explain::Derivation& derivation) {
  std::vector<grotius::Span> spans;
  for (const explain::Step& step : derivation.steps) {
    if (step.rule == explain::Rule::given) spans.push_back(step.entry->span);
    if (step.rule == explain::Rule::stands && step.value != 0) spans.push_back(model.norms[step.ref].span);
    if (step.rule == explain::Rule::definition && step.alternative)
      spans.push_back(model.definitions[step.ref].alternatives[*step.alternative].span);
  }
  return spans;
}

// The files without the text; of a line of a situation without the whole line.
Printed without(Printed printed, const grotius::Sources& sources, grotius::Span span) {
  const std::string at = sources.at(span);
  for (TextFile& file : printed.files) {
    if (!at.starts_with(file.name + ":")) continue;
    std::size_t begin = span.begin, end = span.end;
    const std::size_t line = file.text.rfind('\n', begin) + 1;
    const std::string_view word = std::string_view(file.text).substr(line);
    if (word.starts_with("  given ") || word.starts_with("  unknown ")) {
      begin = line;
      end = file.text.find('\n', end);
    }
    file.text.erase(begin, end - begin);
  }
  return printed;
}

// What is written twice, in a situation and in the one that it extends, stands when one of the two is left out.
bool written_twice(const Printed& printed, std::string_view text) {
  std::size_t times = 0;
  for (const TextFile& file : printed.files)
    for (std::size_t at = file.text.find(text); at != std::string::npos; at = file.text.find(text, at + 1)) ++times;
  return times > 1;
}

std::string unchanged(const World& world) {
  const Printed printed = print(world);
  LoadedWorld loaded(printed);
  loaded.answers();
  std::string result;
  const auto& questions = loaded.session().model().questions;
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const auto explanation = loaded.session().explain(questions[i]);
    if (!explanation || explanation->cases.size() != 1) continue;
    const auto before = claims(loaded.session().model(), explanation->cases[0].derivation);
    for (const grotius::Span& span : used(loaded.session().model(), explanation->cases[0].derivation)) {
      if (written_twice(printed, loaded.session().sources().text(span))) continue;
      LoadedWorld changed(without(printed, loaded.session().sources(), span));
      changed.answers();
      if (!changed.errors().empty() || changed.session().model().questions.size() != questions.size()) continue;
      const auto again = changed.session().explain(changed.session().model().questions[i]);
      if (again && again->cases.size() == 1 && claims(changed.session().model(), again->cases[0].derivation) == before)
        result += questions[i].text + " is explained alike without " + loaded.session().sources().at(span) + "\n";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties: a derivation changes when what it uses is left out", "[properties][why]") {
  check_worlds("a derivation changes when what it uses is left out", 0.1, {}, unchanged);
}
