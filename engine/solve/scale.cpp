#include "engine/solve/scale.hpp"

#include <algorithm>

namespace grotius::solve {

namespace {

Wide magnitude(Wide value) { return value < 0 ? -value : value; }
bool nearer_to_zero(Wide a, Wide b) {
  return magnitude(a) != magnitude(b) ? magnitude(a) < magnitude(b) : a > b;
}

}  // namespace

Scale::Scale(Terms& terms, std::vector<TermId>& axioms, std::string name,
             const ground::Domain& domain, std::span<const Wide> thresholds)
    : terms_(&terms), axioms_(&axioms), name_(std::move(name)), domain_(domain) {
  if (listed()) {
    // The step of a truth bears the name of its input alone.
    const bool truth = domain_.values == std::vector<std::int64_t>{0, 1};
    for (std::size_t i = 1; i < domain_.values.size(); ++i)
      steps_.push_back(
          {domain_.values[i],
           terms.variable(truth ? name_ : name_ + ">=" + std::to_string(domain_.values[i]))});
  } else {
    for (Wide threshold : thresholds)
      if (splits(threshold))
        steps_.push_back({threshold, terms.variable(name_ + ">=" + to_string(threshold))});
  }
  for (std::size_t i = 1; i < steps_.size(); ++i)
    axioms.push_back(terms.disjunction({terms.negation(steps_[i].truth), steps_[i - 1].truth}));
}

bool Scale::splits(Wide bound) const {
  if (listed() || (domain_.low && bound <= *domain_.low) || (domain_.high && bound > *domain_.high))
    return false;
  return !std::ranges::binary_search(steps_, bound, {}, &Step::threshold);
}

TermId Scale::insert(std::size_t place, Wide threshold) {
  const TermId truth = terms_->variable(name_ + ">=" + to_string(threshold));
  if (place < steps_.size())
    axioms_->push_back(terms_->disjunction({terms_->negation(steps_[place].truth), truth}));
  if (place > 0)
    axioms_->push_back(terms_->disjunction({terms_->negation(truth), steps_[place - 1].truth}));
  steps_.insert(steps_.begin() + static_cast<std::ptrdiff_t>(place), {threshold, truth});
  return truth;
}

TermId Scale::at_least(Wide bound) {
  if (listed() ? bound <= domain_.values.front() : domain_.low && bound <= *domain_.low)
    return terms_->truth(true);
  if (listed() ? bound > domain_.values.back() : domain_.high && bound > *domain_.high)
    return terms_->truth(false);
  const auto step = std::ranges::lower_bound(steps_, bound, {}, &Step::threshold);
  if (listed() || (step != steps_.end() && step->threshold == bound)) return step->truth;
  return insert(static_cast<std::size_t>(step - steps_.begin()), bound);
}

TermId Scale::is(Wide value) {
  if (listed() && !std::ranges::binary_search(domain_.values, value)) return terms_->truth(false);
  const TermId reached = at_least(value);
  return terms_->conjunction({reached, terms_->negation(at_least(value + 1))});
}

TermId Scale::number() {
  std::vector<TermId> parts;
  for (std::int64_t value : domain_.values)
    parts.push_back(terms_->choice(is(value), terms_->numeral(value), terms_->numeral(0)));
  return terms_->sum(std::move(parts));
}

Scale::Interval Scale::interval(std::size_t cell) const {
  if (listed()) return {domain_.values[cell], domain_.values[cell]};
  Interval result{domain_.low, domain_.high};
  if (cell > 0) result.low = steps_[cell - 1].threshold;
  if (cell < steps_.size()) result.high = steps_[cell].threshold - 1;
  return result;
}

bool Scale::has_several(std::size_t cell) const {
  const Interval values = interval(cell);
  return !values.low || !values.high || *values.low < *values.high;
}

std::optional<std::int64_t> Scale::value(std::size_t cell, bool second) const {
  const Interval values = interval(cell);
  Wide value = 0;
  if (values.low && *values.low > value) value = *values.low;
  if (values.high && *values.high < value) value = *values.high;
  if (second) {
    // Zero is followed by 1, then -1; a positive value by the next larger one, a negative one by
    // the next smaller one.
    const bool upwards = value > 0 || (value == 0 && (!values.high || *values.high > 0));
    value += upwards ? 1 : -1;
  }
  if (!fits(value)) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

std::size_t Scale::usual_cell() const {
  std::size_t best = 0;
  if (listed()) {
    for (std::size_t i = 1; i < domain_.values.size(); ++i)
      if (nearer_to_zero(domain_.values[i], domain_.values[best])) best = i;
    return best;
  }
  const Wide usual = usual_value(domain_);
  while (best < steps_.size() && steps_[best].threshold <= usual) ++best;
  return best;
}

std::int64_t usual_value(const ground::Domain& domain) {
  if (!domain.values.empty()) {
    return *std::ranges::min_element(
        domain.values, [](std::int64_t a, std::int64_t b) { return nearer_to_zero(a, b); });
  }
  if (domain.low && *domain.low > 0) return *domain.low;
  if (domain.high && *domain.high < 0) return *domain.high;
  return 0;
}

}  // namespace grotius::solve
