#include "engine/search/minimal.hpp"

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

namespace {

constexpr std::uint32_t kNoLimit = 0xffff'fff0u;
/// A state of a goal with more gates counts for several.
constexpr std::size_t kGatesOfAState = 256;

std::vector<Core::Preferred> preferred(const Gates& gates,
                                       std::span<const Presumption> presumptions) {
  std::vector<Core::Preferred> result;
  for (std::uint32_t field = 0; field < gates.fields.size(); ++field) {
    const Presumption& presumption = presumptions[field];
    const auto presumed = presumption.role == Presumption::Role::exists ? 0 : presumption.presumed;
    if (presumption.role == Presumption::Role::free || !presumed) {
      result.push_back({0, gates.element(field, 0).value});
    } else {
      result.push_back({gates.element_of(field, *presumed), *presumed});
    }
  }
  return result;
}

}  // namespace

Minimal::Impl::Impl(const Search& search, std::vector<Presumption> presumptions)
    : compiled_(search.core().compiled()),
      presumptions_(std::move(presumptions)),
      possible_(search.core().domains()),
      core_(search.core().share(), preferred(compiled_.gates, presumptions_)),
      status_(compiled_.gates.fields.size(), Status::presumed),
      assumed_(core_.domains()),
      allowed_(possible_),
      values_(compiled_.gates.gates.size(), Truth::unknown),
      completed_(compiled_.gates.gates.size(), Truth::unknown),
      costs_(compiled_.gates.gates.size()),
      fresh_(compiled_.gates.gates.size(), true),
      evaluated_(compiled_.gates.gates.size(), 0),
      looked_at_(compiled_.required.size(), 0),
      marked_(compiled_.gates.fields.size(), 0),
      mended_(compiled_.gates.gates.size(), 0) {
  users_required_ = users_of_goal_ = Users(gates());
  for (std::uint32_t i = 0; i < gates().fields.size(); ++i) begin_field(i);
  saved_.clear();
  begin_supports();
  begin_changes();
  begin_requirements();
}

void Minimal::Impl::begin_field(std::uint32_t number) {
  const Field& of = field(number);
  const Presumption& presumption = presumptions_[number];
  const Element& only = gates().element(number, 0);
  const auto allowed = std::span(allowed_).subspan(of.word, of.words);
  const auto assumed = std::span(assumed_).subspan(of.word, of.words);
  if (of.size == 1 && only.least == only.most) {
    std::ranges::fill(allowed, 0);
    return;
  }
  if (presumption.role == Presumption::Role::free) {
    status_[number] = Status::stated;
    stated_.push_back(number);
    show_first(number);
  } else if (presumption.role == Presumption::Role::line && !presumption.presumed) {
    status_[number] = Status::unknown;
    std::ranges::copy(allowed, assumed.begin());
  } else {
    const std::uint32_t element = gates().element_of(
        number, presumption.role == Presumption::Role::exists ? 0 : *presumption.presumed);
    std::ranges::fill(assumed, 0);
    assumed[element / kWordBits] = Word{1} << (element % kWordBits);
    allowed[element / kWordBits] &= ~assumed[element / kWordBits];
  }
  if (!allows(assumed.data(), core_.kept(number))) deviating_.push_back(number);
}

void Minimal::Impl::begin_requirements() {
  for (std::uint32_t i = 0; i < compiled_.required.size(); ++i) {
    const Requirement& requirement = compiled_.required[i];
    if (std::ranges::any_of(requirement.fields,
                            [&](std::uint32_t of) { return status_[of] == Status::unknown; }))
      breakable_.push_back(i);
    if (value(requirement.ref) == Truth::no) unsatisfied_.push_back(i);
  }
}

std::vector<std::uint32_t> Minimal::Impl::free_fields(ground::NodeId goal) const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t number : stated_)
    if (compiled_.dated[ground::index(goal)] || !compiled_.touching[number].empty())
      result.push_back(number);
  return result;
}

std::vector<Minimal::Impl::Run> Minimal::Impl::runs(std::span<const ground::NodeId> goals) {
  std::vector<Run> result;
  Cones cones(gates());
  for (std::size_t i = 0; i < goals.size(); ++i) {
    const Ref ref = gates().of_node[ground::index(goals[i])];
    if (core_.query(std::span(&ref, 1), Search::kBudget) == Outcome::none) continue;
    Run& run = result.emplace_back();
    run.goal = i;
    run.ref = ref;
    run.cone = cones.of(std::span(&ref, 1));
    run.free = free_fields(goals[i]);
    for (std::uint32_t id : run.cone)
      if (gates().gates[id].kind == Gate::Kind::literal)
        run.fields.push_back(gates().gates[id].first);
  }
  return result;
}

