// The generated norms as a module and a case of the language.

#include <algorithm>

#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;

std::string text(unsigned number) { return std::to_string(number); }

std::string text(const Literal& literal) {
  switch (literal.kind) {
    case Kind::fact:
      return (literal.negated ? "not f" : "f") + text(literal.which) + "(x)";
    case Kind::value:
      return "v" + text(literal.which) + "(x) = k" + text(literal.constant);
    case Kind::number:
      return "n" + text(literal.which) + (literal.negated ? "(x) < " : "(x) >= ") +
             text(literal.constant);
  }
  return {};
}

std::string conjunction(const std::vector<Literal>& literals) {
  std::string out;
  for (std::size_t i = 0; i < literals.size(); ++i) out += (i ? " and " : "") + text(literals[i]);
  return out;
}

/// The relations and numbers that the norms of action 0 read, relations first; each once.
std::vector<std::pair<Kind, unsigned>> read_by_first_action(const GeneratedSet& set) {
  std::vector<std::pair<Kind, unsigned>> read;
  for (Kind kind : {Kind::fact, Kind::number}) {
    for (const GeneratedNorm& norm : set.norms) {
      if (norm.action != 0) continue;
      for (const auto* literals : {&norm.when, &norm.unless})
        for (const Literal& literal : *literals)
          if (literal.kind == kind &&
              std::ranges::find(read, std::pair(kind, literal.which)) == read.end())
            read.emplace_back(kind, literal.which);
    }
  }
  return read;
}

}  // namespace

std::string module_text(const GeneratedSet& set) {
  const Shape& shape = set.shape;
  std::string out =
      "module generated \"Generated norms\"\n\ntype Actor\ntype Grade = k0 | k1 | k2\n\n";
  for (unsigned i = 0; i < shape.facts; ++i) out += "fact f" + text(i) + "(x: Actor)\n";
  for (unsigned i = 0; i < shape.values; ++i) out += "fact v" + text(i) + "(x: Actor): Grade\n";
  for (unsigned i = 0; i < shape.numbers; ++i)
    out += "fact n" + text(i) + "(x: Actor): int in 0.." + text(kGreatestNumber) + "\n";
  out += "\n";
  for (unsigned i = 0; i < shape.actions; ++i) out += "action a" + text(i) + "(x: Actor)\n";
  for (unsigned i = 0; i < set.excluded.size(); ++i)
    out += "\nconstraint constraint_" + text(i) + "\n  for x: Actor not (" +
           conjunction(set.excluded[i]) + ")\n";
  constexpr const char* modalities[] = {"permit", "forbid", "oblige", "exempt"};
  for (unsigned i = 0; i < set.norms.size(); ++i) {
    const GeneratedNorm& norm = set.norms[i];
    out += "\nnorm norm_" + text(i) + " \"Norm number " + text(i) + "\"\n  source \"Article " +
           text(i) + "\"\n  ";
    if (norm.by_default) out += "by default ";
    out += std::string(modalities[static_cast<unsigned>(norm.modality)]) + " a" +
           text(norm.action) + "(x)";
    if (!norm.when.empty()) out += "\n  when " + conjunction(norm.when);
    for (const Literal& literal : norm.unless) out += "\n  unless " + text(literal);
    out += "\n";
  }
  for (const auto& [superior, inferior] : set.priorities)
    out += "\npriority norm_" + text(superior) + " > norm_" + text(inferior);
  return out + "\n";
}

std::string case_text(const GeneratedSet& set, unsigned situation, unsigned unknowns) {
  auto open = read_by_first_action(set);
  open.resize(std::min<std::size_t>(open.size(), unknowns));
  std::string out =
      "uses generated\n\nsituation s" + text(situation) + "\n  individual one: Actor\n";
  auto line = [&](Kind kind, unsigned which, const std::string& atom, bool relation) {
    if (std::ranges::find(open, std::pair(kind, which)) != open.end()) {
      out += "  unknown " + atom + "\n";
      return;
    }
    const unsigned value = set.fact(situation, kind, which);
    out += "  given " + std::string(relation && value == 0 ? "not " : "") + atom;
    if (!relation) out += (kind == Kind::value ? " = k" : " = ") + text(value);
    out += "\n";
  };
  for (unsigned i = 0; i < set.shape.facts; ++i) line(Kind::fact, i, "f" + text(i) + "(one)", true);
  for (unsigned i = 0; i < set.shape.values; ++i)
    line(Kind::value, i, "v" + text(i) + "(one)", false);
  for (unsigned i = 0; i < set.shape.numbers; ++i)
    line(Kind::number, i, "n" + text(i) + "(one)", false);
  return out + "\nask a0(one) in s" + text(situation) + " under generated\n";
}

}  // namespace grotius::bench
