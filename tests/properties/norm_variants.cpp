#include "tests/properties/norm_variants.hpp"

#include <algorithm>

#include "tests/properties/check_reference.hpp"
#include "tests/properties/print_expression.hpp"

namespace grotius::properties {
namespace {

void flatten(const Expression& expression, std::vector<Expression>& result) {
  if (expression.op != Op::conjunction) {
    result.push_back(expression);
    return;
  }
  for (const Expression& operand : expression.operands) flatten(operand, result);
}

void add_norms(const AllSituations& all, std::vector<Variant>& result) {
  for (int norm = 0; norm < static_cast<int>(all.world().norms.size()); ++norm) {
    Variant variant;
    variant.finding = "idle_norm " + all.world().norms[static_cast<std::size_t>(norm)].name;
    variant.norm = norm;
    variant.dates = std::vector<Asked>(all.dates());
    for (Asked& asked : variant.dates) std::erase(asked.norm_sets.at(asked.under).norms, norm);
    result.push_back(std::move(variant));
  }
}

void add_pairs(const AllSituations& all, std::vector<Variant>& result) {
  const NormPairs against_rank = void_pairs(all.world(), all.module());
  for (const auto& [superior, inferior] : stated_pairs(all.world())) {
    if (against_rank.contains({superior, inferior})) continue;
    Variant variant;
    variant.finding = "idle_priority " + pair_text(all.world(), superior, inferior);
    variant.world = std::make_unique<World>(without_pair(all.world(), superior, inferior));
    variant.dates = all.under(*variant.world);
    result.push_back(std::move(variant));
  }
}

void add_conditions(const AllSituations& all, std::vector<Variant>& result) {
  const World& world = all.world();
  for (std::size_t index = 0; index < world.definitions.size(); ++index) {
    const Definition& definition = world.definitions[index];
    for (std::size_t place = 0; place < definition.alternatives.size(); ++place) {
      const Expression& when = definition.alternatives[place].when;
      const std::vector<Expression> parts = conjuncts(when);
      for (std::size_t part = 0; part < parts.size(); ++part) {
        Variant variant;
        variant.finding = "redundant_condition " + definition.name + " " +
                          std::to_string(place + 1) + ": " + text_of(world, parts[part]);
        variant.definition = static_cast<int>(index);
        variant.alternative = static_cast<int>(place);
        variant.world = std::make_unique<World>(world);
        variant.world->definitions[index].alternatives[place].when = without_conjunct(when, part);
        variant.dates = all.under(*variant.world);
        result.push_back(std::move(variant));
      }
    }
  }
}

}  // namespace

World without_pair(World world, int superior, int inferior) {
  std::erase(world.norms[static_cast<std::size_t>(superior)].overrides, inferior);
  std::vector<Priority> kept;
  for (const Priority& priority : world.priorities) {
    for (std::size_t place = 1; place < priority.norms.size(); ++place) {
      const int upper = priority.norms[place - 1], lower = priority.norms[place];
      if (upper != superior || lower != inferior) kept.push_back({priority.module, {upper, lower}});
    }
  }
  world.priorities = kept;
  return world;
}

std::vector<Expression> conjuncts(const std::optional<Expression>& when) {
  std::vector<Expression> result;
  const auto says_nothing = [](const Expression& it) {
    return it.op == Op::literal && it.sort.kind == Kind::truth && it.value != 0;
  };
  if (when && !says_nothing(*when)) flatten(*when, result);
  return result;
}

Expression without_conjunct(const Expression& when, std::size_t dropped) {
  std::vector<Expression> parts = conjuncts(when);
  parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(dropped));
  Expression result;  // `true`
  result.value = 1;
  if (parts.empty()) return result;
  result = parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    Expression both;
    both.op = Op::conjunction;
    both.operands = {std::move(result), parts[part]};
    result = std::move(both);
  }
  return result;
}

std::vector<Variant> variants_of(const AllSituations& all) {
  std::vector<Variant> result;
  add_norms(all, result);
  add_pairs(all, result);
  add_conditions(all, result);
  return result;
}

std::string text_of(const World& world, const Expression& expression) {
  return bare_text(ExpressionPrinter(world, 0, nullptr).expression(expression));
}

std::string pair_text(const World& world, int superior, int inferior) {
  return world.norms[static_cast<std::size_t>(superior)].name + " > " +
         world.norms[static_cast<std::size_t>(inferior)].name;
}

NormPairs stated_pairs(const World& world) {
  NormPairs result;
  for (int norm = 0; norm < static_cast<int>(world.norms.size()); ++norm) {
    for (int inferior : world.norms[static_cast<std::size_t>(norm)].overrides) {
      result.emplace(norm, inferior);
    }
  }
  for (const Priority& priority : world.priorities) {
    for (std::size_t place = 1; place < priority.norms.size(); ++place) {
      result.emplace(priority.norms[place - 1], priority.norms[place]);
    }
  }
  return result;
}

NormPairs void_pairs(const World& world, int module) {
  NormPairs result;
  for (const auto& [superior, inferior] : stated_pairs(world)) {
    if (is_void(world, {module}, superior, inferior)) result.emplace(superior, inferior);
  }
  return result;
}

}  // namespace grotius::properties