Outcome Minimal::Impl::find(std::span<const ground::NodeId> goals, std::uint64_t budget) {
  best_.reset();
  reason_.clear();
  states_ = 0;
  budget_ = budget;
  cut_ = incomplete_ = first_only_ = false;
  std::vector<Run> open = runs(goals);
  // Where a goal rests on what the search does not know, it mostly ends in nothing: then it should end soon.
  const bool beyond = std::ranges::any_of(open, [&](const Run& run) {
    return std::ranges::any_of(run.cone, [&](std::uint32_t id) {
      return gates().gates[id].kind == Gate::Kind::opaque;
    });
  });
  if (beyond) budget_ = budget = budget / 20;
  for (;;) {
    std::erase_if(open, [](const Run& run) { return !run.open; });
    if (open.empty() || best_ || cut_) break;
    auto limits = [](const Run& run) { return std::pair(run.unnamed, run.lines); };
    const auto least = limits(*std::ranges::min_element(open, {}, limits));
    for (Run& run : open)
      if (limits(run) == least && !cut_) advance(run);
  }
  if (cut_ && !best_) {  // some witness, then
    first_only_ = true;
    budget_ = budget + budget / 4;
    for (Run& run : open) {
      cut_ = false;
      run.unnamed = run.lines = kNoLimit;
      if (!best_) advance(run);
    }
    cut_ = true;
  }
  if (cut_)
    reason_ = "the native search reached its limit of " + std::to_string(budget) + " states";
  witness_.minimal = !cut_ && !incomplete_;
  if (best_) return Outcome::found;
  return witness_.minimal ? Outcome::none : Outcome::gave_up;
}

/// One pass under the limits of a goal, which become the least that let more in.
void Minimal::Impl::advance(Run& run) {
  next_unnamed_ = next_lines_ = kNoLimit;
  run_ = &run;
  keep_evaluated(run);
  explore();
  run_ = nullptr;
  if (next_lines_ != kNoLimit) {
    run.lines = next_lines_;
  } else {
    run.unnamed = next_unnamed_;
    run.lines = 0;
    run.open = next_unnamed_ != kNoLimit;
  }
}

void Minimal::Impl::explore() {
  states_ += 1 + run_->cone.size() / kGatesOfAState;
  if (states_ > budget_) cut_ = true;
  if (cut_) return;
  evaluate();
  const Cost least = least_cost();
  Ref wrong = kNoRef;
  for (std::uint32_t number : relevant_) {
    const Ref ref = compiled_.required[number].ref;
    if (wrong == kNoRef && value(ref) == Truth::no) wrong = ref;
  }
  if (least.impossible()) return;
  if (unnamed_ + least.unnamed > run_->unnamed) {
    next_unnamed_ = std::min(next_unnamed_, unnamed_ + least.unnamed);
    return;
  }
  if (lines_ + least.lines > run_->lines) {
    next_lines_ = std::min(next_lines_, lines_ + least.lines);
    return;
  }
  if (best_ && hopeless()) return;
  if (wrong == kNoRef && value(run_->ref) == Truth::no) wrong = run_->ref;
  if (wrong == kNoRef) {
    settle_exactly();
  } else {
    ++mending_;
    mend(wrong);
    try_options();
  }
}

/// Nothing is certainly wrong. Whether there is a completion, and all show the goal, is asked of
/// the core; a completion that does not, or requirements that have none, tell where to go on.
void Minimal::Impl::settle_exactly() {
  std::vector<std::uint32_t> deviating = deviating_;
  deviating.insert(deviating.end(), stated_.begin(), stated_.end());
  const Assumed assumed{&assumed_, deviating};
  std::vector<Ref> wanted;
  std::vector<std::uint32_t> asked;
  for (std::uint32_t number : relevant_) {
    if (value(compiled_.required[number].ref) != Truth::unknown) continue;
    wanted.push_back(compiled_.required[number].ref);
    asked.push_back(number);
  }
  auto give_up = [&] {
    incomplete_ = true;
    reason_ = core_.reason();
  };
  const std::uint64_t budget = Search::kBudget;
  if (value(run_->ref) == Truth::unknown) {
    wanted.push_back(run_->ref ^ 1);
    const Outcome counterexample = core_.query(wanted, budget, assumed);
    wanted.pop_back();
    if (counterexample == Outcome::gave_up) return give_up();
    if (counterexample == Outcome::found) {
      ++evaluation_;
      ++mending_;
      evaluate_completion(run_->cone);
      seen_ = &completed_;
      mend(run_->ref);
      ++mending_;
      break_requirements();
      seen_ = &values_;
      return try_options();
    }
  }
  const Outcome completion = core_.query(wanted, budget, assumed);
  if (completion == Outcome::gave_up) return give_up();
  if (completion == Outcome::found) return accept();
  for (std::uint32_t number : core_.active()) asked.push_back(number);
  for (std::uint32_t number : asked)
    for (std::uint32_t of : compiled_.required[number].fields) {
      const Option option{of, kNoRef};
      if (status_[of] != Status::unknown && std::ranges::find(options_, option) == options_.end())
        options_.push_back(option);
    }
  try_options();
}

Minimal::Minimal(const Search& search, std::vector<Presumption> presumptions)
    : impl_(std::make_unique<Impl>(search, std::move(presumptions))) {}
Minimal::~Minimal() = default;
Minimal::Minimal(Minimal&&) noexcept = default;
Minimal& Minimal::operator=(Minimal&&) noexcept = default;

Outcome Minimal::find(std::span<const ground::NodeId> goals, std::uint64_t budget) {
  return impl_->find(goals, budget);
}
const Witness& Minimal::witness() const { return impl_->witness(); }
const std::string& Minimal::reason() const { return impl_->reason(); }

}  // namespace grotius::search
