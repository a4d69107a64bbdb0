#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "tests/bench/check_baselines.hpp"

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;
using Modality = GeneratedNorm::Modality;

std::string text(unsigned number) { return std::to_string(number); }

std::string text(const Literal& literal, bool holds = true) {
  const std::string sign = literal.negated == holds ? "not " : "";
  switch (literal.kind) {
    case Kind::fact:
      return sign + "f(" + text(literal.which) + ")";
    case Kind::value:
      return sign + "v(" + text(literal.which) + "," + text(literal.constant) + ")";
    case Kind::number:
      return sign + "n(" + text(literal.which) + "," + text(literal.constant) + ")";
  }
  return {};
}

std::string body(const GeneratedNorm& norm) {
  std::string out;
  for (const Literal& literal : norm.when) out += (out.empty() ? " :- " : ", ") + text(literal);
  for (const Literal& literal : norm.unless)
    out += (out.empty() ? " :- " : ", ") + text(literal, false);
  return out;
}

}  // namespace

std::string brave_program(const GeneratedSet& set) {
  const Shape& shape = set.shape;
  std::string out = "{ f(0.." + text(shape.facts - 1) + ") }.\n" + "1 { v(I,0.." +
                    text(kValuesOfType - 1) + ") } 1 :- I = 0.." + text(shape.values - 1) +
                    ".\n{ n(I,50*(1.." + text(kGreatestNumber / 50) + ")) } :- I = 0.." +
                    text(shape.numbers - 1) + ".\n:- n(I,T), T > 50, not n(I,T-50).\n";
  for (const auto& together : set.excluded) {
    std::string parts;
    for (const Literal& literal : together) parts += (parts.empty() ? "" : ", ") + text(literal);
    out += ":- " + parts + ".\n";
  }
  constexpr const char* modalities[] = {"permit", "forbid", "oblige", "exempt"};
  const auto above = norms_above(set);
  for (unsigned i = 0; i < set.norms.size(); ++i) {
    const GeneratedNorm& norm = set.norms[i];
    out += "applies(" + text(i) + ")" + body(norm) + ".\n";
    out += std::string(modalities[static_cast<unsigned>(norm.modality)]) + "(" + text(norm.action) +
           "," + text(i) + ").\n";
    for (unsigned superior : above[i]) out += "above(" + text(superior) + "," + text(i) + ").\n";
  }
  for (unsigned action = 0; action < shape.actions; ++action)
    out += "action(" + text(action) + ").\n";
  return out +
         "defeated(M) :- above(N,M), stands(N).\n"
         "stands(N) :- applies(N), not defeated(N).\n"
         "opposed(N,M) :- permit(A,N), forbid(A,M).\n"
         "opposed(N,M) :- oblige(A,N), forbid(A,M).\n"
         "opposed(N,M) :- oblige(A,N), exempt(A,M).\n"
         "conflict(N,M) :- opposed(N,M), stands(N), stands(M).\n"
         "speaks(A,N) :- permit(A,N).\nspeaks(A,N) :- forbid(A,N).\nspeaks(A,N) :- oblige(A,N).\n"
         "spoken(A) :- speaks(A,N), stands(N).\n"
         "silent(A) :- speaks(A,_), not spoken(A).\n"
         "#show conflict/2.\n#show applies/1.\n#show silent/1.\n";
}

// The last answer that it prints is the union of all. Norms that apply in none are dead.
Found found_by_clingo(const GeneratedSet& set, const std::string& printed) {
  std::string last, line;
  for (std::istringstream lines(printed); std::getline(lines, line);)
    if (line.starts_with("ANSWER") && std::getline(lines, line)) last = line;
  if (last.empty()) throw std::runtime_error("clingo printed no answer");
  Found found;
  std::vector<bool> applies(set.norms.size(), false);
  std::istringstream atoms(last);
  for (std::string atom; atoms >> atom;) {
    const std::string name = atom.substr(0, atom.find('('));
    const auto first = static_cast<unsigned>(std::stoul(atom.substr(name.size() + 1)));
    if (name == "silent") found.gaps.push_back(first);
    if (name == "applies") applies.at(first) = true;
    if (name == "conflict") {
      const auto second = static_cast<unsigned>(std::stoul(atom.substr(atom.find(',') + 1)));
      found.conflicts.emplace_back(std::min(first, second), std::max(first, second));
    }
  }
  std::ranges::sort(found.gaps);
  for (unsigned norm = 0; norm < applies.size(); ++norm)
    if (!applies[norm]) found.dead.push_back(norm);
  std::ranges::sort(found.conflicts);
  return found;
}

}  // namespace grotius::bench
