#include "cli/render_hinges.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/model_words.hpp"
#include "cli/outcome_words.hpp"
#include "cli/question_words.hpp"
#include "cli/render_vary.hpp"
#include "cli/render_witness.hpp"

namespace grotius::cli {

using explore::Hinge;
using explore::Hinges;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kAlike = 3;  ///< presumptions alike that are written out each
constexpr std::size_t kNamed = 6;  ///< of more than that: how many are named besides the first

std::string_view verb(model::Modality modality) {
  static constexpr std::string_view kVerbs[] = {"permits", "forbids", "obliges", "exempts", "empowers", "disables"};
  return kVerbs[static_cast<std::size_t>(modality)];
}

std::string paragraph(std::size_t indent, const std::string& text) {
  return wrapped(std::string(indent, ' ') + text, indent + 2, kColumns) + '\n';
}

class Text {
 public:
  Text(const model::Model& model, const Hinges& hinges) : model_(model), words_(model), hinges_(hinges) {}

  std::string text() {
    std::string text = question_text(model_, hinges_.answer);
    text += paragraph(2, outcome_words(explore::outcomes(hinges_.answer)) +
                             (hinges_.answer.reason.empty() ? "" : ": " + hinges_.answer.reason));
    if (hinges_.answer.answer == analyse::Verdict::unknown) return text;
    if (hinges_.hinges.empty() && hinges_.undecided.empty())
      text += paragraph(2, "No norm, stated priority or presumption carries this answer alone: without any one of them it stays.");
    else if (!hinges_.hinges.empty())
      text += paragraph(2, "Without any one of the following alone the answer would be another.");
    text += group(Hinge::Kind::norm, "Norms", [&](const Hinge& hinge) { return norm(hinge); });
    text += group(Hinge::Kind::priority, "Stated priorities", [&](const Hinge& hinge) { return priority(hinge); });
    text += presumptions();
    if (!hinges_.undecided.empty()) text += "  Not decided\n";
    for (const auto& one : hinges_.undecided) text += paragraph(4, one.name + ": " + one.reason);
    return text;
  }

 private:
  template <class Write>
  std::string group(Hinge::Kind kind, const char* title, Write write) const {
    std::string text;
    for (const Hinge& hinge : hinges_.hinges)
      if (hinge.kind == kind) text += write(hinge);
    return text.empty() ? text : fmt::format("  {}\n{}", title, text);
  }

  std::string described(model::NormId id) const {
    const model::Norm& norm = model_[id];
    std::string text = model_.qualified(id);
    if (!norm.title.empty()) text += fmt::format(" \"{}\"", norm.title);
    if (!norm.sources.empty()) text += fmt::format(" [{}]", words_.cite(norm.sources));
    return text;
  }

  std::string norm(const Hinge& hinge) const {
    const model::Norm& norm = model_[hinge.norm];
    return paragraph(4, fmt::format("{} {}{}", verb(norm.modality), described(hinge.norm), norm.by_default ? ", by default" : "")) +
           paragraph(6, "without it: " + outcome_words(hinge.possible));
  }

  std::string priority(const Hinge& hinge) const {
    return paragraph(4, described(hinge.norm) + " prevails over " + described(hinge.inferior)) +
           paragraph(6, "without this priority: " + outcome_words(hinge.possible));
  }

  /// Those that say the same of one fact or action are written out once: there may be one for each state of the world.
  std::string presumptions() const {
    std::vector<std::vector<const Hinge*>> groups;
    for (const Hinge& hinge : hinges_.hinges) {
      if (hinge.kind != Hinge::Kind::presumption) continue;
      const auto alike = std::ranges::find_if(groups, [&](const auto& members) { return alike_but_for_names(*members.front(), hinge); });
      if (alike == groups.end()) {
        groups.push_back({&hinge});
      } else {
        alike->push_back(&hinge);
      }
    }
    std::string text;
    for (const auto& members : groups) {
      const std::size_t shown = members.size() > kAlike ? 1 : members.size();
      for (std::size_t i = 0; i < shown; ++i) text += presumption(*members[i]);
      if (shown < members.size()) text += likewise(members);
    }
    return text.empty() ? text : "  Presumptions\n" + text;
  }

