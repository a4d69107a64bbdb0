#include "grammar/printing/writer.hpp"

namespace grotius::printing {

using namespace syntax;

void write(std::string& out, const Name& name) {
  if (!name.qualifier.empty()) {
    out += name.qualifier;
    out += '.';
  }
  out += name.text;
}

void write(std::string& out, const Text& text) {
  out += '"';
  out += text.raw;
  out += '"';
}

void write(std::string& out, const syntax::Source& source) {
  out += "(source";
  if (source.document) {
    out += ' ';
    write(out, *source.document);
  }
  if (source.text) {
    out += ' ';
    write(out, *source.text);
  }
  if (source.unconfirmed) out += " unconfirmed";
  out += ')';
}

void write(std::string& out, const ValueType& type) {
  switch (type.kind) {
    case ValueType::Kind::integer:
      if (!type.ranged) {
        out += "int";
        break;
      }
      out += "(int ";
      if (type.low) out += std::to_string(*type.low);
      out += "..";
      if (type.high) out += std::to_string(*type.high);
      out += ')';
      break;
    case ValueType::Kind::date:
      out += "date";
      break;
    case ValueType::Kind::named:
      if (type.name) write(out, *type.name);
      break;
  }
}

void write(std::string& out, const Binder& binder) {
  out += '(';
  write(out, binder.name);
  out += ' ';
  write(out, binder.type);
  out += ')';
}

void write(std::string& out, const Head& head) {
  out += '(';
  write(out, head.action);
  for (const Argument& argument : head.arguments) {
    out += ' ';
    if (argument.type) {
      write(out, Binder{argument.name, *argument.type});
    } else {
      write(out, argument.name);
    }
  }
  out += ')';
}

void write(std::string& out, const Individuals& individuals) {
  out += "(individual";
  for (const NamedIndividual& individual : individuals.individuals) {
    out += " (";
    write(out, individual.name);
    if (individual.label) {
      out += ' ';
      write(out, *individual.label);
    }
    out += ' ';
    write(out, individual.type);
    out += ')';
  }
  out += ')';
}

void write_binders(std::string& out, const std::vector<Binder>& binders) {
  out += '(';
  for (std::size_t i = 0; i < binders.size(); ++i) {
    if (i > 0) out += ' ';
    write(out, binders[i]);
  }
  out += ')';
}

void write_date(std::string& out, std::string_view word, const std::optional<DatePoint>& date) {
  if (!date) return;
  out += " (";
  out += word;
  out += ' ' + to_string(date->date) + ')';
}

void write_period(std::string& out, const Period& period) {
  write_date(out, "from", period.from);
  write_date(out, "until", period.until);
}

void write_in_force(std::string& out, const Period& period) {
  if (!period.from && !period.until) return;
  out += clause;
  out += "(in-force";
  write_period(out, period);
  out += ')';
}

void write_text(std::string& out, std::string_view word, const std::optional<Text>& text) {
  if (!text) return;
  out += clause;
  out += '(';
  out += word;
  out += ' ';
  write(out, *text);
  out += ')';
}

void write_sources(std::string& out, const std::vector<syntax::Source>& sources) {
  for (const syntax::Source& source : sources) {
    out += clause;
    write(out, source);
  }
}

}  // namespace grotius::printing
