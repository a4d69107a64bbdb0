#include <array>
#include <type_traits>
#include <variant>

#include "grammar/printing/writer.hpp"

namespace grotius::printing {

namespace {

using namespace syntax;
using printing::write;

std::string_view word(Modality modality) {
  static constexpr std::array<std::string_view, 6> words{"permit", "forbid",  "oblige",
                                                         "exempt", "empower", "disable"};
  return words[static_cast<std::size_t>(modality)];
}

/// One clause that holds one value.
template <class Value>
void write_one(std::string& out, std::string_view word, const Value& value) {
  out += clause;
  out += '(';
  out += word;
  out += ' ';
  write(out, value);
  out += ')';
}

template <class Value>
void write_optional(std::string& out, std::string_view word, const std::optional<Value>& value) {
  if (value) write_one(out, word, *value);
}

void write(std::string& out, const Everyone& who) {
  if (who.every) out += "(every ";
  write(out, who.name);
  if (!who.except.empty()) {
    out += ' ';
    write_list(out, "except", who.except);
  }
  if (who.every) out += ')';
}

void write(std::string& out, const Setting& setting) {
  out += '(';
  write(out, setting.parameter);
  if (setting.value.empty()) out += " unknown";
  write_each(out, setting.value);
  out += ')';
}

/// Everything between `(WORD` and `)` of each kind of item.
struct ItemWriter {
  std::string& out;

  void operator()(const Document& document) const {
    head("document", document.name);
    write_one(out, "citation", document.citation);
    write_optional(out, "rank", document.rank);
    if (document.dated) {
      out += clause;
      out += "(dated " + to_string(document.dated->date) + ")";
    }
    write_optional(out, "link", document.link);
  }
  void operator()(const TypeDeclaration& type) const {
    head("type", type.name);
    write_optional(out, "below", type.supertype);
    write_clause(out, "closed", type.individuals);
  }
  void operator()(const Parameter& parameter) const {
    head("parameter", parameter.name);
    write_one(out, "type", parameter.type);
    write_clause(out, "value", parameter.value);
    write_text(out, "title", parameter.title);
    write_sources(out, parameter.sources);
  }
  void operator()(const Fact& fact) const {
    head("fact", fact.name, fact.parameters);
    write_optional(out, "type", fact.type);
    if (fact.presumed) {
      out += clause;
      out += fact.presumed->unknown ? "(presumed unknown" : "(presumed";
      write_each(out, fact.presumed->value);
      out += ')';
    }
    if (fact.cost) {
      out += clause;
      out += "(cost " + std::to_string(*fact.cost) + ")";
    }
    write_text(out, "template", fact.text);
  }
  void operator()(const Definition& definition) const {
    head("define", definition.name, definition.parameters);
    write_optional(out, "type", definition.type);
    write_text(out, "template", definition.text);
    write_sources(out, definition.sources);
    write_clause(out, definition.type ? "=" : "when", definition.body);
    write_clause(out, "unless", definition.unless);
  }
  void operator()(const Action& action) const {
    head("action", action.name, action.roles);
    write_text(out, "template", action.text);
    for (const Kind& kind : action.kinds) {
      out += clause;
      out += "(is ";
      write(out, kind.general);
      for (const Expression& condition : kind.when) {
        out += " (when ";
        write(out, condition);
        out += ')';
      }
      out += ')';
    }
    if (action.done_presumed_unknown) {
      out += clause;
      out += "(done-presumed unknown)";
    }
  }
  void operator()(const Attribution& attribution) const {
    out += "attribution";
    write_text(out, "title", attribution.title);
    write_sources(out, attribution.sources);
    write_one(out, "act", attribution.act);
    write_clause(out, "when", attribution.when);
  }
  void operator()(const Norm& norm) const {
    head("norm", norm.name);
    write_text(out, "title", norm.title);
    write_sources(out, norm.sources);
    write_in_force(out, norm.in_force);
    if (norm.by_default) {
      out += clause;
      out += "by-default";
    }
    write_one(out, word(norm.modality), norm.act);
    write_clause(out, "when", norm.when);
    write_clause(out, "unless", norm.unless);
    write_clause(out, "overrides", norm.overrides);
  }
  void operator()(const Priority& priority) const {
    out += "priority";
    write_each(out, priority.norms);
  }
  void operator()(const Incompatibility& incompatibility) const {
    out += "incompatible";
    write_each(out, incompatibility.acts);
  }
  void operator()(const Constraint& constraint) const {
    head("constraint", constraint.name);
    write_text(out, "title", constraint.title);
    write_clause(out, "for", constraint.binders);
    write_clause(out, "holds", constraint.condition);
  }
  void operator()(const Thesis& thesis) const {
    head("thesis", thesis.name);
    write_text(out, "title", thesis.title);
    write_sources(out, thesis.sources);
    write_clause(out, "for", thesis.binders);
    write_clause(out, thesis.mode == ThesisMode::always ? "always" : "sometimes", thesis.condition);
    if (thesis.expect == ThesisExpectation::none) return;
    out += clause;
    out += thesis.expect == ThesisExpectation::proved ? "(expect proved)" : "(expect refuted)";
  }
  void operator()(const Acceptance& acceptance) const {
    head("acceptance", acceptance.module);
    out += clause;
    out += "(by";
    for (const Everyone& who : acceptance.who) {
      out += ' ';
      write(out, who);
    }
    write_period(out, acceptance.period);
    out += ')';
    write_sources(out, acceptance.sources);
  }
  void operator()(const Toleration& toleration) const {
    head("tolerate", toleration.kind);
    write_each(out, toleration.names);
    write_one(out, "reason", toleration.reason);
  }
  void operator()(const Question& question) const {
    out += "ask";
    for (const Expression& asked : question.asked) write_one(out, "asked", asked);
    write_optional(out, "in", question.situation);
    write_clause(out, "under", question.under);
    write_optional(out, "as-held-by", question.as_held_by);
    if (question.on) {
      out += clause;
      out += "(on " + to_string(question.on->date) + ")";
    }
    if (!question.with.empty()) {
      out += clause;
      out += "(with";
      for (const Setting& setting : question.with) {
        out += ' ';
        write(out, setting);
      }
      out += ')';
    }
    write_optional(out, "expect", question.expect);
  }

 private:
  void head(std::string_view word, const Name& name) const {
    out += word;
    out += ' ';
    write(out, name);
  }
  void head(std::string_view word, const Name& name, const std::vector<Binder>& binders) const {
    head(word, name);
    out += ' ';
    write_binders(out, binders);
  }
};

}  // namespace

void write(std::string& out, const Item& item) {
  if (const auto* situation = std::get_if<Situation>(&item.node)) return write(out, *situation);
  if (const auto* individuals = std::get_if<Individuals>(&item.node))
    return write(out, *individuals);
  out += '(';
  std::visit(
      [&out](const auto& node) {
        if constexpr (std::is_invocable_v<ItemWriter, decltype(node)>) ItemWriter{out}(node);
      },
      item.node);
  out += ')';
}

}  // namespace grotius::printing
