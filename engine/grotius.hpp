#pragma once
// Grotius as a library: three steps from text to answer.
//
//     grotius::Session session;                                     // owns the texts
//     session.load({"intervention.norm", "kosovo_1999.case"});      // or session.add("name.norm", "norm …")
//     if (session.compile())
//       for (const auto& question : session.model().questions) use(session.ask(question));   // nothing: a mistake
//
// Mistakes are collected in `session.diagnostics()` and never thrown. What is thrown is only what the operating system or a broken
// invariant of the engine throws.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyse/ask.hpp"
#include "engine/analyse/survey.hpp"
#include "engine/analyse/check/difference.hpp"
#include "engine/explain/derive.hpp"
#include "engine/explore/flip.hpp"
#include "engine/explore/hinges.hpp"
#include "engine/explore/implicants.hpp"
#include "engine/explore/interview.hpp"
#include "engine/explore/timeline.hpp"
#include "engine/explore/vary.hpp"
#include "grammar/load.hpp"

namespace grotius {

/// A question in words, as a command line puts it.
struct Request {
  std::string query;                  ///< `a(x, y)` or an expression
  std::string situation;              ///< empty: the only one there is
  std::vector<std::string> under;     ///< empty: the only module that no other uses
  std::string as_held_by;             ///< empty: nobody
  std::string on;                     ///< `YYYY-MM-DD`; empty: the situation's date
  std::vector<std::string> with;      ///< `PARAMETER=VALUE` each
};

/// A survey in words: questions by norm sets.
struct SurveyRequest {
  std::vector<std::string> under;       ///< modules, a column each
  std::vector<std::string> as_held_by;  ///< individuals, a column each: what they accept on the day of the question
  std::vector<std::string> on;          ///< `YYYY-MM-DD` each; empty: the questions' own days
  std::vector<std::string> in;          ///< situations; empty: all
  std::vector<std::string> about;       ///< actions; empty: all questions
  bool first = false;                   ///< only the first question of each situation
};

/// A timeline in words: one question, a row for each norm set and each holder.
struct TimelineRequest {
  std::string query;                    ///< as in Request, like `situation` and `with`
  std::string situation;
  std::vector<std::string> under;       ///< modules, a row each; with no holder either: as in Request, one row
  std::vector<std::string> as_held_by;  ///< individuals, a row each: what they accept on each day
  std::string from;                     ///< the first day, `YYYY-MM-DD`; empty: all days
  std::string until;                    ///< the day after the last
  std::vector<std::string> with;
};

/// What should turn an answer, and what may change for it (explore::FlipOptions).
struct FlipRequest {
  analyse::AskOptions asking;
  std::optional<analyse::Verdict> to;  ///< `yes` or `no`; nothing: the opposite of a definite yes or no
  /// Names of facts (`consents`, `vocabulary.consents`), of actions (what is done), and single atoms (`consents(serbia, nato)`, `done
  /// protect(serbia, p)`), several in one text with commas between them. Empty `only`: everything may change.
  std::vector<std::string> only, keep;
};

class Session {
 public:
  explicit Session(LoadOptions options = {});
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  /// Reads and parses files and what they use. May be called several times before `compile`.
  void load(const std::vector<std::string>& paths);
  /// Parses a text under a name (which says by its ending whether it is Markdown).
  void add(std::string name, std::string text);

  /// Resolves and types everything that was loaded. False if there are errors so far; then nothing can be asked.
  bool compile();

  /// After `compile`. The questions that stand in the named files: `model().questions`.
  const model::Model& model() const;
  /// Resolves a question that does not stand in a file; nothing, with diagnostics, where it has mistakes.
  std::optional<model::Question> question(const Request& request);
  /// One answer; nothing, with diagnostics, where the question is in error.
  std::optional<analyse::Answer> ask(const model::Question& question, const analyse::AskOptions& options = {});
  /// The answer with its grounds.
  std::optional<explain::Explanation> explain(const model::Question& question, const analyse::AskOptions& options = {});

  /// The norms, stated priorities and presumptions that carry the answer alone.
  std::optional<explore::Hinges> hinges(const model::Question& question, const analyse::AskOptions& options = {});
  /// Parameters by their names, qualified or not. Nothing, with diagnostics, where one is unknown or ambiguous.
  std::optional<std::vector<model::ParameterId>> parameters(const std::vector<std::string>& names);
  /// The answers for all values of each of these parameters alone.
  std::optional<explore::Varied> vary(const model::Question& question, const std::vector<model::ParameterId>& parameters,
                                      const analyse::AskOptions& options = {});

  /// The smallest changes of facts and deeds that turn the answer; nothing, with diagnostics, where the question is in error, where the
  /// request names what is not there, or where it leaves open which answer is wanted.
  std::optional<explore::Flips> flip(const model::Question& question, const FlipRequest& request = {});

  /// What would settle an answer that depends: for each possible status the sets of values of unknown facts that suffice for it. `answer` is
  /// that to the question under the same options.
  explore::Implicants implicants(const model::Question& question, const analyse::Answer& answer, const analyse::AskOptions& options = {});

  /// Every question of the files under many norm sets. Nothing, with diagnostics, where a name or date has mistakes.
  std::optional<analyse::Survey> survey(const SurveyRequest& request, const analyse::AskOptions& options = {});

  /// The answers to one question on all days under many norm sets, with what changed them. Nothing, with diagnostics, where the request has mistakes
  /// or a norm set is in error.
  std::optional<explore::Timeline> timeline(const TimelineRequest& request, const analyse::AskOptions& options = {});

  /// Asks for facts in the order that settles the question soonest (a whole interview, with its files: engine/hearing.hpp). The session must outlive it.
  /// Nothing, with diagnostics, where the question is in error.
  std::unique_ptr<explore::Interview> interview(const model::Question& question, const explore::InterviewOptions& options = {});
  /// After `compile`: a further situation, which a text defines like a file, as an item of a module. Nothing, with diagnostics, where it has mistakes.
  std::optional<model::SituationId> add_situation(std::string name, std::string text, model::ModuleId home);

  /// The norm sets of the files named, in their order: each module, and each file without one that holds norms, definitions,
  /// constraints or theses.
  std::vector<model::ModuleId> norm_sets() const;
  /// What is wrong with a norm set over all situations; nothing, with diagnostics, where it is in error.
  std::optional<analyse::Report> check(model::ModuleId module,
                                       const analyse::CheckOptions& options = {});
  /// The theses of a module or file alone.
  std::vector<analyse::ThesisResult> decide_theses(model::ModuleId module,
                                                   const analyse::CheckOptions& options = {});

  const Sources& sources() const;
  const std::vector<syntax::File>& files() const;
  Diagnostics& diagnostics();

  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// Two norm sets side by side, each loaded apart with what it uses.
class Comparison {
 public:
  explicit Comparison(LoadOptions options = {});
  ~Comparison();
  Comparison(Comparison&&) noexcept;
  Comparison& operator=(Comparison&&) noexcept;

  /// Reads both sides and resolves them. A side is the path of a file, or the name of a module, which is looked up as `uses` does: in the
  /// current folder, the include folders, the norm library. False if there are errors; then nothing can be compared.
  bool load(const std::string& first, const std::string& second);

  enum class Side { first, second };
  const model::Model& model(Side side) const;
  /// The module, or file, that a side is about.
  model::ModuleId norm_set(Side side) const;

  /// After `load`. Where the sides part; nothing, with diagnostics, where their names do not fit together.
  std::optional<analyse::Difference> difference(const analyse::CheckOptions& options = {});

  const Sources& sources() const;
  Diagnostics& diagnostics();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace grotius
