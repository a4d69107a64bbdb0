#pragma once
// The analyses, each a function that adds what it finds to the report of a study. Private to the folder.

#include "engine/analyse/check/study.hpp"

namespace grotius::analyse {

/// False where the constraints leave no situation at all: then everything else would be vacuous. O(1) questions.
bool find_contradictory_constraints(Study& study);
/// Two opposed norms that both stand about one act. Pairs of opposed norms of related actions, most of them settled by their covers or
/// by a situation that was found for another pair.
void find_conflicts(Study& study);
/// Duties that nobody can fulfil together. O(incompatibilities × pairs of duties + duties × kinds) questions.
void find_impossible_duties(Study& study);
/// Actions that norms speak of and about which all are silent somewhere. One question an action and act.
void find_gaps(Study& study);
/// Norms that never apply, alternatives that never hold. One question each.
void find_dead(Study& study);
/// Norms without which every status stays as it is. One question each.
void find_idle_norms(Study& study);
/// Conditions without which a norm applies, or a definition holds, in the same situations. One question for each conjunct.
void find_redundant_conditions(Study& study);
/// Relations that always, or never, hold. Two questions each.
void find_constant_definitions(Study& study);
/// Stated pairs without which every status stays as it is; pairs against rank; pairs that a criterion left open.
void find_about_priorities(Study& study);
/// Those without which every status stays as it is. Two questions for each act that a norm below the pair can be about.
void find_idle_priorities(Study& study);
/// Adds to each conflict of the report what would remove it, and what else that would change. Eight comparisons of norm sets each.
void propose_repairs(Study& study);
/// The theses of the module that is checked.
std::vector<ThesisResult> decide_theses(Study& study);
/// Those that are not as expected, as findings.
void find_failed_theses(Study& study, const std::vector<ThesisResult>& theses);

/// Whether two statuses of one act differ in any of the three questions.
ground::NodeId differ(ground::Grounder& grounder, const ground::ActStatus& a, const ground::ActStatus& b);
/// Whether an act fits the head of a norm: its individuals and types.
bool fits(const Symbolic& symbolic, const model::ActPattern& pattern, const std::vector<model::IndividualId>& arguments);
/// The top-level conjuncts of a condition; none of a literal true.
std::vector<const model::Expr*> conjuncts(const model::Expr& condition);
/// Whether a norm is superior to another, directly or through others.
bool outranks(const std::vector<std::vector<model::Prevails>>& superiors, model::NormId superior, model::NormId inferior);
/// The text of a place, in one line.
std::string excerpt(const model::Model& model, Span span);
/// Actions, the general before their kinds, else by name.
std::vector<model::ActionId> general_first(const model::Model& model);
/// Minimal cores over one program as it stands.
class Cores {
 public:
  /// The first `constraints` of what is required count as parts. O(program).
  Cores(Symbolic& symbolic, std::size_t constraints, const Effort& effort);
  ~Cores();
  /// A smallest set of parts that no situation satisfies together at any of the tuples: `parts[t][i]` is part i at tuple t. By deletion: at
  /// most twice as many questions as parts, times the tuples; runs of parts that do not matter are left out together. Positions, ascending;
  /// nothing where some situation does. Throws GaveUp.
  std::optional<std::vector<std::size_t>> of(const std::vector<std::vector<ground::NodeId>>& parts);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace grotius::analyse
