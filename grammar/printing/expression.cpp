#include <array>
#include <utility>

#include "grammar/print.hpp"
#include "grammar/printing/writer.hpp"

namespace grotius::printing {

namespace {

using namespace syntax;

std::string_view word(BinaryOperator op) {
  static constexpr std::array<std::string_view, 12> words{"implies", "or", "and", "=", "!=", "<",
                                                          "<=",      ">",  ">=",  "+", "-",  "*"};
  return words[static_cast<std::size_t>(op)];
}

std::string_view word(DeonticOperator op) {
  static constexpr std::array<std::string_view, 12> words{
      "permitted", "forbidden", "obliged", "exempted",  "empowered", "disabled",
      "contested", "silent",    "done",    "fulfilled", "breached",  "valid"};
  return words[static_cast<std::size_t>(op)];
}

std::string_view word(QuantifierKind kind) {
  static constexpr std::array<std::string_view, 5> words{"some", "no", "every", "count", "sum"};
  return words[static_cast<std::size_t>(kind)];
}

void write_application(std::string& out, const Name& name,
                       const std::vector<Expression>& arguments) {
  out += '(';
  write(out, name);
  write_each(out, arguments);
  out += ')';
}

struct NodeWriter {
  std::string& out;

  void operator()(const BooleanLiteral& literal) const { out += literal.value ? "true" : "false"; }
  void operator()(const IntegerLiteral& literal) const {
    const std::string number = std::to_string(literal.value);
    out += literal.in_days ? "(days " + number + ")" : number;
  }
  void operator()(const DateLiteral& literal) const { out += to_string(literal.date); }
  void operator()(const Today&) const { out += "today"; }
  void operator()(const Application& application) const {
    if (application.parenthesised) {
      write_application(out, application.name, application.arguments);
    } else {
      write(out, application.name);
    }
  }
  void operator()(const Unary& unary) const { write_list(out, "not", unary.operand); }

  /// Walks down the left operands in a loop: a chain of ten thousand `and` is that deep.
  void operator()(const Binary& binary) const {
    std::vector<const Binary*> chain{&binary};
    while (const Binary* next = std::get_if<Binary>(&chain.back()->operands.front().node)) {
      chain.push_back(next);
    }
    for (const Binary* link : chain) {
      out += '(';
      out += word(link->op);
      out += ' ';
    }
    write(out, chain.back()->operands.front());
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      out += ' ';
      write(out, (*link)->operands.back());
      out += ')';
    }
  }
  void operator()(const Membership& membership) const {
    out += "(in ";
    write(out, membership.element.front());
    out += " {";
    for (std::size_t i = 0; i < membership.members.size(); ++i) {
      if (i > 0) out += ' ';
      write(out, membership.members[i]);
    }
    out += "})";
  }
  void operator()(const TypeTest& test) const {
    out += "(is ";
    write(out, test.subject.front());
    out += ' ';
    write(out, test.type);
    out += ')';
  }
  void operator()(const Deontic& deontic) const {
    out += '(';
    out += word(deontic.op);
    out += ' ';
    write_application(out, deontic.action, deontic.arguments);
    if (deontic.under) {
      out += " (under ";
      write(out, *deontic.under);
      out += ')';
    }
    out += ')';
  }
  void operator()(const Quantifier& quantifier) const {
    out += '(';
    out += word(quantifier.kind);
    out += ' ';
    write_binders(out, quantifier.binders);
    for (const Expression& condition : quantifier.where) {
      out += " (where ";
      write(out, condition);
      out += ')';
    }
    write_each(out, quantifier.body);
    out += ')';
  }
};

}  // namespace

void write(std::string& out, const Expression& expression) {
  std::visit(NodeWriter{out}, expression.node);
}

void write(std::string& out, const Act& act) { write_application(out, act.action, act.arguments); }

}  // namespace grotius::printing

namespace grotius {

std::string print(const syntax::Expression& expression) {
  std::string out;
  printing::write(out, expression);
  return out;
}

}  // namespace grotius
