#pragma once
// The words of the language. A reserved word never is a name; the other words count only in their
// places.

#include <cstdint>
#include <string_view>
#include <vector>

namespace grotius::grammar {

// Every word with its spelling, in the order of the spellings: W(enumerator, spelling).
#define GROTIUS_RESERVED_WORDS(W) \
  W(acceptance, "acceptance")     \
  W(action, "action")             \
  W(and_, "and")                  \
  W(ask, "ask")                   \
  W(attribution, "attribution")   \
  W(breached, "breached")         \
  W(constraint, "constraint")     \
  W(contested, "contested")       \
  W(count, "count")               \
  W(date, "date")                 \
  W(default_, "default")          \
  W(define, "define")             \
  W(disable, "disable")           \
  W(disabled, "disabled")         \
  W(document, "document")         \
  W(done, "done")                 \
  W(empower, "empower")           \
  W(empowered, "empowered")       \
  W(every, "every")               \
  W(exempt, "exempt")             \
  W(exempted, "exempted")         \
  W(expect, "expect")             \
  W(fact, "fact")                 \
  W(false_, "false")              \
  W(for_, "for")                  \
  W(forbid, "forbid")             \
  W(forbidden, "forbidden")       \
  W(fulfilled, "fulfilled")       \
  W(given, "given")               \
  W(implies, "implies")           \
  W(in, "in")                     \
  W(incompatible, "incompatible") \
  W(individual, "individual")     \
  W(int_, "int")                  \
  W(is, "is")                     \
  W(module, "module")             \
  W(no, "no")                     \
  W(norm, "norm")                 \
  W(not_, "not")                  \
  W(oblige, "oblige")             \
  W(obliged, "obliged")           \
  W(or_, "or")                    \
  W(overrides, "overrides")       \
  W(parameter, "parameter")       \
  W(permit, "permit")             \
  W(permitted, "permitted")       \
  W(priority, "priority")         \
  W(satisfies, "satisfies")       \
  W(silent, "silent")             \
  W(situation, "situation")       \
  W(some, "some")                 \
  W(source, "source")             \
  W(sum, "sum")                   \
  W(thesis, "thesis")             \
  W(today, "today")               \
  W(tolerate, "tolerate")         \
  W(true_, "true")                \
  W(type, "type")                 \
  W(unknown, "unknown")           \
  W(unless, "unless")             \
  W(valid, "valid")               \
  W(when, "when")                 \
  W(where, "where")

#define GROTIUS_CONTEXTUAL_WORDS(W) \
  W(always, "always")               \
  W(as, "as")                       \
  W(by, "by")                       \
  W(cost, "cost")                   \
  W(dated, "dated")                 \
  W(days, "days")                   \
  W(except, "except")               \
  W(extends, "extends")             \
  W(force, "force")                 \
  W(from, "from")                   \
  W(held, "held")                   \
  W(includes, "includes")           \
  W(lex_posterior, "lex_posterior") \
  W(lex_specialis, "lex_specialis") \
  W(lex_superior, "lex_superior")   \
  W(link, "link")                   \
  W(of, "of")                       \
  W(on, "on")                       \
  W(presumed, "presumed")           \
  W(proved, "proved")               \
  W(rank, "rank")                   \
  W(ranks, "ranks")                 \
  W(refuted, "refuted")             \
  W(resolve, "resolve")             \
  W(sometimes, "sometimes")         \
  W(unconfirmed, "unconfirmed")     \
  W(under, "under")                 \
  W(until, "until")                 \
  W(uses, "uses")                   \
  W(with, "with")                   \
  W(yes, "yes")                     \
  W(depends, "depends")

/// `none` is any word that is a name and nothing else.
enum class Word : std::uint8_t {
  none,
#define GROTIUS_WORD(enumerator, spelling) enumerator,
  GROTIUS_RESERVED_WORDS(GROTIUS_WORD) last_reserved = where,
  GROTIUS_CONTEXTUAL_WORDS(GROTIUS_WORD)
#undef GROTIUS_WORD
};

inline constexpr std::size_t word_count = static_cast<std::size_t>(Word::depends) + 1;

/// The word of the language that is spelt so, or `none`. Constant time.
Word word_of(std::string_view text);

std::string_view spelling(Word word);

constexpr bool is_reserved(Word word) { return word != Word::none && word <= Word::last_reserved; }

/// Whether an item can begin with the word (`individual` also begins a line of a situation).
constexpr bool begins_item(Word word) {
  switch (word) {
    case Word::acceptance:
    case Word::action:
    case Word::ask:
    case Word::attribution:
    case Word::constraint:
    case Word::define:
    case Word::document:
    case Word::fact:
    case Word::incompatible:
    case Word::individual:
    case Word::module:
    case Word::norm:
    case Word::parameter:
    case Word::priority:
    case Word::situation:
    case Word::thesis:
    case Word::tolerate:
    case Word::type:
      return true;
    default:
      return false;
  }
}

/// Whether a line of a situation can begin with the word.
constexpr bool begins_line(Word word) {
  return word == Word::given || word == Word::unknown || word == Word::individual;
}

}  // namespace grotius::grammar
