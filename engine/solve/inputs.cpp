#include "engine/solve/inputs.hpp"

#include <algorithm>
#include <stdexcept>

namespace grotius::solve {

using ground::InputId;

namespace {

/// The highest true step decides; where the model has none of the steps, the usual cell.
std::size_t cell_of(const Scale& scale, const Backend* model) {
  std::optional<std::size_t> cell;
  for (std::size_t i = 0; model && i < scale.steps().size(); ++i) {
    const auto truth = model->truth(scale.steps()[i].truth);
    if (truth) cell = *truth ? i + 1 : cell.value_or(0);
  }
  return cell.value_or(scale.usual_cell());
}

}  // namespace

Inputs::Inputs(const ground::Program& program, const ground::Knowledge& knowledge,
               const Comparisons& comparisons, Terms& terms, std::vector<TermId>& axioms,
               unsigned copies)
    : program_(&program),
      knowledge_(&knowledge),
      comparisons_(&comparisons),
      terms_(&terms),
      axioms_(&axioms),
      copies_(copies),
      entries_(program.inputs.size()) {
  for (const ground::Domain& domain : knowledge)
    impossible_ = impossible_ || (domain.values.empty() && domain.low && domain.high &&
                                  *domain.low > *domain.high);
}

Inputs::Entry& Inputs::entry(InputId input) {
  Entry& entry = entries_[ground::index(input)];
  if (!entry.scales.empty() || !entry.integers.empty()) return entry;
  used_.push_back(input);
  ground::Domain domain = (*knowledge_)[ground::index(input)];
  const bool truth = (*program_)[input].value.sort.kind == model::Sort::Kind::boolean;
  if (truth && domain.values.empty()) domain = {{0, 1}, {}, {}};
  for (unsigned copy = 0; copy < copies_; ++copy) {
    const std::string name = "i" + std::to_string(ground::index(input)) + (copy == 0 ? "" : "'");
    if (!is_integer(input)) {
      entry.scales.emplace_back(*terms_, *axioms_, name, domain, comparisons_->thresholds(input));
      continue;
    }
    const TermId number = terms_->number_variable(name);
    if (domain.low) axioms_->push_back(terms_->less_equal(terms_->numeral(*domain.low), number));
    if (domain.high) axioms_->push_back(terms_->less_equal(number, terms_->numeral(*domain.high)));
    entry.integers.push_back(number);
  }
  return entry;
}

bool Inputs::is_integer(InputId input) const {
  const bool truth = (*program_)[input].value.sort.kind == model::Sort::Kind::boolean;
  return !truth && (*knowledge_)[ground::index(input)].values.empty() &&
         comparisons_->arithmetic(input);
}

TermId Inputs::at_least(InputId input, Wide bound, unsigned copy) {
  Entry& known = entry(input);
  if (!known.integers.empty()) {
    if (!fits(bound)) throw std::logic_error("a bound of more than 64 bits");
    return terms_->less_equal(terms_->numeral(static_cast<std::int64_t>(bound)),
                              known.integers[copy]);
  }
  split(known, bound);
  return known.scales[copy].at_least(bound);
}

TermId Inputs::is(InputId input, Wide value, unsigned copy) {
  Entry& known = entry(input);
  if (!known.integers.empty()) {
    if (!fits(value)) throw std::logic_error("a value of more than 64 bits");
    return terms_->equal(terms_->numeral(static_cast<std::int64_t>(value)), known.integers[copy]);
  }
  split(known, value);
  split(known, value + 1);
  return known.scales[copy].is(value);
}

TermId Inputs::number(InputId input, unsigned copy) {
  Entry& known = entry(input);
  if (!known.integers.empty()) return known.integers[copy];
  if (!known.scales[copy].listed())
    throw std::logic_error("arithmetic with an input that is compared with constants only");
  return known.scales[copy].number();
}

void Inputs::split(Entry& entry, Wide bound) {
  if (!entry.scales[0].splits(bound)) return;
  for (Scale& scale : entry.scales) scale.at_least(bound);
  if (entry.same) relate(entry);
}

TermId Inputs::same(InputId input) {
  if (copies_ < 2)
    throw std::logic_error("one copy of the program has nothing to be compared with");
  Entry& known = entry(input);
  if (known.same) return *known.same;
  if (!known.integers.empty()) {
    known.same = terms_->equal(known.integers[0], known.integers[1]);
  } else if (known.scales[0].listed()) {
    std::vector<TermId> steps;
    for (std::size_t i = 0; i < known.scales[0].steps().size(); ++i)
      steps.push_back(
          terms_->equivalence(known.scales[0].steps()[i].truth, known.scales[1].steps()[i].truth));
    known.same = terms_->conjunction(std::move(steps));
  } else {
    known.same = terms_->variable("i" + std::to_string(ground::index(input)) + "=");
    relate(known);
  }
  return *known.same;
}

// Within a cell the values can be chosen: the same one in both copies; or two, if it has two.
// Axioms about coarser cells stay true when a new step splits one.
void Inputs::relate(Entry& entry) {
  const auto& steps = entry.scales[0].steps();
  const TermId differs = terms_->negation(*entry.same);
  std::vector<TermId> different{*entry.same};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const TermId agree = terms_->equivalence(steps[i].truth, entry.scales[1].steps()[i].truth);
    axioms_->push_back(terms_->disjunction({differs, agree}));
    different.push_back(terms_->negation(agree));
  }
  for (std::size_t cell = 0; cell <= steps.size(); ++cell) {
    if (!entry.scales[0].has_several(cell)) continue;
    std::vector<TermId> within;
    if (cell > 0) within.push_back(steps[cell - 1].truth);
    if (cell < steps.size()) within.push_back(terms_->negation(steps[cell].truth));
    different.push_back(terms_->conjunction(std::move(within)));
  }
  axioms_->push_back(terms_->disjunction(std::move(different)));
}

