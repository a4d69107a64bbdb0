#include "cli/date_axis.hpp"

#include <algorithm>
#include <array>

namespace grotius::cli {

namespace {

constexpr double kApart = 46;  ///< between two ticks at least

struct Civil {
  int year, month, day;
};

Civil civil(Date date) {
  const std::string text = to_string(date);
  return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))};
}

constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Every `step` years.
std::vector<Date> years(Date first, Date end, int step) {
  std::vector<Date> days;
  for (int year = (civil(first).year + step - 1) / step * step; year <= civil(end).year; year += step)
    if (const auto day = date_of(std::max(year, 1), 1, 1); day && *day >= first && *day < end) days.push_back(*day);
  return days;
}

/// Some days of every `step`th month.
std::vector<Date> months(Date first, Date end, int step, const std::vector<int>& days_of_month) {
  std::vector<Date> days;
  const Civil begin = civil(first), last = civil(end);
  for (int month = begin.year * 12; month <= last.year * 12 + last.month - 1; month += step)
    for (int day : days_of_month)
      if (const auto date = date_of(month / 12, month % 12 + 1, day); date && *date >= first && *date < end) days.push_back(*date);
  return days;
}

}  // namespace

DateAxis::DateAxis(Date first, Date end, double left, double right) : first_(first), end_(end), left_(left), right_(right) {}

double DateAxis::at(Date day) const {
  const double share = static_cast<double>(day.day - first_.day) / static_cast<double>(end_.day - first_.day);
  return left_ + std::clamp(share, 0.0, 1.0) * (right_ - left_);
}

std::vector<Date> DateAxis::marked() const {
  const double per_day = (right_ - left_) / static_cast<double>(end_.day - first_.day);
  if (per_day >= kApart) {
    std::vector<Date> days;
    for (Date day = first_; day < end_; ++day.day) days.push_back(day);
    return days;
  }
  if (5 * per_day >= kApart) return months(first_, end_, 1, {1, 6, 11, 16, 21, 26});
  if (10 * per_day >= kApart) return months(first_, end_, 1, {1, 11, 21});
  if (14 * per_day >= kApart) return months(first_, end_, 1, {1, 15});
  for (int step : {1, 2, 3, 6})
    if (30 * step * per_day >= kApart * 0.9) return months(first_, end_, step, {1});
  int step = 1;
  for (int factor : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000})
    if (365.0 * (step = factor) * per_day >= kApart) break;
  return years(first_, end_, step);
}

std::vector<DateAxis::Tick> DateAxis::ticks() const {
  const std::vector<Date> days = marked();
  bool only_years = true, only_months = true;
  for (Date day : days) {
    only_years = only_years && civil(day).month == 1 && civil(day).day == 1;
    only_months = only_months && civil(day).day == 1;
  }
  std::vector<Tick> ticks;
  int said = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Civil day = civil(days[i]);
    Tick tick{days[i], {}, {}};
    if (only_years) {
      tick.label = std::to_string(day.year);
    } else {
      tick.label = kMonths[static_cast<std::size_t>(day.month - 1)];
      if (!only_months) tick.label = std::to_string(day.day) + " " + tick.label;
      if (day.year != said) tick.year = std::to_string(day.year);
      said = day.year;
    }
    ticks.push_back(std::move(tick));
  }
  return ticks;
}

}  // namespace grotius::cli
