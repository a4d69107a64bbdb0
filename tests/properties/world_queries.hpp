#pragma once

// Small questions about a world that the generator, the printer and the reference all ask.

#include <optional>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

// `type` is `above` or one of its subtypes, through any number of steps.
bool is_subtype(const World& world, int type, int above);

// One of the two types is, or is above, the other.
bool are_kin(const World& world, int left, int right);

// The situation and those that it extends, the situation itself first.
std::vector<int> chain(const World& world, int situation);

// The date of the question: its own, else its situation's, else that of the nearest situation that
// this one extends; none if there is no date at all.
std::optional<Value> date_of(const World& world, const Question& question);

// In force, or holding, on `date`. Without a date what has begun and not ended counts.
bool holds_on(const Interval& interval, std::optional<Value> date);

// `action` and all actions that it is, through any number of steps and whatever the conditions.
std::vector<int> generals(const World& world, int action);

// `action` and all actions that are it.
std::vector<int> kinds(const World& world, int action);

// The modules and what they include; `with_uses`: and what any of those use.
std::vector<int> reachable_modules(const World& world, const std::vector<int>& modules,
                                   bool with_uses);

bool opposed(Modality left, Modality right);

// Applies `visit` to the expression and to everything below it.
template <typename Visit>
void each_subexpression(const Expression& expression, const Visit& visit) {
  visit(expression);
  for (const Expression& operand : expression.operands) each_subexpression(operand, visit);
}

// Every expression of the norms, definitions, actions, attributions, constraints and theses,
// and of the questions.
std::vector<const Expression*> expressions_of(const World& world);

}  // namespace grotius::properties
