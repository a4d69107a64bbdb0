#include "engine/explore/interview_case.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "engine/explore/interview_lines.hpp"
#include "grammar/format.hpp"
#include "grammar/parse.hpp"

namespace grotius::explore {

namespace {

using ground::Input;

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

class CaseWriter {
 public:
  CaseWriter(const Interview& interview, const CaseNames& names)
      : interview_(interview), names_(names), model_(*interview.world().model), question_(interview.question()), lines_(interview.world()) {}

  std::string run(analyse::Verdict expected) {
    head();
    for (const Said& one : interview_.said()) {
      const Input& input = interview_.input(one.input);
      if (one.value && input.kind != Input::Kind::parameter) text_ += "  given " + lines_.given(input, *one.value) + '\n';
    }
    for (const std::string& line : lines_.unknown(left_unknown())) text_ += "  unknown " + line + '\n';
    question(expected);
    return laid_out();
  }

 private:
  void head() {
    const model::Situation& situation = model_[question_.situation];
    text_ += "situation " + names_.situation;
    if (!situation.title.empty()) text_ += ' ' + quoted(situation.title);
    if (names_.extends) text_ += fmt::format(" extends {}", situation.name);
    if (!names_.extends && situation.on) text_ += " on " + to_string(*situation.on);
    text_ += '\n';
    if (names_.extends) return;
    for (model::IndividualId id : situation.individuals) {
      const model::Individual& one = model_[id];
      text_ += fmt::format("  individual {}{}: {}\n", one.name, one.label.empty() ? "" : ' ' + quoted(one.label), lines_.type(one.type));
    }
  }

  /// What a case file must state to be unknown: nobody replied, and without a line it would be presumed.
  std::vector<Input> left_unknown() const {
    std::set<ground::InputId> unknown;
    for (ground::InputId input : interview_.unsaid()) unknown.insert(input);
    for (const Said& one : interview_.said())
      if (!one.value) unknown.insert(one.input);
    const ground::Snapshot presumed(interview_.world(), model_[question_.situation], false);
    std::vector<Input> result;
    for (ground::InputId id : unknown) {
      const Input& input = interview_.input(id);
      if (input.kind != Input::Kind::fact && input.kind != Input::Kind::deed) continue;
      if (presumed.domain(input).known()) result.push_back(input);
    }
    return result;
  }

  void question(analyse::Verdict expected) {
    const bool act = std::holds_alternative<model::Act>(question_.asked);
    text_ += fmt::format("\nask {} in {}", act ? question_.text : '(' + question_.text + ')', names_.situation);
    for (std::size_t i = 0; i < question_.under.size() && !question_.holder; ++i)
      text_ += fmt::format("{} {}", i == 0 ? " under" : ",", model_[question_.under[i]].name);
    if (question_.holder) text_ += " as held by " + lines_.individual(*question_.holder);
    if (question_.on) text_ += " on " + to_string(*question_.on);
    bool first = true;
    for (const model::Setting& setting : settings_of(interview_)) {
      const model::Parameter& parameter = model_[setting.parameter];
      text_ += fmt::format("{} {} = {}", first ? " with" : ",", lines_.parameter(setting.parameter),
                           setting.value ? lines_.value(parameter.kind, *setting.value) : "unknown");
      first = false;
    }
    if (expected != analyse::Verdict::unknown) text_ += fmt::format(" expect {}", name(expected));
    text_ += '\n';
  }

  std::string laid_out() const {
    Sources sources;
    Diagnostics diagnostics;
    const SourceId source = sources.add("interview.case", text_);
    const syntax::File file = parse(sources, source, diagnostics);
    if (diagnostics.has_errors()) throw std::logic_error("the case file of an interview cannot be read back:\n" + text_);
    return format(sources, file);
  }

  const Interview& interview_;
  const CaseNames& names_;
  const model::Model& model_;
  const model::Question& question_;
  CaseLines lines_;
  std::string text_;
};

}  // namespace

std::string free_name(const model::Model& model, const std::string& wish) {
  const auto taken = [&](const std::string& name) {
    return std::ranges::any_of(model.situations, [&](const model::Situation& one) { return one.name == name; });
  };
  std::string name = wish;
  for (int number = 2; taken(name); ++number) name = wish + '_' + std::to_string(number);
  return name;
}

std::vector<model::Setting> settings_of(const Interview& interview) {
  std::vector<model::Setting> settings = interview.question().with;
  for (const Said& one : interview.said()) {
    const Input& input = interview.input(one.input);
    if (input.kind != Input::Kind::parameter) continue;
    for (model::Setting& setting : settings)
      if (model::index(setting.parameter) == input.ref) setting.value = one.value;
  }
  return settings;
}

std::string case_text(const Interview& interview, const CaseNames& names, analyse::Verdict expected) {
  return CaseWriter(interview, names).run(expected);
}

}  // namespace grotius::explore
