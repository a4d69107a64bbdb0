#include "engine/model/situation_statements.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "engine/model/codes.hpp"
#include "engine/model/situation_codes.hpp"

namespace grotius::model {
namespace {

class StatementResolver {
 public:
  StatementResolver(Resolver& resolver, const Scope& scope)
      : resolver_(resolver), scope_(scope), vocabulary_{scope.home, nullptr} {}

  std::optional<Statement> statement(const syntax::Line& line, const syntax::LineEntry& entry,
                                     const Interval& period) {
    Statement result;
    result.deed = entry.done;
    result.period = period;
    result.span = entry.span;
    const std::optional<Entity> subject = find_subject(entry);
    if (!subject) return std::nullopt;
    result.ref = subject->ref;
    const bool deed = subject->kind == EntityKind::action;
    const std::vector<Variable>& parameters = deed
                                                  ? model()[id_of<ActionId>(subject->ref)].roles
                                                  : model()[id_of<FactId>(subject->ref)].parameters;

    const bool arguments_good = arguments(entry, *subject, parameters, result.arguments);
    result.sources = resolver_.citations(line.sources, vocabulary_);
    const bool values_good =
        line.kind == syntax::Line::Kind::unknown || values(entry, *subject, result);
    if (!arguments_good || !values_good) return std::nullopt;
    return result;
  }

 private:
  const Model& model() const { return resolver_.model; }
  Diagnostics& diagnostics() { return resolver_.diagnostics; }

  /// The fact or action that the entry speaks of. The situation's individuals have no part in it.
  std::optional<Entity> find_subject(const syntax::LineEntry& entry) {
    const EntityKind wanted = entry.done ? EntityKind::action : EntityKind::fact;
    const std::optional<Entity> found =
        resolver_.find(vocabulary_, NameSpace::vocabulary, entry.name, wanted);
    if (!found || found->kind == wanted) return found;
    report_other_kind(entry, *found);
    return std::nullopt;
  }

  void report_other_kind(const syntax::LineEntry& entry, const Entity& found) {
    const std::string name = quoted(entry.name.text);
    const auto report = [&](Code code, const std::string& message, const std::string& help) {
      Diagnostic& diagnostic = diagnostics().error(code, entry.name.span, message);
      diagnostic.help = help;
      diagnostic.related.push_back({found.span, "declared here"});
    };
    if (found.kind == EntityKind::definition) {
      report(codes::definition_given, name + " follows from its definition: it cannot be given",
             "give the facts on which the definition rests");
    } else if (found.kind == EntityKind::parameter) {
      report(codes::parameter_given, name + " is a parameter of the law: no situation sets it",
             "a question may assume another value: `ask … with " + std::string(entry.name.text) +
                 " = …`");
    } else if (found.kind == EntityKind::action) {
      report(codes::deed_form, name + " is an action: a line says whether it was done",
             std::string("write `given ") + (entry.negated ? "not " : "") + "done " +
                 std::string(entry.name.text) + "(…)`");
    } else if (found.kind == EntityKind::fact) {
      report(codes::deed_form, name + " is a fact, and facts are not done", "leave out `done`");
    } else {
      report(codes::wrong_kind_of_name,
             name + " is " + std::string(with_article(found.kind)) + ", which cannot be given",
             "only facts and deeds are given");
    }
  }

  bool arguments(const syntax::LineEntry& entry, const Entity& subject,
                 const std::vector<Variable>& parameters, std::vector<StatementArgument>& out) {
    const std::size_t written = entry.arguments.size();
    if (written != parameters.size()) {
      std::string form = std::string(entry.name.text) + "(";
      for (std::size_t i = 0; i < parameters.size(); ++i) {
        form += (i == 0 ? "" : ", ") + std::string(parameters[i].name) + ": " +
                std::string(model()[parameters[i].type].name);
      }
      const std::string takes = parameters.empty() ? "no arguments"
                                : parameters.size() == 1
                                    ? "1 argument"
                                    : std::to_string(parameters.size()) + " arguments";
      Diagnostic& diagnostic =
          diagnostics().error(codes::wrong_arity, entry.span,
                              quoted(entry.name.text) + " takes " + takes + ", and here it has " +
                                  std::to_string(written));
      diagnostic.help = "it is declared as `" + form + ")`";
      diagnostic.related.push_back({subject.span, "declared here"});
    }
    bool good = written == parameters.size();
    for (std::size_t i = 0; i < written; ++i) {
      const Variable* parameter = i < parameters.size() ? &parameters[i] : nullptr;
      StatementArgument& argument = out.emplace_back();
      const bool fits = entry.arguments[i].kind == syntax::LineArgument::Kind::every
                            ? every(entry.arguments[i], parameter, argument)
                            : individuals(entry.arguments[i], parameter, argument);
      good = good && fits;
    }
    return good;
  }

