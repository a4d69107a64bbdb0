#include "engine/explore/interview_lines.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace grotius::explore {

using ground::Input;
using model::IndividualId;

CaseLines::CaseLines(const ground::World& world) : world_(world), model_(*world.model) {
  const auto count = [&](const auto& items) {
    for (const auto& item : items) ++declared_[item.name];
  };
  count(model_.facts);
  count(model_.definitions);
  count(model_.actions);
  count(model_.parameters);
  count(model_.types);
  for (const model::Individual& one : model_.individuals)
    if (!one.situation) ++declared_[one.name];
}

std::string CaseLines::name(model::ModuleId module, std::string_view name) const {
  const auto found = declared_.find(name);
  const bool shared = found != declared_.end() && found->second > 1;
  return shared ? model_.qualified(module, name) : std::string(name);
}

std::string CaseLines::individual(IndividualId id) const {
  const model::Individual& one = model_[id];
  return one.situation ? std::string(one.name) : name(one.module, one.name);
}
std::string CaseLines::type(model::TypeId id) const { return name(model_[id].module, model_[id].name); }
std::string CaseLines::parameter(model::ParameterId id) const { return name(model_[id].module, model_[id].name); }

std::string CaseLines::value(const model::ValueKind& kind, std::int64_t value) const {
  switch (kind.sort.kind) {
    case model::Sort::Kind::boolean:
      return value != 0 ? "true" : "false";
    case model::Sort::Kind::integer:
      return std::to_string(value);
    case model::Sort::Kind::date:
      return to_string(Date{value});
    case model::Sort::Kind::individual:
      return individual(model::id_of<IndividualId>(static_cast<std::size_t>(value)));
  }
  return "";
}

const std::vector<model::Variable>& CaseLines::parameters_of(const Input& input) const {
  return input.kind == Input::Kind::deed ? model_.actions[input.ref].roles : model_.facts[input.ref].parameters;
}

std::string CaseLines::head(const Input& input) const {
  if (input.kind == Input::Kind::deed) return "done " + name(model_.actions[input.ref].module, model_.actions[input.ref].name);
  return name(model_.facts[input.ref].module, model_.facts[input.ref].name);
}

std::string CaseLines::given(const Input& input, std::int64_t value) const {
  std::string arguments;
  for (IndividualId argument : input.arguments) arguments += (arguments.empty() ? "" : ", ") + individual(argument);
  const std::string atom = head(input) + '(' + arguments + ')';
  if (input.value.sort.kind == model::Sort::Kind::boolean) return (value != 0 ? "" : "not ") + atom;
  return atom + " = " + this->value(input.value, value);
}

/// Some individuals of a type, in the shortest words.
std::string CaseLines::set(const std::vector<IndividualId>& individuals, model::TypeId of) const {
  constexpr std::size_t kExceptions = 4;
  if (individuals.size() == 1) return individual(individuals.front());
  const auto list = [&](const std::vector<IndividualId>& ids) {
    std::vector<std::string> names;
    for (IndividualId id : ids) names.push_back(individual(id));
    return fmt::format("{{{}}}", fmt::join(names, ", "));
  };
  std::vector<IndividualId> others;
  for (IndividualId id : world_.universe.of(of))
    if (std::ranges::find(individuals, id) == individuals.end()) others.push_back(id);
  if (others.empty()) return "every " + type(of);
  if (others.size() <= kExceptions && individuals.size() > 2 * kExceptions) return "every " + type(of) + " except " + list(others);
  return list(individuals);
}

// The argument that varies most becomes a set; atoms that agree in all others are one line.
std::vector<std::string> CaseLines::unknown(const std::vector<Input>& inputs) const {
  std::map<std::string, std::vector<const Input*>> by_head;
  for (const Input& input : inputs) by_head[head(input)].push_back(&input);
  std::vector<std::string> lines;
  for (const auto& [head, atoms] : by_head) {
    const std::size_t arity = atoms.front()->arguments.size();
    std::size_t varied = 0, most = 0;
    for (std::size_t i = 0; i < arity; ++i) {
      std::set<IndividualId> values;
      for (const Input* atom : atoms) values.insert(atom->arguments[i]);
      if (values.size() > most) most = values.size(), varied = i;
    }
    std::map<std::vector<IndividualId>, std::vector<IndividualId>> groups;
    for (const Input* atom : atoms) {
      std::vector<IndividualId> others = atom->arguments;
      if (arity > 0) others.erase(others.begin() + static_cast<std::ptrdiff_t>(varied));
      auto& group = groups[others];
      if (arity > 0) group.push_back(atom->arguments[varied]);
    }
    for (const auto& [others, group] : groups) {
      std::vector<std::string> arguments;
      for (IndividualId other : others) arguments.push_back(individual(other));
      if (arity > 0)
        arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(varied), set(group, parameters_of(*atoms.front())[varied].type));
      lines.push_back(fmt::format("{}({})", head, fmt::join(arguments, ", ")));
    }
  }
  std::ranges::sort(lines);
  return lines;
}

}  // namespace grotius::explore
