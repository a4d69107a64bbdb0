#include <algorithm>

#include "grammar/formatting/breaks.hpp"

namespace grotius::formatting {

namespace {

using grammar::Sign;
using grammar::TokenKind;
using grammar::Word;

/// How tightly things hold together, loosest first; brackets and what a quantifier reaches hold
/// tighter by `depth_step` each.
enum Tightness : std::uint32_t {
  places_of_questions,
  clauses,
  lists,
  conditions_of_kinds,
  implications,
  disjunctions,
  conjunctions,
  parts_of_lines,
  ends_of_periods,
  satisfaction,
  reach,
  comparisons,
  sums,
  products,
  binders,
  depth_step
};

constexpr std::uint32_t hanging = 2;

/// An open bracket, an open quantifier, or the clause itself.
struct Frame {
  enum class Kind { clause, bracket, quantifier } kind{};
  std::uint32_t depth = 0;
  std::size_t keyword = 0;  ///< of a quantifier
  bool in_binders = false;  ///< of a quantifier, before `where`
  bool satisfied = false;   ///< of `every`, after `satisfies`
  std::size_t list = 0;     ///< where the first of its operands begins
  // Where the operand of each level begins that is being read.
  std::size_t start = 0;
  std::size_t disjunction = 0;
  std::size_t conjunction = 0;
  std::size_t comparison = 0;

  void begin_at(std::size_t piece) { start = disjunction = conjunction = comparison = piece; }
};

bool is_quantifier(Word word) {
  return word == Word::some || word == Word::no || word == Word::every || word == Word::count ||
         word == Word::sum;
}

/// `in` and `is` hold on to what follows: a long set is broken within its braces.
bool is_comparison(const Piece& piece) {
  return piece.kind == TokenKind::sign && piece.sign >= Sign::equal &&
         piece.sign <= Sign::greater_equal;
}

/// Whether white space stands between two pieces of a line.
bool is_blank_between(const Piece& before, const Piece& here) {
  if (before.is_opening() || before.is(Sign::dot) || before.is_negation) return false;
  if (here.is_closing() || here.is(Sign::comma) || here.is(Sign::colon) || here.is(Sign::dot))
    return false;
  if (here.is(Sign::left_parenthesis)) {
    return !(before.kind == TokenKind::word && !is_reserved(before.word));
  }
  if (here.is(Sign::dots)) return before.kind != TokenKind::integer;
  if (before.is(Sign::dots)) return here.kind != TokenKind::integer && !here.is(Sign::minus);
  return true;
}

class GapFinder {
 public:
  GapFinder(std::vector<Piece>& pieces, const Clause& clause, Word kind)
      : pieces_(pieces), clause_(clause), kind_(kind), gaps_(clause.last - clause.first) {}

  std::vector<Gap> run() {
    open({Frame::Kind::clause}, clause_.content);
    for (at_ = clause_.first; at_ < clause_.last; ++at_) {
      Piece& piece = pieces_[at_];
      piece.is_negation =
          piece.is(Sign::minus) && (at_ == clause_.first || !pieces_[at_ - 1].ends_operand());
      if (gap().rank == Gap::never) {
        // A comment may break the line where nothing else would.
        gap().under = top().start;
        gap().extra = hanging;
      }
      if (at_ > clause_.first) {
        gap().blank = is_blank_between(pieces_[at_ - 1], piece);
        if (pieces_[at_ - 1].is(Sign::comma)) after_comma();
        if (piece.soft_break) at_soft_break();
      }
      if (piece.kind == TokenKind::word) look_at_word(piece);
      if (piece.kind == TokenKind::sign) look_at_sign(piece);
    }
    return std::move(gaps_);
  }

 private:
  void open(Frame frame, std::size_t first) {
    frame.list = first;
    frame.begin_at(first);
    frames_.push_back(frame);
  }
  Gap& gap() { return gaps_[at_ - clause_.first]; }
  Frame& top() { return frames_.back(); }

  void may_break(std::uint32_t tightness, std::uint32_t depth, std::size_t under,
                 std::uint32_t extra) {
    if (at_ == clause_.first || gap().rank != Gap::never) return;
    gap().rank = depth * depth_step + tightness;
    gap().under = under;
    gap().extra = extra;
  }

  void after_comma() {
    Frame& frame = top();
    if (frame.kind == Frame::Kind::quantifier) {
      may_break(binders, frame.depth, frame.keyword, hanging);
    } else {
      may_break(lists, frame.depth, frame.list, 0);
      frame.begin_at(at_);
    }
  }

