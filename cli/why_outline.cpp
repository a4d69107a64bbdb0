#include "cli/why_outline.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/why_builder.hpp"
#include "cli/why_head.hpp"

namespace grotius::cli {

namespace {

void each(std::vector<Node>& nodes, const std::function<void(Node&)>& use) {
  for (Node& node : nodes) {
    use(node);
    each(node.below, use);
  }
}

/// Numbers the lines to which others point, in the order in which they stand.
void number(Outline& outline) {
  std::set<std::size_t> wanted;
  for (Part& part : outline.parts)
    each(part.below, [&](Node& node) {
      if (node.repeats != 0) wanted.insert(node.repeats);
      outline.cut = outline.cut || node.cut;
    });
  std::map<std::size_t, std::size_t> numbers;
  for (Part& part : outline.parts)
    each(part.below, [&](Node& node) {
      if (node.written == 0 || !wanted.contains(node.written)) return;
      node.number = numbers.size() + 1;
      numbers[node.written] = node.number;
    });
  for (Part& part : outline.parts)
    each(part.below, [&](Node& node) {
      if (node.repeats != 0)
        node.see = numbers.contains(node.repeats) ? numbers.at(node.repeats) : 0;
    });
}

/// What the words mean that occur beside a line.
void explain_words(Outline& outline, const ModelWords& words) {
  bool presumed = false, supposed = false, points = false;
  for (Part& part : outline.parts)
    each(part.below, [&](Node& node) {
      presumed = presumed || node.origin.find("presumed") != std::string::npos;
      supposed = supposed || node.origin.find("supposed") != std::string::npos;
      points = points || node.see != 0;
    });
  outline.notes.emplace_back("✓ it is so   ✗ it is not so");
  if (points) outline.notes.emplace_back("→ (1): the grounds stand at (1)");
  if (presumed)
    outline.notes.emplace_back(
        "presumed: the case says nothing of it, so that its presumption holds");
  if (supposed)
    outline.notes.emplace_back(
        "supposed: it is not known, and is so in the part in which it stands");
  if (words.unconfirmed)
    outline.notes.emplace_back(
        "(unconfirmed): nobody has checked this citation against its document");
}

void name_documents(Outline& outline, const ModelWords& words) {
  for (model::DocumentId id : words.cited) {
    const auto& document = words.model()[id];
    outline.documents.push_back(fmt::format("{}: {}{}", document.name, document.citation,
                                            document.link.empty() ? "" : ", " + document.link));
  }
}

}  // namespace

std::string_view sign(Node::Mark mark) {
  if (mark == Node::Mark::none) return "·";
  return mark == Node::Mark::holds ? "✓" : "✗";
}

bool titled(const Part& part) { return !part.below.empty() && part.below.front().title; }

Outline why_outline(const model::Model& model, const explain::Explanation& explanation,
                    const WhyOptions& options) {
  const Claims claims(explanation);
  WhyBuilder builder(model, claims, options);
  Outline outline = why_head(explanation, builder.words.words);
  for (std::size_t i = 0; i < explanation.cases.size(); ++i) {
    const explain::Case& one = explanation.cases[i];
    const explain::Step& root = claims.all().steps[claims.root(i)];
    Part part;
    part.heading = supposition(one, builder.words.words);
    part.verdict = one.excluded ? why_excluded(model, root) : verdict_of(root);
    part.below = root.rule == explain::Rule::status ? builder.groups(claims.root(i))
                                                    : builder.lines(claims.root(i), 0);
    outline.parts.push_back(std::move(part));
  }
  number(outline);
  explain_words(outline, builder.words.words);
  name_documents(outline, builder.words.words);
  return outline;
}

}  // namespace grotius::cli
