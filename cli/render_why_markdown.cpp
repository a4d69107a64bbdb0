// The grounds of answers as a Markdown document.

#include <fmt/format.h>

#include "cli/render_why.hpp"

namespace grotius::cli {

namespace {

/// Signs that would be markup stand for themselves.
std::string literal(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (std::string_view("\\`*[]<>|").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

class Document {
 public:
  std::string of(const std::vector<Outline>& outlines) {
    for (const Outline& outline : outlines) {
      ++question_;
      text_ += text_.empty() ? "" : "\n";
      one(outline);
    }
    return std::move(text_);
  }

 private:
  void one(const Outline& outline) {
    text_ += fmt::format("# {}\n\n", literal(outline.asked));
    if (!outline.written.empty()) text_ += fmt::format("`{}`\n\n", outline.written);
    text_ += fmt::format("**{}**: {}\n\n", outline.answer, literal(outline.verdict));
    for (const std::string& line : outline.circumstances) item(0, literal(line));
    for (const std::string& line : outline.remarks) item(0, literal(line));
    if (!outline.settling.empty())
      text_ += "\n## What would settle it, whatever else is unknown\n\n";
    for (const Settling& one : outline.settling) {
      item(0, literal(one.title));
      for (const std::string& way : one.ways) item(1, literal(way));
    }
    for (const Part& part : outline.parts) {
      if (!part.heading.empty())
        text_ += fmt::format("\n## {}\n\nthen: **{}**\n", literal(part.heading), part.verdict);
      if (!titled(part))
        text_ += fmt::format("\n{} Grounds\n\n", part.heading.empty() ? "##" : "###");
      for (const Node& node : part.below) {
        if (!titled(part)) {
          this->node(node, 0);
          continue;
        }
        text_ +=
            fmt::format("\n{} {}\n\n", part.heading.empty() ? "##" : "###", literal(node.sentence));
        for (const Node& norm : node.below) this->node(norm, 0);
      }
    }
    list("Documents", outline.documents);
    list("Signs", outline.notes);
    if (outline.cut)
      item(0, "…: there are more grounds: `--depth N` goes deeper, `--full` shows everything");
  }

  void list(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text_ += fmt::format("\n## {}\n\n", title);
    for (const std::string& line : lines) item(0, literal(line));
  }

  void node(const Node& node, std::size_t depth) {
    std::string line;
    if (node.mark != Node::Mark::none) line += fmt::format("{} ", sign(node.mark));
    if (node.number != 0)
      line += fmt::format("<a id=\"grounds-{0}-{1}\"></a>({1}) ", question_, node.number);
    line += literal(node.sentence);
    if (!node.origin.empty()) line += fmt::format(" \\[{}\\]", literal(node.origin));
    if (node.see != 0) line += fmt::format(" → [({0})](#grounds-{1}-{0})", node.see, question_);
    if (node.cut) line += " …";
    item(depth, line);
    for (const Node& below : node.below) this->node(below, depth + 1);
  }

  void item(std::size_t depth, const std::string& line) {
    text_ += std::string(2 * depth, ' ') + "- " + line + '\n';
  }

  std::string text_;
  std::size_t question_ = 0;
};

}  // namespace

std::string why_markdown(const std::vector<Outline>& outlines) { return Document().of(outlines); }

}  // namespace grotius::cli
