#include "cli/render_why.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/derivation_words.hpp"
#include "cli/render_answer.hpp"
#include "cli/render_witness.hpp"
#include "engine/ground/print.hpp"

namespace grotius::cli {

namespace {

using explain::Case;
using explain::Rule;
using explain::Step;
using explain::StepId;

/// A derivation as an indented list, each claim once.
class Tree {
 public:
  Tree(const model::Model& model, const explain::Derivation& derivation, const WhyOptions& options)
      : derivation_(derivation), words_(model, derivation), options_(options) {}

  std::string text() {
    const Step& root = derivation_.steps[derivation_.root];
    if (root.rule != Rule::status) {
      write(derivation_.root, 1, 0);
      return std::move(text_);
    }
    of_status(root, 1);
    return std::move(text_);
  }

 private:
  // The norms that stand, then those that are defeated, then those that do not apply, each with its reason.
  void of_status(const Step& status, std::size_t indent) {
    const auto group = [&](const char* title, auto&& belongs) {
      bool any = false;
      for (StepId use : status.uses) {
        if (!belongs(derivation_.steps[use])) continue;
        if (!any && indent == 1) text_ += std::string(title) + "\n";
        any = true;
        write(use, indent, 0);
      }
    };
    group("Norms that stand", [](const Step& step) { return step.value != 0; });
    group("Norms that are defeated", [](const Step& step) { return step.value == 0 && step.ground; });
    group("Norms that do not apply", [](const Step& step) { return step.value == 0 && !step.ground; });
  }

  void write(StepId id, std::size_t indent, std::size_t level) {
    id = words_.shown(id);
    const Step& step = derivation_.steps[id];
    std::string line = words_.claim(step);
    const std::string origin = words_.origin(step);
    if (!origin.empty()) line += " [" + origin + "]";
    const auto before = written_.find(id);
    const std::vector<StepId> grounds = words_.grounds(id);
    const bool leaf = grounds.empty();
    if (before != written_.end() && !leaf) line += " (as above)";
    put(line, indent);
    if (leaf || (before != written_.end())) return;
    written_[id] = true;
    if (!options_.full && level >= options_.depth) {
      put("…", indent + 1);
      return;
    }
    if (step.rule == Rule::status) return of_status(step, indent + 1);
    for (StepId ground : visible(step, grounds)) write(ground, indent + 1, level + 1);
  }

  // A norm that stands rests on its conditions; that nothing defeats it, is told only in full.
  std::vector<StepId> visible(const Step& step, const std::vector<StepId>& grounds) const {
    std::vector<StepId> result;
    for (StepId ground : grounds) {
      const Step& below = derivation_.steps[ground];
      const bool defeat_that_fails = step.rule == Rule::stands && step.value != 0 && below.rule == Rule::stands;
      if (defeat_that_fails && !options_.full) continue;
      if (below.rule == Rule::applies) {
        for (StepId condition : words_.grounds(ground)) result.push_back(condition);
      } else {
        result.push_back(ground);
      }
    }
    return result;
  }

  void put(const std::string& line, std::size_t indent) {
    const std::string margin(indent * 2, ' ');
    text_ += wrapped(margin + "- " + line, margin.size() + 2) + "\n";
  }

  const explain::Derivation& derivation_;
  DerivationWords words_;
  const WhyOptions& options_;
  std::map<StepId, bool> written_;
  std::string text_;
};

std::string supposed(const model::Model& model, const Case& one, const ground::World& world) {
  std::string text;
  for (const auto& [atom, value] : one.supposed) {
    ground::Input input;
    input.kind = atom.deed ? ground::Input::Kind::deed : ground::Input::Kind::fact;
    input.ref = atom.ref;
    input.arguments = atom.arguments;
    if (!atom.deed) input.value = model.facts[atom.ref].kind;
    if (value.is_value()) {
      text += (text.empty() ? "" : ", ") + ground::line(world, input, *value.least);
    } else {
      text += (text.empty() ? "" : ", ") + ground::print(world, input) + " is " + range_words(value, input.value.sort);
    }
  }
  return text;
}

std::string comes_to(const explain::Derivation& derivation) {
  const Step& root = derivation.steps[derivation.root];
  if (!root.answers) return root.value != 0 ? "yes" : "no";
  return std::string(root.answers->must == "obliged" ? root.answers->must : root.answers->may);
}

}  // namespace

std::string why_text(const model::Model& model, const explain::Explanation& explanation, const WhyOptions& options, bool colour) {
  std::string text = render_text(model, explanation.answer, colour);
  if (!explanation.reason.empty()) return text + "\nno grounds: " + explanation.reason + "\n";
  text += "\nWhy\n";
  for (const Case& one : explanation.cases) {
    if (!one.supposed.empty())
      text += "\n" + wrapped(fmt::format("If {}: {}", supposed(model, one, explanation.world),
                                         one.excluded ? "that cannot be" : comes_to(one.derivation)), 2) + "\n";
    text += Tree(model, one.derivation, options).text();
  }
  if (!explanation.exhaustive)
    text += "\nThese are examples, one for each possible answer; they are not all the ways in which the unknown facts can be.\n";
  return text;
}

}  // namespace grotius::cli
