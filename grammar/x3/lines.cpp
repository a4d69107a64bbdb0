#include "grammar/x3/lines.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace grotius::grammar {

namespace {

using namespace syntax;

/// The first word of a date or source outside parentheses, or `end`.
const Token* first_clause(const Token* begin, const Token* end) {
  int depth = 0;
  for (const Token* at = begin; at != end; ++at) {
    if (at->sign == Sign::left_parenthesis || at->sign == Sign::left_brace) ++depth;
    if (at->sign == Sign::right_parenthesis || at->sign == Sign::right_brace) --depth;
    if (depth != 0) continue;
    if (at->word == Word::from || at->word == Word::until || at->word == Word::source) return at;
  }
  return end;
}

void report_after_list(State& state, const Token* clause) {
  state.reporter
      .error(codes::clause_after_list, clause->begin, clause->end,
             fmt::format("`{}` after several entries: it is not clear to which it belongs",
                         state.text_of(*clause)))
      .help = "split the line, so that each entry stands alone with its dates and sources";
}

void report_order(State& state, const Period& period, const Token* end) {
  const auto& date = period.from ? period.from : period.until;
  const Token* at = end;
  while (at->begin > date->span.begin) --at;
  --at;  // `from` or `until`
  state.reporter
      .error(codes::clause_order, at->begin, at->end,
             fmt::format("`{}` stands before `source`", state.text_of(*at)))
      .help = fmt::format("put `{}` first, then `source`",
                          state.text.substr(at->begin, date->span.end - at->begin));
}

}  // namespace

void check_line(State& state, Line& line, const Token* end) {
  const Token* begin = state.item;
  line.span = state.span(begin, end);

  for (const LineEntry& entry : line.entries) {
    if (line.kind != Line::Kind::unknown || entry.values.empty()) continue;
    const Span& value = entry.values.front().value.front().span;
    state.reporter
        .error(codes::value_in_unknown, value.begin, value.end, "what is unknown has no value here")
        .help = "leave the value out; where sources disagree write `given … = VALUE or VALUE`";
  }

  const bool dated = line.period.from || line.period.until;
  const bool cited_value =
      std::any_of(line.entries.begin(), line.entries.end(), [](const LineEntry& entry) {
        return std::any_of(entry.values.begin(), entry.values.end(),
                           [](const LineValue& value) { return !value.sources.empty(); });
      });
  if (line.entries.size() > 1) {
    if (dated || cited_value || !line.sources.empty()) {
      report_after_list(state, first_clause(begin, end));
    }
    return;
  }
  auto& values = line.entries.front().values;
  if (values.size() != 1 || values.front().sources.empty()) return;
  // A source after the only value is the line's.
  if (dated) report_order(state, line.period, end);
  auto& sources = values.front().sources;
  line.sources.insert(line.sources.begin(), std::make_move_iterator(sources.begin()),
                      std::make_move_iterator(sources.end()));
  sources.clear();
}

}  // namespace grotius::grammar
