// Minimal cores: which of some conditions exclude each other. The constraints are parts like any other, so what is asked is a
// search without them.

#include <algorithm>

#include "engine/analyse/check/analyses.hpp"

namespace grotius::analyse {

using ground::NodeId;

class Cores::Impl {
 public:
  Impl(Symbolic& symbolic, std::size_t constraints, const Effort& effort)
      : symbolic_(symbolic), effort_(effort), knowledge_(symbolic.knowledge()) {
    const auto& required = symbolic.required();
    required_.assign(required.begin() + static_cast<std::ptrdiff_t>(constraints), required.end());
    if (effort.engine != Engine::z3) search_.emplace(symbolic.program(), knowledge_, required_);
  }

  /// Whether parts can hold together, by every engine that is to be asked.
  bool possible(std::span<const NodeId> parts) {
    if (!search_) return by_solver(parts);
    const search::Outcome outcome = search_->find(parts);
    if (outcome == search::Outcome::gave_up) {
      if (effort_.engine == Engine::native) throw GaveUp{search_->reason()};
      return by_solver(parts);
    }
    const bool found = outcome == search::Outcome::found;
    if (effort_.engine == Engine::both && by_solver(parts) != found)
      throw ClaimNotConfirmed("the native search and the solver differ on what excludes each other");
    return found;
  }

 private:
  bool by_solver(std::span<const NodeId> parts) {
    if (!solver_) {
      solver_ = solve::make_solver(symbolic_.program(), knowledge_, {effort_.left()});
      for (NodeId node : required_) solver_->require(solve::node_is(node, true));
    }
    std::vector<solve::Claim> claims;
    for (NodeId part : parts) claims.push_back(solve::node_is(part, true));
    const solve::Outcome outcome = solver_->check(claims);
    if (outcome == solve::Outcome::unknown) throw GaveUp{solver_->reason()};
    return outcome == solve::Outcome::satisfiable;
  }

  Symbolic& symbolic_;
  Effort effort_;
  ground::Knowledge knowledge_;
  std::vector<NodeId> required_;
  std::optional<search::Search> search_;
  std::unique_ptr<solve::Solver> solver_;
};

Cores::Cores(Symbolic& symbolic, std::size_t constraints, const Effort& effort)
    : impl_(std::make_unique<Impl>(symbolic, constraints, effort)) {}
Cores::~Cores() = default;

std::optional<std::vector<std::size_t>> Cores::of(const std::vector<std::vector<NodeId>>& parts) {
  const std::size_t count = parts.empty() ? 0 : parts.front().size();
  std::vector<bool> kept(count, true);
  const auto possible = [&] {
    return std::ranges::any_of(parts, [&](const std::vector<NodeId>& at) {
      std::vector<NodeId> together;
      for (std::size_t i = 0; i < count; ++i)
        if (kept[i]) together.push_back(at[i]);
      return impl_->possible(together);
    });
  };
  if (possible()) return std::nullopt;
  // Few parts matter, where most are constraints: runs of them go together, longer as long as that succeeds.
  std::size_t i = 0;
  for (std::size_t run = 1; i < count;) {
    run = std::min(run, count - i);
    for (std::size_t j = i; j < i + run; ++j) kept[j] = false;
    if (!possible()) {
      i += run;
      run *= 2;
      continue;
    }
    for (std::size_t j = i; j < i + run; ++j) kept[j] = true;
    if (run == 1) ++i;
    run = std::max<std::size_t>(1, run / 2);
  }
  std::vector<std::size_t> core;
  for (std::size_t part = 0; part < count; ++part)
    if (kept[part]) core.push_back(part);
  return core;
}

}  // namespace grotius::analyse
