// What a witness that contains the present state must state besides: from a gate that has the wrong
// value down to inputs. Of operands that are all needed one is enough to look at; of those that may
// stand for each other, each.

#include <algorithm>

#include "engine/search/minimal_search.hpp"

namespace grotius::search {

Word Minimal::Impl::option_word(const Option& option, std::uint32_t word) const {
  if (option.literal == kNoRef) {
    const Field& of = field(option.field);
    const std::uint32_t now = first_element(of, &assumed_[of.word]);
    return now / kWordBits == word ? ~(Word{1} << (now % kWordBits)) : ~Word{0};
  }
  const Word mask = gates().mask(gates().gates[gate_of(option.literal)])[word];
  return negated(option.literal) ? ~mask : mask;
}

/// Adds to the options those of which every witness needs one for `wrong`, which does not hold, to
/// do so.
void Minimal::Impl::mend(Ref wrong) {
  std::vector<Ref> pending{wrong};
  while (!pending.empty()) {
    const Ref ref = pending.back();
    pending.pop_back();
    if (mended_[gate_of(ref)] == mending_) continue;
    mended_[gate_of(ref)] = mending_;
    const Gate& gate = gates().gates[gate_of(ref)];
    if (gate.kind == Gate::Kind::literal) {
      mend_literal(ref);
      continue;
    }
    if (gate.kind == Gate::Kind::opaque) {
      incomplete_ = true;
      reason_ = gates().reasons[gate.first];
      continue;
    }
    // Which operands have the wrong value, and how much they must weigh less (or more).
    std::int64_t sure = 0, open = 0;
    for (const Edge& edge : gates().operands(gate)) {
      const Truth truth = value(edge.operand);
      if (truth == Truth::yes) sure += edge.weight;
      if (truth == Truth::unknown) open += edge.weight;
    }
    auto collect = [&](bool more, std::int64_t needed) {
      // Operands without which the others would not do.
      const std::int64_t total = more ? gate.total : 0;
      Ref best = kNoRef;
      std::uint32_t best_size = 0;
      const auto first = pending.size();
      for (const Edge& edge : gates().operands(gate)) {
        const Truth truth = value(edge.operand);
        if (truth != (more ? Truth::no : Truth::yes)) continue;
        const Ref operand = more ? edge.operand : edge.operand ^ 1;
        pending.push_back(operand);
        const bool needed_itself = more ? total - edge.weight < needed : edge.weight > needed;
        const Gate& of = gates().gates[gate_of(operand)];
        const std::uint32_t size = of.kind == Gate::Kind::literal ? 1 : of.size + 2;
        if (needed_itself && (best == kNoRef || size < best_size)) {
          best = operand;
          best_size = size;
        }
      }
      if (best == kNoRef) return;
      pending.resize(first);
      pending.push_back(best);
    };
    if (!negated(ref)) {
      if (sure + open < gate.low) collect(true, gate.low);
      if (sure > gate.high) collect(false, gate.high);
    } else {
      if (gate.low > 0) collect(false, gate.low - 1);
      if (gate.high < gate.total) collect(true, gate.high + 1);
    }
  }
}

void Minimal::Impl::mend_literal(Ref wrong) {
  const Option option{gates().gates[gate_of(wrong)].first, wrong};
  const Field& of = field(option.field);
  for (std::uint32_t i = 0; i < of.words; ++i) {
    if ((allowed_[of.word + i] & option_word(option, i)) == 0) continue;
    if (std::ranges::find(options_, option) == options_.end()) options_.push_back(option);
    return;
  }
}

/// A completion that does not show the goal may also be excluded: by breaking a requirement that
/// rests on something unknown.
void Minimal::Impl::break_requirements() {
  for (std::uint32_t number : breakable_) {
    const Requirement& requirement = compiled_.required[number];
    const bool rests_on_unknown = std::ranges::any_of(
        requirement.fields, [&](std::uint32_t of) { return status_[of] == Status::unknown; });
    if (!rests_on_unknown) continue;
    if (requirement.opaque) {
      if (may_break(requirement)) {
        incomplete_ = true;
        reason_ = "a constraint that is beyond the native search rests on something unknown";
      }
      continue;
    }
    evaluate_completion(requirement.cone);
    mend(requirement.ref ^ 1);
  }
}

/// Whether something that a requirement rests on may still be stated within the limits.
bool Minimal::Impl::may_break(const Requirement& requirement) {
  bool result = false;
  for (std::uint32_t number : requirement.fields) {
    const Field& of = field(number);
    const auto begin = allowed_.begin() + of.word;
    if (std::all_of(begin, begin + of.words, [](Word word) { return word == 0; })) continue;
    if (status_[number] == Status::stated) {
      result = true;
    } else if (presumptions_[number].role == Presumption::Role::exists) {
      if (unnamed_ + 1 > run_->unnamed)
        next_unnamed_ = std::min(next_unnamed_, unnamed_ + 1);
      else
        result = true;
    } else if (lines_ + 1 > run_->lines) {
      next_lines_ = std::min(next_lines_, lines_ + 1);
    } else {
      result = true;
    }
  }
  return result;
}

/// Explores the states that follow, each witness in one of them only.
void Minimal::Impl::try_options() {
  std::vector<Option> options = std::move(options_);
  options_.clear();
  std::ranges::stable_sort(options, {},
                           [&](const Option& option) { return presumptions_[option.field].rank; });
  const std::size_t saved = saved_.size();
  for (const Option& option : options) {
    const std::size_t here = saved_.size(), stated = stated_.size();
    if (state_one_of(option)) explore();
    undo(here, stated);
    if (cut_ || (first_only_ && best_)) break;
    exclude(option);
    const Field& of = field(option.field);
    if (status_[option.field] != Status::stated) continue;
    const auto begin = allowed_.begin() + of.word;
    if (std::all_of(begin, begin + of.words, [](Word word) { return word == 0; })) break;
    show_first(option.field);
  }
  undo(saved, stated_.size());
}

bool Minimal::Impl::state_one_of(const Option& option) {
  const Field& of = field(option.field);
  Word left = 0;
  for (std::uint32_t i = 0; i < of.words; ++i)
    left |= allowed_[of.word + i] & option_word(option, i);
  if (left == 0) return false;
  if (status_[option.field] != Status::stated) {
    if (presumptions_[option.field].role == Presumption::Role::exists) {
      if (unnamed_ + 1 > run_->unnamed) {
        next_unnamed_ = std::min(next_unnamed_, unnamed_ + 1);
        return false;
      }
    } else if (lines_ + 1 > run_->lines) {
      next_lines_ = std::min(next_lines_, lines_ + 1);
      return false;
    }
  }
  for (std::uint32_t i = 0; i < of.words; ++i) {
    const Word word = option_word(option, i);
    save(option.field, allowed_[of.word + i]);
    allowed_[of.word + i] &= word;
  }
  if (status_[option.field] != Status::stated) {
    (presumptions_[option.field].role == Presumption::Role::exists ? unnamed_ : lines_) += 1;
    status_[option.field] = Status::stated;
    stated_.push_back(option.field);
  }
  show_first(option.field);
  return true;
}

/// Nothing of the option will be stated any more.
void Minimal::Impl::exclude(const Option& option) {
  const Field& of = field(option.field);
  std::vector<Word> words;
  for (std::uint32_t i = 0; i < of.words; ++i) words.push_back(option_word(option, i));
  for (std::uint32_t i = 0; i < of.words; ++i) {
    save(option.field, allowed_[of.word + i]);
    allowed_[of.word + i] &= ~words[i];
  }
}

void Minimal::Impl::show_first(std::uint32_t number) {
  const Field& of = field(number);
  const std::uint32_t element = first_element(of, &allowed_[of.word]);
  for (std::uint32_t i = 0; i < of.words; ++i) {
    save(number, assumed_[of.word + i]);
    assumed_[of.word + i] = element / kWordBits == i ? Word{1} << (element % kWordBits) : Word{0};
  }
}

void Minimal::Impl::undo(std::size_t saved, std::size_t stated) {
  while (saved_.size() > saved) {
    *saved_.back().at = saved_.back().old;
    touch(saved_.back().field);
    saved_.pop_back();
  }
  while (stated_.size() > stated) {
    const std::uint32_t number = stated_.back();
    stated_.pop_back();
    const Presumption& presumption = presumptions_[number];
    const bool exists = presumption.role == Presumption::Role::exists;
    (exists ? unnamed_ : lines_) -= 1;
    status_[number] = exists || presumption.presumed ? Status::presumed : Status::unknown;
    touch(number);
  }
}

}  // namespace grotius::search
