#pragma once
// What a step may rest on: the claims of the steps that it uses, by what they are about.

#include "cli/verify/steps.hpp"

namespace grotius::verify {

class Claims : public Grounds {
 public:
  /// The claims that `step` uses. Throws DoesNotFollow where two of them contradict each other.
  Claims(const World& world, const std::vector<Step>& steps, const Step& step);

  std::optional<Value> expression(const syntax::Expression& expression,
                                  const Environment& environment) override;
  std::optional<bool> equality(const syntax::Expression& expression,
                               const Environment& environment) override;
  std::optional<Value> atom(const Atom& atom) override;
  std::optional<Value> definition(Index definition, const Tuple& arguments) override;
  std::optional<bool> done(const Act& act) override;
  std::optional<Statuses> status(const Act& act, std::optional<Index> under) override;
  std::optional<Value> parameter(Index parameter) override;
  std::optional<Value> today() override;

  std::optional<bool> in_force(Index norm) const;
  std::optional<bool> counts_as(const Act& act, const Act& general) const;
  std::optional<bool> applies(Index norm, const Act& own, const std::vector<Index>& under) const;
  std::optional<bool> stands(Index norm, const Act& own, const Act& about,
                             const std::vector<Index>& under) const;

 private:
  using At = std::pair<const syntax::Expression*, Tuple>;
  std::optional<At> at(const syntax::Expression& expression, const Environment& environment) const;
  void add(const Step& step);
  void add_expression(const Step& step);

  const World& world_;
  const Step& step_;
  std::map<At, Value> expressions_;
  std::map<At, bool> equalities_;
  std::map<Atom, Value> atoms_;
  std::map<std::pair<Index, Tuple>, Value> definitions_;
  std::map<Act, bool> done_;
  std::map<std::pair<Act, std::vector<Index>>, Statuses> statuses_;
  std::map<Index, Value> parameters_;
  std::optional<Value> today_;
  std::map<Index, bool> in_force_;
  std::map<std::pair<Act, Act>, bool> counts_as_;
  std::map<std::tuple<Index, Act, std::vector<Index>>, bool> applies_;
  std::map<std::tuple<Index, Act, Act, std::vector<Index>>, bool> stands_;
};

}  // namespace grotius::verify
