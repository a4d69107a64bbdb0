#include "engine/analyse/completions.hpp"

#include <algorithm>
#include <cstdlib>

namespace grotius::analyse {

namespace {

using ground::InputId;
using ground::NodeId;
using solve::Claim;
using solve::Outcome;

constexpr const char* kTooLarge = "a number on the way to the answer leaves the range of 64 bits";

/// Some value of the domain, for an input that does not matter.
std::int64_t any_value(const ground::Domain& domain) {
  if (!domain.values.empty()) return domain.values.front();
  if (domain.low && *domain.low > 0) return *domain.low;
  if (domain.high && *domain.high < 0) return *domain.high;
  return 0;
}

bool holds(const evaluate::Evaluator& evaluator, std::span<const Claim> claims) {
  return std::ranges::all_of(
      claims, [&](const Claim& claim) { return evaluator.truth(claim.node) == claim.holds; });
}

/// By absolute value, positive before negative.
bool nearer_to_zero(std::int64_t a, std::int64_t b) {
  const auto distance = [](std::int64_t number) {
    const auto bits = static_cast<std::uint64_t>(number);
    return number < 0 ? ~bits + 1 : bits;
  };
  return distance(a) != distance(b) ? distance(a) < distance(b) : a > b;
}

class Single : public Completions {
 public:
  Single(const ground::Program& program, const ground::Knowledge& knowledge,
         std::span<const NodeId> roots)
      : evaluator_(program, roots) {
    for (const auto& domain : knowledge) values_.push_back(any_value(domain));
    if (!evaluator_.evaluate(values_)) throw GaveUp{kTooLarge};
  }

  bool possible(std::span<const Claim> claims) override { return holds(evaluator_, claims); }
  std::optional<Completion> first(NodeId node) override {
    if (!evaluator_.truth(node)) return std::nullopt;
    return values_;
  }

 private:
  evaluate::Evaluator evaluator_;
  Completion values_;
};

class Solved : public Completions {
 public:
  Solved(const ground::Program& program, const ground::Knowledge& knowledge, solve::Solver& solver,
         std::span<const NodeId> roots, std::span<const NodeId> required, std::vector<InputId> open)
      : program_(program),
        knowledge_(knowledge),
        solver_(solver),
        required_(required.begin(), required.end()),
        open_(std::move(open)),
        evaluator_(program, both(roots, required)) {}

  bool possible(std::span<const Claim> claims) override {
    for (const Completion& completion : seen_)
      if (evaluator_.evaluate(completion) && holds(evaluator_, claims)) return true;
    if (!check(claims)) return false;
    seen_.push_back(solver_.model());
    replay(seen_.back(), claims);
    return true;
  }

  std::optional<Completion> first(NodeId node) override {
    std::vector<Claim> claims = {solve::node_is(node, true)};
    if (!check(claims)) return std::nullopt;
    model_ = solver_.model();
    for (InputId input : open_) {
      const std::int64_t value = first_value(input, claims);
      claims.push_back(solve::input_is(input, value));
    }
    Completion completion = model_;
    replay(completion, std::span(claims).first(1));
    seen_.push_back(completion);
    return completion;
  }

 private:
  static std::vector<NodeId> both(std::span<const NodeId> a, std::span<const NodeId> b) {
    std::vector<NodeId> all(a.begin(), a.end());
    all.insert(all.end(), b.begin(), b.end());
    return all;
  }

  bool check(std::span<const Claim> claims) {
    const Outcome outcome = solver_.check(claims);
    if (outcome == Outcome::unknown) throw GaveUp{solver_.reason()};
    return outcome == Outcome::satisfiable;
  }

  /// Adds a claim for one check; keeps the model if there is one.
  bool check_with(std::vector<Claim>& claims, const Claim& further) {
    claims.push_back(further);
    const bool possible = check(claims);
    claims.pop_back();
    if (possible) model_ = solver_.model();
    return possible;
  }

