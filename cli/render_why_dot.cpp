// The grounds of answers as graphs for Graphviz.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/render_why.hpp"
#include "cli/wrap.hpp"

namespace grotius::cli {

namespace {

constexpr std::size_t kColumns = 34;  ///< of a box

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    if (c == '\n') {
      result += "\\l";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\\l\"";
}

class Graph {
 public:
  std::string of(const Outline& outline) {
    text_ =
        "digraph why {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\", fontsize=11];\n "
        " edge [arrowhead=none];\n";
    const std::size_t root =
        box(outline.asked + "\n" + outline.answer + ": " + outline.verdict, "bold", "black");
    for (const Part& part : outline.parts) number(part.below);
    for (const Part& part : outline.parts) {
      std::size_t from = root;
      if (!part.heading.empty()) {
        from = box(part.heading + "\nthen: " + part.verdict, "rounded", "black");
        edge(root, from);
      }
      nodes(part.below, from);
    }
    return text_ + "}\n";
  }

 private:
  /// The boxes of lines to which others point, before any is drawn.
  void number(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (node.number != 0) shared_[node.number] = ++boxes_;
      number(node.below);
    }
  }

  void nodes(const std::vector<Node>& nodes, std::size_t parent) {
    for (const Node& node : nodes) {
      if (node.see != 0) {
        edge(parent, shared_.at(node.see));
        continue;
      }
      std::string label =
          node.title ? node.sentence : fmt::format("{} {}", sign(node.mark), node.sentence);
      if (!node.origin.empty()) label += fmt::format("\n[{}]", node.origin);
      if (node.cut) label += "\n…";
      const char* colour = node.mark == Node::Mark::holds   ? "#1a7f37"
                           : node.mark == Node::Mark::fails ? "#b42318"
                                                            : "#555555";
      const std::size_t id = box(label, node.title ? "rounded" : "solid", colour,
                                 node.number == 0 ? 0 : shared_.at(node.number));
      edge(parent, id);
      this->nodes(node.below, id);
    }
  }

  std::size_t box(const std::string& label, std::string_view style, std::string_view colour,
                  std::size_t id = 0) {
    if (id == 0) id = ++boxes_;
    std::string wide;
    for (std::size_t begin = 0; begin <= label.size();) {
      const std::size_t end = std::min(label.find('\n', begin), label.size());
      wide += (wide.empty() ? "" : "\n") +
              wrapped(std::string_view(label).substr(begin, end - begin), 0, 0, kColumns);
      begin = end + 1;
    }
    text_ += fmt::format("  n{} [label={}, style=\"{}\", color=\"{}\"];\n", id, quoted(wide), style,
                         colour);
    return id;
  }
  void edge(std::size_t from, std::size_t to) { text_ += fmt::format("  n{} -> n{};\n", from, to); }

  std::string text_;
  std::size_t boxes_ = 0;
  std::map<std::size_t, std::size_t> shared_;
};

}  // namespace

std::string why_dot(const std::vector<Outline>& outlines) {
  std::string text;
  for (const Outline& outline : outlines) text += Graph().of(outline);
  return text;
}

}  // namespace grotius::cli
