#include "cli/render_flip.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/question_words.hpp"
#include "cli/value_words.hpp"
#include "cli/wrap.hpp"

namespace grotius::cli {

using explore::Flip;
using explore::FlipChange;
using explore::Flips;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t kColumns = 80;

class Text {
 public:
  Text(const model::Model& model, const Flips& flips) : model_(model), words_(model), flips_(flips) {}

  std::string text() const {
    std::string text = question_text(model_, flips_.answer);
    text += paragraph(2, head());
    for (std::size_t i = 0; i < flips_.flips.size(); ++i) text += flip(i);
    if (flips_.more) text += paragraph(2, more());
    return text;
  }

 private:
  static std::string paragraph(std::size_t indent, const std::string& text) {
    return wrapped(text, indent, indent, kColumns) + '\n';
  }

  std::string head() const {
    const std::string to(analyse::name(flips_.to));
    if (flips_.already) return fmt::format("{}: nothing has to change, every completion gives this answer.", to);
    const std::string now = fmt::format("The answer is {}.", now_in_words());
    if (flips_.flips.empty() && flips_.more) return fmt::format("{} No change was found that makes it {}.", now, to);
    if (flips_.flips.empty()) return fmt::format("{} No change of facts and deeds that may change makes it {}.", now, to);
    if (flips_.flips.size() == 1) return fmt::format("{} It becomes {} if:", now, to);
    return fmt::format("{} It becomes {} in each of these {} ways, the cheapest first:", now, to, flips_.flips.size());
  }

  std::string now_in_words() const {
    if (flips_.answer.answer == analyse::Verdict::depends) return "open: it depends on what is unknown";
    return std::string(analyse::name(flips_.answer.answer));
  }

  /// Deeds of agents apart from states of the world, each under its heading where there are both.
  std::string flip(std::size_t number) const {
    const Flip& flip = flips_.flips[number];
    const bool costs = flip.cost != static_cast<std::int64_t>(flip.changes.size());
    std::string text = fmt::format("  {:>2}. ", number + 1);
    bool first = true;
    for (const bool deeds : {false, true})
      for (const FlipChange& change : flip.changes) {
        if (change.atom.deed != deeds) continue;
        const std::string mark = deeds ? "deed:  " : "state: ";
        const std::string lead = first ? text : std::string(6, ' ');
        text = (first ? "" : text) + lead + mark + hanging(sentence(change));
        first = false;
      }
    if (costs) text += paragraph(13, fmt::format("(cost {})", flip.cost));
    return text;
  }

  static std::string hanging(const std::string& text) {
    return wrapped(text, 13, 13, kColumns).substr(13) + '\n';
  }

  std::string sentence(const FlipChange& change) const {
    const bool done = change.atom.deed && change.to != 0;
    std::string text = done ? words_.act({model::id_of<model::ActionId>(change.atom.ref), change.atom.arguments})
                            : with_values(words_, change.atom, change.kind, change.values);
    if (!change.all_values) text += ", or perhaps another value";
    return text + " (" + now(change) + ")";
  }

  std::string now(const FlipChange& change) const {
    const std::string sources = change.line == nullptr ? "" : words_.cite(change.line->sources);
    if (change.from.empty()) return "now unknown";
    if (change.from.size() > 1) {
      std::vector<explore::ValueClass> values;
      for (std::int64_t value : change.from) values.push_back({value, value});
      return "the sources disagree: " + values_in_words(words_, change.kind, values);
    }
    const bool truth = change.kind.sort.kind == model::Sort::Kind::boolean;
    std::string text = change.line == nullptr ? "presumed" : "given";
    if (truth)
      text += change.from[0] != 0 ? " to be so" : " not to be so";
    else
      text = "now " + words_.value(change.kind.sort, change.from[0]) + (change.line == nullptr ? ", presumed" : "");
    return text + (sources.empty() ? "" : ": " + sources);
  }

  std::string more() const {
    if (flips_.reason.empty()) return fmt::format("There are more than these {}.", explore::FlipLimits::flips);
    return "There may be more: " + flips_.reason + ".";
  }

  const model::Model& model_;
  ModelWords words_;
  const Flips& flips_;
};

ordered_json change_json(const model::Model& model, const ModelWords& words, const FlipChange& change) {
  const model::Sort& sort = change.kind.sort;
  ordered_json json;
  json["atom"] = change.name;
  json["deed"] = change.atom.deed;
  json["from"] = ordered_json::array();
  for (std::int64_t value : change.from) json["from"].push_back(value_json(model, sort, value));
  json["presumed"] = change.line == nullptr;
  json["at"] = change.line == nullptr ? ordered_json(nullptr) : ordered_json(model.sources->at(change.line->span));
  json["to"] = value_json(model, sort, change.to);
  json["values"] = values_json(model, sort, change.values);
  json["all_values"] = change.all_values;
  json["given"] = change.given;
  json["cost"] = change.cost;
  json["text"] = with_values(words, change.atom, change.kind, change.values);
  return json;
}

}  // namespace

std::string flip_text(const model::Model& model, const Flips& flips) { return Text(model, flips).text(); }

ordered_json flip_json(const model::Model& model, const Flips& flips) {
  const ModelWords words(model);
  ordered_json json;
  json["question"] = question_json(model, flips.answer);
  json["answer"] = analyse::name(flips.answer.answer);
  json["to"] = analyse::name(flips.to);
  json["already"] = flips.already;
  json["flips"] = ordered_json::array();
  for (const Flip& flip : flips.flips) {
    ordered_json one;
    one["cost"] = flip.cost;
    one["changes"] = ordered_json::array();
    for (const FlipChange& change : flip.changes) one["changes"].push_back(change_json(model, words, change));
    json["flips"].push_back(std::move(one));
  }
  json["more"] = flips.more;
  json["reason"] = flips.reason.empty() ? ordered_json(nullptr) : ordered_json(flips.reason);
  return json;
}

}  // namespace grotius::cli
