#include "cli/render_diagnostics.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ostream>

#include <fmt/color.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace grotius::cli {

namespace {

constexpr std::size_t kWidth =
    160;  // of a shown source line, in bytes; longer lines are shown around the span

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "";
}

fmt::text_style style(Severity severity) {
  switch (severity) {
    case Severity::error:
      return fmt::emphasis::bold | fg(fmt::terminal_color::red);
    case Severity::warning:
      return fmt::emphasis::bold | fg(fmt::terminal_color::yellow);
    case Severity::note:
      break;
  }
  return fmt::emphasis::bold | fg(fmt::terminal_color::cyan);
}

std::string paint(std::string text, fmt::text_style how, bool colour) {
  return colour ? fmt::format(how, "{}", text) : text;
}

/// Columns of a text on a terminal: code points; a tab is shown as one blank.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// Length of the well-formed UTF-8 sequence at the beginning of a text; 0 where there is none.
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  std::uint32_t code_point = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if (i == text.size() || (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return 0;
    code_point = code_point << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  }
  const std::uint32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  return lead >= 0xC0 && code_point >= least && code_point <= 0x10FFFF && !surrogate ? length : 0;
}

/// Blanks for what would move the cursor, a replacement character for every byte that is no UTF-8.
std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const auto byte = static_cast<unsigned char>(text[0]);
    if (length == 0) {
      result += "\uFFFD";
    } else if (byte < 0x20 || byte == 0x7f) {
      result += ' ';
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return result;
}

std::string quote_line(const Sources& sources, const Span& span, fmt::text_style how, bool colour) {
  const Source& source = sources[span.source];
  const Position position = source.position(span.begin);
  const std::string_view text = source.text();
  std::size_t begin = span.begin;
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  std::size_t end = std::min<std::size_t>(text.find('\n', span.begin), text.size());
  std::size_t offset = span.begin - begin;
  // A long line is shown around its span, cut between code points.
  auto between = [&](std::size_t place) {
    while (place > begin && place < end && (static_cast<unsigned char>(text[place]) & 0xC0) == 0x80)
      --place;
    return place;
  };
  if (offset > kWidth / 2) {
    const std::size_t shown = between(span.begin - kWidth / 2);
    offset = span.begin - shown;
    begin = shown;
  }
  end = between(std::min(end, begin + kWidth));
  const std::string_view line = text.substr(begin, end - begin);
  const std::size_t marked = std::min<std::size_t>(span.end, end) > span.begin
                                 ? std::min<std::size_t>(span.end, end) - span.begin
                                 : 0;
  const std::string number = std::to_string(position.line);
  const std::string margin(number.size(), ' ');
  const std::string carets(
      std::max<std::size_t>(1, columns(printable(text.substr(span.begin, marked)))), '^');
  return fmt::format("{0} |\n{1} | {2}\n{0} | {3}{4}\n", margin, number, printable(line),
                     std::string(columns(printable(line.substr(0, offset))), ' '),
                     paint(carets, how, colour));
}

}  // namespace

std::string render_line(const Sources& sources, const Span& span, Severity severity, bool colour) {
  return quote_line(sources, span, style(severity), colour);
}

std::string render_text(const Sources& sources, const Diagnostic& diagnostic, bool colour) {
  const fmt::text_style how = style(diagnostic.severity);
  std::string text =
      paint(fmt::format("{}[{}]", name(diagnostic.severity), diagnostic.code.id), how, colour) +
      ": " + diagnostic.message + '\n';
  if (diagnostic.span) {
    text += fmt::format(" --> {}\n", sources.at(*diagnostic.span));
    text += quote_line(sources, *diagnostic.span, how, colour);
  }
  for (const Related& related : diagnostic.related) {
    text += fmt::format(" {}: {}\n", sources.at(related.span), related.message);
    text += quote_line(sources, related.span, fg(fmt::terminal_color::cyan), colour);
  }
  if (!diagnostic.help.empty())
    text += " " + paint("help", fmt::emphasis::bold, colour) + ": " + diagnostic.help + '\n';
  return text;
}

std::string render_json(const Sources& sources, const Diagnostic& diagnostic) {
  nlohmann::ordered_json json;
  json["code"] = diagnostic.code.id;
  json["severity"] = name(diagnostic.severity);
  json["message"] = diagnostic.message;
  json["at"] = diagnostic.span ? nlohmann::ordered_json(sources.at(*diagnostic.span))
                               : nlohmann::ordered_json(nullptr);
  json["end"] = diagnostic.span ? nlohmann::ordered_json(sources.end(*diagnostic.span))
                                : nlohmann::ordered_json(nullptr);
  json["help"] = diagnostic.help;
  json["related"] = nlohmann::ordered_json::array();
  for (const Related& related : diagnostic.related)
    json["related"].push_back({{"at", sources.at(related.span)}, {"message", related.message}});
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void print_diagnostics(std::ostream& out, const Sources& sources,
                       const std::vector<Diagnostic>& diagnostics, bool json) {
  const bool colour = !json && wants_colour(STDERR_FILENO);
  bool first = true;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (json) {
      out << render_json(sources, diagnostic) << '\n';
    } else {
      out << (first ? "" : "\n") << render_text(sources, diagnostic, colour);
    }
    first = false;
  }
  out.flush();
}

bool wants_colour(int descriptor) {
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour == nullptr || *no_colour == '\0') && isatty(descriptor) != 0;
}

}  // namespace grotius::cli
