#include <nlohmann/json.hpp>

#include "cli/render_timeline.hpp"
#include "cli/survey_words.hpp"
#include "cli/timeline_words.hpp"

namespace grotius::cli {

using explore::Change;
using explore::Segment;
using explore::Timeline;
using explore::TimelineRow;
using nlohmann::ordered_json;

namespace {

ordered_json or_null(const std::optional<Date>& date) { return date ? ordered_json(to_string(*date)) : ordered_json(nullptr); }
ordered_json or_null(const std::string& text) { return text.empty() ? ordered_json(nullptr) : ordered_json(text); }

std::string_view kind_of(const Change& change) {
  static constexpr std::string_view kNames[] = {"lines", "norm", "module", "acceptance", "day"};
  return kNames[static_cast<std::size_t>(change.kind)];
}

class Objects {
 public:
  explicit Objects(const model::Model& model) : model_(model), words_(model) {}

  ordered_json timeline(const Timeline& timeline) const {
    ordered_json json;
    json["question"] = question(timeline.question);
    json["from"] = or_null(timeline.from);
    json["until"] = or_null(timeline.until);
    json["norm_sets"] = ordered_json::array();
    for (const TimelineRow& one : timeline.rows) json["norm_sets"].push_back(row(one));
    json["changes"] = ordered_json::array();
    for (std::size_t i = 0; i < timeline.changes.size(); ++i) json["changes"].push_back(change(timeline.changes[i], i + 1));
    return json;
  }

 private:
  ordered_json question(const model::Question& question) const {
    ordered_json json;
    json["asked"] = question.text;
    json["words"] = asked_words(words_, question);
    json["in"] = model_[question.situation].name;
    json["title"] = or_null(model_[question.situation].title);
    json["with"] = settings_of(model_, question.with);
    return json;
  }

  ordered_json row(const TimelineRow& row) const {
    ordered_json json;
    json["name"] = row.name;
    json["as_held_by"] = row.holder.has_value();
    json["segments"] = ordered_json::array();
    for (const Segment& one : row.segments) json["segments"].push_back(segment(one));
    json["reason"] = or_null(row.reason);
    return json;
  }

  ordered_json segment(const Segment& segment) const {
    const explore::Standing& standing = segment.standing;
    ordered_json json;
    json["from"] = or_null(segment.from);
    json["until"] = or_null(segment.until);
    json["answer"] = standing.answer ? ordered_json(analyse::name(*standing.answer)) : ordered_json("error");
    json["status"] = standing.status ? ordered_json(analyse::name(*standing.status)) : ordered_json(nullptr);
    json["possible"] = ordered_json::array();
    for (const auto& one : standing.possible) {
      ordered_json possible;
      if (one.status) possible["status"] = analyse::name(*one.status);
      possible["answer"] = analyse::name(one.answer);
      json["possible"].push_back(std::move(possible));
    }
    json["causes"] = ordered_json::array();
    for (const auto& set : segment.causes) {
      ordered_json numbers = ordered_json::array();
      for (std::size_t place : set) numbers.push_back(place + 1);
      json["causes"].push_back(std::move(numbers));
    }
    json["smallest"] = segment.smallest;
    json["reason"] = or_null(standing.reason);
    return json;
  }

  ordered_json cited(const std::vector<model::Citation>& sources) const {
    ordered_json json = ordered_json::array();
    for (const auto& source : sources) json.push_back(model_.cite(source));
    return json;
  }

  ordered_json change(const Change& change, std::size_t number) const {
    ordered_json json;
    json["number"] = number;
    json["on"] = to_string(change.on);
    json["kind"] = kind_of(change);
    json["words"] = words(words_, change);
    json["source"] = or_null(citation(words_, change));
    if (change.kind == Change::Kind::lines) {
      json["lines"] = ordered_json::array();
      for (const Change::Line& line : change.lines) {
        ordered_json one;
        one["begins"] = line.begins;
        one["at"] = model_.sources->at(line.span);
        one["source"] = cited(line.sources);
        json["lines"].push_back(std::move(one));
      }
    } else if (change.kind == Change::Kind::day) {
      json["compared"] = ordered_json::array();
      for (const Change::Compared& compared : change.compared) {
        ordered_json one;
        one["words"] = words_.atom(*compared.atom);
        one["value"] = words_.model().facts[compared.atom->ref].kind.sort.kind == model::Sort::Kind::date
                           ? ordered_json(to_string(Date{compared.value}))
                           : ordered_json(compared.value);
        one["at"] = compared.span ? ordered_json(model_.sources->at(*compared.span)) : ordered_json(nullptr);
        json["compared"].push_back(std::move(one));
      }
    } else {
      json["begins"] = change.begins;
      json["name"] = change.norm ? model_.qualified(*change.norm) : std::string(model_[*change.module].name);
      json["holder"] = change.holder ? ordered_json(model_[*change.holder].name) : ordered_json(nullptr);
    }
    return json;
  }

  const model::Model& model_;
  ModelWords words_;
};

}  // namespace

std::string timeline_json(const model::Model& model, const Timeline& timeline) {
  return Objects(model).timeline(timeline).dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace grotius::cli
