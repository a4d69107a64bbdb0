#pragma once
// What every resolver of a node family needs: the model and names so far, where to report, and the
// questions that they all ask — whom does this name mean here, what is the type of this expression,
// which value does this literal denote. Private to the folder.
//
// Conventions. A result of nothing means that the mistake has been reported (or rests on one that
// has been): the caller leaves the item out, or keeps it with a safe body, and says nothing more.
// Names are looked up from a `Scope`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/model.hpp"
#include "engine/model/names.hpp"
#include "grammar/diagnostic.hpp"

namespace grotius::model {

/// The individuals of one situation (own and inherited) by name; nothing for one whose declaration
/// is in error.
using LocalIndividuals = std::unordered_map<std::string_view, std::optional<IndividualId>>;

/// From where a name is looked up.
struct Scope {
  /// The module or file. Nothing: the command line, which sees everything that is loaded.
  std::optional<ModuleId> home;
  /// In the lines of a situation and in questions about it: its individuals. They come before all
  /// other names.
  const LocalIndividuals* local = nullptr;
};

/// A variable in scope. Without a type its declaration is in error.
struct Bound {
  std::string_view name;
  std::optional<TypeId> type;
  std::uint32_t slot = 0;
  Span span;
};

/// The scope of an expression: the variables of the head and of the quantifiers around it,
/// innermost last.
struct Environment {
  Scope scope;
  std::vector<Bound> variables;
  std::uint32_t next_slot = 0;
  std::vector<Bound> gone;  ///< variables whose quantifier has ended, and roles whose place is
                            ///< taken by an individual: for messages only
};

class Resolver {
 public:
  Resolver(const Model& model_, const Names& names_, const Sources& sources_,
           Diagnostics& diagnostics_)
      : model(model_), names(names_), sources(sources_), diagnostics(diagnostics_) {}

  const Model& model;
  const Names& names;
  const Sources& sources;
  Diagnostics& diagnostics;

  /// Modules that a file uses and that were not found: reported where it says so, and not again.
  std::vector<std::string_view> missing_modules;

  /// Types whose supertype is in error: nothing is said about what is not below what.
  std::vector<TypeId> uncertain_types;
  /// An individual of the type may stand where one of `general` is meant.
  bool fits(TypeId type, TypeId general) const;
  /// One of the types fits the other.
  bool alike(TypeId a, TypeId b) const { return fits(a, b) || fits(b, a); }

  // --- Names (resolver_lookup.cpp). Each reports unknown (with the nearest name), ambiguous, and
  // names of another kind. ---

  /// What the name means: its only visible declaration. Qualified or not. `wanted` counts for
  /// suggestions only.
  std::optional<Entity> find(const Scope& scope, NameSpace space, const syntax::Name& name,
                             std::optional<EntityKind> wanted = std::nullopt);
  /// The declaration where there is but one in all that is loaded, and it is seen: the common case,
  /// without search or report.
  const Entity* only(const Scope& scope, NameSpace space, const syntax::Name& name) const;
  /// As `find`, also where the declaration is in error or not resolved yet.
  std::optional<Entity> declaration(const Scope& scope, NameSpace space, const syntax::Name& name,
                                    std::optional<EntityKind> wanted = std::nullopt);
  /// The same without a report: the visible declarations (several: ambiguous), usable or not.
  std::vector<const Entity*> visible(const Scope& scope, NameSpace space,
                                     const syntax::Name& name) const;

  std::optional<TypeId> type(const Scope& scope, const syntax::Name& name);
  /// Of the module, of those it sees, or of the situation in scope.
  std::optional<IndividualId> individual(const Scope& scope, const syntax::Name& name);
  std::optional<ParameterId> parameter(const Scope& scope, const syntax::Name& name);
  std::optional<ActionId> action(const Scope& scope, const syntax::Name& name);
  std::optional<NormId> norm(const Scope& scope, const syntax::Name& name);
  std::optional<DocumentId> document(const Scope& scope, const syntax::Name& name);
  /// A situation of the own file comes before those of other files; those of all files are seen.
  std::optional<SituationId> situation(const Scope& scope, const syntax::Name& name);
  /// A module that the scope sees: itself, those it uses or includes (transitively); all, from a
  /// file without a module.
  std::optional<ModuleId> module(const Scope& scope, const syntax::Name& name);

  /// The vocabulary that a variable of this name would hide.
  const Entity* shadowed(const Scope& scope, std::string_view name) const;
  /// The visible names of a kind, for suggestions. O(names of the space).
  std::vector<std::string_view> candidates(const Scope& scope, NameSpace space,
                                           std::optional<EntityKind> kind = std::nullopt) const;
  /// "did you mean …?", or "". After some hundreds of mistakes nothing more is suggested, so that a
  /// hostile text costs no more than its length.
  std::string suggest(std::string_view misspelt, const std::vector<std::string_view>& near);
  bool may_suggest() const { return suggestions_left_ > 0; }