  static bool alike_but_for_names(const Hinge& a, const Hinge& b) {
    return a.atom.deed == b.atom.deed && a.atom.ref == b.atom.ref && a.presumed == b.presumed && a.possible == b.possible &&
           std::ranges::equal(a.otherwise, b.otherwise, {}, &Hinge::Otherwise::possible, &Hinge::Otherwise::possible);
  }

  static std::string likewise(const std::vector<const Hinge*>& members) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < members.size() && i <= kNamed; ++i) names.push_back("`" + members[i]->name + "`");
    if (members.size() > kNamed + 1) names.push_back(fmt::format("{} more, which --json names", members.size() - kNamed - 1));
    return paragraph(6, "and likewise each of these: " + listed(names));
  }

  std::string presumption(const Hinge& hinge) const {
    std::string text = paragraph(4, presumed(hinge));
    text += paragraph(6, "without this presumption: " + outcome_words(hinge.possible));
    for (const Hinge::Otherwise& one : hinge.otherwise)
      text += paragraph(6, fmt::format("if `{}`: {}", one.line, outcome_words(one.possible)));
    return text;
  }

  std::string presumed(const Hinge& hinge) const {
    if (hinge.atom.deed || model_.facts[hinge.atom.ref].kind.sort.kind == model::Sort::Kind::boolean)
      return fmt::format("`{}`: {}", hinge.line, words_.atom(hinge.atom, hinge.presumed == 0));
    const model::Sort& sort = model_.facts[hinge.atom.ref].kind.sort;
    return fmt::format("`{}`: {}: {}", hinge.line, words_.atom(hinge.atom), words_.value(sort, hinge.presumed));
  }

  const model::Model& model_;
  ModelWords words_;
  const Hinges& hinges_;
};

ordered_json norm_json(const model::Model& model, model::NormId id) {
  const model::Norm& norm = model[id];
  ordered_json json;
  json["norm"] = model.qualified(id);
  json["title"] = norm.title;
  json["source"] = sources_json(model, norm.sources);
  json["at"] = model.sources->at(norm.span);
  return json;
}

ordered_json hinge_json(const model::Model& model, const Hinge& hinge) {
  static constexpr std::string_view kKinds[] = {"norm", "priority", "presumption"};
  ordered_json json;
  json["kind"] = kKinds[static_cast<std::size_t>(hinge.kind)];
  json["name"] = hinge.name;
  json["norms"] = ordered_json::array();
  if (hinge.kind != Hinge::Kind::presumption) json["norms"].push_back(norm_json(model, hinge.norm));
  if (hinge.kind == Hinge::Kind::priority) json["norms"].push_back(norm_json(model, hinge.inferior));
  json["stated_at"] = ordered_json::array();
  for (const Span& span : hinge.stated) json["stated_at"].push_back(model.sources->at(span));
  json["presumed"] = hinge.kind == Hinge::Kind::presumption ? ordered_json(hinge.line) : ordered_json(nullptr);
  set_outcome(json["without"], hinge.possible);
  json["otherwise"] = ordered_json::array();
  for (const Hinge::Otherwise& one : hinge.otherwise) {
    ordered_json other;
    other["given"] = one.line;
    set_outcome(other, one.possible);
    json["otherwise"].push_back(std::move(other));
  }
  return json;
}

}  // namespace

std::string hinges_text(const model::Model& model, const Hinges& hinges, const std::vector<explore::Variation>& variations) {
  std::string text = Text(model, hinges).text();
  if (!variations.empty()) text += "  Thresholds\n" + vary_tables(model, variations);
  return text;
}

ordered_json hinges_json(const model::Model& model, const Hinges& hinges, const std::vector<explore::Variation>& variations) {
  ordered_json json;
  json["question"] = question_json(model, hinges.answer);
  set_outcome(json, explore::outcomes(hinges.answer));
  json["hinges"] = ordered_json::array();
  for (const Hinge& hinge : hinges.hinges) json["hinges"].push_back(hinge_json(model, hinge));
  json["undecided"] = ordered_json::array();
  for (const auto& one : hinges.undecided) {
    ordered_json undecided;
    undecided["name"] = one.name;
    undecided["reason"] = one.reason;
    json["undecided"].push_back(std::move(undecided));
  }
  json["thresholds"] = variations_json(model, variations);
  json["reason"] = hinges.answer.reason.empty() ? ordered_json(nullptr) : ordered_json(hinges.answer.reason);
  return json;
}

}  // namespace grotius::cli
