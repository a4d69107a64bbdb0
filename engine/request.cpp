// A question in words: each part of the command line is a small source text of its own, read by the
// grammar of expressions, so that mistakes in it are shown like mistakes in a file.

#include "engine/codes.hpp"
#include "engine/session_state.hpp"
#include "grammar/parse.hpp"

namespace grotius {

namespace {

/// Reads the parts of a request; `failed` once one of them has a mistake.
class RequestReader {
 public:
  explicit RequestReader(Session::State& state) : state_(state) {}
  bool failed = false;

  std::optional<syntax::Expression> expression(const std::string& option, const std::string& text) {
    auto read =
        parse_expression(state_.sources, state_.sources.add(option, text), state_.diagnostics);
    failed = failed || !read;
    return read;
  }

  std::optional<syntax::Name> name(const std::string& option, const std::string& text) {
    if (text.find_first_of(" \t\n(") != std::string::npos) {
      const Span span{state_.sources.add(option, text), 0, static_cast<std::uint32_t>(text.size())};
      return fail<syntax::Name>(span, "`" + text + "` is no name", option + " takes a name");
    }
    const auto read = expression(option, text);
    if (!read) return std::nullopt;
    if (const auto* application = std::get_if<syntax::Application>(&read->node);
        application != nullptr && !application->parenthesised)
      return application->name;
    return fail<syntax::Name>(read->span, "`" + text + "` is no name", option + " takes a name");
  }

  std::optional<syntax::DatePoint> date(const std::string& option, const std::string& text) {
    const Span span{state_.sources.add(option, text), 0, static_cast<std::uint32_t>(text.size())};
    if (const auto date = parse_date(text)) return syntax::DatePoint{*date, span};
    return fail<syntax::DatePoint>(span, "`" + text + "` is no date",
                                   "write YYYY-MM-DD, for instance 1999-03-24");
  }

  std::optional<syntax::Setting> setting(const std::string& option, const std::string& text) {
    const auto equals = text.find('=');
    if (equals != std::string::npos && text.substr(text.find_last_of(" =") + 1) == "unknown") {
      const auto parameter = name(option, text.substr(0, equals));
      if (!parameter) return std::nullopt;
      return syntax::Setting{*parameter, {}};
    }
    const auto read = expression(option, text);
    if (!read) return std::nullopt;
    if (const auto* binary = std::get_if<syntax::Binary>(&read->node);
        binary != nullptr && binary->op == syntax::BinaryOperator::equal)
      if (const auto* parameter = std::get_if<syntax::Application>(&binary->operands[0].node);
          parameter != nullptr && !parameter->parenthesised)
        return syntax::Setting{parameter->name, {binary->operands[1]}};
    return fail<syntax::Setting>(read->span, "`" + text + "` does not set a parameter",
                                 "write PARAMETER=VALUE, for instance large_scale=5000");
  }

 private:
  template <class Result>
  std::optional<Result> fail(Span span, std::string message, std::string help) {
    state_.diagnostics.error(codes::bad_request, span, std::move(message)).help = std::move(help);
    failed = true;
    return std::nullopt;
  }

  Session::State& state_;
};

}  // namespace

std::optional<model::Question> Session::question(const Request& request) {
  RequestReader reader(*state_);
  syntax::Question question;
  if (auto asked = reader.expression("--query", request.query))
    question.asked.push_back(std::move(*asked));
  if (!request.situation.empty()) question.situation = reader.name("--in", request.situation);
  for (const std::string& module : request.under)
    if (const auto name = reader.name("--under", module)) question.under.push_back(*name);
  if (!request.as_held_by.empty())
    question.as_held_by = reader.name("--as-held-by", request.as_held_by);
  if (!request.on.empty()) question.on = reader.date("--on", request.on);
  for (const std::string& text : request.with)
    if (auto setting = reader.setting("--with", text)) question.with.push_back(std::move(*setting));
  if (reader.failed) return std::nullopt;
  return resolve_question(*state_->model, question, state_->diagnostics);
}

}  // namespace grotius
