#include "grammar/diagnostic.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <tuple>

namespace grotius {

namespace {

/// Longer names get no suggestion, so that a hostile text cannot make the comparison dear.
constexpr std::size_t longest_compared = 120;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_but_for_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

/// One bit for every character that occurs (folded): an edit changes at most two of them.
std::uint64_t letters(std::string_view name) {
  std::uint64_t set = 0;
  for (const char c : name) set |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63u);
  return set;
}

/// Edit distance with transpositions of neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

auto order(const Diagnostic& d) {
  return std::tie(d.span, d.code.id, d.message, d.severity, d.help);
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return order(a) == order(b) &&
         std::equal(a.related.begin(), a.related.end(), b.related.begin(), b.related.end(),
                    [](const Related& x, const Related& y) {
                      return x.span == y.span && x.message == y.message;
                    });
}

/// The order of the text: where it begins decides, before where it ends.
bool before(const Diagnostic& a, const Diagnostic& b) {
  const auto place = [](const Diagnostic& d) {
    return d.span ? std::tuple{1, static_cast<std::uint32_t>(d.span->source), d.span->begin}
                  : std::tuple{0, 0u, 0u};
  };
  const auto pa = place(a);
  const auto pb = place(b);
  if (pa != pb) return pa < pb;
  return std::tie(a.code.id, a.message, a.span, a.severity, a.help) <
         std::tie(b.code.id, b.message, b.span, b.severity, b.help);
}

}  // namespace

Diagnostic& Diagnostics::error(Code code, std::optional<Span> span, std::string message) {
  return items_.emplace_back(Diagnostic{code, Severity::error, std::move(message), span, {}, {}});
}

Diagnostic& Diagnostics::warning(Code code, std::optional<Span> span, std::string message) {
  return items_.emplace_back(Diagnostic{code, Severity::warning, std::move(message), span, {}, {}});
}

void Diagnostics::add(Diagnostic diagnostic) { items_.push_back(std::move(diagnostic)); }

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::vector<Diagnostic> result = items_;
  std::stable_sort(result.begin(), result.end(), before);
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::optional<std::string_view> nearest_name(std::string_view misspelt,
                                             const std::vector<std::string_view>& candidates) {
  if (misspelt.empty() || misspelt.size() > longest_compared) return std::nullopt;
  const std::size_t limit = std::max<std::size_t>(1, misspelt.size() / 3);
  const std::uint64_t wanted = letters(misspelt);
  std::optional<std::string_view> nearest;
  std::size_t best = limit + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate == misspelt) continue;
    std::size_t distance = 1;
    if (!equal_but_for_case(candidate, misspelt)) {
      const std::size_t longer = std::max(candidate.size(), misspelt.size());
      const std::size_t shorter = std::min(candidate.size(), misspelt.size());
      if (longer - shorter > limit) continue;
      if (static_cast<std::size_t>(std::popcount(letters(candidate) ^ wanted)) > 2 * limit)
        continue;
      distance = edit_distance(misspelt, candidate);
      if (distance == longer) continue;  // nothing in common: `y` is no misspelling of `x`
    }
    if (distance < best || (distance == best && nearest && candidate < *nearest)) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view misspelt,
                         const std::vector<std::string_view>& candidates) {
  const std::optional<std::string_view> name = nearest_name(misspelt, candidates);
  return name ? "did you mean `" + std::string(*name) + "`?" : std::string();
}

}  // namespace grotius
