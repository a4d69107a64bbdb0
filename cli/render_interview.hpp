#pragma once
// What an interview says to people: questions through the templates of facts, what was said, what is still possible.

#include <string>

#include <nlohmann/json.hpp>

#include "cli/model_words.hpp"
#include "engine/hearing.hpp"

namespace grotius::cli {

class InterviewWords {
 public:
  explicit InterviewWords(const Hearing& hearing);

  /// What is asked about, whom it brought in, and what can be replied.
  std::string opening() const;
  /// "Is it so that Serbia consents to the presence of NATO?", "How many: the deaths among …?"
  std::string question(ground::InputId input) const;
  /// What kind of reply fits: "a whole number, 0 or more"; the choices, a line each. Empty for a yes or no.
  std::string hint(const explore::Inquired& inquired) const;
  /// "The answer may be yes or no."
  static std::string possible(const std::vector<analyse::Verdict>& answers);
  /// What was replied so far, a line each.
  std::string said() const;
  /// What hangs on the reply, a line for each range of values.
  std::string outlook(const explore::Inquired& inquired, const std::vector<explore::Outlook>& outlook) const;
  /// How it ended.
  std::string ending() const;

  /// One input with a value as a case file writes it.
  std::string atom(ground::InputId input) const;
  std::string value(ground::InputId input, std::int64_t value) const;

  const model::Model& model() const { return *interview_.world().model; }
  const explore::Interview& interview() const { return interview_; }

 private:
  std::string range(ground::InputId input, const explore::Range& values) const;

  const Hearing& hearing_;
  const explore::Interview& interview_;
  ModelWords words_;
};

/// The objects of `interview --json` (docs/schemas/interview.json).
nlohmann::ordered_json question_object(const InterviewWords& words, const explore::Inquired& inquired);
nlohmann::ordered_json why_object(const InterviewWords& words, const explore::Inquired& inquired, const std::vector<explore::Outlook>& outlook);
nlohmann::ordered_json answer_object(const InterviewWords& words, const Hearing::Outcome& outcome);

}  // namespace grotius::cli