  void at_soft_break() {
    close_quantifiers();
    may_break(pieces_[at_].is(Word::in) ? places_of_questions : clauses, 0, clause_.first, hanging);
    top().list = at_ + 1;
    top().begin_at(at_ + 1);
  }

  void look_at_word(const Piece& piece) {
    switch (piece.word) {
      case Word::implies:
        may_break(implications, top().depth, top().start, 0);
        top().disjunction = top().conjunction = top().comparison = at_ + 1;
        return;
      case Word::or_:
        may_break(disjunctions, top().depth, top().disjunction, 0);
        top().conjunction = top().comparison = at_ + 1;
        return;
      case Word::and_:
        may_break(conjunctions, top().depth, top().conjunction, 0);
        top().comparison = at_ + 1;
        return;
      case Word::where:
        if (top().kind == Frame::Kind::quantifier) reach_from_next();
        return;
      case Word::satisfies:
        return at_satisfies();
      case Word::for_:
        if (top().kind == Frame::Kind::quantifier) {
          may_break(comparisons, top().depth, top().keyword, hanging);
        }
        return;
      case Word::when:
        if (kind_ != Word::action) return;
        may_break(conditions_of_kinds, top().depth, top().start, hanging);
        return top().begin_at(at_ + 1);
      default:
        break;
    }
    if (piece.clause_word && !piece.soft_break) {
      may_break(piece.is(Word::until) ? ends_of_periods : parts_of_lines, 0, clause_.first,
                hanging);
    }
    if (is_quantifier(piece.word)) open_quantifier();
  }

  void look_at_sign(const Piece& piece) {
    if (piece.is_opening()) {
      open({Frame::Kind::bracket, top().depth + 1}, at_ + 1);
    } else if (piece.is_closing()) {
      close_quantifiers();
      if (frames_.size() > 1) frames_.pop_back();
    } else if (piece.is(Sign::comma)) {
      // A list goes on behind what a quantifier reaches, but a quantifier's own binders are a list
      // too.
      while (top().kind == Frame::Kind::quantifier && !top().in_binders) frames_.pop_back();
    } else if (piece.is(Sign::bar)) {
      may_break(lists, 0, top().list, 0);
    } else if (piece.is(Sign::equal) && kind_ == Word::type) {
      top().list = at_;
    } else if (piece.is(Sign::plus) || (piece.is(Sign::minus) && !piece.is_negation)) {
      may_break(sums, top().depth, top().comparison, hanging);
    } else if (piece.is(Sign::times)) {
      may_break(products, top().depth, top().comparison, hanging);
    } else if (is_comparison(piece)) {
      may_break(comparisons, top().depth, top().comparison, hanging);
    }
  }

  /// `every State` is a quantifier only where expressions stand, and `expect no` never is.
  void open_quantifier() {
    if (kind_ == Word::situation || kind_ == Word::acceptance) return;
    if (at_ > clause_.first && pieces_[at_ - 1].is(Word::expect)) return;
    open({Frame::Kind::quantifier, top().depth, at_, true}, at_ + 1);
  }

  /// The last part of the innermost quantifier begins behind the piece here.
  void reach_from_next() {
    Frame& frame = top();
    frame.in_binders = false;
    frame.begin_at(at_ + 1);
    const std::uint32_t outer = frame.depth++;
    if (++at_ < clause_.last) {
      may_break(reach, outer, frame.keyword, hanging);
    }
    --at_;
  }

  void at_satisfies() {
    while (top().kind == Frame::Kind::quantifier &&
           (!pieces_[top().keyword].is(Word::every) || top().satisfied)) {
      frames_.pop_back();
    }
    Frame& frame = top();
    if (frame.kind != Frame::Kind::quantifier) return;
    frame.satisfied = true;
    if (!frame.in_binders) --frame.depth;
    may_break(satisfaction, frame.depth, frame.keyword, hanging);
    reach_from_next();
  }

  void close_quantifiers() {
    while (top().kind == Frame::Kind::quantifier) frames_.pop_back();
  }

  std::vector<Piece>& pieces_;
  const Clause& clause_;
  Word kind_;
  std::vector<Gap> gaps_;
  std::vector<Frame> frames_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Gap> gaps_of(std::vector<Piece>& pieces, const Clause& clause, Word kind) {
  return GapFinder(pieces, clause, kind).run();
}

}  // namespace grotius::formatting
