// From decision program to gates: truths one by one, comparisons of numbers as intervals of a
// linear form, and fields once all thresholds are known.

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "engine/search/gates.hpp"
#include "engine/search/linear.hpp"

namespace grotius::search {

namespace {

using ground::Domain;
using ground::Node;
using ground::NodeId;
using ground::NodeKind;

constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr Ref kTrue = 0, kFalse = 1;
constexpr const char* kTooLarge =
    "numbers on the way to the answer are too large for the native search";
constexpr Wide kWeights = static_cast<Wide>(1) << 60;  // that a tally can add up
constexpr std::int64_t kSmallRange = 64;  // numbers with so few values may stand in sums
constexpr int kChoices = 64;              // that one comparison may look into

class Compiler {
 public:
  Compiler(const ground::Program& program, const ground::Knowledge& knowledge)
      : program_(program), knowledge_(knowledge) {}

  Gates run() {
    out_.gates.push_back(
        {Gate::Kind::tally, 0, 0, 0, 0, 0, 0, 0});  // the sum of nothing is 0: true
    out_.of_node.assign(program_.nodes.size(), kNoRef);
    for (std::uint32_t i = 0; i < program_.nodes.size(); ++i)
      if (program_.is_truth(static_cast<NodeId>(i))) out_.of_node[i] = truth(program_.nodes[i]);
    for (std::uint32_t i = 0; i < program_.inputs.size(); ++i) build_field(i);
    for (std::uint32_t i = 0; i < out_.gates.size(); ++i)
      if (out_.gates[i].kind == Gate::Kind::literal) build_mask(i);
    order_operands(out_);
    return std::move(out_);
  }

 private:
  using Weighted = std::pair<Ref, Wide>;

  Ref of(NodeId id) const { return out_.of_node[ground::index(id)]; }

  Ref truth(const Node& node) {
    const auto operands = program_.operands_of(node);
    switch (node.kind) {
      case NodeKind::constant:
        return node.number != 0 ? kTrue : kFalse;
      case NodeKind::input:
        return literal(node.ref, 1, 1);
      case NodeKind::input_is:
        return literal(node.ref, node.number, node.number);
      case NodeKind::negation:
        return of(operands[0]) ^ 1;
      case NodeKind::conjunction:
      case NodeKind::disjunction: {
        std::vector<Weighted> all;
        for (NodeId operand : operands) all.emplace_back(of(operand), 1);
        const Wide low = node.kind == NodeKind::conjunction ? static_cast<Wide>(all.size()) : 1;
        return tally(all, low, static_cast<Wide>(all.size()));
      }
      case NodeKind::recursive:
        return opaque(
            "a condition that rests on itself (a least fixed point) is beyond the native search");
      default: {
        Linear difference;  // left - right
        difference.add(program_, operands[0], 1);
        difference.add(program_, operands[1], -1);
        int choices = kChoices;
        return between(std::move(difference), node.kind == NodeKind::equal ? 0 : -kNoBound, 0,
                       choices);
      }
    }
  }

  /// Whether the linear form lies between the bounds.
  Ref between(Linear form, Wide low, Wide high, int& choices) {
    form.tidy();
    if (form.too_large) return opaque(kTooLarge);
    // A choice: the comparison for either outcome.
    for (std::size_t i = 0; i < form.numbers.size(); ++i) {
      const auto [node, factor] = form.numbers[i];
      if (program_[node].kind != NodeKind::choice) continue;
      if (--choices < 0) break;
      form.numbers.erase(form.numbers.begin() + static_cast<std::ptrdiff_t>(i));
      const auto operands = program_.operands_of(program_[node]);
      Linear other = form;
      form.add(program_, operands[1], factor);
      other.add(program_, operands[2], factor);
      const Ref condition = of(operands[0]);
      const Ref yes = between(std::move(form), low, high, choices);
      const Ref no = between(std::move(other), low, high, choices);
      return any_of(all_of(condition, yes), all_of(condition ^ 1, no));
    }
    std::vector<Weighted> weighted = resolve_small(form);
    if (form.numbers.empty()) {
      for (const auto& [node, factor] : form.truths) weighted.emplace_back(of(node), factor);
      return tally(weighted, low == -kNoBound ? low : low - form.constant, high - form.constant);
    }
    if (form.numbers.size() == 1 && weighted.empty() && form.truths.empty() &&
        program_[form.numbers[0].node].kind == NodeKind::input_number) {
      const auto [node, factor] = form.numbers[0];
      Wide least = low == -kNoBound ? low : low - form.constant;
      Wide most = high - form.constant;
      if (factor < 0) {
        const Wide swapped = least == -kNoBound ? kNoBound : floor_divided(least, factor);
        least = ceil_divided(most, factor);
        most = swapped;
      } else {
        least = least == -kNoBound ? least : ceil_divided(least, factor);
        most = floor_divided(most, factor);
      }
      return literal(program_[node].ref, least, most);
    }
    return opaque(
        "several unknown numbers are compared or added up, which is beyond the native search");
  }

