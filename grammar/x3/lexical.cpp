// The lexical rules of the language (docs/language.md, Lexical rules).

#include <boost/spirit/home/x3.hpp>

#include "grammar/x3/scribe.hpp"

namespace grotius::grammar {

namespace {

namespace x3 = boost::spirit::x3;

struct ScribeTag;

/// Hands the piece that was read to the scribe.
auto to(void (Scribe::*take)(std::string_view)) {
  return [take](auto& context) {
    const auto& range = x3::_attr(context);
    Scribe& scribe = x3::get<ScribeTag>(context);
    (scribe.*take)({range.begin(), static_cast<std::size_t>(range.end() - range.begin())});
  };
}

/// The signs of this language and of others: the longest counts, so that `==` is one mistake.
struct Signs : x3::symbols<x3::unused_type> {
  Signs() {
    for (std::size_t i = 1; i < sign_count; ++i) {
      add(std::string(spelling(static_cast<Sign>(i))), x3::unused);
    }
    for (const ForeignSign& sign : foreign_signs()) add(std::string(sign.written), x3::unused);
  }
};

void cut(const char* at, const char* const end, Scribe& scribe, const Reporter& reporter) {
  using x3::char_;
  using x3::lit;
  using x3::raw;
  using x3::ascii::alnum;
  using x3::ascii::alpha;
  using x3::ascii::digit;
  using x3::ascii::space;

  static const Signs sign;

  const auto in_line = ~char_("\r\n");
  const auto blank = +(+space | ("--" >> *~char_('\n')));
  const auto name = alpha >> *(alnum | '_');
  // Latin, Greek and Cyrillic letters: U+00C0 to U+053F without the signs for times and divided by.
  const auto other_letter = (char_('\xc3', '\xd4') >> char_('\x80', '\xbf')) - "\u00d7" - "\u00f7";
  const auto foreign_name = +(other_letter | alnum | '_');
  // Whatever sticks to a digit; the scribe tells numbers, dates and mistakes apart.
  const auto number = digit >> *(alnum | '_' | (char_("-.") >> &digit));
  const auto text = '"' >> *(~char_("\"\\\r\n") | ('\\' >> in_line)) >> '"';
  const auto unterminated = '"' >> *in_line;
  const auto other_quotes = ("\u201c" >> *(in_line - "\u201d") >> -lit("\u201d")) |
                            ("\u201e" >> *(in_line - "\u201c") >> -lit("\u201c")) |
                            ("\u00ab" >> *(in_line - "\u00bb") >> -lit("\u00bb")) |
                            ('\'' >> *(in_line - '\'') >> -lit('\''));
  const auto character = char_ >> *char_('\x80', '\xbf');

  const auto token =
      raw[name >> !other_letter][to(&Scribe::name)] | raw[blank][to(&Scribe::blank)] |
      raw[text][to(&Scribe::text)] | raw[number][to(&Scribe::number)] |
      raw[sign][to(&Scribe::sign)] | raw[unterminated][to(&Scribe::unterminated)] |
      raw[other_quotes][to(&Scribe::text_in_other_quotes)] |
      raw[foreign_name][to(&Scribe::foreign_name)] | raw[character][to(&Scribe::unknown_character)];

  const auto context = x3::make_context<ScribeTag>(scribe);
  while (at != end && !reporter.full()) token.parse(at, end, context, x3::unused, x3::unused);
}

}  // namespace

std::vector<Token> tokens_of(const Sources& sources, const std::vector<Span>& ranges, bool blocks,
                             Reporter& reporter) {
  const std::string_view text = sources[reporter.source()].text();
  Scribe scribe(text, reporter);
  for (const Span& range : ranges) {
    cut(text.data() + range.begin, text.data() + range.end, scribe, reporter);
    if (blocks) scribe.end(TokenKind::block_end, range.end);
  }
  scribe.end(TokenKind::end, ranges.empty() ? 0 : ranges.back().end);
  return std::move(scribe).take();
}

}  // namespace grotius::grammar
