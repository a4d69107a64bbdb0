#include "grammar/parse.hpp"

#include <algorithm>
#include <utility>

#include "grammar/guard.hpp"
#include "grammar/markdown.hpp"
#include "grammar/mistakes/case.hpp"
#include "grammar/token.hpp"
#include "grammar/x3/items.hpp"
#include "grammar/x3/recovery.hpp"

namespace grotius {

using namespace grammar;

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// One parse: the tokens of a text and the state of the rules that read them.
class Reading {
 public:
  Reading(const Sources& sources, SourceId source, Diagnostics& diagnostics, bool markdown)
      : reporter_(source, diagnostics), state_(sources[source].text(), reporter_) {
    if (!is_readable(sources, source, diagnostics)) return;
    const auto size = static_cast<std::uint32_t>(state_.text.size());
    const std::uint32_t begin = state_.text.starts_with(byte_order_mark) ? 3 : 0;
    tokens_ = tokens_of(
        sources, markdown ? norm_blocks(sources, source) : std::vector<Span>{{source, begin, size}},
        markdown, reporter_);
    at_ = tokens_.data();
    last_ = at_ + tokens_.size();
    state_.tokens = state_.item = state_.farthest = at_;
  }

  bool readable() const { return !tokens_.empty(); }
  State& state() { return state_; }
  const Token& now() const { return *at_; }
  void skip() { ++at_; }
  void skip_to_next_item() {
    state_.item = state_.farthest = at_;
    at_ = next_item(state_);
  }
  /// How many items begin in the text, about.
  std::size_t count_items() const {
    return static_cast<std::size_t>(std::count_if(
        tokens_.begin(), tokens_.end(),
        [](const Token& token) { return token.first_on_line && begins_item(token.word); }));
  }
  /// Whether the word here is near to one with which items begin.
  bool misspelt_item() const {
    return is_name(*at_) && meant(state_.text_of(*at_), item_words()).has_value();
  }
  bool begins_block() const {
    return at_ != tokens_.data() && at_[-1].kind == TokenKind::block_end;
  }
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

/// Reads the items of a file, and what may stand only at its beginning.
class FileReading {
 public:
  FileReading(Reading& reading, syntax::File& file) : reading_(reading), file_(file) {}

  void read() {
    file_.items.reserve(reading_.count_items());
    while (!reading_.at_end()) {
      if (reading_.now().kind == TokenKind::block_end) {
        reading_.skip();
      } else if (belongs_to_rejected()) {
        reading_.skip_to_next_item();
      } else if (reading_.now().word == Word::module) {
        read_header();
      } else if (reading_.now().word == Word::uses && first_) {
        reading_.state().rejected = false;
        reading_.read(uses, file_.uses);
        first_ = false;
      } else {
        read_item();
      }
    }
  }

 private:
  void read_item() {
    reading_.state().rejected = false;
    syntax::Item next;
    reading_.read(item, next);
    first_ = false;
    if (reading_.state().rejected) {
      rejected_ = true;
      return;
    }
    if (!std::holds_alternative<syntax::Individuals>(next.node)) rejected_ = false;
    file_.items.push_back(std::move(next));
  }

  void read_header() {
    const Token& word = reading_.now();
    State& state = reading_.state();
    state.rejected = false;
    syntax::ModuleHeader header;
    reading_.read(module_header, header);
    if (header_) {
      Diagnostic& diagnostic = state.reporter.error(codes::second_module, word.begin, word.end,
                                                    "a file holds one module");
      diagnostic.help = "put the other module into a file of its own";
      diagnostic.related.push_back({state.span(*header_), "the first begins here"});
    } else if (!first_) {
      state.reporter
          .error(codes::module_not_first, word.begin, word.end,
                 "the module header stands first in its file")
          .help = "move it to the beginning";
    }
    if (!header_) header_ = &word;
    first_ = false;
    if (!state.rejected && !file_.module) file_.module = std::move(header);
  }

  /// Lines whose situation was not understood, or the rest of such an item in another block: they
  /// have been told already.
  bool belongs_to_rejected() const {
    const Token& token = reading_.now();
    if (!rejected_ || begins_item(token.word)) return false;
    if (token.word == Word::given || token.word == Word::unknown) return true;
    return reading_.begins_block() && !reading_.misspelt_item();
  }

  Reading& reading_;
  syntax::File& file_;
  const Token* header_ = nullptr;
  bool first_ = true;
  bool rejected_ = false;  ///< the last item, individuals aside
};

}  // namespace

syntax::File parse(const Sources& sources, SourceId source, Diagnostics& diagnostics) {
  syntax::File file;
  file.source = source;
  Reading reading(sources, source, diagnostics, sources[source].is_markdown());
  if (reading.readable()) FileReading(reading, file).read();
  return file;
}

std::optional<syntax::Expression> parse_expression(const Sources& sources, SourceId source,
                                                   Diagnostics& diagnostics) {
  Reading reading(sources, source, diagnostics, false);
  syntax::Expression result;
  if (!reading.readable()) return std::nullopt;
  reading.read(lone_expression, result);
  if (!reading.faultless()) return std::nullopt;
  return result;
}

std::optional<syntax::Situation> parse_lines(const Sources& sources, SourceId source,
                                             Diagnostics& diagnostics) {
  Reading reading(sources, source, diagnostics, false);
  syntax::Situation result;
  if (!reading.readable()) return std::nullopt;
  reading.read(lone_lines, result);
  if (!reading.faultless()) return std::nullopt;
  return result;
}

}  // namespace grotius
