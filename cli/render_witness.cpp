#include "cli/render_witness.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace grotius::cli {

namespace {

using nlohmann::ordered_json;

/// Code points, which is what a column of plain text shows.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t indent, std::size_t at_most) {
  const std::string margin(text.substr(0, text.find_first_not_of(' ')));
  text.remove_prefix(margin.size());
  std::string result = margin;
  std::size_t used = margin.size();
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    const std::size_t width = columns(word);
    if (used > std::max(indent, margin.size()) && used + 1 + width > at_most) {
      result += '\n' + std::string(indent, ' ');
      used = indent;
    } else if (used > margin.size()) {
      result += ' ';
      ++used;
    }
    result += word;
    used += width;
  }
  return result;
}

std::string story(const analyse::Witness& witness, const std::string& then) {
  std::string text;
  if (!witness.story.empty())
    text = fmt::format("Suppose {}{}.", fmt::join(witness.story, "; "),
                       witness.on ? ", on " + to_string(*witness.on) : "");
  else if (witness.on)
    text = fmt::format("Suppose nothing is given, on {}.", to_string(*witness.on));
  else
    text = "Suppose nothing is given.";
  if (!then.empty()) text += " Then " + then + '.';
  return wrapped(' ' + text, 1) + '\n';
}

std::string case_text(const analyse::Witness& witness, const std::string& name,
                      std::string_view under, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string text = fmt::format("{}situation {}\n", margin, name);
  if (witness.on) text += fmt::format("{}  on {}\n", margin, to_string(*witness.on));
  std::vector<std::string> individuals;
  for (const auto& [individual, type] : witness.individuals)
    individuals.push_back(individual + ": " + type);
  if (!individuals.empty())
    text += fmt::format("{}  individual {}\n", margin, fmt::join(individuals, ", "));
  for (const std::string& line : witness.given) text += fmt::format("{}  given {}\n", margin, line);
  if (witness.act)
    text += fmt::format("{}ask {} in {}{}\n", margin, *witness.act, name,
                        under.empty() ? "" : fmt::format(" under {}", under));
  return text;
}

ordered_json to_json(const std::optional<analyse::Witness>& witness) {
  if (!witness) return nullptr;
  ordered_json json;
  json["individuals"] = ordered_json::object();
  for (const auto& [name, type] : witness->individuals) json["individuals"][name] = type;
  json["given"] = witness->given;
  json["on"] = witness->on ? ordered_json(to_string(*witness->on)) : ordered_json(nullptr);
  json["act"] = witness->act ? ordered_json(*witness->act) : ordered_json(nullptr);
  json["told"] = witness->act ? ordered_json(witness->told) : ordered_json(nullptr);
  json["story"] = witness->story;
  return json;
}

}  // namespace grotius::cli
