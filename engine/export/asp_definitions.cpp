// Types, facts, definitions, deeds and constraints.

#include <algorithm>

#include <fmt/format.h>

#include "engine/export/asp_writer.hpp"
#include "engine/export/codes.hpp"
#include "engine/ground/print.hpp"

namespace grotius::exporting {

std::string AspWriter::individual(model::IndividualId id) {
  return fmt::format("i{}_{}", index(id), name_of(model_, world_.universe, id));
}

std::string AspWriter::type(model::TypeId id) {
  return once(fmt::format("t{}_{}", index(id), model_[id].name), [this, id] {
    const std::string predicate = type(id);
    if (world_.universe.of(id).empty()) never(predicate, 1);
    for (model::IndividualId member : world_.universe.of(id))
      rule(call(predicate, {individual(member)}), {});
  });
}

std::string AspWriter::fact(model::FactId id) {
  return once(fmt::format("f{}_{}", index(id), model_[id].name), [this, id] { write_fact(id); });
}

std::string AspWriter::definition(model::DefinitionId id) {
  const std::size_t set = set_;
  return once(fmt::format("d{}_{}_{}", index(id), set, model_[id].name), [this, id, set] {
    set_ = set;
    write_definition(id);
  });
}

std::string AspWriter::done(model::ActionId id) {
  return once(fmt::format("done{}_{}", index(id), model_[id].name), [this, id] { write_done(id); });
}

template <class Use>
void AspWriter::each_tuple(const std::vector<model::Variable>& parameters, Use use) {
  std::vector<model::IndividualId> tuple(parameters.size());
  auto bind = [&](auto& self, std::size_t place) -> void {
    if (place == tuple.size()) return use(tuple);
    for (model::IndividualId one : world_.universe.of(parameters[place].type)) {
      tuple[place] = one;
      self(self, place + 1);
    }
  };
  bind(bind, 0);
}

void AspWriter::report_unknown(const ground::Input& input) {
  diagnostics_
      .error(codes::unknown_fact, asked_at_,
             "`" + print(world_, input) +
                 "` is not known, and only a complete situation can be exported")
      .help = "give it in the situation, or ask the question here";
}

void AspWriter::write_fact(model::FactId id) {
  const model::Fact& fact_of = model_[id];
  const std::string predicate = fact(id);
  bool some_true = false, reported = false;
  each_tuple(fact_of.parameters, [&](const std::vector<model::IndividualId>& tuple) {
    const ground::Input input{ground::Input::Kind::fact, static_cast<std::uint32_t>(id), tuple,
                              fact_of.kind};
    const ground::Domain domain = snapshot_.domain(input);
    if (!domain.known()) {
      if (!reported) report_unknown(input);
      reported = true;
      return;
    }
    std::vector<std::string> arguments;
    for (model::IndividualId one : tuple) arguments.push_back(individual(one));
    const std::int64_t value = domain.values.front();
    if (fact_of.kind.sort.kind == model::Sort::Kind::boolean) {
      if (value == 0) return;
    } else {
      arguments.push_back(
          fact_of.kind.sort.kind == model::Sort::Kind::individual
              ? individual(model::id_of<model::IndividualId>(static_cast<std::size_t>(value)))
              : number(value));
    }
    some_true = true;
    rule(call(predicate, arguments), {});
  });
  const std::size_t arity =
      fact_of.parameters.size() + (fact_of.kind.sort.kind != model::Sort::Kind::boolean);
  if (!some_true) never(predicate, arity);
}

Variables AspWriter::head(const std::vector<model::Variable>& parameters) {
  Variables variables;
  for (const auto& parameter : parameters)
    variables[parameter.slot] = {fmt::format("X{}", parameter.slot), parameter.type};
  return variables;
}

Variables AspWriter::head(const model::ActPattern& pattern, Literals& literals) {
  Variables variables;
  for (std::uint32_t i = 0; i < pattern.arguments.size(); ++i) {
    const auto& argument = pattern.arguments[i];
    variables[i] = {fmt::format("X{}", i),
                    argument.individual ? model_[*argument.individual].type : argument.type};
    if (argument.individual)
      literals.push_back(fmt::format("X{} = {}", i, individual(*argument.individual)));
  }
  return variables;
}

void AspWriter::write_definition(model::DefinitionId id) {
  const model::Definition& defined = model_[id];
  const std::string predicate = definition(id);
  const Variables variables = head(defined.parameters);
  std::vector<std::string> arguments = names(variables);
  if (defined.value) {
    const Term value = term(*defined.value, variables);
    Literals body = domains(variables);
    body.insert(body.end(), value.literals.begin(), value.literals.end());
    body.push_back("V = " + value.text);
    arguments.emplace_back("V");
    return rule(call(predicate, arguments), body);
  }
  for (const auto& alternative : defined.alternatives) {
    Literals body = domains(variables);
    for (const auto& literal : condition(alternative.when, variables)) body.push_back(literal);
    if (alternative.unless)
      for (const auto& literal : denied(*alternative.unless, variables)) body.push_back(literal);
    rule(call(predicate, arguments), body);
  }
}

void AspWriter::write_done(model::ActionId id) {
  const model::Action& action = model_[id];
  const std::string predicate = done(id);
  bool reported = false;
  each_tuple(action.roles, [&](const std::vector<model::IndividualId>& tuple) {
    const ground::Input input{ground::Input::Kind::deed, static_cast<std::uint32_t>(id), tuple, {}};
    const ground::Domain domain = snapshot_.domain(input);
    if (!domain.known()) {
      if (!reported) report_unknown(input);
      reported = true;
    } else if (domain.values.front() != 0) {
      std::vector<std::string> arguments;
      for (model::IndividualId one : tuple) arguments.push_back(individual(one));
      rule(call(predicate, arguments), {});
    }
  });
  for (model::AttributionId attribution_id : world_.sets[0].set.attributions) {
    const model::Attribution& attribution = model_[attribution_id];
    if (attribution.act.action != id) continue;
    Literals body;
    const Variables variables = head(attribution.act, body);
    for (const auto& literal : domains(variables)) body.push_back(literal);
    for (const auto& literal : condition(attribution.when, variables)) body.push_back(literal);
    rule(call(predicate, names(variables)), body);
  }
  for (std::size_t special = 0; special < model_.actions.size(); ++special) {
    const auto special_id = model::id_of<model::ActionId>(special);
    for (const model::Kind& kind : model_[special_id].kinds) {
      if (kind.general != id) continue;
      const Variables variables = head(model_[special_id].roles);
      std::vector<std::string> general;
      for (std::uint32_t role : kind.roles) general.push_back(variables.at(role).name);
      Literals body = domains(variables);
      body.push_back(call(done(special_id), names(variables)));
      for (const auto& literal : condition(kind.when, variables)) body.push_back(literal);
      rule(call(predicate, general), body);
    }
  }
  never(predicate, action.roles.size());
}

void AspWriter::write_requirements() {
  for (model::ConstraintId id : world_.sets[0].set.constraints) {
    const model::Constraint& constraint = model_[id];
    const Variables variables = head(constraint.binders);
    Literals body = domains(variables);
    for (const auto& literal : denied(constraint.condition, variables)) body.push_back(literal);
    rule("", body);
  }
  for (const model::Entry* entry : snapshot_.not_done()) {
    std::vector<std::string> arguments;
    for (model::IndividualId one : entry->atom.arguments) arguments.push_back(individual(one));
    rule("", {call(done(model::id_of<model::ActionId>(entry->atom.ref)), arguments)});
  }
}

}  // namespace grotius::exporting
