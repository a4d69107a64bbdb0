#include "engine/analyse/check/decider.hpp"

#include <algorithm>
#include <numeric>

#include "engine/ground/print.hpp"

namespace grotius::analyse {

using ground::InputId;
using ground::NodeId;
using search::Presumption;

double Effort::left() const {
  if (!deadline) return 0;
  const std::chrono::duration<double> left = *deadline - std::chrono::steady_clock::now();
  if (left.count() <= 0) throw GaveUp{"the time limit was reached"};
  return left.count();
}

namespace {

std::vector<NodeId> with_required(const Symbolic& symbolic, std::vector<NodeId> roots) {
  roots.insert(roots.end(), symbolic.required().begin(), symbolic.required().end());
  return roots;
}

/// The one that the last decider used, if nothing was grounded since.
std::shared_ptr<NativeSearch> native_of(Symbolic& symbolic) {
  auto& known = symbolic.native;
  if (!known || known->nodes != symbolic.program().nodes.size())
    known = std::make_shared<NativeSearch>(symbolic);
  return known;
}

}  // namespace

NativeSearch::NativeSearch(const Symbolic& symbolic)
    : nodes(symbolic.program().nodes.size()),
      knowledge(symbolic.knowledge()),
      search(symbolic.program(), knowledge, symbolic.required()) {}

Decider::Decider(Symbolic& symbolic, std::vector<NodeId> roots, const Effort& effort)
    : symbolic_(symbolic),
      effort_(effort),
      required_(symbolic.required()),
      evaluator_(symbolic.program(), with_required(symbolic, std::move(roots))) {
  if (effort.engine != Engine::z3) native_ = native_of(symbolic);
}

Decider::~Decider() = default;

Possible Decider::possible(std::span<const NodeId> goals) {
  for (NodeId goal : goals)
    if (symbolic_.program().is_constant(goal, false)) return Possible::no;
  try {
    effort_.left();
    if (effort_.engine == Engine::z3) return by_solver(goals);
    const Possible found = by_search(goals);
    if (found == Possible::undecided)
      return effort_.engine == Engine::native ? found : by_solver(goals);
    if (effort_.engine == Engine::both) {
      const Completion first = situation_;
      const Possible claimed = by_solver(goals);
      if (claimed != Possible::undecided && claimed != found)
        throw ClaimNotConfirmed("the native search and the solver differ on what is possible");
      situation_ = first;
      if (found == Possible::yes) replay(goals);
    }
    return found;
  } catch (const GaveUp& gave_up) {
    reason_ = gave_up.reason;
    return Possible::undecided;
  }
}

search::Covers* Decider::covers() {
  if (!native_) return nullptr;
  if (!native_->covers) native_->covers.emplace(native_->search);
  return &*native_->covers;
}

Possible Decider::any(std::span<const NodeId> goals) {
  bool open = false;
  for (NodeId goal : goals) {
    const Possible one = possible(goal);
    if (one == Possible::yes) return one;
    open = open || one == Possible::undecided;
  }
  return open ? Possible::undecided : Possible::no;
}

Possible Decider::by_search(std::span<const NodeId> goals) {
  switch (native_->search.find(goals)) {
    case search::Outcome::none:
      return Possible::no;
    case search::Outcome::gave_up:
      reason_ = native_->search.reason();
      return Possible::undecided;
    case search::Outcome::found:
      break;
  }
  situation_ = native_->search.model();
  replay(goals);
  return Possible::yes;
}

Possible Decider::by_solver(std::span<const NodeId> goals) {
  if (!solver_) {
    knowledge_ = symbolic_.knowledge();
    solver_ = solve::make_solver(symbolic_.program(), knowledge_, {effort_.left()});
    for (NodeId node : required_) solver_->require(solve::node_is(node, true));
  }
  std::vector<solve::Claim> claims;
  for (NodeId goal : goals) claims.push_back(solve::node_is(goal, true));
  switch (solver_->check(claims)) {
    case solve::Outcome::unsatisfiable:
      return Possible::no;
    case solve::Outcome::unknown:
      reason_ = solver_->reason();
      return Possible::undecided;
    case solve::Outcome::satisfiable:
      break;
  }
  situation_ = solver_->model();
  replay(goals);
  return Possible::yes;
}

void Decider::replay(std::span<const NodeId> goals) {
  if (!evaluator_.evaluate(situation_))
    throw GaveUp{"a number on the way to the answer leaves the range of 64 bits"};
  const auto holds = [&](NodeId node) { return evaluator_.truth(node); };
  if (!std::ranges::all_of(required_, holds))
    throw ClaimNotConfirmed("a situation that is claimed breaks a constraint");
  if (!std::ranges::all_of(goals, holds))
    throw ClaimNotConfirmed("a situation that is claimed is not confirmed by the evaluator");
}

std::vector<Presumption> Decider::presumptions() const {
  const auto& program = symbolic_.program();
  const auto& model = symbolic_.model();
  std::vector<Presumption> presumptions(program.inputs.size());
  std::vector<std::pair<std::string, std::size_t>> names;
  for (std::size_t i = 0; i < presumptions.size(); ++i) {
    const ground::Input& input = program.inputs[i];
    names.emplace_back(print(symbolic_.world(), input), i);
    Presumption& presumption = presumptions[i];
    switch (input.kind) {
      case ground::Input::Kind::exists:
        presumption.role = Presumption::Role::exists;
        break;
      case ground::Input::Kind::fact:
        presumption.presumed = model.facts[input.ref].presumed;
        break;
      case ground::Input::Kind::deed:
        if (!model.actions[input.ref].done_presumed_unknown) presumption.presumed = 0;
        break;
      default:
        presumption.role = Presumption::Role::free;
    }
  }
  std::ranges::sort(names);
  for (std::uint32_t rank = 0; rank < names.size(); ++rank)
    presumptions[names[rank].second].rank = rank;
  return presumptions;
}

std::optional<Decider::Shown> Decider::witness(std::span<const NodeId> goals) {
  reason_.clear();
  try {
    effort_.left();
    // Whichever engine decided: which witness comes first is a matter of search.
    const auto native = native_ ? native_ : native_of(symbolic_);
    if (!native->minimal) native->minimal.emplace(native->search, presumptions());
    search::Minimal& minimal = *native->minimal;
    const search::Outcome outcome = minimal.find(goals);
    if (outcome == search::Outcome::none) return std::nullopt;
    if (outcome == search::Outcome::found) {
      search::Witness witness = minimal.witness();
      if (!witness.minimal && effort_.engine != Engine::native) {
        // Found in haste: the solver may know a smaller one.
        const auto other = reduced(goals);
        const auto size = [](const search::Witness& one) { return std::pair(one.unnamed, one.lines); };
        if (other && size(other->witness) < size(witness)) return other;
      }
      situation_ = witness.completion;
      replay(std::span(&goals[witness.goal], 1));
      return Shown{witness.goal, std::move(witness)};
    }
    reason_ = minimal.reason();
    if (effort_.engine == Engine::native) return std::nullopt;
    return reduced(goals);
  } catch (const GaveUp& gave_up) {
    reason_ = gave_up.reason;
    return std::nullopt;
  }
}

// A witness that the solver makes smaller step by step: individuals away, facts to their presumptions, unknown facts left out
// where the goal holds whatever they are. It is a witness, but not proved to be the first.
std::optional<Decider::Shown> Decider::reduced(std::span<const NodeId> goals) {
  std::size_t goal = 0;
  Possible possible = Possible::no;
  for (; goal < goals.size() && possible == Possible::no; ++goal) possible = by_solver(goals.subspan(goal, 1));
  if (possible != Possible::yes) return std::nullopt;
  const NodeId shown = goals[--goal];
  const std::vector<Presumption> presumptions = this->presumptions();
  std::vector<std::size_t> by_rank(presumptions.size());
  std::iota(by_rank.begin(), by_rank.end(), 0);
  std::ranges::sort(by_rank, {}, [&](std::size_t i) {
    return std::make_pair(presumptions[i].role == Presumption::Role::line, presumptions[i].rank);
  });
  std::vector<solve::Claim> fixed;
  const auto check = [&](std::span<const solve::Claim> claims) {
    const solve::Outcome outcome = solver_->check(claims);
    if (outcome == solve::Outcome::unknown) throw GaveUp{solver_->reason()};
    return outcome == solve::Outcome::satisfiable;
  };
  for (std::size_t i : by_rank) {
    const auto wanted = presumptions[i].role == Presumption::Role::exists ? 0 : presumptions[i].presumed;
    if (wanted && situation_[i] != *wanted) {
      std::vector<solve::Claim> claims = fixed;
      claims.push_back(solve::node_is(shown, true));
      claims.push_back(solve::input_is(static_cast<InputId>(i), *wanted));
      if (check(claims)) situation_ = solver_->model();
    }
    fixed.push_back(solve::input_is(static_cast<InputId>(i), situation_[i]));
  }
  Shown result;
  result.goal = goal;
  for (std::size_t k = 0; k < by_rank.size(); ++k) {
    const std::size_t i = by_rank[k];
    const auto& presumption = presumptions[i];
    const bool exists = presumption.role == Presumption::Role::exists;
    if (exists ? situation_[i] == 0 : presumption.presumed == situation_[i]) continue;
    if (presumption.role == Presumption::Role::line && !presumption.presumed) {
      std::vector<solve::Claim> claims;
      for (std::size_t other = 0; other < fixed.size(); ++other)
        if (other != k && fixed[other].holds) claims.push_back(fixed[other]);
      claims.push_back(solve::node_is(shown, false));
      if (!check(claims)) {
        fixed[k].holds = false;  // left out: it may have any value
        continue;
      }
    }
    result.witness.given.push_back({static_cast<InputId>(i), situation_[i]});
    exists ? ++result.witness.unnamed : ++result.witness.lines;
  }
  replay(std::span(&shown, 1));
  result.witness.completion = situation_;
  result.witness.minimal = false;
  return result;
}

}  // namespace grotius::analyse