  /// Numbers that stand beside others and have few values become sums over these, which are
  /// returned; those known to have one value, constants.
  std::vector<Weighted> resolve_small(Linear& form) {
    std::vector<Weighted> sums;
    const bool beside = form.numbers.size() + form.truths.size() > 1;
    std::erase_if(form.numbers, [&](const Linear::Term& term) {
      const Node& node = program_[term.node];
      if (node.kind != NodeKind::input_number) return false;
      const Domain& domain = knowledge_[node.ref];
      if (domain.known()) {
        form.constant += term.factor * domain.values[0];
        return true;
      }
      if (!beside) return false;
      std::vector<std::int64_t> values = domain.values;
      if (values.empty() && domain.low && domain.high && *domain.low > kMin / 2 &&
          *domain.high < kMax / 2 && *domain.high - *domain.low < kSmallRange)
        for (std::int64_t v = *domain.low; v <= *domain.high; ++v) values.push_back(v);
      if (values.empty()) return false;
      for (std::int64_t value : values)
        sums.emplace_back(literal(node.ref, value, value), term.factor * value);
      return true;
    });
    return sums;
  }

  Ref all_of(Ref a, Ref b) { return tally({{a, 1}, {b, 1}}, 2, 2); }
  Ref any_of(Ref a, Ref b) { return tally({{a, 1}, {b, 1}}, 1, 2); }

  Ref tally(const std::vector<Weighted>& weighted, Wide low, Wide high) {
    std::vector<Edge> edges;
    Wide total = 0;
    for (auto [ref, weight] : weighted) {
      if (weight < 0) {  // w·x = w + (-w)·(not x)
        low = low == -kNoBound ? low : low - weight;
        high -= weight;
        ref ^= 1;
        weight = -weight;
      }
      if (weight == 0 || ref == kFalse) continue;
      if (ref == kTrue) {
        low = low == -kNoBound ? low : low - weight;
        high -= weight;
        continue;
      }
      if (weight > kWeights || (total += weight) > kWeights) return opaque(kTooLarge);
      edges.push_back({ref, static_cast<std::int64_t>(weight)});
    }
    low = std::max<Wide>(low, 0);
    high = std::min(high, total);
    if (low > high) return kFalse;
    if (low == 0 && high == total) return kTrue;
    if (edges.size() == 1) {
      if (low == 0) return edges[0].operand ^ 1;
      return high == total ? edges[0].operand : kFalse;
    }
    Gate gate{Gate::Kind::tally,
              static_cast<std::uint32_t>(out_.edges.size()),
              static_cast<std::uint32_t>(edges.size()),
              0,
              static_cast<std::int64_t>(low),
              static_cast<std::int64_t>(high),
              static_cast<std::int64_t>(total),
              0};
    for (const Edge& edge : edges) gate.greatest = std::max(gate.greatest, edge.weight);
    out_.edges.insert(out_.edges.end(), edges.begin(), edges.end());
    return add(gate);
  }

