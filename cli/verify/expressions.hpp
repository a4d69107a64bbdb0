#pragma once
// Expressions, by their form, over what is known of their parts. `Grounds` says what is known: the
// claims on which a step rests, or a completion. What nothing says is unknown, and an expression is
// unknown unless what is known decides it.

#include "cli/verify/norm_set.hpp"

namespace grotius::verify {

/// The individuals of the variables that are bound where an expression stands.
using Environment = std::vector<std::pair<std::string_view, Index>>;

struct Statuses {
  std::string may, must, can;  ///< empty: not claimed
};

class Grounds {
 public:
  virtual ~Grounds() = default;
  virtual std::optional<Value> expression(const syntax::Expression& expression,
                                          const Environment& environment) = 0;
  /// `x = y`, of an expression that is written `x != y`.
  virtual std::optional<bool> equality(const syntax::Expression& expression,
                                       const Environment& environment) = 0;
  virtual std::optional<Value> atom(const Atom& atom) = 0;
  virtual std::optional<Value> definition(Index definition, const Tuple& arguments) = 0;
  virtual std::optional<bool> done(const Act& act) = 0;
  /// `under`: of another norm set.
  virtual std::optional<Statuses> status(const Act& act, std::optional<Index> under) = 0;
  virtual std::optional<Value> parameter(Index parameter) = 0;
  virtual std::optional<Value> today() = 0;
};

class Evaluator {
 public:
  Evaluator(const Scene& scene, Grounds& grounds)
      : scene_(scene), law_(scene.law), grounds_(grounds) {}

  /// The value by what is known of the parts, one level down: of the operands, instances,
  /// arguments.
  std::optional<Value> by_form(const syntax::Expression& expression,
                               const Environment& environment);
  /// What is known of the expression itself; literals, variables and constants speak for
  /// themselves.
  std::optional<Value> operand(const syntax::Expression& expression,
                               const Environment& environment);
  Truth condition(const syntax::Expression& expression, const Environment& environment) {
    return truth_of(operand(expression, environment));
  }
  /// `x = y` or `x != y` as an equality.
  Truth equality(const syntax::Binary& binary, const Environment& environment);

 private:
  std::optional<Value> by_itself(const syntax::Expression& expression,
                                 const Environment& environment);
  std::optional<Value> application(const syntax::Expression& expression,
                                   const syntax::Application& written,
                                   const Environment& environment);
  std::optional<Value> binary(const syntax::Expression& expression, const syntax::Binary& written,
                              const Environment& environment);
  Truth junction(const syntax::Expression& expression, syntax::BinaryOperator op,
                 const Environment& environment);
  Truth membership(const syntax::Membership& written, const Environment& environment);
  std::optional<Value> quantifier(const syntax::Quantifier& written,
                                  const Environment& environment);
  Truth quantified(const syntax::Quantifier& written, const Environment& environment);
  Value aggregate(const syntax::Quantifier& written, const Environment& environment);
  Truth deontic(const syntax::Deontic& written, const Environment& environment);
  std::optional<Tuple> arguments(const std::vector<syntax::Expression>& written,
                                 const Environment& environment);
  template <class Use>
  void each_binding(const syntax::Quantifier& written, const Environment& environment, Use use);

  const Scene& scene_;
  const Law& law_;
  Grounds& grounds_;
};

/// Kleene's conjunction and negation.
Truth both(Truth a, Truth b);
Truth negated(Truth a);

}  // namespace grotius::verify
