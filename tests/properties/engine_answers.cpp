#include "tests/properties/engine_answers.hpp"

#include <algorithm>

namespace grotius::properties {
namespace {

Share share(analyse::InCompletions completions) {
  switch (completions) {
    case analyse::InCompletions::never:
      return Share::none;
    case analyse::InCompletions::sometimes:
      return Share::some;
    default:
      return Share::all;
  }
}

Answer converted(const model::Model& model, const analyse::Answer& found) {
  Answer result;
  result.completions = 1;  // some; the engine does not count them
  result.answer = analyse::name(found.answer);
  if (found.answer == analyse::Verdict::unknown) result.answer += ": " + found.reason;
  if (found.status) result.status = analyse::name(*found.status);
  if (found.must) result.must = analyse::name(*found.must);
  if (found.can) result.can = analyse::name(*found.can);
  for (const analyse::Possibility& possibility : found.possible) {
    const std::string answer{analyse::name(possibility.answer)};
    result.possible[possibility.status ? std::string(analyse::name(*possibility.status)) : answer] =
        answer;
  }
  for (const auto& set : found.decisive) result.settling.insert({set.begin(), set.end()});
  for (const analyse::NormInForce& norm : found.norms) {
    result.norms.push_back(
        {model.qualified(norm.norm), norm.bindings, share(norm.applies), share(norm.stands)});
  }
  std::sort(result.norms.begin(), result.norms.end());
  return result;
}

std::string shown(const std::set<std::set<std::string>>& sets) {
  std::string result;
  for (const auto& set : sets) {
    result += "{ ";
    for (const std::string& atom : set) result += atom + " ";
    result += "} ";
  }
  return result;
}

std::string shown(const std::map<std::string, std::string>& possible) {
  std::string result;
  for (const auto& [status, answer] : possible) result += status + " (" + answer + ") ";
  return result;
}

std::string shown(const std::vector<NormFinding>& norms) {
  static const char* const words[] = {"never", "sometimes", "always"};
  std::string result;
  for (const NormFinding& norm : norms) {
    result += "\n    " + norm.norm;
    for (const auto& [variable, individual] : norm.bindings) {
      result += " " + variable + "=" + individual;
    }
    result += std::string(" applies ") + words[static_cast<int>(norm.applies)] + " stands " +
              words[static_cast<int>(norm.stands)];
  }
  return result;
}

}  // namespace

LoadedWorld::LoadedWorld(const Printed& printed) : questions_(printed.questions) {
  for (const TextFile& file : printed.files) session_.add(file.name, file.text);
  compiled_ = session_.compile();
}

std::vector<std::optional<Answer>> LoadedWorld::answers(const analyse::AskOptions& options) {
  std::vector<std::optional<Answer>> result(questions_.size());
  if (!compiled_) return result;
  for (std::size_t place = 0; place < questions_.size(); ++place) {
    const auto found = session_.ask(session_.model().questions.at(place), options);
    if (found) result[questions_[place]] = converted(session_.model(), *found);
  }
  return result;
}

std::string LoadedWorld::errors() {
  std::string result;
  for (const Diagnostic& diagnostic : session_.diagnostics().items()) {
    if (diagnostic.severity != Severity::error) continue;
    result += std::string(diagnostic.code.id) + " " + diagnostic.message + "\n";
  }
  return result;
}

std::string difference(const Answer& left, const Answer& right) {
  std::string result;
  const auto compare = [&](const char* what, const auto& one, const auto& other, const auto& text) {
    if (one != other) {
      result += std::string("  ") + what + ": " + text(one) + " against " + text(other) + "\n";
    }
  };
  const auto plain = [](const std::string& text) { return text; };
  const auto show = [](const auto& value) { return shown(value); };
  compare("answer", left.answer, right.answer, plain);
  compare("status", left.status, right.status, plain);
  compare("must", left.must, right.must, plain);
  compare("can", left.can, right.can, plain);
  compare("possible", left.possible, right.possible, show);
  compare("norms", left.norms, right.norms, show);
  if (left.answer == "depends" && left.settling.size() <= 16 && right.settling.size() <= 16) {
    compare("settling", left.settling, right.settling, show);
  }
  return result;
}

std::string text_of(const Printed& printed) {
  std::string result;
  for (const TextFile& file : printed.files) {
    result += "==== " + file.name + "\n" + file.text;
  }
  return result;
}

}  // namespace grotius::properties
