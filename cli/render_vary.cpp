#include "cli/render_vary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/english.hpp"
#include "cli/outcome_words.hpp"
#include "cli/question_words.hpp"
#include "cli/render_witness.hpp"

namespace grotius::cli {

using explore::Interval;
using explore::Variation;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t kColumns = 80;

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

class Table {
 public:
  Table(const model::Model& model, const Variation& variation)
      : model_(model), variation_(variation), parameter_(model[variation.parameter]) {}

  std::string text() const {
    std::string title = fmt::format("  {}", model_.qualified(parameter_.module, parameter_.name));
    if (!parameter_.title.empty()) title += fmt::format(" \"{}\"", parameter_.title);
    if (const std::string cited = citations(); !cited.empty()) title += " [" + cited + "]";
    std::string text = wrapped(title, 4, kColumns) + '\n';
    std::size_t longest = 0;
    for (const Interval& interval : variation_.intervals) longest = std::max(longest, width(values(interval)));
    for (const Interval& interval : variation_.intervals) {
      const std::string of = values(interval);
      std::string line = "    " + of + std::string(longest - width(of) + 3, ' ');
      const std::size_t margin = width(line);
      for (std::size_t at = line.find(' ', 4); at != std::string::npos && at < line.size(); at = line.find(' ', at + 1)) line[at] = '\x01';
      line += answer(interval);
      if (const std::string mark = marks(interval); !mark.empty()) line += " \x01<- " + mark;
      line = wrapped(line, margin, kColumns);
      std::ranges::replace(line, '\x01', ' ');
      text += line + '\n';
    }
    if (!variation_.reason.empty())
      text += wrapped("    ~ not exact: other answers may be hidden among these values, since " + variation_.reason, 6, kColumns) + '\n';
    return text;
  }

 private:
  std::string citations() const {
    std::string text;
    for (const model::Citation& citation : parameter_.sources) text += (text.empty() ? "" : "; ") + model_.cite(citation);
    return text;
  }

  std::string value(std::int64_t value) const {
    return parameter_.kind.sort.kind == model::Sort::Kind::integer ? spaced(value) : value_text(model_, parameter_.kind, value);
  }

  std::string values(const Interval& interval) const {
    if (interval.member) return value(*interval.member);
    if (interval.first && interval.first == interval.last) return value(*interval.first);
    if (!interval.first && !interval.last) return "any value";
    std::string text = interval.first ? value(*interval.first) : "";
    text += "..";
    return interval.last ? text + value(*interval.last) : text;
  }

  static std::string answer(const Interval& interval) {
    std::string text = interval.impossible               ? "impossible: the constraints exclude the situation"
                       : !interval.possible.empty()      ? outcome_words(interval.possible)
                       : interval.reason.empty()         ? "unknown"
                                                         : "unknown: " + interval.reason;
    return interval.exact ? text : "~ " + text;
  }

  std::string marks(const Interval& interval) const {
    const bool asked = variation_.asked && interval.contains(*variation_.asked);
    const bool declared = interval.contains(parameter_.value);
    if (asked && variation_.asked == parameter_.value) return marked("as declared", interval, parameter_.value);
    std::string text;
    if (asked) text = marked("as asked", interval, *variation_.asked);
    if (declared) text += (text.empty() ? "" : "; ") + marked("as declared", interval, parameter_.value);
    return text;
  }

  /// Names the value where the line has others.
  std::string marked(const char* what, const Interval& interval, std::int64_t of) const {
    const bool alone = interval.member || (interval.first && interval.first == interval.last);
    return alone ? what : fmt::format("{}: {}", what, value(of));
  }

  const model::Model& model_;
  const Variation& variation_;
  const model::Parameter& parameter_;
};

ordered_json value_json(const model::Model& model, const model::ValueKind& kind, const std::optional<std::int64_t>& value) {
  if (!value) return nullptr;
  if (kind.sort.kind == model::Sort::Kind::integer) return *value;
  return value_text(model, kind, *value);
}

ordered_json interval_json(const model::Model& model, const model::ValueKind& kind, const Interval& interval) {
  ordered_json json;
  if (interval.member) {
    json["value"] = value_json(model, kind, interval.member);
  } else {
    json["from"] = value_json(model, kind, interval.first);
    json["to"] = value_json(model, kind, interval.last);
  }
  set_outcome(json, interval.possible);
  if (interval.impossible) json["answer"] = nullptr;
  json["exact"] = interval.exact;
  json["reason"] = interval.impossible       ? ordered_json("the constraints exclude the situation")
                   : interval.reason.empty() ? ordered_json(nullptr)
                                             : ordered_json(interval.reason);
  return json;
}

}  // namespace

std::string vary_tables(const model::Model& model, const std::vector<Variation>& variations) {
  std::string text;
  for (const Variation& variation : variations) text += Table(model, variation).text();
  return text;
}

std::string vary_text(const model::Model& model, const explore::Varied& varied) {
  return question_text(model, varied.answer) + vary_tables(model, varied.variations);
}

ordered_json variations_json(const model::Model& model, const std::vector<Variation>& variations) {
  ordered_json json = ordered_json::array();
  for (const Variation& variation : variations) {
    const model::Parameter& parameter = model[variation.parameter];
    ordered_json one;
    one["parameter"] = model.qualified(parameter.module, parameter.name);
    one["title"] = parameter.title;
    one["source"] = sources_json(model, parameter.sources);
    one["declared"] = value_json(model, parameter.kind, parameter.value);
    one["asked"] = variation.asked ? value_json(model, parameter.kind, variation.asked) : ordered_json("unknown");
    one["intervals"] = ordered_json::array();
    for (const Interval& interval : variation.intervals) one["intervals"].push_back(interval_json(model, parameter.kind, interval));
    one["exact"] = variation.reason.empty();
    one["reason"] = variation.reason.empty() ? ordered_json(nullptr) : ordered_json(variation.reason);
    json.push_back(std::move(one));
  }
  return json;
}

ordered_json vary_json(const model::Model& model, const explore::Varied& varied) {
  ordered_json json;
  json["question"] = question_json(model, varied.answer);
  json["answer"] = name(varied.answer.answer);
  json["status"] = varied.answer.status ? ordered_json(name(*varied.answer.status)) : ordered_json(nullptr);
  json["thresholds"] = variations_json(model, varied.variations);
  return json;
}

}  // namespace grotius::cli
