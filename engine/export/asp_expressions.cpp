// Conditions and terms as rule bodies.

#include <array>
#include <limits>

#include <fmt/format.h>

#include "engine/export/asp_writer.hpp"
#include "engine/export/codes.hpp"

namespace grotius::exporting {

using model::Expr;
using model::ExprKind;

namespace {

void collect_free(const Expr& expr, const Variables& variables, Variables& free) {
  if (expr.kind == ExprKind::variable)
    if (const auto found = variables.find(expr.ref); found != variables.end()) free.insert(*found);
  for (const Expr& operand : expr.operands) collect_free(operand, variables, free);
}

/// The variables of the surroundings that an expression speaks of. A binder of its own hides one of
/// its slot only where that slot is free again, so nothing is missed and at most something is
/// carried along.
Variables free_in(const Expr& expr, const Variables& variables) {
  Variables free;
  collect_free(expr, variables, free);
  return free;
}

std::string_view name(model::Status status) {
  static constexpr std::array<std::string_view, 12> names = {
      "permitted", "forbidden", "obliged", "exempted",  "empowered", "disabled",
      "contested", "silent",    "done",    "fulfilled", "breached",  "valid"};
  return names[static_cast<std::size_t>(status)];
}

void append(std::vector<std::string>& literals, const std::vector<std::string>& more) {
  literals.insert(literals.end(), more.begin(), more.end());
}

}  // namespace

std::string AspWriter::number(std::int64_t value) {
  if (value > std::numeric_limits<std::int32_t>::max() ||
      value < std::numeric_limits<std::int32_t>::min())
    diagnostics_
        .error(codes::number_too_large, asked_at_,
               fmt::format("the number {} is beyond the 31 bits of clingo", value))
        .help = "the question can be asked here, but not exported";
  return std::to_string(value);
}

Variables AspWriter::extended(const Variables& variables,
                              const std::vector<model::Variable>& binders) {
  Variables inner = variables;
  for (const auto& binder : binders)
    inner[binder.slot] = {fmt::format("Y{}", bound_++), binder.type};
  return inner;
}

// A predicate over the free variables that holds where one of the bodies does.
std::string AspWriter::auxiliary(const Variables& variables, const Expr& expr,
                                 const std::vector<Literals>& bodies) {
  const Variables free = free_in(expr, variables);
  const std::string predicate = fresh();
  const std::string head = call(predicate, names(free));
  for (const Literals& body : bodies) {
    Literals all = domains(free);
    append(all, body);
    rule(head, all);
  }
  if (bodies.empty()) never(predicate, free.size());
  return head;
}

std::string AspWriter::as_atom(const Expr& expr, const Variables& variables) {
  return auxiliary(variables, expr, {condition(expr, variables)});
}

AspWriter::Literals AspWriter::denied(const Expr& expr, const Variables& variables) {
  return {"not " + as_atom(expr, variables)};
}

std::string AspWriter::some(const Expr& quantifier, const Variables& variables,
                            const Literals* further) {
  const Variables inner = extended(variables, quantifier.binders);
  Literals body;
  for (const auto& binder : quantifier.binders)
    body.push_back(call(type(binder.type), {inner.at(binder.slot).name}));
  append(body, condition(quantifier.operands[0], inner));
  if (quantifier.kind == ExprKind::every) append(body, denied(quantifier.operands[1], inner));
  if (further != nullptr) append(body, *further);
  return auxiliary(variables, quantifier, {body});
}

AspWriter::Literals AspWriter::condition(const Expr& expr, const Variables& variables) {
  switch (expr.kind) {
    case ExprKind::boolean:
      return {expr.number != 0 ? "#true" : "#false"};
    case ExprKind::negation:
      return denied(expr.operands[0], variables);
    case ExprKind::conjunction: {
      Literals all;
      for (const Expr& operand : expr.operands) append(all, condition(operand, variables));
      return all;
    }
    case ExprKind::disjunction: {
      std::vector<Literals> bodies;
      for (const Expr& operand : expr.operands) bodies.push_back(condition(operand, variables));
      return {auxiliary(variables, expr, bodies)};
    }
    case ExprKind::implication:
      return {
          auxiliary(variables, expr,
                    {denied(expr.operands[0], variables), condition(expr.operands[1], variables)})};
    case ExprKind::equal: {
      if (expr.operands[0].sort.kind != model::Sort::Kind::boolean)
        return comparison(expr, variables, "=");
      Literals both = condition(expr.operands[0], variables),
               neither = denied(expr.operands[0], variables);
      append(both, condition(expr.operands[1], variables));
      append(neither, denied(expr.operands[1], variables));
      return {auxiliary(variables, expr, {both, neither})};
    }
    case ExprKind::less:
      return comparison(expr, variables, "<");
    case ExprKind::less_equal:
      return comparison(expr, variables, "<=");
    case ExprKind::member: {
      const Term element = term(expr.operands[0], variables);
      std::vector<Literals> bodies;
      for (std::size_t i = 1; i < expr.operands.size(); ++i) {
        const Term member = term(expr.operands[i], variables);
        Literals body = element.literals;
        append(body, member.literals);
        body.push_back(element.text + " = " + member.text);
        bodies.push_back(std::move(body));
      }
      return {auxiliary(variables, expr, bodies)};
    }
    case ExprKind::is_type: {
      Term subject = term(expr.operands[0], variables);
      subject.literals.push_back(call(type(model::id_of<model::TypeId>(expr.ref)), {subject.text}));
      return subject.literals;
    }
    case ExprKind::some:
      return {some(expr, variables, nullptr)};
    case ExprKind::no:
    case ExprKind::every:
      return {"not " + some(expr, variables, nullptr)};
    case ExprKind::status: {
      const auto action = model::id_of<model::ActionId>(expr.ref);
      const std::size_t set = expr.under ? world_.set_of_module.at(*expr.under) : set_;
      return application(status(set, action, name(expr.status)), expr.operands, variables, false)
          .literals;
    }
    case ExprKind::definition:
      return application(definition(model::id_of<model::DefinitionId>(expr.ref)), expr.operands,
                         variables, false)
          .literals;
    default:
      return application(fact(model::id_of<model::FactId>(expr.ref)), expr.operands, variables,
                         false)
          .literals;
  }
}

AspWriter::Literals AspWriter::comparison(const Expr& expr, const Variables& variables,
                                          std::string_view sign) {
  Term left = term(expr.operands[0], variables);
  const Term right = term(expr.operands[1], variables);
  append(left.literals, right.literals);
  left.literals.push_back(fmt::format("{} {} {}", left.text, sign, right.text));
  return left.literals;
}

AspWriter::Term AspWriter::application(const std::string& predicate,
                                       const std::vector<Expr>& arguments,
                                       const Variables& variables, bool has_value) {
  Term result;
  std::vector<std::string> terms;
  for (const Expr& argument : arguments) {
    const Term one = term(argument, variables);
    append(result.literals, one.literals);
    terms.push_back(one.text);
  }
  if (has_value) terms.push_back(result.text = fmt::format("V{}", bound_++));
  result.literals.push_back(call(predicate, terms));
  return result;
}

AspWriter::Term AspWriter::term(const Expr& expr, const Variables& variables) {
  switch (expr.kind) {
    case ExprKind::integer:
    case ExprKind::date:
      return {number(expr.number), {}};
    case ExprKind::individual:
      return {individual(model::id_of<model::IndividualId>(expr.ref)), {}};
    case ExprKind::variable:
      return {variables.at(expr.ref).name, {}};
    case ExprKind::today:
      return {number(world_.moment.date.day), {}};
    case ExprKind::parameter: {
      const auto& value = world_.parameters[expr.ref];
      if (!value) {
        report_unknown(
            {ground::Input::Kind::parameter, expr.ref, {}, model_.parameters[expr.ref].kind});
        return {"0", {}};
      }
      if (expr.sort.kind == model::Sort::Kind::individual)
        return {individual(model::id_of<model::IndividualId>(static_cast<std::size_t>(*value))),
                {}};
      return {number(*value), {}};
    }
    case ExprKind::add:
    case ExprKind::subtract:
    case ExprKind::multiply: {
      Term left = term(expr.operands[0], variables);
      const Term right = term(expr.operands[1], variables);
      append(left.literals, right.literals);
      const char* sign = expr.kind == ExprKind::add        ? "+"
                         : expr.kind == ExprKind::subtract ? "-"
                                                           : "*";
      left.text = fmt::format("({}{}{})", left.text, sign, right.text);
      return left;
    }
    case ExprKind::count:
    case ExprKind::sum:
      return aggregate(expr, variables);
    case ExprKind::definition:
      return application(definition(model::id_of<model::DefinitionId>(expr.ref)), expr.operands,
                         variables, true);
    default:
      return application(fact(model::id_of<model::FactId>(expr.ref)), expr.operands, variables,
                         true);
  }
}

// The members are told apart by what is bound, so that equal summands are added as often as they
// occur.
AspWriter::Term AspWriter::aggregate(const Expr& expr, const Variables& variables) {
  const Variables inner = extended(variables, expr.binders);
  Literals members;
  std::vector<std::string> tuple;
  for (const auto& binder : expr.binders) {
    members.push_back(call(type(binder.type), {inner.at(binder.slot).name}));
    tuple.push_back(inner.at(binder.slot).name);
  }
  members.push_back(as_atom(expr.operands[0], inner));
  if (expr.kind == ExprKind::sum) {
    // The summand is bound by a predicate of its own: an aggregate may not stand within an
    // aggregate.
    const Term summand = term(expr.operands[1], inner);
    const Variables free = free_in(expr.operands[1], inner);
    std::vector<std::string> arguments = names(free);
    const std::string predicate = fresh();
    Literals body = domains(free);
    append(body, summand.literals);
    const std::string value = fmt::format("V{}", bound_++);
    body.push_back(fmt::format("{} = {}", value, summand.text));
    arguments.push_back(value);
    rule(call(predicate, arguments), body);
    members.push_back(call(predicate, arguments));
    tuple.insert(tuple.begin(), value);
  }
  const Variables free = free_in(expr, variables);
  std::vector<std::string> arguments = names(free);
  const std::string total = fmt::format("V{}", bound_++);
  Literals body = domains(free);
  body.push_back(fmt::format("{} = #{} {{ {} : {} }}", total,
                             expr.kind == ExprKind::count ? "count" : "sum", fmt::join(tuple, ","),
                             fmt::join(members, ", ")));
  arguments.push_back(total);
  const std::string predicate = fresh();
  rule(call(predicate, arguments), body);
  return {total, {call(predicate, arguments)}};
}

}  // namespace grotius::exporting
