#include "engine/analyse/enumerate.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "engine/evaluate/evaluator.hpp"

namespace grotius::analyse {

namespace {

using ground::InputId;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;
using solve::Claim;
using solve::Outcome;

using Values = std::vector<std::int64_t>;

/// The finite set of values that stands for a domain without a list: a short range as it is, else
/// one value (the least by absolute value) of every interval that the thresholds cut.
Values representatives(const ground::Domain& domain, const std::set<std::int64_t>& thresholds) {
  Values cuts(thresholds.begin(), thresholds.end());
  Values values;
  // Intervals: below the first cut, [cut, next cut) …; a bound of the domain clips them.
  for (std::size_t i = 0; i <= cuts.size(); ++i) {
    std::optional<std::int64_t> low = i == 0 ? domain.low : std::optional(cuts[i - 1]);
    std::optional<std::int64_t> high = i == cuts.size() ? domain.high : std::optional(cuts[i] - 1);
    if (domain.low && (!low || *low < *domain.low)) low = domain.low;
    if (domain.high && (!high || *high > *domain.high)) high = domain.high;
    if (low && high && *low > *high) continue;
    std::int64_t value = 0;
    if (low && *low > 0) value = *low;
    if (high && *high < 0) value = *high;
    values.push_back(value);
  }
  return values;
}

class Enumeration : public solve::Solver {
 public:
  Enumeration(const ground::Program& program, const ground::Knowledge& knowledge,
              std::vector<InputId> open)
      : program_(program), knowledge_(knowledge), open_(std::move(open)) {}

  void require(std::span<const Claim> any_of) override {
    required_.emplace_back(any_of.begin(), any_of.end());
  }
  void require_difference(std::span<const NodeId> nodes) override {
    different_.assign(nodes.begin(), nodes.end());
  }

  Outcome check(std::span<const Claim> assumptions) override {
    if (!prepare(assumptions)) return Outcome::unknown;
    return different_.empty() ? check_one(assumptions) : check_two(assumptions);
  }

  Values model(unsigned copy) override { return completions_[found_[copy]]; }
  std::vector<std::size_t> core() override {
    std::vector<std::size_t> all(assumptions_);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    return all;
  }
  std::string reason() override { return reason_; }

 private:
  // Thresholds that claims name come too late for the table; it is then written anew.
  bool prepare(std::span<const Claim> assumptions) {
    assumptions_ = assumptions.size();
    bool stale = completions_.empty();
    for (const Claim& claim : assumptions) {
      if (claim.kind != Claim::Kind::is && claim.kind != Claim::Kind::at_least) continue;
      if (!knowledge_[ground::index(claim.input)].values.empty()) continue;
      stale |= thresholds_[claim.input].insert(claim.number).second;
      if (claim.kind == Claim::Kind::is && claim.number < std::numeric_limits<std::int64_t>::max())
        stale |= thresholds_[claim.input].insert(claim.number + 1).second;
    }
    return !stale || enumerate();
  }

  bool enumerate() {
    completions_.clear();
    truths_.clear();
    if (!collect_thresholds()) return false;
    std::vector<Values> choices;
    std::size_t total = 1;
    for (InputId input : open_) {
      const auto& domain = knowledge_[ground::index(input)];
      choices.push_back(domain.values.empty() ? representatives(domain, thresholds_[input])
                                              : domain.values);
      total *= choices.back().size();
      if (total > EnumerationLimits::completions) {
        reason_ = "the situation has more than " + std::to_string(EnumerationLimits::completions) +
                  " completions, too many to enumerate (limit of the native engine)";
        return false;
      }
    }
    std::vector<NodeId> nodes;
    for (std::uint32_t i = 0; i < program_.nodes.size(); ++i)
      if (program_.is_truth(static_cast<NodeId>(i))) nodes.push_back(static_cast<NodeId>(i));
    evaluate::Evaluator evaluator(program_, nodes);
    Values values;
    for (const auto& domain : knowledge_)
      values.push_back(domain.values.empty() ? representatives(domain, {}).front()
                                             : domain.values.front());
    return fill(evaluator, choices, 0, values);
  }

  bool fill(evaluate::Evaluator& evaluator, const std::vector<Values>& choices, std::size_t place,
            Values& values) {
    if (place == choices.size()) {
      if (!evaluator.evaluate(values)) {
        reason_ = "a number on the way to the answer leaves the range of 64 bits";
        return false;
      }
      std::vector<bool> truths(program_.nodes.size());
      for (std::size_t i = 0; i < truths.size(); ++i)
        truths[i] = evaluator.truth(static_cast<NodeId>(i));
      completions_.push_back(values);
      truths_.push_back(std::move(truths));
      return true;
    }
    for (std::int64_t value : choices[place]) {
      values[ground::index(open_[place])] = value;
      if (!fill(evaluator, choices, place + 1, values)) return false;
    }
    return true;
  }

