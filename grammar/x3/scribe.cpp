#include "grammar/x3/scribe.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>

#include "grammar/codes.hpp"
#include "grammar/date.hpp"

namespace grotius::grammar {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::size_t leading_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) -
                                  text.begin());
}

/// `1_000`: single underscores between digits.
bool is_integer(std::string_view text) {
  const auto groups = split(text, '_');
  return std::all_of(groups.begin(), groups.end(), [](std::string_view group) {
    return !group.empty() && leading_digits(group) == group.size();
  });
}

/// The number that a few digits write.
int small(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string why_no_date(int year, int month) {
  if (year < 1) return "years count from 0001 to 9999";
  if (month < 1 || month > 12) return "the months count from 01 to 12: a date is YEAR-MONTH-DAY";
  int days = 31;
  while (!date_of(year, month, days)) --days;
  return fmt::format("{} {} has {} days", months[static_cast<std::size_t>(month - 1)], year, days);
}

/// `24-03-1999` or `1999-3-24`, put into the form of the language; "" where it cannot be a date.
std::string as_date(const std::vector<std::string_view>& parts) {
  if (parts.size() != 3) return "";
  for (const auto part : parts) {
    if (part.size() > 4 || leading_digits(part) != part.size()) return "";
  }
  const bool year_first = parts[0].size() == 4;
  if (!year_first && parts[2].size() != 4) return "";
  const int year = small(parts[year_first ? 0 : 2]);
  const int day = small(parts[year_first ? 2 : 0]);
  const auto date = date_of(year, small(parts[1]), day);
  return date ? to_string(*date) : "";
}

/// A name without the letters of other alphabets and languages, as far as they have a usual
/// spelling.
std::string in_plain_letters(std::string_view name) {
  struct Letter {
    std::string_view written;
    std::string_view plain;
  };
  static constexpr std::array letters{
      Letter{"ä", "ae"}, Letter{"ö", "oe"}, Letter{"ü", "ue"}, Letter{"ß", "ss"}, Letter{"Ä", "Ae"},
      Letter{"Ö", "Oe"}, Letter{"Ü", "Ue"}, Letter{"é", "e"},  Letter{"è", "e"},  Letter{"ê", "e"},
      Letter{"ë", "e"},  Letter{"á", "a"},  Letter{"à", "a"},  Letter{"â", "a"},  Letter{"ã", "a"},
      Letter{"å", "a"},  Letter{"ç", "c"},  Letter{"í", "i"},  Letter{"î", "i"},  Letter{"ï", "i"},
      Letter{"ñ", "n"},  Letter{"ó", "o"},  Letter{"ô", "o"},  Letter{"õ", "o"},  Letter{"ø", "o"},
      Letter{"ú", "u"},  Letter{"û", "u"},  Letter{"É", "E"},
  };
  std::string result;
  while (!name.empty()) {
    const auto letter = std::find_if(letters.begin(), letters.end(), [&](const Letter& known) {
      return name.starts_with(known.written);
    });
    if (letter != letters.end()) {
      result += letter->plain;
      name.remove_prefix(letter->written.size());
    } else {
      if (static_cast<unsigned char>(name.front()) < 0x80) result += name.front();
      name.remove_prefix(1);
    }
  }
  return result.empty() || is_digit(result.front()) ? "name" : result;
}

}  // namespace

Scribe::Scribe(std::string_view source_text, Reporter& reporter)
    : text_(source_text), reporter_(reporter) {
  tokens_.reserve(text_.size() / 4 + 2);
}

Token& Scribe::add(std::string_view piece, TokenKind kind) {
  Token& token = tokens_.emplace_back();
  token.kind = kind;
  token.first_on_line = std::exchange(new_line_, false);
  token.mended = std::exchange(dropped_, false);
  token.begin = offset(piece);
  token.end = token.begin + static_cast<std::uint32_t>(piece.size());
  return token;
}

Diagnostic& Scribe::report(Code code, std::string_view piece, std::string message) {
  const std::uint32_t begin = offset(piece);
  return reporter_.error(code, begin, begin + static_cast<std::uint32_t>(piece.size()),
                         std::move(message));
}

void Scribe::blank(std::string_view piece) {
  if (piece.find('\n') != std::string_view::npos) new_line_ = true;
}

void Scribe::name(std::string_view piece) { add(piece, TokenKind::word).word = word_of(piece); }

void Scribe::sign(std::string_view piece) {
  if (const Sign sign = sign_of(piece); sign != Sign::none) {
    add(piece, TokenKind::sign).sign = sign;
  } else {
    foreign(piece);
  }
}

void Scribe::end(TokenKind kind, std::uint32_t offset) {
  new_line_ = true;
  add(text_.substr(offset, 0), kind);
  new_line_ = true;
}

// -------------------------------------------------------------------------------------------------
// Numbers and dates. The lexical rule hands over everything that sticks together and begins with a
// digit, so that `24-03-1999` or `90days` is one mistake and not several tokens.

