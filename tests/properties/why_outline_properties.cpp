// Outlines of grounds on random worlds: nothing is left unsaid, and what points somewhere finds it.

#include <functional>
#include <map>
#include <set>

#include "cli/render_why.hpp"
#include "cli/wrap.hpp"
#include "tests/properties/engine_answers.hpp"
#include "tests/properties/random_worlds.hpp"
#include "tests/support/catch.hpp"

using namespace grotius::properties;
using grotius::cli::Node;
using grotius::cli::Outline;
using grotius::cli::WhyOptions;

namespace {

std::string flaws_of(const Outline& outline, const WhyOptions& options) {
  std::string result;
  std::set<std::size_t> wanted;
  std::size_t numbers = 0;
  const std::function<void(const std::vector<Node>&)> look = [&](const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (node.sentence.empty()) result += "a line says nothing\n";
      if (node.sentence.find('{') != std::string::npos)
        result += "a hole is not filled: " + node.sentence + "\n";
      if (options.full && node.cut)
        result += "something is left out of all grounds: " + node.sentence + "\n";
      if (node.repeats != 0 && node.see == 0)
        result += "a line points nowhere: " + node.sentence + "\n";
      if (node.see != 0) wanted.insert(node.see);
      if (node.number != 0 && node.number != ++numbers) result += "the numbers are not in order\n";
      if (node.see != 0 && !node.below.empty())
        result += "grounds stand twice: " + node.sentence + "\n";
      if (std::set<std::string>(node.members.begin(), node.members.end()).size() !=
          node.members.size())
        result += "somebody is named twice: " + node.sentence + "\n";
      look(node.below);
    }
  };
  for (const auto& part : outline.parts) look(part.below);
  if (wanted.size() != numbers) result += "there are numbers to which nothing points\n";
  const std::string text = grotius::cli::why_text(outline, false);
  for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos;
       begin = end + 1)
    if (grotius::cli::columns(std::string_view(text).substr(begin, end - begin)) > 80)
      result += "a line is too long: " + text.substr(begin, end - begin) + "\n";
  return result;
}

std::string flaws(const World& world) {
  LoadedWorld loaded(print(world));
  auto& session = loaded.session();
  loaded.answers();
  std::string result;
  for (const auto& question : session.model().questions) {
    const auto explanation = session.explain(question);
    if (!explanation) continue;
    for (const WhyOptions& options :
         {WhyOptions{4, false}, WhyOptions{1, false}, WhyOptions{4, true}}) {
      const Outline outline = grotius::cli::why_outline(session.model(), *explanation, options);
      if (outline.parts.size() != explanation->cases.size()) result += "a case has no part\n";
      result += flaws_of(outline, options);
      // The other formats print any outline.
      if (grotius::cli::why_markdown({outline}).empty() ||
          grotius::cli::why_dot({outline}).empty() || grotius::cli::why_svg({outline}).empty() ||
          grotius::cli::why_page({outline}).empty())
        result += "a format prints nothing\n";
    }
  }
  return result;
}

}  // namespace

TEST_CASE("properties: outlines of grounds say all and point to what is there",
          "[properties][why]") {
  check_worlds("outlines of grounds say all and point to what is there", 0.15, {}, flaws);
}
