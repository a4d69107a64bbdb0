// The grounds of answers as one page of HTML that needs nothing else: no font, no other file, no
// network. Trees are folded by the browser itself; the few lines of script only open and close all
// of them, and open what a link or the printer wants to see.

#include <fmt/format.h>

#include "cli/markup.hpp"
#include "cli/render_why.hpp"

namespace grotius::cli {

namespace {

constexpr std::size_t kOpen = 2;         ///< levels that are open at first
constexpr std::size_t kManyMembers = 8;  ///< a sentence names no more

constexpr const char* kHead = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
)";

constexpr const char* kStyle = R"(<style>
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --dim: #666; --line: #d9d9d9; --holds: #1a7f37; --fails: #b42318;
  --yes: #d9f0dd; --no: #f6d6d5; --contested: #fbe7c6; --depends: #e3e3f7; --other: #eee; --aim: #fff3bf }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --paper: #16181b; --dim: #a0a0a0; --line: #3a3d42; --holds: #4cc26b;
  --fails: #ff7b6b; --yes: #17381f; --no: #4a1f1c; --contested: #4a3a14; --depends: #2b2b52; --other: #2a2d31; --aim: #4d4415 } }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1.2rem; max-width: 62rem; color: var(--ink); background: var(--paper) }
h1 { font-size: 1.45rem; margin: 0 0 .3rem } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem } h3 { font-size: 1rem; margin: 1.1rem 0 .3rem }
code { font-size: .88em } article + article { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1.5rem }
.answer { padding: .5rem .8rem; border-radius: .4rem; background: var(--other) }
.answer.yes { background: var(--yes) } .answer.no { background: var(--no) }
.answer.contested { background: var(--contested) } .answer.depends { background: var(--depends) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .6rem 0 } dt { color: var(--dim) } dd { margin: 0 }
.tree, .tree ul { list-style: none; margin: 0; padding: 0 } .tree { margin-left: 1rem }
.tree ul { margin-left: .45rem; padding-left: 1.5rem; border-left: 1px solid var(--line) }
.tree li { margin: .22rem 0 } .line { display: block; position: relative; padding-left: 1.5em; text-indent: -1.5em }
summary { cursor: pointer; display: block; list-style: none } summary::-webkit-details-marker { display: none }
summary > .line::before { content: "▸"; position: absolute; left: -1rem; text-indent: 0; color: var(--dim) }
details[open] > summary > .line::before { content: "▾" }
summary:hover > .line { text-decoration: underline dotted; text-underline-offset: .2em }
.mark { display: inline-block; width: 1.5em; text-indent: 0; font-weight: 600 } .holds { color: var(--holds) } .fails { color: var(--fails) } .none { color: var(--dim) }
.cite, .at, .note { color: var(--dim); font-size: .88em } .at { font-family: ui-monospace, monospace; font-size: .75em; overflow-wrap: anywhere }
.norm { font-weight: 600 } .members { margin: .1rem 0 .3rem 1.5em } .number { font-weight: 600 } :target > summary, :target > .line { background: var(--aim) }
nav { margin: .8rem 0 } button { font: inherit; font-size: .88em; padding: .15rem .6rem }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media print { nav { display: none } body { margin: 0; max-width: none; font-size: 10pt } summary > .line::before { content: "" !important } li { break-inside: avoid-page } }
</style>
)";

constexpr const char* kScript = R"(<script>
const all = open => document.querySelectorAll("details").forEach(one => { one.open = open })
const aim = () => {
  const at = location.hash && document.getElementById(location.hash.slice(1))
  for (let one = at; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true
  if (at) at.scrollIntoView()
}
document.querySelectorAll("button").forEach(one => one.addEventListener("click", () => all(one.dataset.open === "yes")))
addEventListener("hashchange", aim)
addEventListener("beforeprint", () => all(true))
aim()
</script>
)";

class Page {
 public:
  std::string of(const std::vector<Outline>& outlines) {
    const std::string title = outlines.size() == 1
                                  ? "Why: " + outlines[0].asked
                                  : fmt::format("Why: {} questions", outlines.size());
    text_ = fmt::format("{}<title>{}</title>\n{}</head>\n<body>\n", kHead, escaped(title), kStyle);
    text_ +=
        "<nav><button data-open=\"yes\">Open all</button> <button data-open=\"no\">Close "
        "all</button></nav>\n";
    for (const Outline& outline : outlines) {
      ++question_;
      one(outline);
    }
    return text_ + kScript + "</body>\n</html>\n";
  }

