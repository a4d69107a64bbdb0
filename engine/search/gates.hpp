#pragma once
// The compiled program, private to this folder: finite fields for the inputs, and gates over them.
// One kind of gate serves all connectives and counts: a tally is true when the weights of its true
// operands add up to something from `low` to `high`. Gates stand after their operands.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/ground/knowledge.hpp"

namespace grotius::search {

/// A gate or its negation: twice the number of the gate, plus one if negated.
using Ref = std::uint32_t;
constexpr Ref kNoRef = 0xffffffffu;
constexpr std::uint32_t gate_of(Ref ref) { return ref >> 1; }
constexpr bool negated(Ref ref) { return (ref & 1) != 0; }
constexpr Ref ref_of(std::uint32_t gate, bool holds) { return gate << 1 | (holds ? 0u : 1u); }

/// What is known of a truth; the opposite is the negative.
enum class Truth : std::int8_t { no = -1, unknown = 0, yes = 1 };
constexpr Truth operator-(Truth truth) { return static_cast<Truth>(-static_cast<int>(truth)); }
constexpr Truth truth_if(bool holds) { return holds ? Truth::yes : Truth::no; }
constexpr Truth seen_through(Ref ref, Truth truth) { return negated(ref) ? -truth : truth; }

using Word = std::uint64_t;
constexpr std::uint32_t kWordBits = 64;

/// An input as a finite field. Its elements stand for one value each, or for an interval of numbers
/// that no gate tells apart; they are in the order in which a witness prefers them.
struct Field {
  enum class Order : std::uint8_t { plain, integer, date } order = Order::plain;
  std::uint32_t size = 1;      ///< elements
  std::uint32_t elements = 0;  ///< in Gates::elements
  std::uint32_t word = 0;      ///< the first of its words, in every array of words by field
  std::uint32_t words = 1;
};

struct Element {
  std::int64_t least = 0;  ///< the least value that it stands for
  std::int64_t most = 0;
  std::int64_t value = 0;  ///< the one that is shown: nearest to zero, or earliest
};

struct Gate {
  enum class Kind : std::uint8_t {
    literal,  ///< `first` is the field, the values that make it true are masks[at …]
    tally,    ///< of edges[first … first + size)
    opaque,   ///< beyond this search; reasons[first]
  } kind = Kind::opaque;
  std::uint32_t first = 0;
  std::uint32_t size = 0;
  std::uint32_t at = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t total = 0;     ///< the sum of all weights
  std::int64_t greatest = 0;  ///< the greatest weight
};

struct Edge {
  Ref operand = 0;
  std::int64_t weight = 1;  ///< positive
};

struct Gates {
  std::vector<Field> fields;  ///< by InputId
  std::vector<Element> elements;
  std::uint32_t words = 0;  ///< of all fields together
  std::vector<Gate> gates;
  std::vector<Edge> edges;  ///< of one gate: those that decide it most easily first
  std::vector<Word> masks;
  std::vector<std::string> reasons;
  std::vector<Ref> of_node;  ///< by NodeId; of numbers none

  const Word* mask(const Gate& literal) const { return masks.data() + literal.at; }
  std::span<const Edge> operands(const Gate& tally) const {
    return {edges.data() + tally.first, tally.size};
  }
  const Element& element(std::uint32_t field, std::uint32_t number) const {
    return elements[fields[field].elements + number];
  }
  /// The element that stands for the value; 0 if none does.
  std::uint32_t element_of(std::uint32_t field, std::int64_t value) const;
  /// The words of all fields with every element allowed.
  std::vector<Word> all_allowed() const;
};

/// Finds what gates rest on.
class Cones {
 public:
  explicit Cones(const Gates& gates) : gates_(gates), seen_(gates.gates.size(), 0) {}
  /// The gates given and all below them, ascending: operands first. O(n log n) in the cone.
  std::vector<std::uint32_t> of(std::span<const Ref> roots);

 private:
  const Gates& gates_;
  std::vector<std::uint32_t> seen_;  ///< by gate: the last call that met it
  std::uint32_t call_ = 0;
};

/// The value of a literal where the field may have the elements in `domain`.
Truth literal_truth(const Gates& gates, const Gate& literal, const Word* domain);
/// The value of a tally whose operands that are surely true weigh `sure`, the undecided ones
/// `open`.
constexpr Truth tally_truth(const Gate& tally, std::int64_t sure, std::int64_t open) {
  if (sure >= tally.low && sure + open <= tally.high) return Truth::yes;
  if (sure > tally.high || sure + open < tally.low) return Truth::no;
  return Truth::unknown;
}
/// The first element that is allowed; the domain is not empty.
std::uint32_t first_element(const Field& field, const Word* domain);
inline bool allows(const Word* domain, std::uint32_t element) {
  return (domain[element / kWordBits] >> (element % kWordBits) & 1) != 0;
}

/// By absolute value, positive before negative.
bool nearer_to_zero(std::int64_t a, std::int64_t b);

/// Puts first the operands that decide a gate most cheaply.
void order_operands(Gates& compiled);

/// Linear in the program, and sorting.
Gates compile(const ground::Program& program, const ground::Knowledge& knowledge);

}  // namespace grotius::search
