#pragma once
// S-expressions under construction. Every form of the tree has one `write`, so that the printers of
// items, situations and expressions share how names, strings, sources and lists look.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/syntax.hpp"

namespace grotius::printing {

/// A clause of an item stands on a line of its own, indented below the item's head.
constexpr std::string_view clause = "\n  ";

void write(std::string& out, const syntax::Name& name);
void write(std::string& out, const syntax::Text& text);
void write(std::string& out, const syntax::Source& source);
void write(std::string& out, const syntax::ValueType& type);
void write(std::string& out, const syntax::Binder& binder);
void write(std::string& out, const syntax::Expression& expression);
void write(std::string& out, const syntax::Act& act);
void write(std::string& out, const syntax::Head& head);
void write(std::string& out, const syntax::Individuals& individuals);
void write(std::string& out, const syntax::Item& item);
void write(std::string& out, const syntax::Situation& situation);

/// The values one after another, each after a blank.
template <class Values>
void write_each(std::string& out, const Values& values) {
  for (const auto& value : values) {
    out += ' ';
    write(out, value);
  }
}

/// `(WORD value value …)`
template <class Values>
void write_list(std::string& out, std::string_view word, const Values& values) {
  out += '(';
  out += word;
  write_each(out, values);
  out += ')';
}

/// As `write_list` on a line of its own; nothing where there are no values.
template <class Values>
void write_clause(std::string& out, std::string_view word, const Values& values) {
  if (values.begin() == values.end()) return;
  out += clause;
  write_list(out, word, values);
}

/// `(binder binder …)`, also where there are none.
void write_binders(std::string& out, const std::vector<syntax::Binder>& binders);
/// ` (WORD date)`, or nothing.
void write_date(std::string& out, std::string_view word,
                const std::optional<syntax::DatePoint>& date);
void write_period(std::string& out, const syntax::Period& period);
/// `(in-force (from date) (until date))` as a clause; nothing where neither is written.
void write_in_force(std::string& out, const syntax::Period& period);
/// The title, template or label as a clause `(WORD "…")`.
void write_text(std::string& out, std::string_view word, const std::optional<syntax::Text>& text);
/// Each source as a clause.
void write_sources(std::string& out, const std::vector<syntax::Source>& sources);

}  // namespace grotius::printing