 private:
  void one(const Outline& outline) {
    text_ += fmt::format("<article>\n<h1>{}</h1>\n", escaped(outline.asked));
    if (!outline.written.empty())
      text_ += fmt::format("<p><code>{}</code></p>\n", escaped(outline.written));
    text_ += fmt::format("<p class=\"answer {0}\"><strong>{0}</strong>: {1}</p>\n<dl>\n",
                         outline.answer, escaped(outline.verdict));
    for (const std::string& line : outline.circumstances) {
      const std::size_t colon = line.find(": ");
      text_ += fmt::format("<dt>{}</dt><dd>{}</dd>\n", escaped(line.substr(0, colon)),
                           escaped(line.substr(colon + 2)));
    }
    text_ += "</dl>\n";
    for (const std::string& line : outline.remarks)
      text_ += fmt::format("<p class=\"note\">{}</p>\n", escaped(line));
    if (!outline.settling.empty())
      text_ += "<h2>What would settle it, whatever else is unknown</h2>\n";
    for (const Settling& one : outline.settling) {
      text_ += fmt::format("<p>{}</p>\n<ul>\n", escaped(one.title));
      for (const std::string& way : one.ways) text_ += fmt::format("<li>{}</li>\n", escaped(way));
      text_ += "</ul>\n";
    }
    for (const Part& part : outline.parts) {
      const char* level = part.heading.empty() ? "h2" : "h3";
      if (!part.heading.empty())
        text_ += fmt::format("<h2>{}</h2>\n<p>then: <strong>{}</strong></p>\n",
                             escaped(part.heading), escaped(part.verdict));
      if (!titled(part)) {
        if (part.heading.empty()) text_ += "<h2>Grounds</h2>\n";
        tree(part.below, false);
        continue;
      }
      for (const Node& group : part.below) {
        text_ += fmt::format("<{0}>{1}</{0}>\n", level, escaped(group.sentence));
        tree(group.below, true);
      }
    }
    list("Documents", outline.documents);
    list("Signs", outline.notes);
    text_ += "</article>\n";
  }

  void list(std::string_view title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text_ += fmt::format("<h2>{}</h2>\n<ul class=\"note\">\n", title);
    for (const std::string& line : lines) text_ += fmt::format("<li>{}</li>\n", escaped(line));
    text_ += "</ul>\n";
  }

  void tree(const std::vector<Node>& nodes, bool norms) {
    if (nodes.empty()) return;
    text_ += "<ul class=\"tree\">\n";
    for (const Node& node : nodes) item(node, 0, norms);
    text_ += "</ul>\n";
  }

  void item(const Node& node, std::size_t depth, bool norm) {
    const bool many = node.members.size() > kManyMembers;
    const std::string id =
        node.number == 0 ? "" : fmt::format(" id=\"g{}-{}\"", question_, node.number);
    if (node.below.empty() && !many) {
      text_ += fmt::format("<li{}>{}</li>\n", id, line(node, norm));
      return;
    }
    text_ += fmt::format("<li><details{}{}><summary>{}</summary>\n", id,
                         depth < kOpen ? " open" : "", line(node, norm));
    if (many) {
      text_ += "<p class=\"members note\">";
      for (std::size_t i = 0; i < node.members.size(); ++i)
        text_ += (i == 0 ? "" : ", ") + escaped(node.members[i]);
      text_ += "</p>\n";
    }
    if (!node.below.empty()) {
      text_ += "<ul>\n";
      for (const Node& below : node.below) item(below, depth + 1, false);
      text_ += "</ul>\n";
    }
    text_ += "</details></li>\n";
  }

  std::string line(const Node& node, bool norm) const {
    static constexpr std::string_view kKinds[] = {"none", "holds", "fails"};
    static constexpr std::string_view kSaid[] = {"", "it is so: ", "it is not so: "};
    const auto mark = static_cast<std::size_t>(node.mark);
    std::string text =
        fmt::format("<span class=\"line\"><span class=\"mark {}\" aria-hidden=\"true\">{}</span>",
                    kKinds[mark], sign(node.mark));
    if (!kSaid[mark].empty()) text += fmt::format("<span class=\"unseen\">{}</span>", kSaid[mark]);
    if (node.number != 0) text += fmt::format("<span class=\"number\">({})</span> ", node.number);
    text += norm ? fmt::format("<span class=\"norm\">{}</span>", escaped(node.sentence))
                 : escaped(node.sentence);
    if (!node.origin.empty())
      text += fmt::format(" <span class=\"cite\">[{}]</span>", escaped(node.origin));
    if (node.see != 0)
      text += fmt::format(" <a href=\"#g{0}-{1}\">→ ({1})</a>", question_, node.see);
    if (node.cut) text += " …";
    if (!node.at.empty()) text += fmt::format(" <span class=\"at\">{}</span>", escaped(node.at));
    return text + "</span>";
  }

  std::string text_;
  std::size_t question_ = 0;
};

}  // namespace

std::string why_page(const std::vector<Outline>& outlines) { return Page().of(outlines); }

}  // namespace grotius::cli
