// Terms as SMT-LIB 2: declarations in the order of inputs, then shared parts by name, then what is
// asserted. Standard text: weighted thresholds are written as sums.

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/solve/encoder.hpp"

namespace grotius::solve {

namespace {

std::string numeral(std::int64_t value) {
  if (value >= 0) return std::to_string(value);
  return "(- " + std::to_string(value).substr(1) + ")";
}

std::string symbol(const std::string& name) {
  const bool simple = std::ranges::all_of(
      name, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
  return simple ? name : "|" + name + "|";
}

class Writer {
 public:
  explicit Writer(const Terms& terms) : terms_(terms), uses_(terms.size()), met_(terms.size()) {}

  /// Everything below the roots will be written.
  void meet(std::span<const TermId> roots) {
    std::vector<TermId> pending(roots.begin(), roots.end());
    while (!pending.empty()) {
      const TermId id = pending.back();
      pending.pop_back();
      ++uses_[index(id)];
      if (met_[index(id)]) continue;
      met_[index(id)] = true;
      const auto operands = terms_.operands_of(terms_[id]);
      pending.insert(pending.end(), operands.begin(), operands.end());
      if (const auto definition = defined(id)) pending.push_back(*definition);
    }
  }

  std::string declarations(std::span<const TermId> variables) const {
    std::string text;
    for (TermId id : variables)
      if (met_[index(id)])
        text += fmt::format("(declare-const {} {})\n", symbol(terms_.variable_of(terms_[id]).name),
                            sort(id));
    return text;
  }

  /// Named parts and declared variables that belong to no input, in the order of ids.
  std::string definitions(std::span<const TermId> declared) const {
    std::string text;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      const TermId id = static_cast<TermId>(i);
      if (!met_[i] || std::ranges::binary_search(declared, id)) continue;
      if (const auto definition = defined(id))
        text += fmt::format("(define-fun {} () {} {})\n", leaf(id), sort(id), (*this)(*definition));
      else if (is_variable(id))
        text += declarations(std::span(&id, 1));
      else if (shared(id))
        text += fmt::format("(define-fun t{} () {} {})\n", i, sort(id), composed(id));
    }
    return text;
  }

  std::string operator()(TermId id) const {
    if (shared(id)) return fmt::format("t{}", index(id));
    return leaf(id).empty() ? composed(id) : leaf(id);
  }

 private:
  bool is_variable(TermId id) const {
    return terms_[id].kind == TermKind::variable || terms_[id].kind == TermKind::number_variable;
  }
  std::optional<TermId> defined(TermId id) const {
    return is_variable(id) ? terms_.variable_of(terms_[id]).definition : std::nullopt;
  }
  bool shared(TermId id) const {
    return uses_[index(id)] > 1 && terms_[id].kind != TermKind::negation && leaf(id).empty();
  }
  const char* sort(TermId id) const { return terms_[id].is_truth() ? "Bool" : "Int"; }

  std::string leaf(TermId id) const {
    const Term& term = terms_[id];
    if (is_variable(id)) return symbol(terms_.variable_of(term).name);
    if (term.kind == TermKind::constant) return term.number != 0 ? "true" : "false";
    return term.kind == TermKind::numeral ? numeral(term.number) : "";
  }

  std::string apply(const char* function, std::span<const TermId> operands) const {
    std::string text = std::string("(") + function;
    for (TermId operand : operands) text += " " + (*this)(operand);
    return text + ")";
  }

  std::string weighted(const Term& term) const {
    const auto operands = terms_.operands_of(term);
    std::string text = operands.size() > 1 ? "(+" : "";
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const std::int32_t weight = term.kind == TermKind::at_least ? terms_.weights_of(term)[i] : 1;
      text += fmt::format("{}(ite {} {} 0)", operands.size() > 1 ? " " : "", (*this)(operands[i]),
                          weight);
    }
    return operands.size() > 1 ? text + ")" : text;
  }

  // Terms are never nested deeper than Terms::max_depth.
  std::string composed(TermId id) const {
    const Term& term = terms_[id];
    const auto operands = terms_.operands_of(term);
    switch (term.kind) {
      case TermKind::negation:
        return apply("not", operands);
      case TermKind::conjunction:
        return apply("and", operands);
      case TermKind::disjunction:
        return apply("or", operands);
      case TermKind::equivalence:
      case TermKind::equal:
        return apply("=", operands);
      case TermKind::at_least:
        return fmt::format("(>= {} {})", weighted(term), term.number);
      case TermKind::less_equal:
        return apply("<=", operands);
      case TermKind::sum:
        return apply("+", operands);
      case TermKind::scaled:
        return fmt::format("(* {} {})", numeral(term.number), (*this)(operands[0]));
      case TermKind::count:
        return weighted(term);
      case TermKind::choice:
        return apply("ite", operands);
      default:
        return leaf(id);
    }
  }

  const Terms& terms_;
  std::vector<std::uint32_t> uses_;
  std::vector<bool> met_;
};

std::string comment(std::size_t number, const ground::Input& input) {
  static constexpr std::array kinds = {"fact", "deed", "parameter", "today", "exists"};
  std::string arguments;
  for (model::IndividualId argument : input.arguments)
    arguments += (arguments.empty() ? "" : ", ") + std::to_string(model::index(argument));
  return fmt::format("; i{}: {} {}({})\n", number, kinds[static_cast<std::size_t>(input.kind)],
                     input.ref, arguments);
}

}  // namespace

std::string to_smt2(const ground::Program& program, const ground::Knowledge& knowledge,
                    std::span<const ground::NodeId> nodes) {
  const ground::Certain certain = ground::certain(program, knowledge);
  const Comparisons comparisons(program, certain);
  const Recursion recursion(program, certain);
  Terms terms;
  std::vector<TermId> asserted;
  Inputs inputs(program, knowledge, comparisons, terms, asserted, 1);
  Encoder encoder(program, certain, comparisons, recursion, terms, asserted, inputs, 0,
                  Terms::max_terms);  // text has no later checks: everything is unfolded
  std::vector<TermId> claims;
  for (ground::NodeId node : nodes) claims.push_back(encoder.encode(node));
  asserted.insert(asserted.end(), claims.begin(), claims.end());
  if (inputs.impossible()) asserted.push_back(terms.truth(false));

  Writer writer(terms);
  writer.meet(asserted);
  std::string text = "(set-logic QF_LIA)\n";
  std::vector<TermId> declared;
  for (std::size_t i = 0; i < program.inputs.size(); ++i) {
    const auto variables = inputs.variables(static_cast<ground::InputId>(i));
    const std::string declarations = writer.declarations(variables);
    if (!declarations.empty()) text += comment(i, program.inputs[i]) + declarations;
    declared.insert(declared.end(), variables.begin(), variables.end());
  }
  std::ranges::sort(declared);
  text += writer.definitions(declared);
  for (TermId id : asserted) text += fmt::format("(assert {})\n", writer(id));
  return text + "(check-sat)\n";
}

}  // namespace grotius::solve
