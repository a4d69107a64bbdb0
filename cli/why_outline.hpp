#pragma once
// The grounds of an answer as an outline in prose, before any format: the verdict, then part by
// part the norms that stand, that are defeated and that do not apply, each with what it rests on.
// It is made once of an explanation; text, Markdown, pictures and pages print it.
//
// Every line is a sentence with a mark that says whether it is so. Members of a quantifier of which
// the same is so for the same reason are one line. Grounds that several lines share stand once: the
// first line has a number, and the others point to it.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/explain/derive.hpp"

namespace grotius::cli {

struct Node {
  enum class Mark { none, holds, fails } mark = Mark::none;
  std::string sentence;
  std::string origin;  ///< its citation, or "given", "presumed", …; may be empty
  std::string at;      ///< where it stands, FILE:LINE:COLUMN without folders; may be empty
  std::vector<std::string> members;  ///< of a line about several individuals: all of them
  std::vector<Node> below;
  std::size_t number = 0;  ///< by which other lines point here; 0: none does
  std::size_t see =
      0;               ///< the number of the line under which the grounds stand; 0: they stand here
  bool cut = false;    ///< it has grounds that are left out, by the depth
  bool title = false;  ///< it only names what stands below: "Norms that stand"

  /// Private to the making of an outline: which writing of a claim this is, or repeats.
  std::size_t written = 0;
  std::size_t repeats = 0;
  bool joins = false;  ///< it only says that one of those below is wanted
};

/// The sign of a mark: ✓, ✗ or ·
std::string_view sign(Node::Mark mark);

/// What follows in one way in which the unknown facts can be.
struct Part {
  std::string heading;  ///< "If NATO is not a regional arrangement …"; empty: nothing is supposed
  std::string verdict;  ///< "forbidden"
  std::vector<Node> below;  ///< groups of norms, with their titles; or the grounds of an expression
};

/// Whether what stands below a part are groups of norms with titles, not grounds.
bool titled(const Part& part);

/// What would settle an answer: a status, or a remark, and the ways to it.
struct Settling {
  std::string title;
  std::vector<std::string> ways;
};

struct Outline {
  std::string asked;    ///< in prose
  std::string written;  ///< as the question is written; empty where it has no better prose
  std::vector<std::string>
      circumstances;   ///< "Case: …", "Day: …", "Norms: …", one each: label and text
  std::string answer;  ///< yes, no, …
  std::string
      verdict;  ///< "forbidden: a norm that stands forbids it, and none that stands permits it"
  std::vector<std::string> remarks;  ///< what would settle it, what was expected
  std::vector<Settling> settling;    ///< of an answer that depends; filled in by whoever knows
  std::vector<Part> parts;
  std::vector<std::string> notes;  ///< of what is not complete, and what words mean that occur
  std::vector<std::string>
      documents;     ///< "charter: Charter of the United Nations, …", of those cited
  bool cut = false;  ///< some grounds are left out
};

struct WhyOptions {
  std::size_t depth = 4;  ///< levels below a norm that are written out
  bool full = false;      ///< everything, every member by name, and why nothing defeats what stands
};

/// Linear in the steps of the derivations and in what is written, up to logarithms.
Outline why_outline(const model::Model& model, const explain::Explanation& explanation,
                    const WhyOptions& options);

}  // namespace grotius::cli
