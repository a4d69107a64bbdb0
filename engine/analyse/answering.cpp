#include "engine/analyse/answering.hpp"

#include <algorithm>

#include "engine/ground/print.hpp"

namespace grotius::analyse {

namespace {

using ground::InputId;
using ground::NodeId;

std::vector<std::pair<ReportedStatus, NodeId>> reported(const ground::ActStatus& status) {
  return {{ReportedStatus::contested, status.contested},
          {ReportedStatus::forbidden, status.forbidden},
          {ReportedStatus::obliged, status.obliged},
          {ReportedStatus::permitted, status.merely_permitted},
          {ReportedStatus::silent, status.silent}};
}

class Answering {
 public:
  Answering(const Inquiry& inquiry, Completions& completions)
      : inquiry_(inquiry), completions_(completions) {}

  void fill(Answer& answer) {
    if (inquiry_.status) {
      about_act(answer, *inquiry_.status);
    } else {
      about_expression(answer, *inquiry_.condition);
    }
    if (answer.possible.empty())
      throw ClaimNotConfirmed("no completion gives an answer, though there is a completion");
    const Verdict first = answer.possible.front().answer;
    const bool common = std::ranges::all_of(
        answer.possible, [&](const Possibility& one) { return one.answer == first; });
    answer.answer = common ? first : Verdict::depends;
    if (answer.possible.size() == 1) answer.status = answer.possible.front().status;
  }

 private:
  void about_act(Answer& answer, const ground::ActStatus& status) {
    for (const auto& [reported_as, node] : reported(status))
      add_possibility(answer, reported_as, verdict_of(reported_as), node);
    answer.must = the_one({{Must::contested, status.must_contested},
                           {Must::exempt, status.exempt},
                           {Must::no, status.must_no},
                           {Must::obliged, status.obliged}},
                          Must::depends);
    answer.can = the_one({{Can::contested, status.can_contested},
                          {Can::disabled, status.disabled},
                          {Can::empowered, status.empowered},
                          {Can::no, status.can_no}},
                         Can::depends);
    for (std::size_t i = 0; i < status.instances.size(); ++i) add_norm(answer, status, i);
  }

  void about_expression(Answer& answer, NodeId condition) {
    add_possibility(answer, std::nullopt, Verdict::no, inquiry_.negated_condition);
    add_possibility(answer, std::nullopt, Verdict::yes, condition);
  }

  void add_possibility(Answer& answer, std::optional<ReportedStatus> status, Verdict verdict,
                       NodeId node) {
    if (inquiry_.certain.truth(node) == false) return;
    const auto completion = completions_.first(node);
    if (!completion) return;
    Possibility possibility{status, verdict, {}, {}};
    for (InputId id : inquiry_.open) {
      const ground::Input& input = inquiry_.program[id];
      const std::int64_t value = (*completion)[ground::index(id)];
      possibility.witness.push_back(line(inquiry_.world, input, value));
      const bool deed = input.kind == ground::Input::Kind::deed;
      if (deed || input.kind == ground::Input::Kind::fact)
        possibility.completed.emplace_back(model::Atom{deed, input.ref, input.arguments}, value);
    }
    answer.possible.push_back(std::move(possibility));
  }

  template <class Value>
  Value the_one(std::initializer_list<std::pair<Value, NodeId>> values, Value several) {
    std::optional<Value> one;
    for (const auto& [value, node] : values) {
      if (!possible(node, true)) continue;
      if (one) return several;
      one = value;
    }
    return *one;
  }

  bool possible(NodeId node, bool holds) {
    if (const auto truth = inquiry_.certain.truth(node)) return *truth == holds;
    return completions_.possible(node, holds);
  }
  bool possible_together(NodeId a, NodeId b) {
    const solve::Claim both[] = {solve::node_is(a, true), solve::node_is(b, true)};
    return completions_.possible(both);
  }
  InCompletions in_completions(NodeId node) {
    if (!possible(node, true)) return InCompletions::never;
    return possible(node, false) ? InCompletions::sometimes : InCompletions::always;
  }

  void add_norm(Answer& answer, const ground::ActStatus& status, std::size_t place) {
    const ground::Instance& instance = status.instances[place];
    const InCompletions applies = in_completions(instance.applies);
    if (applies == InCompletions::never) return;
    const model::Model& model = *inquiry_.world.model;
    NormInForce norm{instance.norm, {}, applies, in_completions(instance.stands), {}};
    const auto& arguments = model[instance.norm].act.arguments;
    for (std::size_t i = 0; i < arguments.size(); ++i)
      if (!arguments[i].individual)
        norm.bindings.emplace_back(arguments[i].name,
                                   name_of(model, inquiry_.world.universe, instance.bindings[i]));
    std::ranges::sort(norm.bindings);
    for (const ground::Instance::Defeater& defeater : instance.superiors) {
      const ground::Instance& superior = status.instances[defeater.instance];
      if (!possible_together(instance.applies, superior.stands)) continue;
      const bool known = std::ranges::any_of(
          norm.defeated_by, [&](const auto& other) { return other.norm == superior.norm; });
      if (!known) norm.defeated_by.push_back({superior.norm, defeater.ground});
    }
    answer.norms.push_back(std::move(norm));
  }

  const Inquiry& inquiry_;
  Completions& completions_;
};

}  // namespace

void fill_answer(Answer& answer, const Inquiry& inquiry, Completions& completions) {
  Answering(inquiry, completions).fill(answer);
}

}  // namespace grotius::analyse
