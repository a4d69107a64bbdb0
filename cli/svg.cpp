#include "cli/svg.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace grotius::cli {

namespace {

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&') result += "&amp;";
    else if (c == '<') result += "&lt;";
    else if (c == '>') result += "&gt;";
    else if (c == '"') result += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) result += ' ';  // not allowed in XML
    else result += c;
  }
  return result;
}

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

void Svg::begin(std::string_view tag, const Attributes& attributes) {
  text_ += std::string(open_.size() * 2, ' ') + "<" + std::string(tag);
  for (const auto& [name, value] : attributes) text_ += fmt::format(" {}=\"{}\"", name, escaped(value));
}

void Svg::open(std::string_view tag, const Attributes& attributes) {
  begin(tag, attributes);
  text_ += ">\n";
  open_.emplace_back(tag);
}

void Svg::close() {
  const std::string tag = open_.back();
  open_.pop_back();
  text_ += std::string(open_.size() * 2, ' ') + "</" + tag + ">\n";
}

void Svg::element(std::string_view tag, const Attributes& attributes) {
  begin(tag, attributes);
  text_ += "/>\n";
}

void Svg::element(std::string_view tag, const Attributes& attributes, std::string_view text) {
  begin(tag, attributes);
  text_ += fmt::format(">{}</{}>\n", escaped(text), tag);
}

void Svg::raw(std::string_view markup) { text_ += markup; }

std::string Svg::take() { return std::move(text_); }

std::string Svg::number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

// Wide enough for the widest of the usual fonts: a word that leaves some room is better than one that leaves its place.
double width_of(std::string_view text) {
  double width = 0;
  for (const char c : text) {
    if (continues(c)) continue;
    if (std::string_view("iljtfrI.,:;'|!()[] /").find(c) != std::string_view::npos) width += 0.36;
    else if (std::string_view("mwMW@%").find(c) != std::string_view::npos) width += 0.96;
    else if (c >= 'A' && c <= 'Z') width += 0.73;
    else width += 0.62;
  }
  return width;
}

std::vector<std::string> lines_of(std::string_view text, double size, double width) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (lines.empty() || width_of(lines.back() + ' ' + std::string(word)) * size > width) {
      lines.emplace_back(word);
    } else {
      lines.back() += ' ' + std::string(word);
    }
  }
  return lines;
}

}  // namespace grotius::cli
