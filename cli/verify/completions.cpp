#include "cli/verify/completions.hpp"

#include <algorithm>
#include <type_traits>

#include "cli/verify/derived.hpp"
#include "cli/verify/refusal.hpp"

namespace grotius::verify {

namespace {

constexpr std::size_t kTries = 20'000;

/// What a partial situation says, evaluated down to its facts. A relation that is met again below
/// itself fails there: what holds in a least fixed point can be shown without resting on itself.
class Partial : public Grounds {
 public:
  Partial(const World& world, const std::map<Atom, Value>& assumed, std::set<Atom>& missing)
      : world_(world), assumed_(assumed), missing_(missing), evaluator_(world.scene, *this) {}

  std::optional<Value> expression(const syntax::Expression& expression,
                                  const Environment& environment) override {
    return evaluator_.by_form(expression, environment);
  }
  std::optional<bool> equality(const syntax::Expression&, const Environment&) override {
    return std::nullopt;
  }
  std::optional<Value> atom(const Atom& atom) override {
    const Sort sort = world_.scene.kind(atom).sort;
    const Choices choices = world_.scene.choices(atom);
    if (choices.known()) return Value::exactly(sort, choices.values.front());
    const auto found = assumed_.find(atom);
    if (found == assumed_.end() || !found->second.exact()) missing_.insert(atom);
    if (found != assumed_.end()) return found->second;
    return choices.values.empty() ? std::optional(Value{sort, choices.low, choices.high})
                                  : std::nullopt;
  }
  std::optional<Value> definition(Index definition, const Tuple& arguments) override {
    return below<std::optional<Value>>({false, definition, arguments}, Value::truth(false), [&] {
      return by_definition(world_, definition, arguments, *this);
    });
  }
  std::optional<bool> done(const Act& act) override {
    return below<Truth>({true, act.action, act.arguments}, false,
                        [&] { return by_ways(world_, act, *this); });
  }
  std::optional<Statuses> status(const Act&, std::optional<Index>) override { return std::nullopt; }
  std::optional<Value> parameter(Index parameter) override { return world_.parameter(parameter); }
  std::optional<Value> today() override {
    if (!world_.scene.date) return std::nullopt;
    return Value::exactly(Sort::date, world_.scene.date->day);
  }

