#pragma once
// Calendar dates of the proleptic Gregorian calendar, years 1 to 9999, as day numbers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace grotius {

/// Days since 1970-01-01; negative before. Every `std::int64_t` is a day number, but only years 1 to 9999 are printed as dates.
struct Date {
  std::int64_t day = 0;
  friend bool operator==(const Date&, const Date&) = default;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// The date, or nothing where it does not exist (2023-02-30) or lies outside the years 1 to 9999.
std::optional<Date> date_of(int year, int month, int day);

/// `YYYY-MM-DD` exactly, or nothing.
std::optional<Date> parse_date(std::string_view text);

/// `YYYY-MM-DD`, or `day N` outside the years 1 to 9999.
std::string to_string(Date date);

/// Half-open interval of days; an absent end is unbounded (`semantics.md`, Situations: `until` is exclusive everywhere).
struct Interval {
  std::optional<Date> from;
  std::optional<Date> until;

  bool holds_on(Date date) const { return (!from || *from <= date) && (!until || date < *until); }
  /// After the last date: what has begun and not ended counts.
  bool holds_after_all() const { return !until; }
  bool overlaps(const Interval& other) const {
    return (!until || !other.from || *other.from < *until) && (!other.until || !from || *from < *other.until);
  }
  friend bool operator==(const Interval&, const Interval&) = default;
};

}  // namespace grotius