bool Inputs::representable(const Backend* model) const {
  for (InputId input : used_)
    for (unsigned copy = 0; copy < copies_; ++copy)
      if (!value(input, copy, model)) return false;
  return true;
}

std::unordered_map<TermId, std::int64_t> Inputs::variables(const Backend& model) const {
  std::unordered_map<TermId, std::int64_t> values;
  for (InputId input : used_) {
    const Entry& known = entries_[ground::index(input)];
    for (unsigned copy = 0; copy < known.integers.size(); ++copy)
      values.emplace(known.integers[copy], *value(input, copy, &model));
    for (const Scale& scale : known.scales) {
      const std::size_t cell = cell_of(scale, &model);
      for (std::size_t i = 0; i < scale.steps().size(); ++i)
        values.emplace(scale.steps()[i].truth, i < cell);
    }
  }
  return values;
}

std::vector<TermId> Inputs::variables(InputId input) const {
  const Entry& known = entries_[ground::index(input)];
  if (!known.integers.empty()) return {known.integers[0]};
  std::vector<TermId> steps;
  if (!known.scales.empty())
    for (const Scale::Step& step : known.scales[0].steps()) steps.push_back(step.truth);
  return steps;
}

std::optional<std::int64_t> Inputs::value(InputId input, unsigned copy,
                                          const Backend* model) const {
  const Entry& known = entries_[ground::index(input)];
  const std::int64_t usual = usual_value((*knowledge_)[ground::index(input)]);
  if (!known.integers.empty())
    return (model ? model->number(known.integers[copy]) : std::nullopt).value_or(usual);
  if (known.scales.empty()) return usual;
  const Scale& scale = known.scales[copy];
  const std::size_t cell = cell_of(scale, model);
  const bool second = copy == 1 && model && known.same && !scale.listed() &&
                      model->truth(*known.same) == false && cell == cell_of(known.scales[0], model);
  return scale.value(cell, second);
}

}  // namespace grotius::solve
