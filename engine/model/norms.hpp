#pragma once
// What holds: norms and what ranks them, attributions, incompatibilities, constraints, theses, acceptances, tolerations.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/vocabulary.hpp"

namespace grotius::model {

using Criterion = syntax::Criterion;

/// One argument of an act in the head of a norm, attribution or incompatibility: an individual, or the variable of its place.
struct Argument {
  std::optional<IndividualId> individual;
  TypeId type{};          ///< of a variable: the role's type or a narrower one
  std::string_view name;  ///< of a variable
};

/// The acts that an item is about: one argument for each role; slot i of the item's expressions is the individual in role i,
/// also where an individual is named there.
struct ActPattern {
  ActionId action{};
  std::vector<Argument> arguments;
};

struct Norm {
  ModuleId module{};
  std::string_view name;
  std::string title;
  std::vector<Citation> sources;
  Interval in_force;
  bool by_default = false;
  Modality modality{};
  ActPattern act;
  Expr when;  ///< literal true if absent
  std::optional<Expr> unless;
  Span span;       ///< the whole item
  Span name_span;
  Span act_span;   ///< the act in its head
};

/// A pair that `overrides` or `priority` states.
struct StatedPriority {
  ModuleId module{};  ///< where it is stated
  NormId superior{};
  NormId inferior{};
  Span span;
};

struct Attribution {
  ModuleId module{};
  std::string title;
  std::vector<Citation> sources;
  ActPattern act;
  Expr when;
  Span span;
};

struct Incompatibility {
  ModuleId module{};
  /// At least two. Variables of one name are one variable; `slots[a][i]` is the slot of argument i of act a.
  std::vector<ActPattern> acts;
  std::vector<std::vector<std::uint32_t>> slots;
  std::vector<Variable> variables;
  Span span;
};

struct Constraint {
  ModuleId module{};
  std::string_view name;
  std::string title;
  std::vector<Variable> binders;
  Expr condition;
  Span span;
};

struct Thesis {
  ModuleId module{};
  std::string_view name;
  std::string title;
  std::vector<Citation> sources;
  syntax::ThesisMode mode{};
  std::vector<Variable> binders;
  Expr condition;
  syntax::ThesisExpectation expect{};
  Span span;
};

struct Acceptance {
  ModuleId module{};  ///< where declared
  ModuleId accepted{};
  struct Who {
    std::optional<IndividualId> individual;
    TypeId type{};  ///< of `every`
    std::vector<IndividualId> except;
  };
  std::vector<Who> who;
  Interval period;
  std::vector<Citation> sources;
  Span span;
};

struct Toleration {
  ModuleId module{};
  std::string_view kind;
  std::vector<std::string_view> names;
  std::string reason;
  Span span;
};

struct Module {
  std::string_view name;   ///< empty: the items of a file without a module
  std::string title;
  SourceId source{};
  bool anonymous = false;  ///< a file without a module
  std::vector<ModuleId> uses;      ///< directly; without `includes`
  std::vector<ModuleId> includes;  ///< directly
  Interval in_force;
  std::vector<Criterion> resolve_by;
  std::vector<std::string_view> ranks;  ///< highest first
  Span span;
};

}  // namespace grotius::model