  // The constants with which each number is compared: x <= c cuts at c + 1, c <= x at c, x = c at
  // both.
  bool collect_thresholds() {
    auto is_number = [&](NodeId id) { return program_[id].kind == NodeKind::input_number; };
    auto constant = [&](NodeId id) -> std::optional<std::int64_t> {
      if (program_[id].kind != NodeKind::number) return std::nullopt;
      return program_[id].number;
    };
    for (const Node& node : program_.nodes) {
      const auto operands = program_.operands_of(node);
      for (std::size_t i = 0; i < operands.size(); ++i) {
        if (!is_number(operands[i])) continue;
        const InputId input = static_cast<InputId>(program_[operands[i]].ref);
        const auto& domain = knowledge_[ground::index(input)];
        if (!domain.values.empty()) continue;
        const bool comparison = node.kind == NodeKind::less_equal || node.kind == NodeKind::equal;
        const auto other = comparison ? constant(operands[1 - i]) : std::nullopt;
        if (other && *other < std::numeric_limits<std::int64_t>::max()) {
          if (node.kind == NodeKind::equal || i == 1) thresholds_[input].insert(*other);
          if (node.kind == NodeKind::equal || i == 0) thresholds_[input].insert(*other + 1);
        } else if (domain.low && domain.high && *domain.high - *domain.low < 4096) {
          for (std::int64_t value = *domain.low; value <= *domain.high; ++value)
            thresholds_[input].insert(value);
        } else if (std::ranges::find(open_, input) != open_.end()) {
          reason_ =
              "an unknown number without a small range enters a sum or a comparison with another, "
              "and cannot be enumerated (limit of the native engine)";
          return false;
        }
      }
    }
    return true;
  }

  bool holds(const Claim& claim, std::size_t completion) const {
    if (claim.kind == Claim::Kind::node)
      return truths_[completion][ground::index(claim.node)] == claim.holds;
    const std::int64_t value = completions_[completion][ground::index(claim.input)];
    return (claim.kind == Claim::Kind::is ? value == claim.number : value >= claim.number) ==
           claim.holds;
  }
  bool allowed(std::size_t completion) const {
    return std::ranges::all_of(required_, [&](const auto& any_of) {
      return std::ranges::any_of(any_of,
                                 [&](const Claim& claim) { return holds(claim, completion); });
    });
  }

  Outcome check_one(std::span<const Claim> assumptions) {
    for (std::size_t i = 0; i < completions_.size(); ++i) {
      if (!allowed(i) ||
          !std::ranges::all_of(assumptions, [&](const Claim& claim) { return holds(claim, i); }))
        continue;
      found_[0] = i;
      return Outcome::satisfiable;
    }
    return Outcome::unsatisfiable;
  }

  // Completions that agree where they must are put side by side; two of them that differ are what
  // was asked for.
  Outcome check_two(std::span<const Claim> assumptions) {
    std::map<Values, std::size_t> first_with;
    for (std::size_t i = 0; i < completions_.size(); ++i) {
      if (!allowed(i)) continue;
      Values agreement;
      for (const Claim& claim : assumptions)
        agreement.push_back(completions_[i][ground::index(claim.input)]);
      const auto [known, is_new] = first_with.try_emplace(std::move(agreement), i);
      if (is_new || !std::ranges::any_of(different_, [&](NodeId node) {
            return truths_[i][ground::index(node)] != truths_[known->second][ground::index(node)];
          }))
        continue;
      found_[0] = known->second;
      found_[1] = i;
      return Outcome::satisfiable;
    }
    return Outcome::unsatisfiable;
  }

  const ground::Program& program_;
  const ground::Knowledge& knowledge_;
  std::vector<InputId> open_;
  std::map<InputId, std::set<std::int64_t>> thresholds_;
  std::vector<std::vector<Claim>> required_;
  std::vector<NodeId> different_;
  std::vector<Values> completions_;
  std::vector<std::vector<bool>> truths_;
  std::size_t found_[2] = {0, 0};
  std::size_t assumptions_ = 0;
  std::string reason_;
};

}  // namespace

std::unique_ptr<solve::Solver> enumerating_solver(const ground::Program& program,
                                                  const ground::Knowledge& knowledge,
                                                  std::vector<InputId> open) {
  return std::make_unique<Enumeration>(program, knowledge, std::move(open));
}

}  // namespace grotius::analyse
