#pragma once
// The syntax tree: what the text says, form by form, before anybody asks what the names mean. Plain structs that mirror
// the forms of docs/language.md. Names and strings are views into the source texts (`Sources` must outlive the tree), so a
// tree of ten thousand norms is built with few copies. Every node that a diagnostic may want to show has its span.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "grammar/date.hpp"
#include "grammar/source.hpp"

namespace grotius::syntax {

/// A name as written; `qualifier` is empty or the module before the dot. The span covers both.
struct Name {
  std::string_view qualifier;
  std::string_view text;
  Span span;
};

/// A string in quotes. `raw` is what stands between them, with `\"` and `\\` still escaped.
struct Text {
  std::string_view raw;
  Span span;
};
/// The text with its escapes resolved.
std::string unescaped(const Text& text);

struct DatePoint {
  Date date;
  Span span;
};

/// `from DATE`, `until DATE`, as far as written.
struct Period {
  std::optional<DatePoint> from;
  std::optional<DatePoint> until;
};

/// `source NAME ["pinpoint"] [unconfirmed]` or `source "free citation" [unconfirmed]`: either `document` or only `text`.
struct Source {
  std::optional<Name> document;
  std::optional<Text> text;
  bool unconfirmed = false;
  Span span;
};

// ---------------------------------------------------------------------------------------------------------------------
// Expressions (language.md, Expressions). Operands are kept in vectors of the incomplete type, so nodes are values.

struct Expression;

struct BooleanLiteral {
  bool value = false;
};
/// An integer; `in_days` where it was written `N days`. A literal beyond 64 bits is a diagnostic of the parser.
struct IntegerLiteral {
  std::int64_t value = 0;
  bool in_days = false;
};
struct DateLiteral {
  Date date;
};
struct Today {};
/// A name alone (`parenthesised` false), or a name applied to arguments, perhaps none: `war()`.
struct Application {
  Name name;
  std::vector<Expression> arguments;
  bool parenthesised = false;
};

enum class UnaryOperator { logical_not };
enum class BinaryOperator { implies, logical_or, logical_and, equal, not_equal, less, less_equal, greater, greater_equal, plus, minus, times };

struct Unary {
  UnaryOperator op{};
  std::vector<Expression> operand;  ///< exactly one
};
struct Binary {
  BinaryOperator op{};
  std::vector<Expression> operands;  ///< exactly two
};
/// `x in {a, b}`
struct Membership {
  std::vector<Expression> element;  ///< exactly one
  std::vector<Expression> members;
};
/// `x is TYPE`
struct TypeTest {
  std::vector<Expression> subject;  ///< exactly one
  Name type;
};

enum class DeonticOperator { permitted, forbidden, obliged, exempted, empowered, disabled, contested, silent, done, fulfilled, breached, valid };

/// `permitted A(…) [under MODULE]`
struct Deontic {
  DeonticOperator op{};
  Name action;
  std::vector<Expression> arguments;
  std::optional<Name> under;
};

/// `x: TYPE`; `x, y: State` gives two that share the type's name.
struct Binder {
  Name name;
  Name type;
};

enum class QuantifierKind { some, no, every, count, sum };

/// `some|no|every|count BINDERS [where E] [satisfies E]`, `sum N for BINDERS [where E]`.
struct Quantifier {
  QuantifierKind kind{};
  std::vector<Binder> binders;
  std::vector<Expression> where;      ///< none or one
  std::vector<Expression> body;       ///< `every`: what it satisfies; `sum`: N; else none
};

struct Expression {
  std::variant<BooleanLiteral, IntegerLiteral, DateLiteral, Today, Application, Unary, Binary, Membership, TypeTest, Deontic, Quantifier> node;
  Span span;
  bool in_parentheses = false;
};

/// An act as the head of an item writes it; arguments by position.
struct Act {
  Name action;
  std::vector<Expression> arguments;
  Span span;
};

// ---------------------------------------------------------------------------------------------------------------------
// Items (language.md, Items)

enum class Criterion { lex_superior, lex_specialis, lex_posterior };

struct ModuleHeader {
  Name name;
  std::optional<Text> title;
  std::vector<Name> uses;
  std::vector<Name> includes;
  Period in_force;
  std::vector<Criterion> resolve_by;
  std::vector<Name> ranks;  ///< highest first
  Span span;
};

struct Document {
  Name name;
  Text citation;
  std::optional<Name> rank;
  std::optional<DatePoint> dated;
  std::optional<Text> link;
};

struct TypeDeclaration {
  Name name;
  std::optional<Name> supertype;
  std::vector<Name> individuals;  ///< not empty: a closed type
};

struct NamedIndividual {
  Name name;
  std::optional<Text> label;
  Name type;
};
struct Individuals {
  std::vector<NamedIndividual> individuals;
};

/// The type of a value: `int`, `int in LOW..HIGH`, `date`, or the name of a (closed) type.
struct ValueType {
  enum class Kind { integer, date, named } kind{};
  bool ranged = false;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  std::optional<Name> name;
  Span span;
};

struct Parameter {
  Name name;
  ValueType type;
  std::vector<Expression> value;  ///< exactly one: a literal, or the name of an individual
  std::optional<Text> title;
  std::vector<Source> sources;
};

/// `presumed true|false|unknown|VALUE`
struct Presumption {
  bool unknown = false;
  std::vector<Expression> value;  ///< one unless unknown
  Span span;
};

struct Fact {
  Name name;
  std::vector<Binder> parameters;
  std::optional<ValueType> type;  ///< none: a relation
  std::optional<Presumption> presumed;
  std::optional<std::int64_t> cost;
  std::optional<Text> text;
};

struct Definition {
  Name name;
  std::vector<Binder> parameters;
  std::optional<ValueType> type;  ///< none: a relation
  std::optional<Text> text;
  std::vector<Source> sources;
  std::vector<Expression> body;    ///< one: the `when` of a relation, the `= EXPR` of a value
  std::vector<Expression> unless;  ///< none or one; relations only
};

/// `is ACTION(role, …) [when EXPR]`
struct Kind {
  Act general;
  std::vector<Expression> when;  ///< none or one
};

struct Action {
  Name name;
  std::vector<Binder> roles;
  std::optional<Text> text;
  std::vector<Kind> kinds;
  bool done_presumed_unknown = false;
};

/// The argument of a norm's or attribution's act: a name, or `x: TYPE`.
struct Argument {
  Name name;
  std::optional<Name> type;
};
struct Head {
  Name action;
  std::vector<Argument> arguments;
  Span span;
};

struct Attribution {
  std::optional<Text> title;
  std::vector<Source> sources;
  Head act;
  std::vector<Expression> when;  ///< exactly one
};

enum class Modality { permit, forbid, oblige, exempt, empower, disable };

struct Norm {
  Name name;
  std::optional<Text> title;
  std::vector<Source> sources;
  Period in_force;
  bool by_default = false;
  Modality modality{};
  Head act;
  std::vector<Expression> when;    ///< none or one
  std::vector<Expression> unless;  ///< none or one
  std::vector<Name> overrides;
};

struct Priority {
  std::vector<Name> norms;  ///< at least two, superior first
};

struct Incompatibility {
  std::vector<Head> acts;
};

struct Constraint {
  Name name;
  std::optional<Text> title;
  std::vector<Binder> binders;
  std::vector<Expression> condition;  ///< exactly one
};

enum class ThesisMode { always, sometimes };
enum class ThesisExpectation { none, proved, refuted };

struct Thesis {
  Name name;
  std::optional<Text> title;
  std::vector<Source> sources;
  ThesisMode mode{};
  std::vector<Binder> binders;
  std::vector<Expression> condition;  ///< exactly one
  ThesisExpectation expect{};
};

/// `INDIVIDUAL` or `every TYPE [except {…}]`
struct Everyone {
  bool every = false;
  Name name;  ///< the individual, or the type
  std::vector<Name> except;
};

struct Acceptance {
  Name module;
  std::vector<Everyone> who;
  Period period;
  std::vector<Source> sources;
};

struct Toleration {
  Name kind;
  std::vector<Name> names;
  Text reason;
};

/// An argument in a line of a situation: an individual, a set `{a, b}`, or `every TYPE [except {…}]`.
struct LineArgument {
  enum class Kind { one, set, every } kind{};
  std::vector<Name> names;  ///< one; the set; or the type
  std::vector<Name> except;
  Span span;
};

/// One value of `given F(x) = V [source …] or W [source …]`.
struct LineValue {
  std::vector<Expression> value;  ///< exactly one: a literal or an individual
  std::vector<Source> sources;
};

/// One entry of a `given` or `unknown` line: `[not] [done] NAME(argument, …) [= VALUE [or VALUE]…]`.
struct LineEntry {
  bool negated = false;
  bool done = false;
  Name name;
  std::vector<LineArgument> arguments;
  std::vector<LineValue> values;
  Span span;
};

struct Line {
  enum class Kind { given, unknown } kind{};
  std::vector<LineEntry> entries;
  Period period;
  std::vector<Source> sources;
  Span span;
};

struct Situation {
  Name name;
  std::optional<Text> title;
  std::optional<Name> extends;
  std::optional<DatePoint> on;
  std::vector<Individuals> individuals;
  std::vector<Line> lines;
};

/// `with PARAMETER = VALUE`, VALUE absent where it is `unknown`.
struct Setting {
  Name parameter;
  std::vector<Expression> value;  ///< none (unknown) or one
};

struct Question {
  std::vector<Expression> asked;  ///< exactly one; an application whose name is an action asks about an act
  std::optional<Name> situation;  ///< always there in a file; may be left out on the command line
  std::vector<Name> under;
  std::optional<Name> as_held_by;
  std::optional<DatePoint> on;
  std::vector<Setting> with;
  std::optional<Name> expect;
};

struct Item {
  std::variant<Document, TypeDeclaration, Individuals, Parameter, Fact, Definition, Action, Attribution, Norm, Priority, Incompatibility,
               Constraint, Thesis, Acceptance, Toleration, Situation, Question>
      node;
  Span span;
};

/// One file. Items that could not be parsed are left out (their diagnostics are errors).
struct File {
  SourceId source{};
  std::optional<ModuleHeader> module;
  std::vector<Name> uses;  ///< of a file without a module
  std::vector<Item> items;
};

}  // namespace grotius::syntax
