// The generated norms as rules of an answer set solver and of Prolog, written as one would write
// them there by hand.

#include "tests/bench/generate_norms.hpp"

namespace grotius::bench {

namespace {

using Kind = Literal::Kind;
using Modality = GeneratedNorm::Modality;

std::string text(unsigned number) { return std::to_string(number); }

/// A literal over the variable X; `place` makes the variable of a number unlike the others of its
/// rule.
std::string literal_text(const Literal& literal, const std::string& negation, const std::string& x,
                         std::size_t place) {
  const std::string which = text(literal.which);
  switch (literal.kind) {
    case Kind::fact:
      return (literal.negated ? negation : "") + "f" + which + "(" + x + ")";
    case Kind::value:
      return "v" + which + "(" + x + ", k" + text(literal.constant) + ")";
    case Kind::number: {
      const std::string variable = "N" + std::to_string(place);
      return "n" + which + "(" + x + ", " + variable + "), " + variable +
             " >= " + text(literal.constant);
    }
  }
  return {};
}

std::string conjunction(const std::vector<Literal>& literals, const std::string& negation,
                        const std::string& x) {
  std::string out;
  for (std::size_t i = 0; i < literals.size(); ++i)
    out += (i ? ", " : "") + literal_text(literals[i], negation, x, i);
  return out;
}

std::vector<std::vector<unsigned>> superiors_of(const GeneratedSet& set) {
  std::vector<std::vector<unsigned>> superiors(set.norms.size());
  for (const auto& [superior, inferior] : set.priorities) superiors[inferior].push_back(superior);
  return superiors;
}

std::string facts_text(const GeneratedSet& set, unsigned situation, const std::string& x, Kind kind,
                       unsigned which) {
  const unsigned value = set.fact(situation, kind, which);
  if (kind == Kind::fact) return value ? "f" + text(which) + "(" + x + ").\n" : "";
  if (kind == Kind::value) return "v" + text(which) + "(" + x + ", k" + text(value) + ").\n";
  return "n" + text(which) + "(" + x + ", " + text(value) + ").\n";
}

bool permits(Modality modality) {
  return modality == Modality::permit || modality == Modality::oblige;
}

}  // namespace

std::string asp_text(const GeneratedSet& set, unsigned situation) {
  std::string out = "actor(one).\n";
  for (unsigned i = 0; i < set.shape.facts; ++i) out += "#defined f" + text(i) + "/1.\n";
  const auto all = [&](Kind kind, unsigned count) {
    for (unsigned i = 0; i < count; ++i) out += facts_text(set, situation, "one", kind, i);
  };
  all(Kind::fact, set.shape.facts);
  all(Kind::value, set.shape.values);
  all(Kind::number, set.shape.numbers);
  constexpr const char* modalities[] = {"permit", "forbid", "oblige", "exempt"};
  const auto superiors = superiors_of(set);
  for (unsigned i = 0; i < set.norms.size(); ++i) {
    const GeneratedNorm& norm = set.norms[i];
    // A predicate for each norm: with one for all of them, clingo takes every rule for a part of
    // one recursion.
    std::string body = "actor(X), " + conjunction(norm.when, "not ", "X");
    if (!norm.unless.empty()) {
      out +=
          "except" + text(i) + "(X) :- actor(X), " + conjunction(norm.unless, "not ", "X") + ".\n";
      body += ", not except" + text(i) + "(X)";
    }
    for (unsigned superior : superiors[i]) body += ", not stands" + text(superior) + "(X)";
    out += "stands" + text(i) + "(X) :- " + body + ".\n";
    out += std::string(modalities[static_cast<unsigned>(norm.modality)]) + "(a" +
           text(norm.action) + ", X) :- stands" + text(i) + "(X).\n";
  }
  for (unsigned i = 0; i < set.shape.actions; ++i) out += "action(a" + text(i) + ").\n";
  return out +
         "may(A, X) :- permit(A, X).\nmay(A, X) :- oblige(A, X).\n"
         "status(A, X, contested) :- may(A, X), forbid(A, X).\n"
         "status(A, X, forbidden) :- forbid(A, X), not may(A, X).\n"
         "status(A, X, permitted) :- may(A, X), not forbid(A, X).\n"
         "status(A, X, silent) :- action(A), actor(X), not may(A, X), not forbid(A, X).\n"
         "#show status/3.\n";
}

std::string prolog_text(const GeneratedSet& set) {
  std::string out = ":- style_check(-discontiguous).\n:- style_check(-singleton).\n";
  const auto all = [&](Kind kind, unsigned count, const std::string& letter) {
    for (unsigned i = 0; i < count; ++i) {
      if (kind == Kind::fact) out += ":- dynamic(" + letter + text(i) + "/1).\n";
      for (unsigned situation = 0; situation < set.shape.situations; ++situation)
        out += facts_text(set, situation, text(situation), kind, i);
    }
  };
  all(Kind::fact, set.shape.facts, "f");
  all(Kind::value, set.shape.values, "v");
  all(Kind::number, set.shape.numbers, "n");
  const auto superiors = superiors_of(set);
  for (unsigned i = 0; i < set.norms.size(); ++i) {
    const GeneratedNorm& norm = set.norms[i];
    out += "stands" + text(i) + "(X) :- " + conjunction(norm.when, "\\+ ", "X");
    for (const Literal& literal : norm.unless)
      out += ", \\+ (" + literal_text(literal, "\\+ ", "X", norm.when.size()) + ")";
    for (unsigned superior : superiors[i]) out += ", \\+ stands" + text(superior) + "(X)";
    out += ", !.\n";
  }
  for (unsigned i = 0; i < set.norms.size(); ++i)
    if (set.norms[i].action == 0 && permits(set.norms[i].modality))
      out += "may(X) :- stands" + text(i) + "(X), !.\n";
  for (unsigned i = 0; i < set.norms.size(); ++i)
    if (set.norms[i].action == 0 && set.norms[i].modality == Modality::forbid)
      out += "may_not(X) :- stands" + text(i) + "(X), !.\n";
  return out +
         "status(X, S) :- ( may(X) -> ( may_not(X) -> S = contested ; S = permitted ) ; may_not(X) "
         "-> S = forbidden ; S = silent ).\n"
         "frequency(S, N) :- aggregate_all(count, (between(0, " +
         text(set.shape.situations - 1) +
         ", X), status(X, S0), S0 == S), N).\n"
         "decide_all :- ( between(0, " +
         text(set.shape.situations - 1) +
         ", X), status(X, _), fail ; true ).\n"
         "idle_all :- ( between(0, " +
         text(set.shape.situations - 1) +
         ", X), idle(X, _), fail ; true ).\n"
         "idle(_, silent).\n"
         "time_of(Goal, Rounds, Time) :- statistics(cputime, T0), ( between(1, Rounds, _), "
         "call(Goal), fail ; true ), statistics(cputime, T1),\n"
         "  Time is T1 - T0.\n"
         "run(Rounds) :- frequency(contested, C), frequency(forbidden, F), frequency(permitted, "
         "P), frequency(silent, S),\n"
         "  format(\"contested ~w forbidden ~w permitted ~w silent ~w~n\", [C, F, P, S]),\n"
         "  time_of(decide_all, 10, _), time_of(decide_all, Rounds, Decided), time_of(idle_all, "
         "Rounds, Idle),\n"
         "  Each is (Decided - Idle) * 1.0e6 / (Rounds * " +
         text(set.shape.situations) + "), format(\"microseconds ~4f~n\", [Each]).\n";
}

}  // namespace grotius::bench
