#include "grammar/format.hpp"

#include <string_view>
#include <vector>

#include "grammar/formatting/clauses.hpp"
#include "grammar/formatting/layout.hpp"
#include "grammar/formatting/pieces.hpp"
#include "grammar/markdown.hpp"

namespace grotius {

namespace {

using namespace formatting;
using grammar::TokenKind;
using grammar::Word;

/// Items of these kinds stand line by line, as in a table; the others are paragraphs.
bool stands_in_runs(Word kind) {
  switch (kind) {
    case Word::document:
    case Word::type:
    case Word::individual:
    case Word::parameter:
    case Word::fact:
    case Word::action:
    case Word::priority:
    case Word::incompatible:
    case Word::acceptance:
    case Word::tolerate:
    case Word::ask:
      return true;
    default:
      return false;
  }
}

/// Lays out one range of a source that holds whole items.
void format_range(LineWriter& out, const Sources& sources, const Span& range) {
  std::vector<Piece> pieces = pieces_of(sources, range);
  Word previous{};
  std::size_t first = 0;
  while (pieces[first].kind != TokenKind::end) {
    const std::size_t last = end_of_item(pieces, first);
    const Layout layout = clauses_of(pieces, first, last);
    const bool in_run = previous == layout.kind && stands_in_runs(layout.kind) &&
                        pieces[first].comments_before.empty();
    if (first > 0 && !in_run) out.blank_line();
    write_comments(out, pieces[first], 0);
    write_item(out, pieces, layout);
    previous = layout.kind;
    first = last;
  }
  if (first > 0 && !pieces[first].comments_before.empty()) out.blank_line();
  write_comments(out, pieces[first], 0);
  out.finish();
}

/// The line of the fence that opens a block.
std::string_view fence_before(std::string_view text, std::uint32_t block) {
  const std::string_view before = text.substr(0, block);
  const std::size_t line_break =
      before.size() < 2 ? std::string_view::npos : before.rfind('\n', before.size() - 2);
  return before.substr(line_break == std::string_view::npos ? 0 : line_break + 1);
}

}  // namespace

std::string format(const Sources& sources, const syntax::File& file) {
  const Source& source = sources[file.source];
  const std::string_view text = source.text();
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  if (!source.is_markdown()) {
    LineWriter writer(out, "", "\n");
    format_range(writer, sources, {file.source, 0, static_cast<std::uint32_t>(text.size())});
    return out;
  }
  std::uint32_t copied = 0;
  for (const Span& block : grammar::norm_blocks(sources, file.source)) {
    out += text.substr(copied, block.begin - copied);
    copied = block.begin;
    const std::string_view fence = fence_before(text, block.begin);
    const std::string_view prefix = fence.substr(0, fence.find_first_not_of(' '));
    // A block that nothing closes may begin where the text ends, behind a fence without a line
    // break.
    if (!fence.ends_with('\n')) break;
    LineWriter writer(out, prefix, fence.ends_with("\r\n") ? "\r\n" : "\n");
    format_range(writer, sources, block);
    copied = block.end;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace grotius
