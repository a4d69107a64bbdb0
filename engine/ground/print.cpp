#include "engine/ground/print.hpp"

#include <fmt/format.h>

namespace grotius::ground {

namespace {

std::string list(const World& world, const std::vector<model::IndividualId>& individuals) {
  std::string text;
  for (model::IndividualId individual : individuals) {
    if (!text.empty()) text += ", ";
    text += name_of(*world.model, world.universe, individual);
  }
  return text;
}

std::string_view name_of_kind(NodeKind kind) {
  switch (kind) {
    case NodeKind::constant:
      return "constant";
    case NodeKind::input:
    case NodeKind::input_number:
      return "input";
    case NodeKind::input_is:
      return "is";
    case NodeKind::negation:
      return "not";
    case NodeKind::conjunction:
      return "and";
    case NodeKind::disjunction:
      return "or";
    case NodeKind::less_equal:
      return "<=";
    case NodeKind::equal:
      return "=";
    case NodeKind::recursive:
      return "recursive";
    case NodeKind::number:
      return "number";
    case NodeKind::sum:
      return "sum";
    case NodeKind::scaled:
      return "times";
    case NodeKind::count:
      return "count";
    case NodeKind::choice:
      return "if";
  }
  return "";
}

}  // namespace

std::string print(const World& world, const Input& input) {
  const model::Model& model = *world.model;
  switch (input.kind) {
    case Input::Kind::fact:
      return fmt::format("{}({})", model.facts[input.ref].name, list(world, input.arguments));
    case Input::Kind::deed:
      return fmt::format("done {}({})", model.actions[input.ref].name,
                         list(world, input.arguments));
    case Input::Kind::parameter:
      return std::string(model.parameters[input.ref].name);
    case Input::Kind::status:
      return fmt::format("status {}({})", model.actions[input.ref].name,
                         list(world, input.arguments));
    case Input::Kind::today:
      return "today";
    case Input::Kind::exists:
      return "exists " + list(world, input.arguments);
  }
  return "";
}

std::string print(const World& world, const model::Act& act) {
  return fmt::format("{}({})", (*world.model)[act.action].name, list(world, act.arguments));
}

std::string print_value(const World& world, const model::ValueKind& kind, std::int64_t value) {
  switch (kind.sort.kind) {
    case model::Sort::Kind::boolean:
      return value != 0 ? "true" : "false";
    case model::Sort::Kind::integer:
      return std::to_string(value);
    case model::Sort::Kind::date:
      return to_string(Date{value});
    case model::Sort::Kind::individual:
      return std::string(
          name_of(*world.model, world.universe,
                  model::id_of<model::IndividualId>(static_cast<std::size_t>(value))));
  }
  return "";
}

std::string line(const World& world, const Input& input, std::int64_t value) {
  if (input.value.sort.kind == model::Sort::Kind::boolean)
    return (value != 0 ? "" : "not ") + print(world, input);
  return print(world, input) + " = " + print_value(world, input.value, value);
}

std::string print(const World& world, const Program& program) {
  std::string text;
  auto next = program.fixpoints.begin();
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    while (next != program.fixpoints.end() && next->begin == i) {
      text += fmt::format("least fixed point of n{} to n{}:", next->begin, next->end - 1);
      for (std::size_t m = 0; m < next->members.size(); ++m)
        text += fmt::format(" n{} from n{}", index(next->members[m]), index(next->bodies[m]));
      text += '\n';
      ++next;
    }
    const Node& node = program.nodes[i];
    text += fmt::format("n{} {}", i, name_of_kind(node.kind));
    switch (node.kind) {
      case NodeKind::constant:
        text += node.number != 0 ? " true" : " false";
        break;
      case NodeKind::number:
      case NodeKind::scaled:
        text += fmt::format(" {}", node.number);
        break;
      case NodeKind::input:
      case NodeKind::input_number:
        text += ' ' + print(world, program.inputs[node.ref]);
        break;
      case NodeKind::input_is:
        text += ' ' + line(world, program.inputs[node.ref], node.number);
        break;
      default:
        break;
    }
    for (NodeId operand : program.operands_of(node)) text += fmt::format(" n{}", index(operand));
    text += '\n';
  }
  return text;
}

}  // namespace grotius::ground