  /// Whether the input lies between the bounds. What has no upper bound is the negation of what
  /// has.
  Ref literal(std::uint32_t input, Wide least, Wide most) {
    if (most < kMin || least > kMax || least > most) return kFalse;
    if (least <= kMin && most >= kMax) return kTrue;
    if (most >= kMax) return literal(input, -kNoBound, least - 1) ^ 1;
    const Key key{input, static_cast<std::int64_t>(std::max<Wide>(least, kMin)),
                  static_cast<std::int64_t>(most)};
    const auto [place, is_new] = literals_.try_emplace(key, 0);
    if (is_new) {
      place->second =
          add({Gate::Kind::literal, input, 0, 0, std::get<1>(key), std::get<2>(key), 0, 0});
      auto& cuts = cuts_[input];
      cuts.insert(std::get<1>(key));
      cuts.insert(std::get<2>(key) + 1);
    }
    return place->second;
  }

  Ref opaque(const char* reason) {
    auto found = std::ranges::find(out_.reasons, reason);
    if (found == out_.reasons.end()) found = out_.reasons.insert(found, reason);
    Gate gate;
    gate.first = static_cast<std::uint32_t>(found - out_.reasons.begin());
    return add(gate);
  }

  Ref add(const Gate& gate) {
    out_.gates.push_back(gate);
    return ref_of(static_cast<std::uint32_t>(out_.gates.size() - 1), true);
  }

  void build_field(std::uint32_t input) {
    const Domain& domain = knowledge_[input];
    const model::Sort::Kind sort = program_.inputs[input].value.sort.kind;
    Field field;
    if (sort == model::Sort::Kind::integer) field.order = Field::Order::integer;
    if (sort == model::Sort::Kind::date) field.order = Field::Order::date;
    field.elements = static_cast<std::uint32_t>(out_.elements.size());
    std::vector<Element> elements;
    for (std::int64_t value : domain.values) elements.push_back({value, value, value});
    if (elements.empty()) elements = intervals(domain, cuts_[input], field.order);
    if (field.order == Field::Order::integer)
      std::ranges::sort(elements, nearer_to_zero, &Element::value);
    out_.elements.insert(out_.elements.end(), elements.begin(), elements.end());
    field.size = static_cast<std::uint32_t>(elements.size());
    field.words = (field.size + kWordBits - 1) / kWordBits;
    field.word = out_.words;
    out_.words += field.words;
    out_.fields.push_back(field);
  }

  static std::vector<Element> intervals(const Domain& domain, const std::set<std::int64_t>& cuts,
                                        Field::Order order) {
    const std::int64_t low = domain.low.value_or(kMin), high = domain.high.value_or(kMax);
    std::vector<Element> result;
    std::int64_t begin = low;
    auto close = [&](std::int64_t most) {
      std::int64_t value = begin;
      if (order == Field::Order::integer && begin <= 0) value = std::min<std::int64_t>(most, 0);
      result.push_back({begin, most, value});
    };
    for (std::int64_t cut : cuts) {
      if (cut <= begin) continue;
      if (cut > high) break;
      close(cut - 1);
      begin = cut;
    }
    close(high);
    return result;
  }

  void build_mask(std::uint32_t number) {
    Gate& gate = out_.gates[number];
    const Field& field = out_.fields[gate.first];
    gate.at = static_cast<std::uint32_t>(out_.masks.size());
    out_.masks.resize(out_.masks.size() + field.words, 0);
    for (std::uint32_t i = 0; i < field.size; ++i) {
      const Element& element = out_.element(gate.first, i);
      if (element.least >= gate.low && element.most <= gate.high)
        out_.masks[gate.at + i / kWordBits] |= Word{1} << (i % kWordBits);
    }
  }

  using Key = std::tuple<std::uint32_t, std::int64_t, std::int64_t>;

  const ground::Program& program_;
  const ground::Knowledge& knowledge_;
  Gates out_;
  std::map<Key, Ref> literals_;
  std::map<std::uint32_t, std::set<std::int64_t>> cuts_;  ///< by input
};

}  // namespace

Gates compile(const ground::Program& program, const ground::Knowledge& knowledge) {
  return Compiler(program, knowledge).run();
}

}  // namespace grotius::search
