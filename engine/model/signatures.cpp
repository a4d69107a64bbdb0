// What two declarations of one name must share to be one declaration (semantics.md, "difference of
// two norm sets").

#include <algorithm>
#include <string>

#include "engine/model/codes.hpp"
#include "engine/model/partners.hpp"
#include "engine/model/renaming.hpp"
#include "engine/model/resolver.hpp"

namespace grotius::model {
namespace {

/// Compares one declaration of the second model, "here", with its partner in the first, "there". A
/// result is the first difference in words; empty: none.
class Comparison {
 public:
  Comparison(const Merged& merged, const Model& first, const Model& second)
      : ids_(merged), renaming_(merged), first_(first), second_(second) {}

  std::string difference(const Partners& pair) const {
    if (pair.first.kind != pair.second.kind)
      return parted(std::string(with_article(pair.second.kind)),
                    std::string(with_article(pair.first.kind)), "it is ");
    const auto there = pair.first.ref;
    const auto here = pair.second.ref;
    switch (pair.second.kind) {
      case EntityKind::type:
        return compare(first_.types[there], second_.types[here]);
      case EntityKind::individual:
        return types(first_.individuals[there].type, second_.individuals[here].type,
                     "it is of type ");
      case EntityKind::parameter:
        return kinds(first_.parameters[there].kind, second_.parameters[here].kind);
      case EntityKind::fact:
        return compare(first_.facts[there], second_.facts[here]);
      case EntityKind::definition:
        return compare(first_.definitions[there], second_.definitions[here]);
      case EntityKind::action:
        return compare(first_.actions[there], second_.actions[here]);
      default:
        return {};
    }
  }

 private:
  static std::string parted(const std::string& here, const std::string& there,
                            const std::string& words) {
    return words + here + " here and " + there + " there";
  }

  bool same(TypeId there, TypeId here) const { return ids_.types_of_second[index(here)] == there; }

  std::string types(TypeId there, TypeId here, const std::string& words) const {
    if (same(there, here)) return {};
    const std::string here_name = type_name(second_, here);
    const std::string there_name = type_name(first_, there);
    if (here_name == there_name)
      return words + quoted(here_name) + ", which is not the same type here and there";
    return parted(quoted(here_name), quoted(there_name), words);
  }

  std::string compare(const Type& there, const Type& here) const {
    if (there.closed != here.closed)
      return parted(here.closed ? "closed" : "open", there.closed ? "closed" : "open", "it is ");
    if (const auto* only = missing(second_, here, first_, there))
      return quoted(only->name) + " is one of its individuals here and not there";
    if (const auto* only = missing(first_, there, second_, here))
      return quoted(only->name) + " is one of its individuals there and not here";
    if (!there.supertype && !here.supertype) return {};
    if (!there.supertype)
      return "it stands below " + quoted(type_name(second_, *here.supertype)) +
             " here and below nothing there";
    if (!here.supertype)
      return "it stands below nothing here and below " +
             quoted(type_name(first_, *there.supertype)) + " there";
    return types(*there.supertype, *here.supertype, "it stands below ");
  }

  /// A member of the one type whose name the other lacks.
  static const Individual* missing(const Model& of, const Type& type, const Model& other_of,
                                   const Type& other) {
    for (const IndividualId member : type.members) {
      const bool known = std::ranges::any_of(other.members, [&](IndividualId candidate) {
        return other_of[candidate].name == of[member].name;
      });
      if (!known) return &of[member];
    }
    return nullptr;
  }

  std::string variables(const std::vector<Variable>& there,
                        const std::vector<Variable>& here) const {
    const auto number = [](std::size_t n) {
      return n == 0   ? std::string("no arguments")
             : n == 1 ? std::string("1 argument")
                      : std::to_string(n) + " arguments";
    };
    if (there.size() != here.size())
      return parted(number(here.size()), number(there.size()), "it takes ");
    for (std::size_t i = 0; i < here.size(); ++i) {
      std::string difference = types(there[i].type, here[i].type,
                                     "its argument " + std::to_string(i + 1) + " is of type ");
      if (!difference.empty()) return difference;
    }
    return {};
  }

  static std::string words(const Model& model, const ValueKind& kind) {
    switch (kind.sort.kind) {
      case Sort::Kind::boolean:
        return "a relation";
      case Sort::Kind::date:
        return "a date";
      case Sort::Kind::individual:
        return "a value of type " + quoted(type_name(model, kind.sort.type));
      case Sort::Kind::integer:
        break;
    }
    if (!kind.low && !kind.high) return "a number";
    return "a number in `" + (kind.low ? std::to_string(*kind.low) : "") + ".." +
           (kind.high ? std::to_string(*kind.high) : "") + "`";
  }

  std::string kinds(const ValueKind& there, const ValueKind& here) const {
    const bool individuals = there.sort.kind == Sort::Kind::individual;
    if (there.sort.kind != here.sort.kind || there.low != here.low || there.high != here.high ||
        (individuals && !same(there.sort.type, here.sort.type)))
      return parted(words(second_, here), words(first_, there), "it is ");
    return {};
  }

  std::string compare(const Fact& there, const Fact& here) const {
    std::string difference = variables(there.parameters, here.parameters);
    if (difference.empty()) difference = kinds(there.kind, here.kind);
    if (!difference.empty()) return difference;
    std::optional<std::int64_t> presumed = here.presumed;
    if (presumed) presumed = renaming_.value(here.kind, *presumed);
    if (presumed == there.presumed) return {};
    const auto presumption = [](const Model& model, const Fact& fact) {
      return fact.presumed ? quoted(value_text(model, fact.kind, *fact.presumed)) : "`unknown`";
    };
    return parted(presumption(second_, here), presumption(first_, there), "it is presumed ");
  }

  std::string compare(const Definition& there, const Definition& here) const {
    std::string difference = variables(there.parameters, here.parameters);
    if (difference.empty()) difference = kinds({there.sort, {}, {}}, {here.sort, {}, {}});
    return difference;
  }

  // The deed of both is one input, so it has one presumption.
  std::string compare(const Action& there, const Action& here) const {
    std::string difference = variables(there.roles, here.roles);
    if (!difference.empty() || there.done_presumed_unknown == here.done_presumed_unknown)
      return difference;
    return here.done_presumed_unknown ? "it says `done presumed unknown` here and not there"
                                      : "it says `done presumed unknown` there and not here";
  }

  const Merged& ids_;
  Renaming renaming_;
  const Model& first_;
  const Model& second_;
};

}  // namespace

void check_signatures(const Merged& merged, const Model& first, const Model& second,
                      const std::vector<Partners>& partners, Diagnostics& diagnostics) {
  const Comparison comparison(merged, first, second);
  for (const Partners& pair : partners) {
    const std::string difference = comparison.difference(pair);
    if (difference.empty()) continue;
    Diagnostic& error = diagnostics.error(
        codes::signatures_part, pair.second.span,
        quoted(pair.second.name) + " is not the same in the two norm sets: " + difference);
    error.help =
        "norm sets are compared over one vocabulary: declare it alike in both, or give one of the "
        "two another name";
    error.related.push_back({pair.first.span, "there: the other declaration"});
  }
}

}  // namespace grotius::model
