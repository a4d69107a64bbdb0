#include "engine/search/core.hpp"

#include <algorithm>
#include <numeric>

namespace grotius::search {

Core::Core(std::shared_ptr<const Compiled> compiled)
    : Core(compiled, [&] {
        std::vector<Preferred> first;
        for (std::uint32_t i = 0; i < compiled->gates.fields.size(); ++i)
          first.push_back({0, compiled->gates.element(i, 0).value});
        return first;
      }()) {}

Core::Core(std::shared_ptr<const Compiled> compiled, std::vector<Preferred> preferred)
    : compiled_(std::move(compiled)),
      preferred_(std::move(preferred)),
      domains_(gates().all_allowed()),
      decided_(gates().gates.size(), Truth::unknown),
      propagator_(gates()),
      seen_(compiled_->required.size(), 0),
      in_(compiled_->required.size(), 0),
      truths_(gates().gates.size(), Truth::unknown) {
  for (const Preferred& value : preferred_) {
    kept_.push_back(value.element);
    values_.push_back(value.value);
  }
  current_ = kept_;
  evaluators_.resize(compiled_->required.size());
  decide_gates();
  establish();
}

void Core::decide_gates() {
  for (std::size_t i = 0; i < decided_.size(); ++i) {
    const Gate& gate = gates().gates[i];
    if (gate.kind == Gate::Kind::literal) {
      decided_[i] = literal_truth(gates(), gate, &domains_[gates().fields[gate.first].word]);
    } else if (gate.kind == Gate::Kind::tally) {
      std::int64_t sure = 0, open = 0;
      for (const Edge& edge : gates().operands(gate)) {
        const Truth truth = seen_through(edge.operand, decided_[gate_of(edge.operand)]);
        if (truth == Truth::yes) sure += edge.weight;
        if (truth == Truth::unknown) open += edge.weight;
      }
      decided_[i] = tally_truth(gate, sure, open);
    }
  }
}

void Core::set(std::uint32_t field, std::uint32_t element) {
  current_[field] = element;
  values_[field] = element == preferred_[field].element ? preferred_[field].value
                                                        : gates().element(field, element).value;
}

/// Whether it holds with the current values.
bool Core::holds(const Requirement& requirement) {
  if (requirement.opaque) {
    auto& evaluator =
        evaluators_[static_cast<std::size_t>(&requirement - compiled_->required.data())];
    if (!evaluator) evaluator.emplace(compiled_->program, std::span(&requirement.node, 1));
    return evaluator->evaluate(values_) && evaluator->truth(requirement.node) == requirement.holds;
  }
  for (std::uint32_t id : requirement.cone) {
    const Gate& gate = gates().gates[id];
    if (gate.kind == Gate::Kind::literal) {
      truths_[id] = truth_if(allows(gates().mask(gate), current_[gate.first]));
      continue;
    }
    std::int64_t sure = 0;
    for (const Edge& edge : gates().operands(gate))
      if (seen_through(edge.operand, truths_[gate_of(edge.operand)]) == Truth::yes)
        sure += edge.weight;
    truths_[id] = tally_truth(gate, sure, 0);
  }
  return seen_through(requirement.ref, truths_[gate_of(requirement.ref)]) == Truth::yes;
}

// The model of the requirements: fields that requirements join are searched together, the others
// each for themselves.
void Core::establish() {
  const auto& required = compiled_->required;
  std::vector<std::uint32_t> parent(gates().fields.size());
  std::iota(parent.begin(), parent.end(), 0u);
  auto root = [&](std::uint32_t field) {
    while (parent[field] != field) field = parent[field] = parent[parent[field]];
    return field;
  };
  for (const Requirement& requirement : required)
    for (std::uint32_t field : requirement.fields)
      parent[root(field)] = root(requirement.fields.front());
  std::vector<std::pair<std::uint32_t, Ref>> violated;  // by component
  for (const Requirement& requirement : required) {
    if (holds(requirement)) continue;
    const std::uint32_t component =
        requirement.fields.empty() ? 0 : root(requirement.fields.front());
    violated.emplace_back(component, requirement.ref);
  }
  std::ranges::stable_sort(violated, {}, &std::pair<std::uint32_t, Ref>::first);
  for (std::size_t i = 0; i < violated.size() && consistent_ != Outcome::none;) {
    std::vector<Ref> wanted;
    const std::uint32_t component = violated[i].first;
    for (; i < violated.size() && violated[i].first == component; ++i)
      wanted.push_back(violated[i].second);
    const Outcome outcome = query(wanted, 10 * Search::kBudget);
    if (outcome == Outcome::found) {
      for (std::uint32_t field : changed_) kept_[field] = current_[field];
      changed_.clear();
    } else {
      if (outcome == Outcome::gave_up) inconsistent_reason_ = reason_;
      consistent_ = outcome;
    }
  }
}

void Core::narrow() {
  if (consistent_ == Outcome::none) return;
  std::vector<Ref> wanted;
  for (const Requirement& requirement : compiled_->required) wanted.push_back(requirement.ref);
  propagator_.begin(domains_, decided_);
  propagator_.want(wanted);
  if (!propagator_.settle()) {
    consistent_ = Outcome::none;
    return;
  }
  std::vector<Word> narrowed = domains_;
  for (std::uint32_t field : propagator_.fields()) {
    const Word* domain = propagator_.domain(field);
    std::copy_n(domain, gates().fields[field].words, narrowed.begin() + gates().fields[field].word);
  }
  domains_ = std::move(narrowed);
  decide_gates();
}

void Core::take_values(const Assumed& assumed) {
  auto undo = [&] {
    for (std::uint32_t field : changed_)
      if (current_[field] != kept_[field]) set(field, kept_[field]);
    changed_.clear();
  };
  auto take = [&](std::uint32_t field, const Word* domain) {
    if (allows(domain, kept_[field])) return;
    set(field, first_element(gates().fields[field], domain));
    changed_.push_back(field);
  };
  undo();
  for (std::uint32_t field : assumed.deviating)
    take(field, assumed.words->data() + gates().fields[field].word);
  for (std::uint32_t field : propagator_.fields()) take(field, propagator_.domain(field));
}

Outcome Core::query(std::span<const Ref> wanted, std::uint64_t budget, const Assumed& assumed) {
  if (consistent_ == Outcome::none) return Outcome::none;
  ++query_;
  active_.clear();
  propagator_.begin(assumed.words ? *assumed.words : domains_, decided_);
  propagator_.want(wanted);
  for (std::vector<Ref> more;;) {
    const Outcome outcome = propagator_.run(budget);
    if (outcome != Outcome::found) {
      reason_ = propagator_.reason();
      return outcome;
    }
    take_values(assumed);
    ++round_;
    more.clear();
    for (std::uint32_t field : changed_) {
      for (std::uint32_t number : compiled_->touching[field]) {
        if (seen_[number] == round_ || in_[number] == query_) continue;
        seen_[number] = round_;
        if (holds(compiled_->required[number])) continue;
        in_[number] = query_;
        active_.push_back(number);
        more.push_back(compiled_->required[number].ref);
      }
    }
    if (more.empty()) break;
    propagator_.want(more);
  }
  if (consistent_ == Outcome::found) return Outcome::found;
  reason_ = inconsistent_reason_;
  return Outcome::gave_up;
}

}  // namespace grotius::search
