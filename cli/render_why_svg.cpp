// The grounds of answers as a picture: indented trees, each line joined to what it rests on.

#include <algorithm>

#include <fmt/format.h>

#include "cli/markup.hpp"
#include "cli/render_why.hpp"
#include "cli/wrap.hpp"

namespace grotius::cli {

namespace {

// In units of the picture; a line of text is set in 13.
constexpr std::size_t kColumns = 110;
constexpr double kColumn = 7.1;  ///< an average letter, with some room
constexpr int kLine = 18;
constexpr int kStep = 22;  ///< how far a level is set in
constexpr int kMargin = 24;

constexpr const char* kStyle = R"(<style>
text { font: 13px system-ui, sans-serif; fill: #1b1b1b }
.asked { font-size: 17px; font-weight: 600 } .title { font-weight: 600; font-size: 14px } .answer { font-weight: 600 }
.cite { fill: #666; font-size: 12px } path { fill: none; stroke: #b8b8b8 }
.holds { fill: #1a7f37 } .fails { fill: #b42318 } .none { fill: #777 } .paper { fill: #fff }
@media (prefers-color-scheme: dark) {
  text { fill: #e6e6e6 } .cite { fill: #a0a0a0 } path { stroke: #555 } .paper { fill: #16181b }
  .holds { fill: #4cc26b } .fails { fill: #ff7b6b } .none { fill: #999 }
}
</style>
)";

class Picture {
 public:
  std::string of(const std::vector<Outline>& outlines) {
    for (const Outline& outline : outlines) one(outline);
    const int width = 2 * kMargin + static_cast<int>(static_cast<double>(kColumns) * kColumn);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" role=\"img\">\n<title>{2}</title>\n{3}"
        "<rect class=\"paper\" width=\"{0}\" height=\"{1}\"/>\n{4}</svg>\n",
        width, y_ + kMargin, escaped(outlines.empty() ? "" : outlines[0].asked), kStyle, text_);
  }

 private:
  void one(const Outline& outline) {
    y_ += kMargin;
    words(outline.asked, kMargin, "asked", 80, 24);
    for (const std::string& line : outline.circumstances)
      words(line, kMargin, "cite", kColumns, kLine);
    words(outline.answer + ": " + outline.verdict, kMargin, "answer", kColumns, kLine);
    for (const std::string& line : outline.remarks) words(line, kMargin, "cite", kColumns, kLine);
    for (const Settling& one : outline.settling) {
      words(one.title, kMargin, "answer", kColumns, kLine);
      for (const std::string& way : one.ways)
        words("- " + way, kMargin + 16, "", kColumns - 4, kLine);
    }
    for (const Part& part : outline.parts) {
      if (!part.heading.empty()) {
        y_ += kLine / 2;
        words(part.heading, kMargin, "title", kColumns - 8, kLine);
        words("then: " + part.verdict, kMargin, "answer", kColumns, kLine);
      }
      for (const Node& node : part.below) {
        if (node.title) {
          y_ += kLine / 2;
          words(node.sentence, kMargin, "title", kColumns, kLine);
          for (const Node& below : node.below) this->node(below, 0);
        } else {
          this->node(node, 0);
        }
      }
    }
    y_ += kLine / 2;
    for (const std::string& line : outline.notes) words(line, kMargin, "cite", kColumns, kLine);
    if (outline.cut)
      words("…: there are more grounds, which --depth N and --full show", kMargin, "cite", kColumns,
            kLine);
  }

  /// Returns where its sign stands.
  int node(const Node& node, int depth) {
    const int x = kMargin + kStep * std::min(depth, 20);
    const int at = y_ + kLine;
    const char* kind = node.mark == Node::Mark::holds   ? "holds"
                       : node.mark == Node::Mark::fails ? "fails"
                                                        : "none";
    text_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n", kind, x, at,
                         sign(node.mark));
    std::string line;
    if (node.number != 0) line += fmt::format("({}) ", node.number);
    line += node.sentence;
    if (node.see != 0) line += fmt::format(" → ({})", node.see);
    if (node.cut) line += " …";
    const auto room =
        kColumns - static_cast<std::size_t>(static_cast<double>(x - kMargin + 16) / kColumn);
    words(line, x + 16, "", room, kLine);
    if (!node.origin.empty()) words("[" + node.origin + "]", x + 16, "cite", room, kLine - 2);
    int last = at;
    for (const Node& below : node.below) {
      last = this->node(below, depth + 1) - 4;
      if (depth < 20) text_ += fmt::format("<path d=\"M{} {}H{}\"/>\n", x + 5, last, x + kStep - 4);
    }
    if (!node.below.empty() && depth < 20)
      text_ += fmt::format("<path d=\"M{} {}V{}\"/>\n", x + 5, at + 5, last);
    return at;
  }

  void words(const std::string& line, int x, std::string_view kind, std::size_t room, int height) {
    const std::string broken = wrapped(line, 0, 0, room);
    for (std::size_t begin = 0; begin <= broken.size();) {
      const std::size_t end = std::min(broken.find('\n', begin), broken.size());
      y_ += height;
      text_ += fmt::format("<text{} x=\"{}\" y=\"{}\">{}</text>\n",
                           kind.empty() ? "" : fmt::format(" class=\"{}\"", kind), x, y_,
                           escaped(std::string_view(broken).substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  std::string text_;
  int y_ = 0;
};

}  // namespace

std::string why_svg(const std::vector<Outline>& outlines) { return Picture().of(outlines); }

}  // namespace grotius::cli
