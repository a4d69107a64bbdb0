#include "grammar/printing/writer.hpp"

namespace grotius::printing {

namespace {

using namespace syntax;
using printing::write;

void write(std::string& out, const LineArgument& argument) {
  switch (argument.kind) {
    case LineArgument::Kind::one:
      for (const Name& name : argument.names) write(out, name);
      break;
    case LineArgument::Kind::set:
      out += '{';
      for (std::size_t i = 0; i < argument.names.size(); ++i) {
        if (i > 0) out += ' ';
        write(out, argument.names[i]);
      }
      out += '}';
      break;
    case LineArgument::Kind::every:
      out += "(every";
      write_each(out, argument.names);
      if (!argument.except.empty()) {
        out += ' ';
        write_list(out, "except", argument.except);
      }
      out += ')';
      break;
  }
}

void write(std::string& out, const LineValue& value) {
  if (value.sources.empty()) {
    for (const Expression& expression : value.value) write(out, expression);
    return;
  }
  out += "(value";
  write_each(out, value.value);
  write_each(out, value.sources);
  out += ')';
}

/// `(= (not (done (NAME argument …))) value …)`, as much of it as is written.
void write(std::string& out, const LineEntry& entry) {
  const bool valued = !entry.values.empty();
  if (valued) out += "(= ";
  if (entry.negated) out += "(not ";
  if (entry.done) out += "(done ";
  out += '(';
  write(out, entry.name);
  for (const LineArgument& argument : entry.arguments) {
    out += ' ';
    write(out, argument);
  }
  out += ')';
  if (entry.done) out += ')';
  if (entry.negated) out += ')';
  if (valued) {
    for (const LineValue& value : entry.values) {
      out += ' ';
      write(out, value);
    }
    out += ')';
  }
}

void write(std::string& out, const Line& line) {
  out += line.kind == Line::Kind::given ? "(given" : "(unknown";
  for (const LineEntry& entry : line.entries) {
    out += ' ';
    write(out, entry);
  }
  write_period(out, line.period);
  write_each(out, line.sources);
  out += ')';
}

}  // namespace

void write(std::string& out, const Situation& situation) {
  out += "(situation ";
  write(out, situation.name);
  write_text(out, "title", situation.title);
  if (situation.extends) {
    out += clause;
    out += "(extends ";
    write(out, *situation.extends);
    out += ')';
  }
  if (situation.on) {
    out += clause;
    out += "(on " + to_string(situation.on->date) + ")";
  }
  for (const Individuals& individuals : situation.individuals) {
    out += clause;
    write(out, individuals);
  }
  for (const Line& line : situation.lines) {
    out += clause;
    write(out, line);
  }
  out += ')';
}

}  // namespace grotius::printing