 private:
  template <class Result, class Make>
  Result below(const Atom& key, Result again, Make make) {
    auto& known = memory<Result>();
    if (const auto found = known.find(key); found != known.end()) return found->second;
    if (++evaluations_ > 1'000'000)
      throw CannotCheck{"the constraints of this situation are beyond what this checker tries"};
    if (in_progress_.size() > 2'000)
      throw CannotCheck{
          "the chain of definitions is longer than 2000, beyond what this checker tries"};
    if (!in_progress_.insert(key).second) {
      ++met_again_;
      return again;
    }
    const std::size_t before = met_again_;
    Result result = make();
    in_progress_.erase(key);
    if (met_again_ == before) known.emplace(key, result);
    return result;
  }
  template <class Result>
  std::map<Atom, Result>& memory() {
    if constexpr (std::is_same_v<Result, Truth>) {
      return deeds_;
    } else {
      return definitions_;
    }
  }

  const World& world_;
  const std::map<Atom, Value>& assumed_;
  std::set<Atom>& missing_;
  Evaluator evaluator_;
  std::set<Atom> in_progress_;
  std::size_t met_again_ = 0;  ///< how often a relation was met below itself; what rests on that
                               ///< counts for its place alone
  std::map<Atom, Truth> deeds_;
  std::map<Atom, std::optional<Value>> definitions_;
  std::size_t evaluations_ = 0;
};

}  // namespace

Completions::Completions(const World& world) : world_(world) {
  std::set<Atom> missing;
  const auto demand = [&](Demand one) {
    const Truth holds = met(one, {}, missing);
    if (holds == false)
      throw CannotCheck{"the situation contradicts its constraints: nothing can be asked in it"};
    if (!holds) demands_.push_back(std::move(one));
  };
  for (const Atom& deed : world.scene.not_done()) demand({nullptr, {}, {deed.ref, deed.arguments}});
  for (Index id : world.asked.constraints) {
    const Constraint& constraint = world.law.constraints[id];
    note_thresholds(constraint.item->condition.front());
    Tuple tuple;
    each_tuple(world.members(constraint.binders), tuple, [&](const Tuple& arguments) {
      demand({&constraint, arguments, {}});
      return true;
    });
  }
  for (const Definition& definition : world.law.definitions)
    for (const syntax::Definition* alternative : definition.alternatives) {
      for (const syntax::Expression& body : alternative->body) note_thresholds(body);
      for (const syntax::Expression& unless : alternative->unless) note_thresholds(unless);
    }
}

// The constants of the texts: between two of them that are next to each other a comparison with
// them does not change.
void Completions::note_thresholds(const syntax::Expression& expression) {
  const auto all = [&](const std::vector<syntax::Expression>& parts) {
    for (const syntax::Expression& part : parts) note_thresholds(part);
  };
  const auto note = [&](std::int64_t value) {
    constexpr std::int64_t far = std::int64_t{1} << 60;
    if (-far < value && value < far) thresholds_.insert(value);
  };
  if (const auto* number = std::get_if<syntax::IntegerLiteral>(&expression.node))
    note(number->value);
  if (const auto* date = std::get_if<syntax::DateLiteral>(&expression.node)) note(date->date.day);
  if (const auto* name = std::get_if<syntax::Application>(&expression.node)) {
    all(name->arguments);
    const auto meant = name->parenthesised
                           ? std::nullopt
                           : world_.law.find(Space::vocabulary, name->name,
                                             world_.law.home(expression.span.source));
    if (meant && meant->kind == Entity::parameter)
      if (const auto value = world_.parameter(meant->ref)) note(*value->least);
  }
  if (const auto* unary = std::get_if<syntax::Unary>(&expression.node)) all(unary->operand);
  if (const auto* binary = std::get_if<syntax::Binary>(&expression.node)) all(binary->operands);
  if (const auto* membership = std::get_if<syntax::Membership>(&expression.node))
    all(membership->members);
  if (const auto* quantifier = std::get_if<syntax::Quantifier>(&expression.node)) {
    all(quantifier->where);
    all(quantifier->body);
  }
}

Truth Completions::met(const Demand& demand, const std::map<Atom, Value>& assumed,
                       std::set<Atom>& missing) const {
  Partial partial(world_, assumed, missing);
  if (demand.constraint == nullptr) return negated(partial.done(demand.not_done));
  return truth_of(
      partial.expression(demand.constraint->item->condition.front(),
                         world_.environment(demand.constraint->binders, demand.arguments)));
}

Truth Completions::exist(const std::map<Atom, Value>& assumed) {
  tries_ = 0;
  std::vector<const Demand*> all;
  for (const Demand& demand : demands_) all.push_back(&demand);
  return search(assumed, std::move(all));
}

Truth Completions::search(const std::map<Atom, Value>& assumed, std::vector<const Demand*> open) {
  if (++tries_ > kTries) return std::nullopt;
  std::set<Atom> missing;
  std::vector<const Demand*> still;
  for (const Demand* demand : open) {
    std::set<Atom> unknown;
    const Truth holds = met(*demand, assumed, unknown);
    if (holds == false) return false;
    if (holds == true) continue;
    still.push_back(demand);
    missing.insert(unknown.begin(), unknown.end());
  }
  if (still.empty()) return true;
  if (missing.empty()) return std::nullopt;
  // What can be tried value by value before what is only bounded.
  const auto listed = [&](const Atom& atom) { return !world_.scene.choices(atom).values.empty(); };
  auto chosen = std::ranges::find_if(missing, listed);
  if (chosen == missing.end()) chosen = missing.begin();
  const Parts tried = parts(*chosen, assumed);
  Truth found = tried.all ? Truth(false) : std::nullopt;
  for (const Value& value : tried.values) {
    std::map<Atom, Value> further = assumed;
    further[*chosen] = value;
    const Truth here = further == assumed ? Truth() : search(further, still);
    if (here == true) return true;
    if (!here) found = std::nullopt;
  }
  return found;
}

// A list of values; of a number or date the ranges between the thresholds and around them, or, once
// it is within one, that range and both its ends.
Completions::Parts Completions::parts(const Atom& atom,
                                      const std::map<Atom, Value>& assumed) const {
  const Sort sort = world_.scene.kind(atom).sort;
  const Choices choices = world_.scene.choices(atom);
  std::vector<Value> result;
  if (!choices.values.empty()) {
    for (std::int64_t value : choices.values) result.push_back(Value::exactly(sort, value));
    return {std::move(result), true};
  }
  const auto found = assumed.find(atom);
  const Value whole =
      found == assumed.end() ? Value{sort, choices.low, choices.high} : found->second;
  std::optional<std::int64_t> from = whole.least;
  for (std::int64_t threshold : thresholds_) {
    if (!Value::exactly(sort, threshold).within(whole)) continue;
    if (!from || *from < threshold) result.push_back({sort, from, threshold - 1});
    result.push_back(Value::exactly(sort, threshold));
    from = threshold + 1;
  }
  if (!from || !whole.greatest || *from <= *whole.greatest)
    result.push_back({sort, from, whole.greatest});
  if (result.size() > 1) return {std::move(result), true};
  result.clear();
  if (whole.least && whole.greatest && *whole.greatest - *whole.least < 64) {
    for (std::int64_t value = *whole.least; value <= *whole.greatest; ++value)
      result.push_back(Value::exactly(sort, value));
    return {std::move(result), true};
  }
  for (std::int64_t value : {whole.least.value_or(whole.greatest.value_or(0)),
                             whole.greatest.value_or(whole.least.value_or(0))})
    result.push_back(Value::exactly(sort, value));
  return {std::move(result), false};
}

}  // namespace grotius::verify