  // --- Expressions (resolve_expressions*.cpp) ---

  // Each writes into a node that is new, in the place where it stays: a text of ten thousand norms
  // has some hundred thousand of them. The result is whether all is well.

  /// An expression of any sort.
  bool infer(const syntax::Expression& expression, Environment& environment, Expr& out);
  /// A condition: of sort boolean.
  bool condition(const syntax::Expression& expression, Environment& environment, Expr& out);
  /// An individual, a number, a date: no condition.
  bool value(const syntax::Expression& expression, Environment& environment, Expr& out);
  /// A number.
  bool number(const syntax::Expression& expression, Environment& environment, Expr& out);
  /// An individual of the type, or of one below it.
  bool individual(const syntax::Expression& expression, Environment& environment, TypeId type,
                  Expr& out);

  std::optional<Expr> infer(const syntax::Expression& expression, Environment& environment);
  std::optional<Expr> condition(const syntax::Expression& expression, Environment& environment);
  /// Adds the binders to the environment, with new slots: known type, no shadowing, no name twice.
  /// All are bound, also those in error (without a type); the result is whether all are good.
  bool bind(const std::vector<syntax::Binder>& binders, Environment& environment,
            std::vector<Variable>& out);
  /// Reports a variable that would hide a name of the vocabulary or another variable.
  bool check_shadowing(std::string_view name, Span span, const Environment& environment);
  /// The arguments of a fact, definition or action, each of its parameter's type.
  bool arguments(const Entity& of, const std::vector<syntax::Expression>& written,
                 const std::vector<Variable>& parameters, Span at, Environment& environment,
                 std::vector<Expr>& out);
  /// What the text says there, in back quotes; `otherwise` where it is long.
  std::string excerpt(Span span, std::string_view otherwise = "this") const;

  /// The value of a literal (truth, integer, date, individual of a closed type; constants may be
  /// computed: `2 * 365 days`), within the range of its kind. Carried as `ValueKind` says.
  std::optional<std::int64_t> constant(const syntax::Expression& expression, const ValueKind& kind,
                                       const Scope& scope);
  /// `int`, `int in L..H`, `date` or a closed type.
  std::optional<ValueKind> value_kind(const syntax::ValueType& type, const Scope& scope);

  // --- Clauses that many items share (resolve_clauses.cpp) ---

  /// Every citation is kept; a document in error leaves one without document.
  std::vector<Citation> citations(const std::vector<syntax::Source>& sources, const Scope& scope);
  /// Reports a period without a day, and returns it unbounded then.
  Interval interval(const syntax::Period& period);
  /// The argument of `every TYPE except {…}` and the like: the type and the exceptions, which must
  /// be of the type.
  std::optional<Acceptance::Who> everyone(const syntax::Everyone& who, const Scope& scope);

  /// The head of a norm or attribution: binds role i to slot i of the environment (which must be
  /// fresh).
  std::optional<ActPattern> head(const syntax::Head& head, Environment& environment);

 private:
  void report_unknown(const Scope& scope, NameSpace space, const syntax::Name& name,
                      std::optional<EntityKind> wanted);
  template <class Id>
  std::optional<Id> find_kind(const Scope& scope, NameSpace space, const syntax::Name& name,
                              EntityKind kind);

  std::size_t suggestions_left_ = 300;
};

/// The name of the type, with its module where another type has the name too: for messages.
std::string type_name(const Model& model, TypeId type);
/// "of type `State`", "a number", "a date", "a condition": for messages.
std::string describe(const Model& model, const Sort& sort);
/// `1_000`, `1999-03-24`, `genocide`, `true`.
std::string value_text(const Model& model, const ValueKind& kind, std::int64_t value);
inline std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }
inline std::string text_of(const std::optional<syntax::Text>& text) {
  return text ? syntax::unescaped(*text) : std::string();
}

/// An item of the tree, where it stands, and the name that it declares.
template <class Item>
struct Declared {
  const Item* item = nullptr;
  ModuleId module{};
  EntityIndex entity = 0;
  Span span;  ///< of the whole item
};

// --- Situations and questions (resolve_situations.cpp, resolve_questions.cpp). Called by
// `from_syntax` when everything else is resolved. ---

/// Names of situations are declared (in text order, without duplicates); this fills
/// `model.situations` and the individuals that belong to them, and sets `ref` and `usable` of the
/// names.
void resolve_situations(Model& model, Names& names, Resolver& resolver,
                        const std::vector<Declared<syntax::Situation>>& situations);
/// Fills `model.questions`, in the order given.
void resolve_questions(Model& model, Resolver& resolver,
                       const std::vector<Declared<syntax::Question>>& questions);

}  // namespace grotius::model
