// The grounds of an answer as indented text.

#include "cli/render_why.hpp"

#include <algorithm>

#include <fmt/color.h>
#include <fmt/format.h>

#include "cli/wrap.hpp"

namespace grotius::cli {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kDeepest =
    40;  ///< lines are set in no further, so that there is room for words

class Writer {
 public:
  explicit Writer(bool colour) : colour_(colour) {}

  void nodes(const std::vector<Node>& nodes, std::size_t indent) {
    for (const Node& node : nodes) this->node(node, indent);
  }
  void title(const std::string& text) {
    const std::string title = wrapped(text, 0, 2, kColumns);
    text_ += '\n' + (colour_ ? fmt::format(fmt::emphasis::bold, "{}", title) : title) + '\n';
  }
  void put(const std::string& text, std::size_t indent, std::size_t hanging) {
    text_ += wrapped(text, indent, hanging, kColumns) + '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  void node(const Node& node, std::size_t indent) {
    std::string line;
    if (node.number != 0) line += fmt::format("({}) ", node.number);
    line += node.sentence;
    if (!node.origin.empty()) line += fmt::format(" [{}]", node.origin);
    if (node.see != 0) line += fmt::format(" → ({})", node.see);
    if (node.cut) line += " …";
    const std::size_t margin = std::min(indent, kDeepest);
    std::string text =
        wrapped(std::string(sign(node.mark)) + ' ' + line, margin, margin + 2, kColumns);
    if (colour_) paint(text, node);
    text_ += text + '\n';
    nodes(node.below, indent + 2);
  }

  static void paint(std::string& text, const Node& node) {
    if (node.mark == Node::Mark::none) return;
    const std::string_view at = sign(node.mark);
    const auto shade =
        node.mark == Node::Mark::holds ? fmt::terminal_color::green : fmt::terminal_color::red;
    text.replace(text.find(at), at.size(), fmt::format(fg(shade), "{}", at));
  }

  bool colour_;
  std::string text_;
};

std::string painted(const std::string& answer, bool colour) {
  if (!colour) return answer;
  const auto shade = answer == "yes"  ? fmt::terminal_color::green
                     : answer == "no" ? fmt::terminal_color::red
                                      : fmt::terminal_color::yellow;
  return fmt::format(fmt::emphasis::bold | fg(shade), "{}", answer);
}

}  // namespace

std::string why_text(const Outline& outline, bool colour) {
  Writer writer(colour);
  writer.put(outline.asked, 0, 2);
  if (!outline.written.empty()) writer.put(outline.written, 2, 4);
  for (const std::string& one : outline.circumstances) writer.put(one, 2, 4);
  std::string text = writer.take();
  // The answer is painted after it was wrapped: colours take no columns.
  std::string verdict =
      wrapped(fmt::format("{}: {}", outline.answer, outline.verdict), 2, 4, kColumns);
  verdict.replace(2, outline.answer.size(), painted(outline.answer, colour));
  text += verdict + '\n';
  for (const std::string& remark : outline.remarks) writer.put(remark, 2, 4);
  if (!outline.settling.empty()) writer.title("What would settle it, whatever else is unknown");
  for (const Settling& one : outline.settling) {
    writer.put(one.title, 2, 4);
    for (const std::string& way : one.ways) writer.put("- " + way, 4, 6);
  }
  for (const Part& part : outline.parts) {
    if (!part.heading.empty()) {
      writer.title(part.heading);
      writer.put("then: " + part.verdict, 2, 4);
    }
    if (!titled(part)) {
      writer.title("Grounds");
      writer.nodes(part.below, 0);
      continue;
    }
    for (const Node& group : part.below) {
      writer.title(group.sentence);
      writer.nodes(group.below, 0);
    }
  }
  if (!outline.documents.empty()) {
    writer.title("Documents");
    for (const std::string& document : outline.documents) writer.put(document, 2, 4);
  }
  writer.title("Signs");
  for (const std::string& note : outline.notes) writer.put(note, 2, 4);
  if (outline.cut)
    writer.put("…: there are more grounds: --depth N goes deeper, --full shows everything", 2, 4);
  return text + writer.take();
}

}  // namespace grotius::cli
