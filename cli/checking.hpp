#pragma once
// One round of `grotius check`: read, check every norm set that the files named hold, and render.
// `--watch` goes round again and again; a norm set of which nothing has changed in between is not
// checked again, and what was said of it is kept.

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/invocation.hpp"
#include "engine/analyse/check/cache.hpp"

namespace grotius::cli {

enum class Form { text, json, sarif };

/// What was said of one norm set.
struct Said {
  std::string premises;     ///< everything on which it rests
  std::string diagnostics;  ///< warnings that the check itself gave
  std::string text;         ///< in the form asked for; empty for SARIF
  int status = ok;
};

/// What a round said.
struct Round {
  int status = ok;
  std::string diagnostics;
  std::string text;
  std::vector<std::filesystem::path> files;  ///< that were read
  std::size_t checked = 0;                   ///< norm sets that were checked anew
};

class Checking {
 public:
  /// `again`: rounds will follow, so that it pays to keep what was found.
  Checking(Inputs inputs, analyse::CheckOptions options, Form form, bool again);

  Round round();

 private:
  Said said_of(Session& session, model::ModuleId module, std::string premises, class Sarif* sarif);

  Inputs inputs_;
  analyse::CheckOptions options_;
  Form form_;
  bool again_;
  std::map<std::string, Said> said_;  ///< by the name of the file that holds the norm set
  std::map<std::string, std::unique_ptr<analyse::CheckCache>> found_;  ///< of those that did change
};

/// Everything on which the findings about a norm set rest: its text, those that it uses, what files
/// without a module add, and what the rest of the loaded files contribute (individuals, types,
/// references to its declarations).
std::string premises(const Session& session, model::ModuleId module);

}  // namespace grotius::cli
