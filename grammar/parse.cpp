#include "grammar/parse.hpp"

#include <utility>

#include "grammar/guard.hpp"
#include "grammar/markdown.hpp"
#include "grammar/token.hpp"
#include "grammar/x3/expressions.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius {

using namespace grammar;

namespace {

/// One parse: the tokens of a text and the state of the rules that read them.
class Reading {
 public:
  Reading(const Sources& sources, SourceId source, Diagnostics& diagnostics, bool markdown)
      : reporter_(source, diagnostics), state_(sources[source].text(), reporter_) {
    if (!is_readable(sources, source, diagnostics)) return;
    const auto size = static_cast<std::uint32_t>(state_.text.size());
    tokens_ = tokens_of(
        sources, markdown ? norm_blocks(sources, source) : std::vector<Span>{{source, 0, size}},
        markdown, reporter_);
    at_ = tokens_.data();
    last_ = at_ + tokens_.size();
    state_.tokens = state_.item = state_.farthest = at_;
  }

  bool readable() const { return !tokens_.empty(); }
  State& state() { return state_; }
  const Token& now() const { return *at_; }
  void skip() { ++at_; }
  bool at_end() const { return at_->kind == TokenKind::end || reporter_.full(); }
  bool faultless() const { return reporter_.count() == 0; }

  template <class Rule, class Value>
  bool read(const Rule& rule, Value& value) {
    const auto context = x3::make_context<StateTag>(state_);
    return rule.parse(at_, last_, context, x3::unused, value);
  }

 private:
  Reporter reporter_;
  State state_;
  std::vector<Token> tokens_;
  Iterator at_ = nullptr;
  Iterator last_ = nullptr;
};

}  // namespace

syntax::File parse(const Sources& sources, SourceId source, Diagnostics& diagnostics) {
  syntax::File file;
  file.source = source;
  Reading reading(sources, source, diagnostics, sources[source].is_markdown());
  if (!reading.readable()) return file;
  while (!reading.at_end()) {
    if (reading.now().kind == TokenKind::block_end) {
      reading.skip();
      continue;
    }
    reading.state().rejected = false;
    if (reading.now().word == Word::module) {
      syntax::ModuleHeader header;
      if (reading.read(module_header, header)) file.module = std::move(header);
      continue;
    }
    if (reading.now().word == Word::uses && file.items.empty() && !file.module) {
      reading.read(uses, file.uses);
      continue;
    }
    syntax::Item next;
    reading.read(item, next);
    if (!reading.state().rejected) file.items.push_back(std::move(next));
  }
  return file;
}

std::optional<syntax::Expression> parse_expression(const Sources& sources, SourceId source,
                                                   Diagnostics& diagnostics) {
  Reading reading(sources, source, diagnostics, false);
  syntax::Expression result;
  if (!reading.readable() || !reading.read(expression, result)) return std::nullopt;
  return result;
}

std::optional<syntax::Situation> parse_lines(const Sources& sources, SourceId source,
                                             Diagnostics& diagnostics) {
  Reading reading(sources, source, diagnostics, false);
  syntax::Situation result;
  if (!reading.readable() || !reading.read(lines, result)) return std::nullopt;
  return result;
}

}  // namespace grotius
