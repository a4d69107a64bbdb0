#pragma once
// Diagnostics: what is wrong with a text, told to the person who wrote it. Users' mistakes are values that are collected,
// never exceptions, so that one run shows all of them. Every code is declared once, in the `codes.hpp` of the stage that
// reports it, is never used again for something else, and has a page under docs/diagnostics.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/source.hpp"

namespace grotius {

enum class Severity { error, warning, note };

/// The identity of a kind of mistake: a letter for the family and three digits (`G` grammar, `M` model, `S` situations,
/// `Q` questions, `N` findings about norm sets, `L` limits, `F` files and commands), and its title in the documentation.
struct Code {
  std::string_view id;
  std::string_view title;
};

/// Another place that helps to understand the mistake: "first declared here".
struct Related {
  Span span;
  std::string message;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  std::string message;       ///< one line, in the user's terms
  std::optional<Span> span;  ///< none: about a command or a file as a whole
  std::string help;          ///< what to write instead; may be empty
  std::vector<Related> related;
};

/// Collects the diagnostics of a run in the order in which they are found; `sorted` gives the order of the text.
class Diagnostics {
 public:
  /// Adds a diagnostic and returns it, so that the caller can add `help` and `related`. The reference is valid until the next call.
  Diagnostic& error(Code code, std::optional<Span> span, std::string message);
  Diagnostic& warning(Code code, std::optional<Span> span, std::string message);
  void add(Diagnostic diagnostic);

  bool has_errors() const;
  bool empty() const { return items_.empty(); }
  const std::vector<Diagnostic>& items() const { return items_; }
  /// By source, offset, code, message; exact duplicates once.
  std::vector<Diagnostic> sorted() const;

 private:
  std::vector<Diagnostic> items_;
};

/// The candidate nearest to `misspelt` in edit distance (transpositions count one), if it is near enough to be meant
/// (at most a third of the length, at least one). O(candidates × length²).
std::optional<std::string_view> nearest_name(std::string_view misspelt, const std::vector<std::string_view>& candidates);

/// The help for a misspelt name, or "" where no candidate is near: "did you mean `X`?".
std::string did_you_mean(std::string_view misspelt, const std::vector<std::string_view>& candidates);

}  // namespace grotius
