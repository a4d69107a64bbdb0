#include "engine/export/asp.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/export/asp_writer.hpp"

namespace grotius::exporting {

AspWriter::AspWriter(const ground::World& world, const ground::Snapshot& snapshot,
                     Diagnostics& diagnostics, Span asked_at)
    : world_(world),
      model_(*world.model),
      snapshot_(snapshot),
      diagnostics_(diagnostics),
      asked_at_(asked_at) {}

std::string AspWriter::call(const std::string& predicate,
                            const std::vector<std::string>& arguments) {
  return arguments.empty() ? predicate
                           : fmt::format("{}({})", predicate, fmt::join(arguments, ","));
}

std::vector<std::string> AspWriter::names(const Variables& variables) {
  std::vector<std::string> names;
  for (const auto& [slot, bound] : variables) names.push_back(bound.name);
  return names;
}

AspWriter::Literals AspWriter::domains(const Variables& variables) {
  Literals literals;
  for (const auto& [slot, bound] : variables)
    literals.push_back(call(type(bound.type), {bound.name}));
  return literals;
}

void AspWriter::rule(const std::string& head, const Literals& body) {
  text_ += head;
  if (!body.empty())
    text_ += fmt::format("{}:- {}", head.empty() ? "" : " ", fmt::join(body, ", "));
  text_ += ".\n";
}

void AspWriter::never(const std::string& predicate, std::size_t arity) {
  rule(call(predicate, std::vector<std::string>(arity, "none")), {"#false"});
}

std::string AspWriter::once(std::string predicate, std::function<void()> write) {
  if (named_.insert(predicate).second) pending_.push_back(std::move(write));
  return predicate;
}

std::string AspWriter::write(const model::Question& question) {
  std::string asked = question.text;
  std::ranges::replace(asked, '\n', ' ');
  text_ = fmt::format("% {} in {}\n", asked, model_[question.situation].name);
  if (const auto* act = std::get_if<model::Act>(&question.asked)) {
    std::vector<std::string> arguments;
    for (model::IndividualId argument : act->arguments) arguments.push_back(individual(argument));
    auto is = [&](std::string_view name) { return call(status(0, act->action, name), arguments); };
    auto answer = [&](std::string_view question_asked, std::string_view value,
                      std::string_view name) {
      rule(fmt::format("{}({})", question_asked, value), {is(name)});
    };
    answer("status", "contested", "contested");
    answer("status", "obliged", "obliged");
    answer("status", "forbidden", "forbidden");
    rule("status(permitted)", {is("permitted"), "not " + is("obliged")});
    answer("status", "silent", "silent");
    answer("must", "contested", "must_contested");
    answer("must", "exempt", "exempted");
    answer("must", "no", "must_no");
    answer("must", "obliged", "obliged");
    answer("can", "contested", "can_contested");
    answer("can", "disabled", "disabled");
    answer("can", "empowered", "empowered");
    answer("can", "no", "can_no");
    text_ += "#show status/1.\n#show must/1.\n#show can/1.\n";
  } else {
    const Literals body = condition(std::get<model::Expr>(question.asked), {});
    rule("answer(yes)", body);
    rule("answer(no)", {"not answer(yes)"});
    text_ += "#show answer/1.\n";
  }
  write_requirements();
  while (!pending_.empty()) {
    const auto next = std::move(pending_.front());
    pending_.pop_front();
    set_ = 0;
    next();
  }
  return std::move(text_);
}

std::string to_asp(const ground::World& world, const model::Question& question, bool open,
                   Diagnostics& diagnostics) {
  const ground::Snapshot snapshot(world, (*world.model)[question.situation], open);
  const std::size_t before = diagnostics.items().size();
  std::string text = AspWriter(world, snapshot, diagnostics, question.span).write(question);
  return diagnostics.items().size() > before ? "" : text;
}

}  // namespace grotius::exporting