void Scribe::number(std::string_view piece) {
  if (integer(piece, piece) || date(piece)) return;
  const std::size_t digits = leading_digits(piece);
  const std::string_view rest = piece.substr(digits);
  if (piece.find('.') != std::string_view::npos) {
    report(codes::number_form, piece, fmt::format("`{}`: numbers are whole", piece)).help =
        "count in a smaller unit, for instance cents or days";
  } else if (rest == "days" || rest == "day") {
    report(codes::number_form, piece, fmt::format("`{}` wants a blank", piece)).help =
        fmt::format("write `{} days`", piece.substr(0, digits));
    integer(piece, piece.substr(0, digits));
    return;
  } else if (rest.find_first_not_of("0123456789_") == std::string_view::npos) {
    report(codes::number_form, piece, fmt::format("`{}` is not a number", piece)).help =
        "an underscore stands between two digits, as in `1_000`";
  } else {
    report(codes::number_form, piece, fmt::format("`{}` is neither a number nor a name", piece))
        .help = "a name begins with a letter";
    add(piece, TokenKind::word).mended = true;
    return;
  }
  integer(piece, piece.substr(0, digits));
}

bool Scribe::integer(std::string_view piece, std::string_view digits) {
  if (!is_integer(digits)) return false;
  if (!magnitude_of(digits)) {
    report(codes::integer_too_large, piece, "this number is too large").help =
        fmt::format("numbers reach from {} to {}", std::numeric_limits<std::int64_t>::min(),
                    std::numeric_limits<std::int64_t>::max());
  }
  add(piece, TokenKind::integer);
  return true;
}

bool Scribe::date(std::string_view piece) {
  if (piece.find_first_not_of("0123456789-") != std::string_view::npos) return false;
  const auto parts = split(piece, '-');
  if (!parse_date(piece)) {
    const bool right_form =
        parts.size() == 3 && parts[0].size() == 4 && parts[1].size() == 2 && parts[2].size() == 2;
    if (right_form) {
      report(codes::impossible_date, piece, fmt::format("the date {} does not exist", piece)).help =
          why_no_date(small(parts[0]), small(parts[1]));
    } else if (const std::string better = as_date(parts); !better.empty()) {
      report(codes::date_form, piece, fmt::format("`{}` is not how a date is written", piece))
          .help = fmt::format("a date is YEAR-MONTH-DAY: `{}`", better);
    } else {
      report(codes::date_form, piece,
             fmt::format("`{}`: digits joined by hyphens are a date, YEAR-MONTH-DAY", piece))
          .help = "for a difference put blanks around the minus, as in `3 - 2`";
    }
  }
  add(piece, TokenKind::date);
  return true;
}

// -------------------------------------------------------------------------------------------------
// Texts in quotes

void Scribe::text(std::string_view piece) {
  for (std::size_t at = piece.find('\\'); at < piece.size(); at = piece.find('\\', at + 2)) {
    if (piece[at + 1] == '"' || piece[at + 1] == '\\') continue;
    report(codes::unknown_escape, piece.substr(at, 2),
           "a backslash in a text stands before a quote or another backslash")
        .help = "write `\\\\` for a backslash, and the character itself for any other";
  }
  add(piece, TokenKind::string);
}

void Scribe::text_in_other_quotes(std::string_view piece) {
  report(codes::foreign_sign, piece, "a text stands between straight double quotes").help =
      "write \"…\"";
  add(piece, TokenKind::string).mended = true;
}

bool Scribe::closes_last_line(std::string_view piece) const {
  if (last_unterminated_ == 0) return false;
  const auto lines =
      std::count(text_.begin() + last_unterminated_, text_.begin() + offset(piece), '\n');
  if (lines != 1) return false;
  if (new_line_) return true;
  auto first = tokens_.rbegin();
  while (first != tokens_.rend() && !first->first_on_line) ++first;
  return first != tokens_.rend() && !is_reserved(first->word);
}

void Scribe::unterminated(std::string_view piece) {
  if (closes_last_line(piece)) {
    last_unterminated_ = 0;
    dropped_ = true;
    return;
  }
  last_unterminated_ = offset(piece);
  const std::size_t last = piece.find_last_not_of(" \t\r");
  const std::string_view shown = piece.substr(0, last + 1);
  report(codes::unterminated_string, shown, "the closing quote of this text is missing").help =
      "a text ends on the line on which it begins, with `\"`";
  add(shown, TokenKind::string).mended = true;
}

// -------------------------------------------------------------------------------------------------
// What no rule of the language knows

void Scribe::foreign(std::string_view piece) {
  const auto& signs = foreign_signs();
  const auto known = std::find_if(signs.begin(), signs.end(),
                                  [&](const ForeignSign& sign) { return sign.written == piece; });
  const bool visible =
      piece.front() > ' ' || known->advice.find("invisible") == std::string_view::npos;
  report(codes::foreign_sign, piece,
         visible ? fmt::format("`{}` is not a sign of the language", piece)
                 : std::string("an invisible character"))
      .help = known->advice;
  if (known->sign != Sign::none) {
    Token& token = add(piece, TokenKind::sign);
    token.sign = known->sign;
    token.mended = true;
  } else if (known->word != Word::none) {
    Token& token = add(piece, TokenKind::word);
    token.word = known->word;
    token.mended = true;
  } else {
    dropped_ = true;
  }
}

void Scribe::unknown_character(std::string_view piece) {
  report(codes::unknown_character, piece, fmt::format("`{}` means nothing here", piece)).help =
      "anything may stand in a text in quotes, and after `--` in a comment";
  dropped_ = true;
}

void Scribe::foreign_name(std::string_view piece) {
  report(codes::unknown_character, piece, fmt::format("`{}` is not a name", piece)).help =
      fmt::format("names are made of the letters a to z, digits and `_`: for instance `{}`",
                  in_plain_letters(piece));
  add(piece, TokenKind::word).mended = true;
}

}  // namespace grotius::grammar
