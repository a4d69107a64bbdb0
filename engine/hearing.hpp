#pragma once
// A hearing: an interview with everything around it. It loads the files, finds the situation (or begins one, where the files have
// none: then nothing is presumed, and individuals of whom the question speaks are declared by their role), and at the end it asks the question
// once more about the case file that was collected, in a session of its own that has read nothing but the files and that text.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/explore/interview_case.hpp"
#include "engine/grotius.hpp"

namespace grotius {

struct HearingRequest {
  std::function<void(Session&)> load;  ///< reads the files of norms and situations; it is called twice, with sessions of its own each
  Request request;
  std::vector<std::string> individuals;  ///< `NAME "label": TYPE` each, for a situation that begins here
  std::string heading;                   ///< comments at the head of the case file, with their line breaks
  explore::InterviewOptions options;     ///< `open` besides: a situation that begins here presumes nothing
};

class Hearing {
 public:
  Hearing(LoadOptions options, HearingRequest request);

  /// Loads, resolves and begins. False, with diagnostics in the session, where there are mistakes. Throws ground::ResourceLimit.
  bool begin();

  /// After `begin`.
  explore::Interview& interview() { return *interview_; }
  const explore::Interview& interview() const { return *interview_; }
  Session& session() { return session_; }
  /// The files have no situation, so everything is asked.
  bool fresh() const { return fresh_; }
  /// Whom the question brought in, as a case file declares them.
  const std::vector<std::string>& newcomers() const { return newcomers_; }

  struct Outcome {
    Session session;                        ///< has read the files and the case
    std::optional<analyse::Answer> answer;  ///< of the case; nothing, with diagnostics in this session, where it cannot be answered
    std::string text;                       ///< the case file
    bool apart = true;                      ///< it is a file of its own; else it must be added to the file that declares its words or norms, which has no module header
  };
  /// The case so far, and its answer. Throws std::logic_error where the answer is not that of the interview.
  Outcome end(const analyse::AskOptions& options) const;

 private:
  static constexpr const char* kFile = "interview.case";

  bool begin_situation();
  model::ModuleId home_of_situation() const;
  /// What a file without a module declares is known there alone, and its norms count for its own questions only.
  static bool keeps_to_itself(const model::Model& model, model::ModuleId file);
  std::vector<std::string> unheard_of();
  std::string text(analyse::Verdict expected) const;
  std::string situation_name() const;

  LoadOptions options_;
  HearingRequest request_;
  Session session_;
  std::unique_ptr<explore::Interview> interview_;
  std::vector<std::string> newcomers_;
  model::ModuleId home_{};
  bool fresh_ = false;
};

}  // namespace grotius
