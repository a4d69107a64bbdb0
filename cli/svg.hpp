#pragma once
// Writes SVG by hand: elements, attributes, escaped text, and the width of words where no font is at hand. A picture is one text
// that needs nothing else: no font file, no script, no style sheet. Numbers have at most one decimal, so that the same picture has the same
// bytes on every machine.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grotius::cli {

class Svg {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  /// Everything that follows stands between `open` and `close`; an element that holds nothing is written by `element`.
  void open(std::string_view tag, const Attributes& attributes = {});
  void close();
  void element(std::string_view tag, const Attributes& attributes);
  /// `<tag …>text</tag>`, the text escaped.
  void element(std::string_view tag, const Attributes& attributes, std::string_view text);
  /// Markup as it stands, as for fixed definitions.
  void raw(std::string_view markup);

  /// The text so far; every element must be closed.
  std::string take();

  /// "12", "12.5": at most one decimal.
  static std::string number(double value);

 private:
  void begin(std::string_view tag, const Attributes& attributes);

  std::string text_;
  std::vector<std::string> open_;
};

/// Roughly how wide words are in a sans serif font of one pixel's size.
double width_of(std::string_view text);

/// Words on lines of at most `width`, for a font of `size`.
std::vector<std::string> lines_of(std::string_view text, double size, double width);

}  // namespace grotius::cli
