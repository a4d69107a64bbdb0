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

  const Sources& sources() const;
  const std::vector<syntax::File>& files() const;
  Diagnostics& diagnostics();

  struct State;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace grotius
