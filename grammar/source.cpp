#include "grammar/source.hpp"

#include <algorithm>
#include <utility>

namespace grotius {

namespace {

bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

std::string place(const Source& source, std::uint32_t offset) {
  const Position position = source.position(offset);
  return source.name() + ":" + std::to_string(position.line) + ":" +
         std::to_string(position.column);
}

}  // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), line_starts_{0} {
  for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

bool Source::is_markdown() const { return name_.ends_with(".md"); }

Position Source::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint32_t start = *(after - 1);
  const auto points = std::count_if(text_.begin() + start, text_.begin() + offset,
                                    [](char byte) { return !continues_code_point(byte); });
  return {static_cast<std::uint32_t>(after - line_starts_.begin()),
          static_cast<std::uint32_t>(points) + 1};
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t start = line_starts_[number - 1];
  std::string_view rest = text().substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

SourceId Sources::add(std::string name, std::string text) {
  texts_.emplace_back(std::move(name), std::move(text));
  return static_cast<SourceId>(texts_.size() - 1);
}

std::string Sources::at(const Span& span) const { return place((*this)[span.source], span.begin); }

std::string Sources::end(const Span& span) const { return place((*this)[span.source], span.end); }

std::string_view Sources::text(const Span& span) const {
  return (*this)[span.source].text().substr(span.begin, span.end - span.begin);
}

}  // namespace grotius