  bool individuals(const syntax::LineArgument& written, const Variable* parameter,
                   StatementArgument& out) {
    bool good = true;
    std::set<IndividualId> met;
    for (const syntax::Name& name : written.names) {
      const std::optional<IndividualId> individual = resolver_.individual(scope_, name);
      if (!individual) {
        good = false;
      } else if (parameter && !fits(name, model()[*individual].type, *parameter)) {
        good = false;
      } else if (!met.insert(*individual).second) {
        diagnostics()
            .error(codes::listed_twice, name.span, quoted(name.text) + " is listed twice")
            .help = "leave it out here";
        good = false;
      } else {
        out.individuals.push_back(*individual);
      }
    }
    return good;
  }

  bool every(const syntax::LineArgument& written, const Variable* parameter,
             StatementArgument& out) {
    const std::optional<Acceptance::Who> who =
        resolver_.everyone({true, written.names.front(), written.except}, scope_);
    if (!who) return false;
    out.every = who->type;
    out.except = who->except;
    return !parameter || fits(written.names.front(), who->type, *parameter);
  }

  bool fits(const syntax::Name& name, TypeId type, const Variable& parameter) {
    if (model().is_or_is_below(type, parameter.type)) return true;
    const std::string meant = quoted(model()[parameter.type].name);
    const bool itself = model()[type].name == name.text;
    Diagnostic& diagnostic = diagnostics().error(
        codes::wrong_type, name.span,
        (itself ? "not every " + quoted(name.text) + " is a " + meant
                : quoted(name.text) + " is of type " + quoted(model()[type].name)) +
            ", and `" + std::string(parameter.name) + "` is a " + meant);
    if (itself) {
      diagnostic.help = "write `every " + std::string(model()[parameter.type].name) +
                        "`, or name the individuals";
    } else {
      diagnostic.related.push_back({model()[parameter.type].span, "this type is meant"});
    }
    return false;
  }

  bool values(const syntax::LineEntry& entry, const Entity& subject, Statement& out) {
    const std::string name(entry.name.text);
    const ValueKind truth;
    const ValueKind& kind =
        subject.kind == EntityKind::fact ? model()[id_of<FactId>(subject.ref)].kind : truth;
    if (kind.sort.kind == Sort::Kind::boolean) {
      out.values.push_back(entry.negated ? 0 : 1);
      if (entry.values.empty()) return true;
      Diagnostic& diagnostic =
          diagnostics().error(codes::value_not_meant, entry.values.front().value.front().span,
                              quoted(name) + " is a relation: it has no value");
      diagnostic.help = "write `given " + name + "(…)` or `given not " + name + "(…)`";
      diagnostic.related.push_back({subject.span, "declared here"});
      return false;
    }
    if (entry.values.empty() || entry.negated) {
      Diagnostic& diagnostic = diagnostics().error(
          codes::value_missing, entry.span,
          entry.values.empty() ? quoted(name) + " has a value, and none is given"
                               : quoted(name) + " has a value: `not` says nothing of it");
      diagnostic.help = "write `given " + name +
                        "(…) = …`, with the value that is known, or `unknown " + name + "(…)`";
      diagnostic.related.push_back({subject.span, "declared here"});
      return false;
    }
    return all_values(entry, kind, out);
  }

  bool all_values(const syntax::LineEntry& entry, const ValueKind& kind, Statement& out) {
    bool good = true;
    for (const syntax::LineValue& written : entry.values) {
      std::vector<Citation> sources = resolver_.citations(written.sources, vocabulary_);
      if (entry.values.size() == 1) {
        out.sources.insert(out.sources.begin(), sources.begin(), sources.end());
      } else {
        out.value_sources.push_back(std::move(sources));
      }
      const std::optional<std::int64_t> value =
          resolver_.constant(written.value.front(), kind, scope_);
      if (!value) {
        good = false;
      } else if (std::find(out.values.begin(), out.values.end(), *value) != out.values.end()) {
        diagnostics()
            .error(codes::listed_twice, written.value.front().span,
                   value_text(model(), kind, *value) + " is listed twice")
            .help = "put both sources behind one of them";
        good = false;
      } else {
        out.values.push_back(*value);
      }
    }
    return good;
  }

  Resolver& resolver_;
  const Scope& scope_;
  Scope vocabulary_;  ///< without the individuals of the situation
};

}  // namespace

std::vector<Statement> resolve_lines(Resolver& resolver, const Scope& scope,
                                     const std::vector<syntax::Line>& lines) {
  std::vector<Statement> result;
  StatementResolver statements(resolver, scope);
  for (const syntax::Line& line : lines) {
    const Interval period = resolver.interval(line.period);
    const bool good = period.from.has_value() == line.period.from.has_value() &&
                      period.until.has_value() == line.period.until.has_value();
    for (const syntax::LineEntry& entry : line.entries) {
      std::optional<Statement> statement = statements.statement(line, entry, period);
      if (statement && good) result.push_back(std::move(*statement));
    }
  }
  return result;
}

}  // namespace grotius::model
