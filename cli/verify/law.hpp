#pragma once
// The files as the checker reads them: what is declared where, what a module sees, what a name
// means. It is deliberately naive, and its own: it takes from the project only the syntax tree.
// Files in error (a name that means nothing, a type that does not fit) are not its business; it
// stops where it meets one that it needs.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/verify/value.hpp"
#include "grammar/syntax.hpp"

namespace grotius::verify {

using Index = std::uint32_t;       ///< a place in one of the lists below
using Tuple = std::vector<Index>;  ///< individuals

struct Variable {
  std::string_view name;
  Index type = 0;
};

struct Module {
  const syntax::File* file = nullptr;
  std::string_view name;  ///< empty: a file without a module header
  std::vector<Index> uses;
  std::vector<Index> includes;
  std::vector<bool> sees;     ///< by module
  std::vector<bool> prefers;  ///< by module: of those seen, the ones that it says it uses
  Interval in_force;
  bool anonymous() const { return name.empty(); }
};
struct Document {
  Index module = 0;
  const syntax::Document* item = nullptr;
};
struct Type {
  Index module = 0;
  std::string_view name;
  std::optional<Index> above;
  std::vector<Index> members;  ///< of a closed type
};
struct Individual {
  Index module = 0;
  std::optional<Index> situation;
  std::string_view name;
  Index type = 0;
};
/// What a fact, parameter or definition gives.
struct Kind {
  Sort sort = Sort::truth;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  Index type = 0;  ///< of individuals
};
struct Parameter {
  Index module = 0;
  const syntax::Parameter* item = nullptr;
  Kind kind;
  std::int64_t value = 0;
};
struct Fact {
  Index module = 0;
  const syntax::Fact* item = nullptr;
  std::vector<Variable> parameters;
  Kind kind;
  std::optional<std::int64_t> presumed;
};
struct Definition {
  Index module = 0;
  std::string_view name;
  std::vector<const syntax::Definition*> alternatives;
  std::vector<Variable> parameters;
  Kind kind;
};
/// `is GENERAL(role, …) when …`: by role of the general action the own role that fills it.
struct Way {
  Index general = 0;
  std::vector<std::size_t> roles;
  const syntax::Expression* when = nullptr;
};
struct Action {
  Index module = 0;
  const syntax::Action* item = nullptr;
  std::vector<Variable> roles;
  std::vector<Way> ways;
};
struct Place {
  std::optional<Index> individual;
  Variable variable;  ///< unless an individual; its type of both
};
/// What a norm or attribution is about.
struct Pattern {
  Index action = 0;
  std::vector<Place> places;
};
struct Attribution {
  Index module = 0;
  const syntax::Attribution* item = nullptr;
  Pattern act;
};
struct Norm {
  Index module = 0;
  const syntax::Norm* item = nullptr;
  Pattern act;
};
struct Priority {
  Index module = 0;
  Index superior = 0;
  Index inferior = 0;
};
struct Constraint {
  Index module = 0;
  const syntax::Constraint* item = nullptr;
  std::vector<Variable> binders;
};
struct Situation {
  Index module = 0;
  const syntax::Situation* item = nullptr;
  std::optional<Index> above;      ///< what it extends
  std::vector<Index> individuals;  ///< its own
};

enum class Space : std::uint8_t { vocabulary, document, norm, situation };
enum class Entity : std::uint8_t {
  type,
  individual,
  parameter,
  fact,
  definition,
  action,
  document,
  norm,
  situation
};
struct Named {
  Entity kind{};
  Index module = 0;
  Index ref = 0;
};
using Locals = std::map<std::string_view, Index>;  ///< individuals of a situation

class Law {
 public:
  /// Throws CannotCheck where a declaration cannot be made out. Sources and files must outlive it,
  /// and not move.
  Law(const Sources& sources, const std::vector<syntax::File>& files);

  const Sources& sources;
  std::vector<Module> modules;  ///< as the files
  std::vector<Document> documents;
  std::vector<Type> types;
  std::vector<Individual> individuals;
  std::vector<Parameter> parameters;
  std::vector<Fact> facts;
  std::vector<Definition> definitions;
  std::vector<Action> actions;
  std::vector<Attribution> attributions;
  std::vector<Norm> norms;
  std::vector<Priority> priorities;
  std::vector<Constraint> constraints;
  std::vector<Situation> situations;

  /// The module or file in which a text stands; none: the command line.
  std::optional<Index> home(SourceId source) const;
  /// Lets names in a text of the command line mean what they mean in that file.
  void let_stand_in(SourceId source, Index module) { homes_[source] = module; }
  /// What a name means where it stands; nothing where it means nothing. Throws CannotCheck where it
  /// means several things.
  std::optional<Named> find(Space space, const syntax::Name& name, std::optional<Index> from) const;
  /// The same, of one kind; throws CannotCheck otherwise.
  Index need(Entity kind, const syntax::Name& name, std::optional<Index> from) const;
  std::optional<Index> module(std::string_view name) const;
  /// The declaration of a name as certificates write it: `module.name`, or `name` of a file without
  /// a module. Throws DoesNotFollow.
  Index qualified(Entity kind, const std::string& name, std::optional<Index> preferred) const;
  std::string name_of(Index module, std::string_view name) const;

  bool is_below(Index type, Index general) const;
  bool kin(Index type, Index other) const { return is_below(type, other) || is_below(other, type); }
  std::vector<Variable> bound(const std::vector<syntax::Binder>& binders) const;
  Kind kind(const std::optional<syntax::ValueType>& written) const;
  /// The value of a constant; names of individuals are looked up among the locals first.
  Value constant(const syntax::Expression& expression, const Locals* locals) const;

 private:
  void read_modules(const std::vector<syntax::File>& files);
  void let_see();
  void declare(Space space, Entity kind, Index module, std::string_view name, Index ref);
  void read_vocabulary();
  void read_actions();
  void read_norms();
  void read_situations();
  Pattern pattern(const syntax::Head& head) const;

  std::map<std::pair<Space, std::string_view>, std::vector<Named>> names_;
  std::map<SourceId, Index> homes_;
};

}  // namespace grotius::verify
