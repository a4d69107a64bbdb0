#pragma once
// What could stand at a place of the text: collected while the grammar tries, told when it fails.

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/token.hpp"

namespace grotius::grammar {

/// What is neither one word nor one sign.
enum class Thing : std::uint8_t {
  next_item,
  text_end,
  condition,
  value,
  constant,
  text,
  integer,
  date,
  norm_name,
  thesis_name,
  constraint_name,
  situation_name,
  module_name,
  document_name,
  rank_name,
  type_name,
  individual_name,
  parameter_name,
  fact_name,
  definition_name,
  action_name,
  variable_name,
  argument,
  finding_kind,
  finding_name,
  answer,
};
inline constexpr std::size_t thing_count = static_cast<std::size_t>(Thing::answer) + 1;

/// A word, a sign or a thing.
class Expected {
 public:
  constexpr Expected(Word word) : index_(static_cast<std::size_t>(word)) {}
  constexpr Expected(Sign sign) : index_(word_count + static_cast<std::size_t>(sign)) {}
  constexpr Expected(Thing thing)
      : index_(word_count + sign_count + static_cast<std::size_t>(thing)) {}
  constexpr std::size_t index() const { return index_; }
  static constexpr std::size_t count = word_count + sign_count + thing_count;

 private:
  std::size_t index_;
};

class Expectations {
 public:
  void add(Expected expected) { set_.set(expected.index()); }
  void clear() { set_.reset(); }
  bool has(Expected expected) const { return set_.test(expected.index()); }
  void remove(Expected expected) { set_.reset(expected.index()); }
  bool empty() const { return set_.none(); }
  Expectations& operator|=(const Expectations& other) {
    set_ |= other.set_;
    return *this;
  }

 private:
  std::bitset<Expected::count> set_;
};

}  // namespace grotius::grammar
