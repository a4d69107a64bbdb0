#pragma once

// A *world* is a small, well-typed program of norms as plain data: what one file set of the
// language says, before it is text. The random generator makes worlds, the printer writes them down
// for the engine, and the naive reference answers their questions straight from the written
// meaning. The three share these structs and nothing with the engine, so that agreement between
// engine and reference is evidence.
//
// Things refer to one another by their index in the vectors of `World`; `absent` means "none".
// Values are integers throughout: truth as 0 and 1, a date as days since 1970-01-01, an individual
// (of an entity type or of a closed type) as its index in `World::individuals`.

#include <optional>
#include <string>
#include <vector>

#include "tests/properties/norm_expression.hpp"

namespace grotius::properties {

// Half-open: `until` is exclusive; a missing end is unbounded.
struct Interval {
  std::optional<Value> from, until;
};

struct Type {
  std::string name;
  int supertype = absent;
  bool closed = false;
  int module = absent;
};

struct Individual {
  std::string name;
  int type = absent;
  int module = absent;     // declared by a module,
  int situation = absent;  // or by a situation; a value of a closed type belongs to its module
};

struct Module {
  std::string name;
  std::vector<int> uses, includes;
  Interval in_force;
  enum class Criterion { lex_superior, lex_posterior, lex_specialis };
  std::vector<Criterion> resolve_by;
  std::vector<std::string> ranks;  // highest first
};

struct Document {
  std::string name;
  int module = absent;
  std::string rank;  // empty: none
  std::optional<Value> dated;
};

struct Parameter {
  std::string name;
  int module = absent;
  Sort sort;
  Value value = 0;
};

struct Fact {
  std::string name;
  int module = absent;
  std::vector<Binder> parameters;
  Sort sort;
  std::optional<Value> low, high;  // integers only
  enum class Presumption { unstated, unknown, stated };
  Presumption presumption = Presumption::unstated;
  Value presumed = 0;
  // Its values are only ever compared with literals, parameters and today, so that finitely many
  // representatives stand for all values of an unbounded range.
  bool only_compared_with_constants = false;
};

struct Definition {
  struct Alternative {
    Expression when;
    std::optional<Expression> unless;
  };
  std::string name;
  int module = absent;
  std::vector<Binder> parameters;
  Sort sort;
  std::vector<Alternative> alternatives;  // of a relation
  std::optional<Expression> value;        // of an int or a date
};

// How an act of one action is an act of a more general one.
struct IsLink {
  int general = absent;
  std::vector<int> roles;  // for each role of the general action, the own role that fills it
  std::optional<Expression> when;
};

struct Action {
  std::string name;
  int module = absent;
  std::vector<Binder> roles;
  std::vector<IsLink> is;
  bool done_presumed_unknown = false;
};

// What fills a role in the head of a norm or an attribution.
struct Argument {
  enum class Form { constant, role, variable };
  Form form = Form::role;
  int individual = absent;  // constant
  Binder variable;          // role (the role's own name and type) and variable
};

struct Attribution {
  int module = absent;
  int action = absent;
  std::vector<Argument> arguments;
  Expression when;
};

enum class Modality { permit, forbid, oblige, exempt, empower, disable };

struct Norm {
  std::string name;
  int module = absent;
  std::vector<int> sources;  // documents
  Interval in_force;
  bool by_default = false;
  Modality modality = Modality::permit;
  int action = absent;
  std::vector<Argument> arguments;
  std::optional<Expression> when, unless;
  std::vector<int> overrides;  // norms
};

struct Priority {
  int module = absent;
  std::vector<int> norms;  // superior first
};

struct Incompatibility {
  struct Act {
    int action = absent;
    std::vector<std::string> variables;
  };
  int module = absent;
  std::vector<Act> acts;
};

struct Constraint {
  std::string name;
  int module = absent;
  std::vector<Binder> binders;
  Expression expression;
};

struct Thesis {
  std::string name;
  int module = absent;
  bool always = true;  // else `sometimes`
  std::vector<Binder> binders;
  Expression expression;
};

struct LineArgument {
  enum class Form { single, set, every };
  Form form = Form::single;
  std::vector<int> individuals;  // the one, the set's, or those that `every` excepts
  int type = absent;             // of `every`
};

struct LineEntry {
  bool deed = false;
  int index = absent;  // fact or action
  std::vector<LineArgument> arguments;
  bool negated = false;       // `not A(x)`, `not done a(x)`
  std::vector<Value> values;  // of a value fact; several when the sources disagree
};

struct Line {
  bool unknown = false;  // else given
  std::vector<LineEntry> entries;
  Interval interval;
};

struct Situation {
  std::string name;
  int extends = absent;
  std::optional<Value> date;
  std::vector<Line> lines;
};

// Stands in a file without a module.
struct Acceptance {
  int module = absent;            // the module that is accepted
  std::vector<LineArgument> who;  // individuals, or every one of a type
  Interval interval;
};

struct Question {
  int situation = absent;
  int action = absent;                   // a question about an act,
  std::vector<int> arguments;            // individuals
  std::optional<Expression> expression;  // or about an expression
  std::vector<int> under;                // the modules asked,
  int held_by = absent;                  // or whoever accepts them
  std::optional<Value> on;
  struct With {
    int parameter = absent;
    std::optional<Value> value;  // none: unknown
  };
  std::vector<With> with;
};

struct World {
  std::vector<Module> modules;
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
  std::vector<Incompatibility> incompatibilities;
  std::vector<Constraint> constraints;
  std::vector<Thesis> theses;
  std::vector<Acceptance> acceptances;
  std::vector<Situation> situations;
  std::vector<Question> questions;
};

}  // namespace grotius::properties
