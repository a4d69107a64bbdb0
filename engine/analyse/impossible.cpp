// A situation without any completion: which lines, presumptions and constraints exclude each other.
// The core that the solver gives is made minimal by deletion: whatever can be left out is.

#include <algorithm>

#include "engine/analyse/codes.hpp"
#include "engine/analyse/inquiry.hpp"
#include "engine/ground/print.hpp"

namespace grotius::analyse {

namespace {

using ground::InputId;
using solve::Claim;

/// One thing that may be part of the cause.
struct Part {
  Claim claim;
  const Requirement* requirement = nullptr;  ///< nothing: what is known of the claim's input
};

/// Everything that is known to have one value, and the requirements; `withdrawn` is the knowledge
/// without those values.
std::vector<Part> parts_of(const Inquiry& inquiry, ground::Knowledge& withdrawn) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < inquiry.knowledge.size(); ++i) {
    if (!inquiry.knowledge[i].known()) continue;
    const auto kind = inquiry.program.inputs[i].kind;
    if (kind != ground::Input::Kind::fact && kind != ground::Input::Kind::deed) continue;
    parts.push_back(
        {solve::input_is(static_cast<InputId>(i), inquiry.knowledge[i].values.front()), nullptr});
    withdrawn[i] = ground::every_value(*inquiry.world.model, inquiry.program.inputs[i].value);
  }
  for (const Requirement& requirement : inquiry.requirements)
    parts.push_back({solve::node_is(requirement.node, true), &requirement});
  return parts;
}

bool exclude_each_other(solve::Solver& solver, const std::vector<Part>& parts) {
  std::vector<Claim> claims;
  for (const Part& part : parts) claims.push_back(part.claim);
  return solver.check(claims) == solve::Outcome::unsatisfiable;
}

/// A minimal set of parts that exclude each other; all parts where the solver gives up.
std::vector<Part> minimal_core(solve::Solver& solver, std::vector<Part> parts) {
  if (!exclude_each_other(solver, parts)) return parts;
  std::vector<Part> core;
  for (std::size_t position : solver.core()) core.push_back(parts[position]);
  if (!exclude_each_other(solver, core)) core = parts;
  for (std::size_t i = 0; i < core.size();) {
    std::vector<Part> without = core;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (exclude_each_other(solver, without)) {
      core = std::move(without);
    } else {
      ++i;
    }
  }
  return core;
}

std::string excerpt_of(const model::Model& model, const model::Constraint& constraint) {
  std::string text = "`" + model.qualified(constraint.module, constraint.name) + "`";
  if (!constraint.title.empty()) text += " (" + constraint.title + ")";
  return text;
}

}  // namespace

void report_impossible(const Inquiry& inquiry, double seconds, Diagnostics& diagnostics) {
  const model::Model& model = *inquiry.world.model;
  ground::Knowledge withdrawn = inquiry.knowledge;
  std::vector<Part> parts = parts_of(inquiry, withdrawn);
  const auto solver = solve::make_solver(inquiry.program, withdrawn, {seconds});
  const std::vector<Part> core = minimal_core(*solver, std::move(parts));

  std::string constraints, presumed;
  std::vector<Related> related;
  const model::Entry* not_done = nullptr;
  for (const Part& part : core) {
    if (part.requirement != nullptr && part.requirement->constraint) {
      const auto& constraint = model[*part.requirement->constraint];
      constraints += (constraints.empty() ? "" : ", ") + excerpt_of(model, constraint);
      related.push_back({constraint.span, "the constraint"});
    } else if (part.requirement != nullptr) {
      if (not_done != nullptr) related.push_back({not_done->span, "given as not done"});
      not_done = part.requirement->not_done;  // the last is the place of the diagnostic itself
    } else {
      const ground::Input& input = inquiry.program[part.claim.input];
      const bool deed = input.kind == ground::Input::Kind::deed;
      const std::string line = ground::line(inquiry.world, input, part.claim.number);
      if (const auto* entry = inquiry.snapshot->entry({deed, input.ref, input.arguments})) {
        if (entry != not_done) related.push_back({entry->span, "`" + line + "` is given"});
      } else {
        presumed += (presumed.empty() ? "" : ", ") + ("`" + line + "`");
      }
    }
  }
  const model::Situation& situation = model[inquiry.question->situation];
  const std::string name(situation.name);
  const std::string cause =
      not_done != nullptr
          ? "in the situation `" + name + "` an act that is given as not done counts as done" +
                (constraints.empty() ? "" : ", or breaks " + constraints)
          : "the situation `" + name + "` cannot be: " + constraints + " excludes it";
  Diagnostic& error =
      diagnostics.error(not_done != nullptr ? codes::undone_deed : codes::impossible_situation,
                        not_done != nullptr ? not_done->span : situation.span, cause);
  std::ranges::sort(related, {}, &Related::span);
  error.related = std::move(related);
  error.help =
      presumed.empty()
          ? "change one of these lines, or write `unknown …` for what is not known"
          : "nothing is given for " + presumed +
                ", so that is presumed; give the facts, or write `unknown …` for what is not known";
}

}  // namespace grotius::analyse
