#include <algorithm>

#include "grammar/formatting/clauses.hpp"

namespace grotius::formatting {

namespace {

using grammar::Sign;
using grammar::TokenKind;
using grammar::Word;

constexpr std::uint32_t clause_indent = 2;
constexpr std::uint32_t body_indent = 4;

bool is_modality(Word word) {
  return word == Word::permit || word == Word::forbid || word == Word::oblige ||
         word == Word::exempt || word == Word::empower || word == Word::disable;
}

/// Walks through an item once; each kind of item says what its words mean at depth 0.
class Cutter {
 public:
  Cutter(std::vector<Piece>& pieces, std::size_t first, std::size_t last)
      : pieces_(pieces), first_(first), last_(last) {
    layout_.kind = pieces[first].word;
    layout_.clauses.push_back({first, last, 0, first});
  }

  Layout run() {
    if (layout_.kind == Word::priority || layout_.kind == Word::incompatible ||
        layout_.kind == Word::individual || layout_.kind == Word::ask ||
        layout_.kind == Word::uses) {
      layout_.clauses.front().content = first_ + 1;
    }
    std::size_t depth = 0;
    for (at_ = first_ + 1; at_ < last_; ++at_) {
      if (pieces_[at_].is_closing() && depth > 0) --depth;
      if (depth == 0) look();
      if (pieces_[at_].is_opening()) ++depth;
    }
    decide_one_line();
    return std::move(layout_);
  }

 private:
  const Piece& here() const { return pieces_[at_]; }
  const Piece& before() const { return pieces_[at_ - 1]; }
  const Piece& ahead(std::size_t n) const { return pieces_[std::min(at_ + n, pieces_.size() - 1)]; }
  bool is_string() const { return here().kind == TokenKind::string; }
  /// A word that is no reserved one counts only where no name can stand.
  bool is_clause_word(Word word) const {
    return here().is(word) &&
           (before().ends_operand() || before().is(Sign::dots) || before().is(Word::force));
  }

  void cut(std::uint32_t indent, std::size_t words) {
    layout_.clauses.back().last = at_;
    layout_.clauses.push_back({at_, last_, indent, at_ + words});
    if (words > 0) pieces_[at_].clause_word = true;
  }
  void soft() {
    pieces_[at_].soft_break = true;
    pieces_[at_].clause_word = here().kind == TokenKind::word;
  }

  void look() {
    switch (layout_.kind) {
      case Word::module:
        return look_at_module();
      case Word::document:
        if (is_clause_word(Word::rank) || is_clause_word(Word::dated) || is_clause_word(Word::link))
          soft();
        return;
      case Word::parameter:
        if (here().is(Word::source)) return cut(clause_indent, 1);
        if (is_string() && layout_.clauses.size() == 1) soft();
        return;
      case Word::fact:
        if (is_clause_word(Word::presumed) || is_clause_word(Word::cost) || is_string()) soft();
        return;
      case Word::define:
        return look_at_definition();
      case Word::action:
        return look_at_action();
      case Word::attribution:
        return look_at_attribution();
      case Word::norm:
        return look_at_norm();
      case Word::constraint:
        return look_at_constraint();
      case Word::thesis:
        return look_at_thesis();
      case Word::acceptance:
        if (here().is(Word::source)) return cut(clause_indent, 1);
        if (is_clause_word(Word::from) || is_clause_word(Word::until)) soft();
        return;
      case Word::tolerate:
        if (is_string()) soft();
        return;
      case Word::situation:
        return look_at_situation();
      case Word::ask:
        return look_at_question();
      default:
        return;
    }
  }

  void look_at_module() {
    if (is_clause_word(Word::uses) || is_clause_word(Word::includes) || is_clause_word(Word::ranks))
      cut(0, 1);
    if (is_clause_word(Word::resolve) || here().is(Word::in)) cut(0, 2);
  }

  void look_at_definition() {
    if (here().is(Word::source) || here().is(Word::unless)) return cut(clause_indent, 1);
    if (here().is(Word::when)) {
      body_seen_ = true;
      return cut(clause_indent, 1);
    }
    if (here().is(Sign::equal) && !body_seen_) {
      body_seen_ = true;
      return cut(clause_indent, 1);
    }
    if (is_string() && layout_.clauses.size() == 1) soft();
  }

  void look_at_action() {
    if (here().is(Word::is) && !body_seen_) {
      body_seen_ = true;
      return cut(clause_indent, 1);
    }
    if (here().is(Word::done) && ahead(1).is(Word::presumed) && ahead(2).is(Word::unknown)) {
      return cut(clause_indent, 2);
    }
    if (is_string()) soft();
  }

  /// The act has no word before it: it follows the title, or the last part of the last source.
  void look_at_attribution() {
    if (here().is(Word::when)) return cut(clause_indent, 1);
    if (body_seen_) return;
    if (here().is(Word::source)) return cut(clause_indent, 1);
    const bool names_action = here().kind == TokenKind::word && !is_reserved(here().word) &&
                              (ahead(1).is(Sign::left_parenthesis) || ahead(1).is(Sign::dot)) &&
                              !before().is(Word::source) && !before().is(Sign::dot);
    if (!names_action) return;
    body_seen_ = true;
    if (!before().is(Word::attribution)) cut(clause_indent, 0);
  }

