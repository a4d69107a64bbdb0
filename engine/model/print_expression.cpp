#include "engine/model/print.hpp"
#include "engine/model/printer.hpp"

namespace grotius::model {

namespace printing {

std::string_view word(Status status) {
  switch (status) {
    case Status::permitted:
      return "permitted";
    case Status::forbidden:
      return "forbidden";
    case Status::obliged:
      return "obliged";
    case Status::exempted:
      return "exempted";
    case Status::empowered:
      return "empowered";
    case Status::disabled:
      return "disabled";
    case Status::contested:
      return "contested";
    case Status::silent:
      return "silent";
    case Status::done:
      return "done";
    case Status::fulfilled:
      return "fulfilled";
    case Status::breached:
      return "breached";
    case Status::valid:
      return "valid";
  }
  return "";
}

}  // namespace printing

namespace {

class ExpressionPrinter {
 public:
  explicit ExpressionPrinter(const Model& model) : model_(model) {}

  std::string take() { return std::move(out_); }

  void print(const Expr& expr) {
    switch (expr.kind) {
      case ExprKind::boolean:
      case ExprKind::integer:
      case ExprKind::date:
        out_ += printing::value_text(model_, expr.sort, expr.number);
        return;
      case ExprKind::individual:
        out_ += printing::individual_text(model_, id_of<IndividualId>(expr.ref));
        return;
      case ExprKind::variable:
        out_ += '#' + std::to_string(expr.ref);
        return;
      case ExprKind::parameter:
        out_ += name(model_[id_of<ParameterId>(expr.ref)]);
        return;
      case ExprKind::today:
        out_ += "today";
        return;
      case ExprKind::fact:
        return list(name(model_[id_of<FactId>(expr.ref)]), expr);
      case ExprKind::definition:
        return list(name(model_[id_of<DefinitionId>(expr.ref)]), expr);
      case ExprKind::negation:
        return list("not", expr);
      case ExprKind::conjunction:
        return list("and", expr);
      case ExprKind::disjunction:
        return list("or", expr);
      case ExprKind::implication:
        return list("implies", expr);
      case ExprKind::equal:
        return list("=", expr);
      case ExprKind::less:
        return list("<", expr);
      case ExprKind::less_equal:
        return list("<=", expr);
      case ExprKind::member:
        return list("in", expr);
      case ExprKind::is_type:
        return list("is " + printing::type_text(model_, id_of<TypeId>(expr.ref)), expr);
      case ExprKind::add:
        return list("+", expr);
      case ExprKind::subtract:
        return list("-", expr);
      case ExprKind::multiply:
        return list("*", expr);
      case ExprKind::some:
        return list("some " + binders(expr), expr);
      case ExprKind::no:
        return list("no " + binders(expr), expr);
      case ExprKind::every:
        return list("every " + binders(expr), expr);
      case ExprKind::count:
        return list("count " + binders(expr), expr);
      case ExprKind::sum:
        return list("sum " + binders(expr), expr);
      case ExprKind::status:
        return status(expr);
    }
  }

 private:
  template <class Named>
  std::string name(const Named& named) const {
    return model_.qualified(named.module, named.name);
  }
  std::string binders(const Expr& expr) const {
    return '(' + printing::variables_text(model_, expr.binders) + ')';
  }

  void list(const std::string& head, const Expr& expr) {
    out_ += '(' + head;
    for (const Expr& operand : expr.operands) {
      out_ += ' ';
      print(operand);
    }
    out_ += ')';
  }

  void status(const Expr& expr) {
    std::string head(printing::word(expr.status));
    if (expr.under) head += " under " + std::string(model_[*expr.under].name);
    list(head + ' ' + name(model_[id_of<ActionId>(expr.ref)]), expr);
  }

  const Model& model_;
  std::string out_;
};

}  // namespace

std::string print(const Model& model, const Expr& expr) {
  ExpressionPrinter printer(model);
  printer.print(expr);
  return printer.take();
}

}  // namespace grotius::model
