#pragma once
// The cheap filter for millions of pairs. The models of a node are covered by a short list of
// cubes: a cube allows for each field (search.hpp) some of its values, and is one bit for each
// value. Two nodes whose cubes have no common point cannot hold together, and that is a few
// operations on words. Covers are narrowed by what the required nodes of the search imply for
// single fields.

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/search/search.hpp"

namespace grotius::search {

/// Cubes that together cover all models of a node. No cube: the node never holds. One cube without
/// parts: nothing is said.
struct Cover {
  struct Part {
    std::uint32_t word = 0;  ///< which 64 field values
    std::uint64_t mask = 0;  ///< those that the cube allows; whole fields at a time
    friend bool operator==(const Part&, const Part&) = default;
  };
  std::vector<Part> parts;  ///< of all cubes, each by `word` ascending; words left out are free
  std::vector<std::uint32_t> ends;  ///< of cube i: parts [ends[i - 1], ends[i]); as many as cubes
  /// The node holds exactly in the cubes (within what required nodes imply for single fields);
  /// else it may fail in parts of them.
  bool exact = true;

  std::size_t size() const { return ends.size(); }
  bool empty() const { return ends.empty(); }
  std::span<const Part> cube(std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
    return {parts.data() + begin, ends[i] - begin};
  }
};

class Covers {
 public:
  static constexpr std::size_t kCubes = 16;  ///< in one cover

  /// Of the nodes of the search's program. The search must outlive it.
  explicit Covers(const Search& search);

  /// The cover of a truth having the value `holds`. Kept; the reference stays valid. Linear in the
  /// cone that was not yet covered, times the square of kCubes.
  const Cover& of(ground::NodeId node, bool holds = true);

  /// False only if the two nodes cannot hold together. Some nanoseconds for each pair of cubes.
  bool may_meet(const Cover& a, const Cover& b) const;

 private:
  const Cover& of_gate(std::uint32_t signed_gate, int depth);
  Cover computed(std::uint32_t signed_gate, int depth);
  Cover literal(std::uint32_t signed_gate) const;
  Cover product(const Cover& a, const Cover& b) const;
  void unite(Cover& to, const Cover& with) const;
  bool meet(std::span<const Cover::Part> a, std::span<const Cover::Part> b) const;

  /// How fields lie in a word: the highest bit of each, and the others.
  struct Layout {
    std::uint64_t top = 0;
    std::uint64_t rest = 0;
  };
  struct Place {
    bool covered = false;  ///< fields of one value, or more than 64, are not
    std::uint32_t word = 0;
    std::uint32_t shift = 0;
  };

  /// With so few words, cubes that say anything have a part for each: no time is lost on finding
  /// those that two cubes share.
  static constexpr std::size_t kDenseWords = 8;

  const Core* core_;
  bool dense_ = false;
  std::vector<Layout> layout_;          ///< by word
  std::vector<std::uint64_t> allowed_;  ///< by word: what required nodes leave
  std::vector<Place> places_;           ///< by field
  std::unordered_map<std::uint32_t, Cover> covers_;
};

}  // namespace grotius::search
