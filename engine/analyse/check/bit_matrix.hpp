#pragma once
// A square of bits: which pairs of norms were found to conflict. One bit a pair, so that millions of pairs cost megabytes.

#include <cstdint>
#include <vector>

namespace grotius::analyse {

class BitMatrix {
 public:
  explicit BitMatrix(std::size_t size) : size_(size), words_((size * size + 63) / 64) {}

  bool get(std::size_t row, std::size_t column) const {
    const std::size_t at = row * size_ + column;
    return (words_[at / 64] >> (at % 64) & 1) != 0;
  }
  /// Whether it was not set before.
  bool set(std::size_t row, std::size_t column) {
    const std::size_t at = row * size_ + column;
    const std::uint64_t bit = std::uint64_t{1} << (at % 64);
    const bool is_new = (words_[at / 64] & bit) == 0;
    words_[at / 64] |= bit;
    return is_new;
  }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace grotius::analyse
