#include "engine/explore/timeline_outright.hpp"

#include <algorithm>
#include <set>

namespace grotius::explore {

namespace {

Interval outright(bool holds) {
  if (holds) return {};
  const Date never = *date_of(1, 1, 1);
  return {never, never};
}

}  // namespace

Outright::Outright(const model::Model& model, model::SituationId situation)
    : original_(model), model_(model), situation_(situation) {
  const auto& entries = model[situation].entries;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].period.from || entries[i].period.until) lines_.emplace(entries[i].span, i);
}

void Outright::set_day(Date day) {
  for (std::size_t i = 0; i < model_.norms.size(); ++i) model_.norms[i].in_force = outright(original_.norms[i].in_force.holds_on(day));
  for (std::size_t i = 0; i < model_.modules.size(); ++i)
    model_.modules[i].in_force = outright(original_.modules[i].in_force.holds_on(day));
  const auto& entries = original_[situation_].entries;
  for (const auto& [span, i] : lines_)
    model_.situations[model::index(situation_)].entries[i].period = outright(entries[i].period.holds_on(day));
}

void Outright::set(model::NormId norm, bool in_force) { model_.norms[model::index(norm)].in_force = outright(in_force); }

void Outright::set(model::ModuleId module, bool in_force) { model_.modules[model::index(module)].in_force = outright(in_force); }

void Outright::set_line(const Span& span, bool holds) {
  const auto [first, last] = lines_.equal_range(span);
  for (auto line = first; line != last; ++line)
    model_.situations[model::index(situation_)].entries[line->second].period = outright(holds);
}

RowWorlds::RowWorlds(analyse::Worlds& worlds, model::Question question, Diagnostics& diagnostics)
    : worlds_(worlds),
      question_(std::move(question)),
      holder_(question_.holder),
      under_(question_.under),
      diagnostics_(diagnostics) {
  question_.holder.reset();
  question_.expect.reset();
}

std::vector<model::ModuleId> RowWorlds::asked(Date day) const {
  return holder_ ? model::accepted_by(model(), *holder_, day) : under_;
}

std::vector<Date> RowWorlds::days_of_acceptance() const {
  std::set<Date> days;
  if (holder_)
    for (const model::Acceptance& acceptance : model().acceptances) {
      if (!is_by(model(), acceptance, *holder_)) continue;
      if (acceptance.period.from) days.insert(*acceptance.period.from);
      if (acceptance.period.until) days.insert(*acceptance.period.until);
    }
  return {days.begin(), days.end()};
}

const ground::World* RowWorlds::world(const std::vector<model::ModuleId>& asked) {
  const auto [place, is_new] = known_.try_emplace(asked);
  if (is_new) {
    model::Question question = question_;
    question.under = asked;
    place->second = worlds_.world(question, diagnostics_);
  }
  return place->second ? &*place->second : nullptr;
}

bool is_by(const model::Model& model, const model::Acceptance& acceptance, model::IndividualId holder) {
  return std::ranges::any_of(acceptance.who, [&](const model::Acceptance::Who& who) {
    if (who.individual) return *who.individual == holder;
    return model.is_or_is_below(model[holder].type, who.type) && std::ranges::find(who.except, holder) == who.except.end();
  });
}

}  // namespace grotius::explore