  void look_at_norm() {
    const bool starts = here().is(Word::source) || here().is(Word::when) ||
                        here().is(Word::unless) || here().is(Word::overrides);
    if (starts) return cut(clause_indent, 1);
    if (body_seen_) return;
    if (here().is(Word::in)) return cut(clause_indent, 2);
    if (is_clause_word(Word::by) && ahead(1).is(Word::default_)) return cut(clause_indent, 3);
    if (here().kind == TokenKind::word && is_modality(here().word)) {
      body_seen_ = true;
      if (!before().is(Word::default_)) cut(clause_indent, 1);
    }
  }

  void look_at_constraint() {
    const bool after_head =
        at_ == first_ + (pieces_[first_ + 2].kind == TokenKind::string ? 3u : 2u);
    if (after_head) cut(clause_indent, here().is(Word::for_) ? 1 : 0);
    if (after_head && here().is(Word::for_)) body_ = end_of_binders();
    if (at_ == body_) cut(body_indent, 0);
  }

  void look_at_thesis() {
    if (here().is(Word::expect)) return cut(clause_indent, 1);
    if (body_seen_) {
      if (at_ == body_) cut(body_indent, 0);
      return;
    }
    if (here().is(Word::source)) return cut(clause_indent, 1);
    if (!is_clause_word(Word::always) && !is_clause_word(Word::sometimes)) return;
    body_seen_ = true;
    const bool binds = ahead(1).is(Word::for_);
    cut(clause_indent, binds ? 2 : 1);
    if (!binds) return;
    ++at_;
    body_ = end_of_binders();
  }

  void look_at_situation() {
    const bool is_line =
        here().is(Word::given) || here().is(Word::individual) ||
        (here().is(Word::unknown) && !before().is(Sign::equal) && !before().is(Word::or_));
    if (is_line) {
      body_seen_ = true;
      return cut(clause_indent, 1);
    }
    if (body_seen_) {
      if (is_clause_word(Word::from) || is_clause_word(Word::until) || here().is(Word::source)) {
        pieces_[at_].clause_word = true;
      }
      return;
    }
    if (is_clause_word(Word::extends) || is_clause_word(Word::on)) cut(clause_indent, 1);
  }

  void look_at_question() {
    if (here().is(Word::in) && !ahead(1).is(Sign::left_brace)) {
      body_seen_ = true;
      return soft();
    }
    // `under` within the expression belongs to a deontic operator.
    if (!body_seen_) return;
    if (here().is(Word::expect) || is_clause_word(Word::under) || is_clause_word(Word::as) ||
        is_clause_word(Word::on) || is_clause_word(Word::with)) {
      soft();
    }
  }

  /// `for x, y: T, z: m.U`, seen from `for`: the piece after the last type.
  std::size_t end_of_binders() const {
    std::size_t i = at_;
    do {
      while (i < last_ && !pieces_[i].is(Sign::colon)) ++i;
      i += 2;
      if (i + 1 < last_ && pieces_[i].is(Sign::dot)) i += 2;
    } while (i < last_ && pieces_[i].is(Sign::comma));
    return i;
  }

  void decide_one_line() {
    const std::vector<Clause>& clauses = layout_.clauses;
    const auto has = [&](auto test) {
      return std::any_of(clauses.begin() + 1, clauses.end(),
                         [&](const Clause& clause) { return test(pieces_[clause.first]); });
    };
    const auto head_has_text = [&] {
      return std::any_of(pieces_.begin() + static_cast<std::ptrdiff_t>(clauses.front().first),
                         pieces_.begin() + static_cast<std::ptrdiff_t>(clauses.front().last),
                         [](const Piece& piece) { return piece.kind == TokenKind::string; });
    };
    switch (layout_.kind) {
      case Word::parameter:
      case Word::acceptance:
        layout_.may_be_one_line = true;
        break;
      case Word::define:
        layout_.may_be_one_line = !head_has_text() && !has([](const Piece& piece) {
          return piece.is(Word::source) || piece.is(Word::unless);
        });
        break;
      default:
        break;
    }
  }

  std::vector<Piece>& pieces_;
  std::size_t first_;
  std::size_t last_;
  std::size_t at_ = 0;
  std::size_t body_ = 0;    ///< where the expression of a constraint or thesis begins
  bool body_seen_ = false;  ///< past the part in which words of the head count
  Layout layout_;
};

}  // namespace

std::size_t end_of_item(const std::vector<Piece>& pieces, std::size_t first) {
  const bool in_situation = pieces[first].is(Word::situation);
  std::size_t i = first + 1;
  for (; pieces[i].kind != TokenKind::end; ++i) {
    if (pieces[i].kind != TokenKind::word || !begins_item(pieces[i].word)) continue;
    if (!(in_situation && pieces[i].is(Word::individual))) break;
  }
  return i;
}

Layout clauses_of(std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
  return Cutter(pieces, first, last).run();
}

}  // namespace grotius::formatting