  std::int64_t value_in_model(InputId input) const { return model_[ground::index(input)]; }

  /// The first value that some completion with the claims has; `model_` then is such a completion.
  std::int64_t first_value(InputId input, std::vector<Claim>& claims) {
    const auto& domain = knowledge_[ground::index(input)];
    std::vector<std::int64_t> values = domain.values;
    if (program_[input].value.sort.kind == model::Sort::Kind::integer)
      std::ranges::sort(values, nearer_to_zero);
    for (std::int64_t value : values)
      if (value == value_in_model(input) || check_with(claims, solve::input_is(input, value)))
        return value;
    if (program_[input].value.sort.kind == model::Sort::Kind::date)
      return *least(input, claims, *domain.low);
    const auto positive = least(input, claims, 0);
    const auto negative = greatest_below_zero(input, claims, positive);
    return negative ? *negative : *positive;
  }

  /// The least value >= `floor`, or nothing.
  std::optional<std::int64_t> least(InputId input, std::vector<Claim>& claims, std::int64_t floor) {
    if (value_in_model(input) < floor && !check_with(claims, solve::input_at_least(input, floor)))
      return std::nullopt;
    std::int64_t impossible = floor - 1;  // no value from `floor` to this one is possible
    while (value_in_model(input) > impossible + 1) {
      const std::int64_t middle = impossible + (value_in_model(input) - impossible) / 2;
      claims.push_back(solve::input_at_least(input, floor));
      if (!check_with(claims, solve::input_at_least(input, middle + 1, false))) impossible = middle;
      claims.pop_back();
    }
    return value_in_model(input);
  }

  /// The greatest value below zero, if its absolute value is less than `positive`. `model_` changes
  /// only if there is one.
  std::optional<std::int64_t> greatest_below_zero(InputId input, std::vector<Claim>& claims,
                                                  std::optional<std::int64_t> positive) {
    if (positive) {
      if (*positive <= 1) return std::nullopt;
      claims.push_back(solve::input_at_least(input, -*positive + 1));
      const bool nearer = check_with(claims, solve::input_at_least(input, 0, false));
      claims.pop_back();
      if (!nearer) return std::nullopt;
    }
    std::int64_t impossible = 0;  // no value from this one to -1 is possible
    while (value_in_model(input) < impossible - 1) {
      const std::int64_t middle = impossible + (value_in_model(input) - impossible) / 2;
      claims.push_back(solve::input_at_least(input, 0, false));
      if (!check_with(claims, solve::input_at_least(input, middle))) impossible = middle;
      claims.pop_back();
    }
    return value_in_model(input);
  }

  void replay(const Completion& completion, std::span<const Claim> claims) {
    if (!evaluator_.evaluate(completion)) throw GaveUp{kTooLarge};
    const bool satisfies =
        std::ranges::all_of(required_, [&](NodeId node) { return evaluator_.truth(node); });
    if (!satisfies || !holds(evaluator_, claims))
      throw ClaimNotConfirmed(
          "a completion that the solver claims is not confirmed by the evaluator");
  }

  const ground::Program& program_;
  const ground::Knowledge& knowledge_;
  solve::Solver& solver_;
  std::vector<NodeId> required_;
  std::vector<InputId> open_;
  evaluate::Evaluator evaluator_;
  Completion model_;
  std::vector<Completion> seen_;  ///< confirmed; what one of them shows needs no solver
};

}  // namespace

std::unique_ptr<Completions> single_completion(const ground::Program& program,
                                               const ground::Knowledge& knowledge,
                                               std::span<const NodeId> roots) {
  return std::make_unique<Single>(program, knowledge, roots);
}

std::unique_ptr<Completions> solved_completions(
    const ground::Program& program, const ground::Knowledge& knowledge, solve::Solver& solver,
    std::span<const NodeId> roots, std::span<const NodeId> required, std::vector<InputId> open) {
  return std::make_unique<Solved>(program, knowledge, solver, roots, required, std::move(open));
}

}  // namespace grotius::analyse
