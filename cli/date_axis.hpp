#pragma once
// An axis of dates: where a day stands, and which days are marked.

#include <string>
#include <vector>

#include "grammar/date.hpp"

namespace grotius::cli {

class DateAxis {
 public:
  /// The days from `first` until `end`, on a line from `left` to `right`.
  DateAxis(Date first, Date end, double left, double right);

  double at(Date day) const;  ///< days outside of the axis stand at its ends
  Date first() const { return first_; }
  Date end() const { return end_; }

  struct Tick {
    Date day;
    std::string label;  ///< "1998", "Mar", "11 Mar"
    std::string year;   ///< below the label, where a year begins; may be empty
  };
  /// At beginnings of years, months, or days of a month, as many as stand apart well.
  std::vector<Tick> ticks() const;

 private:
  std::vector<Date> marked() const;

  Date first_, end_;
  double left_, right_;
};

}  // namespace grotius::cli
