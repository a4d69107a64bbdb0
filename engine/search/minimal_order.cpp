// The order of witnesses (semantics.md, Norm sets) among those that state equally much.

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

namespace {

/// The order of lists of integers: each by absolute value, positive first; what ends first is less.
bool less_integers(const std::vector<std::int64_t>& a, const std::vector<std::int64_t>& b) {
  return std::ranges::lexicographical_compare(a, b, nearer_to_zero);
}

bool less(const Key& a, const Key& b) {
  if (a.integers != b.integers) return less_integers(a.integers, b.integers);
  if (a.dates != b.dates) return a.dates < b.dates;
  if (a.ranks != b.ranks) return a.ranks < b.ranks;
  return a.values < b.values;
}

}  // namespace

void Minimal::Impl::accept() {
  Key found = key();
  if (best_ && !less(found, *best_)) return;
  best_ = std::move(found);
  witness_.goal = run_->goal;
  witness_.unnamed = unnamed_;
  witness_.lines = lines_;
  witness_.completion = core_.model();
  witness_.given.clear();
  for (std::uint32_t rank_order : best_->ranks) {
    const auto input = std::ranges::find(presumptions_, rank_order, &Presumption::rank);
    const auto number = static_cast<std::uint32_t>(input - presumptions_.begin());
    witness_.given.push_back({static_cast<ground::InputId>(number), witness_.completion[number]});
  }
}

/// Of the state with the first values of what is stated.
Key Minimal::Impl::key() const {
  std::vector<std::uint32_t> fields = run_->free;
  for (std::uint32_t number : stated_)
    if (presumptions_[number].role != Presumption::Role::free) fields.push_back(number);
  std::ranges::sort(fields, {}, [&](std::uint32_t number) { return presumptions_[number].rank; });
  Key result;
  for (std::uint32_t number : fields) {
    const std::uint32_t element = first_element(field(number), &assumed_[field(number).word]);
    const std::int64_t value = gates().element(number, element).value;
    if (field(number).order == Field::Order::integer) result.integers.push_back(value);
    if (field(number).order == Field::Order::date) result.dates.push_back(value);
    result.ranks.push_back(presumptions_[number].rank);
    result.values.push_back(element);
  }
  return result;
}

/// Whether nothing that follows from the state can come before the best witness: where no more can
/// be stated, its own values are the least; integers once stated stay.
bool Minimal::Impl::hopeless() const {
  if (unnamed_ == run_->unnamed && lines_ == run_->lines) return !less(key(), *best_);
  return best_->integers.empty() && std::ranges::any_of(stated_, [&](std::uint32_t number) {
           return field(number).order == Field::Order::integer;
         });
}

}  // namespace grotius::search
