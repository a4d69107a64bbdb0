#include "grammar/date.hpp"

#include <chrono>

namespace grotius {

namespace {

constexpr int first_year = 1;
constexpr int last_year = 9999;

std::chrono::year_month_day calendar(int year, int month, int day) {
  return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
          std::chrono::day{static_cast<unsigned>(day)}};
}

std::int64_t day_number(const std::chrono::year_month_day& date) {
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that `text` writes in decimal digits alone, or -1.
int digits(std::string_view text) {
  int number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::string padded(unsigned number, std::size_t width) {
  std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Date> date_of(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date = calendar(year, month, day);
  if (!date.ok()) return std::nullopt;
  return Date{day_number(date)};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return date_of(digits(text.substr(0, 4)), digits(text.substr(5, 2)), digits(text.substr(8, 2)));
}

std::string to_string(Date date) {
  static const std::int64_t first = day_number(calendar(first_year, 1, 1));
  static const std::int64_t last = day_number(calendar(last_year, 12, 31));
  if (date.day < first || date.day > last) return "day " + std::to_string(date.day);
  const std::chrono::year_month_day written{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(date.day)}}};
  return padded(static_cast<unsigned>(static_cast<int>(written.year())), 4) + "-" +
         padded(static_cast<unsigned>(written.month()), 2) + "-" +
         padded(static_cast<unsigned>(written.day()), 2);
}

}  // namespace grotius
