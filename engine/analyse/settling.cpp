#include "engine/analyse/settling.hpp"

#include <algorithm>
#include <optional>

namespace grotius::analyse {

namespace {

using Set = std::vector<std::size_t>;  // ascending

bool contains(const Set& set, std::size_t element) {
  return std::ranges::binary_search(set, element);
}
bool meet(const Set& a, const Set& b) {
  return std::ranges::any_of(a, [&](std::size_t element) { return contains(b, element); });
}

/// Finds hitting sets of the disagreements that contain none of the found sets, smallest first,
/// then by positions.
class HittingSets {
 public:
  static constexpr std::size_t kSteps = 200'000;

  void add_disagreement(Set elements) { disagreements_.push_back(std::move(elements)); }
  void exclude(Set elements) { excluded_.push_back(std::move(elements)); }

  enum class Result { found, none, cut_short };

  Result next(std::size_t elements) {
    steps_ = 0;
    for (; size_ <= elements; ++size_) {
      set.clear();
      const Result result = smallest();
      if (result != Result::none) return result;
    }
    return Result::none;
  }

  Set set;  ///< the hitting set that `next` found

 private:
  // All sets of `size_` elements are compared, so that the first in their order is the one that is
  // found.
  Result smallest() {
    best_.reset();
    const bool complete = extend(0);
    if (!best_) return complete ? Result::none : Result::cut_short;
    set = *best_;
    return Result::found;
  }

  bool extend(std::size_t depth) {
    if (++steps_ > kSteps) return false;
    Set sorted = set;
    std::ranges::sort(sorted);
    if (std::ranges::any_of(excluded_,
                            [&](const Set& found) { return std::ranges::includes(sorted, found); }))
      return true;
    const auto open = std::ranges::find_if(
        disagreements_, [&](const Set& disagreement) { return !meet(disagreement, sorted); });
    if (open == disagreements_.end()) {
      if (!best_ || sorted.size() < best_->size() ||
          (sorted.size() == best_->size() && sorted < *best_))
        best_ = sorted;
      return true;
    }
    if (depth == size_) return true;
    for (std::size_t element : *open) {
      set.push_back(element);
      const bool complete = extend(depth + 1);
      set.pop_back();
      if (!complete) return false;
    }
    return true;
  }

  std::vector<Set> disagreements_;
  std::vector<Set> excluded_;
  std::optional<Set> best_;
  std::size_t size_ = 0;
  std::size_t steps_ = 0;
};

class Search {
 public:
  Search(solve::Solver& pairs, const std::vector<ground::InputId>& open)
      : pairs_(pairs), open_(open) {}

  Settling run() {
    if (!find_indispensable()) return cut_short(pairs_.reason());
    while (true) {
      switch (hitting_.next(open_.size())) {
        case HittingSets::Result::none:
          return std::move(result_);
        case HittingSets::Result::cut_short:
          return cut_short("there are too many sets of facts to compare");
        case HittingSets::Result::found:
          break;
      }
      const Set candidate = hitting_.set;
      switch (agree_on(candidate)) {
        case solve::Outcome::unknown:
          return cut_short(pairs_.reason());
        case solve::Outcome::unsatisfiable:
          if (result_.sets.size() == Settling::most) {
            result_.more = true;
            return std::move(result_);
          }
          result_.sets.push_back(candidate);
          hitting_.exclude(candidate);
          break;
        case solve::Outcome::satisfiable:
          if (!shrink_disagreement()) return cut_short(pairs_.reason());
          break;
      }
    }
  }

 private:
  solve::Outcome agree_on(const Set& set) {
    std::vector<solve::Claim> same;
    for (std::size_t element : set) same.push_back(solve::input_same(open_[element]));
    return pairs_.check(same);
  }

  // An unknown that alone can turn the answer is part of every settling set. Often that is all
  // there is to find.
  bool find_indispensable() {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      Set others;
      for (std::size_t other = 0; other < open_.size(); ++other)
        if (other != i) others.push_back(other);
      const solve::Outcome outcome = agree_on(others);
      if (outcome == solve::Outcome::unknown) return false;
      if (outcome == solve::Outcome::satisfiable) hitting_.add_disagreement({i});
    }
    return true;
  }

  Set disagreement() {
    const auto first = pairs_.model(0);
    const auto second = pairs_.model(1);
    Set set;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if (first[ground::index(open_[i])] != second[ground::index(open_[i])]) set.push_back(i);
    return set;
  }

  // Two completions that differ in the answer and disagree on as little as possible: a minimal set
  // that every settling set must meet.
  bool shrink_disagreement() {
    Set set = disagreement();
    for (std::size_t position = 0; position < set.size();) {
      Set agreed;
      for (std::size_t i = 0; i < open_.size(); ++i)
        if (!contains(set, i) || i == set[position]) agreed.push_back(i);
      switch (agree_on(agreed)) {
        case solve::Outcome::unknown:
          return false;
        case solve::Outcome::unsatisfiable:
          ++position;
          break;
        case solve::Outcome::satisfiable: {
          // The new set lies within the old one; what stood before `position` cannot be spared and
          // is still there.
          set = disagreement();
          break;
        }
      }
    }
    hitting_.add_disagreement(std::move(set));
    return true;
  }

  Settling cut_short(std::string reason) {
    result_.more = true;
    result_.reason = std::move(reason);
    return std::move(result_);
  }

  solve::Solver& pairs_;
  const std::vector<ground::InputId>& open_;
  HittingSets hitting_;
  Settling result_;
};

}  // namespace

Settling settling_sets(solve::Solver& pairs, const std::vector<ground::InputId>& open) {
  return Search(pairs, open).run();
}

}  // namespace grotius::analyse
