#include "tests/rules/record.hpp"

#include <array>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "tests/support/paths.hpp"

namespace grotius::test {

namespace {

/// The fields of a file of comma-separated values, quotation marks doubled within them.
std::vector<std::vector<std::string>> fields_of(std::istream& file) {
  std::vector<std::vector<std::string>> lines(1, {""});
  bool quoted = false;
  for (char c; file.get(c);) {
    if (c == '"') {
      if (quoted && file.peek() == '"') {
        lines.back().back() += static_cast<char>(file.get());
      } else {
        quoted = !quoted;
      }
    } else if (!quoted && c == ',') {
      lines.back().emplace_back();
    } else if (!quoted && c == '\n') {
      lines.push_back({""});
    } else if (c != '\r') {
      lines.back().back() += c;
    }
  }
  if (lines.back().size() == 1) lines.pop_back();
  return lines;
}

std::string day(int year, int month, int day) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

/// "27 June 1950"; "22/23 November 1970" is two days, "1948" the first and last of a year.
std::vector<std::string> days_of(const std::string& text) {
  static const std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  static const std::regex full(R"((\d+)(?: ?[/+] ?(\d+))? ([A-Z][a-z]{2})[a-z.]* (\d{4}))");
  static const std::regex year_only(R"(\s*(\d{4}))");
  std::smatch found;
  if (std::regex_match(text, found, year_only)) {
    const int year = std::stoi(found[1]);
    return {day(year, 1, 1), day(year, 12, 31)};
  }
  if (!std::regex_match(text, found, full)) throw std::runtime_error("no date: " + text);
  int month = 0;
  while (months.at(static_cast<std::size_t>(month)) != found[3].str()) ++month;
  std::vector<std::string> days{day(std::stoi(found[4]), month + 1, std::stoi(found[1]))};
  if (found[2].matched) days.push_back(day(std::stoi(found[4]), month + 1, std::stoi(found[2])));
  return days;
}

std::optional<int> number(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(std::stoi(text));
}

}  // namespace

std::optional<std::vector<RecordedVote>> recorded_votes() {
  std::ifstream file(source_dir() / "../shared/domain/data/unsc_resolution_votes_1946_2019.csv");
  if (!file) return std::nullopt;
  std::vector<RecordedVote> votes;
  const auto lines = fields_of(file);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    RecordedVote vote;
    vote.resolution = std::stoi(line.at(0));
    vote.year = std::stoi(line.at(1));
    vote.days = days_of(line.at(2));
    vote.vote = line.at(4);
    vote.in_favour = number(line.at(5));
    vote.against = number(line.at(6));
    vote.abstaining = number(line.at(7));
    votes.push_back(std::move(vote));
  }
  return votes;
}

}  // namespace grotius::test
