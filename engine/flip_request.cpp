// What may change in a flip, in words: names of facts and actions, and single atoms, as the command line puts them.

#include <algorithm>

#include "engine/codes.hpp"
#include "engine/session_state.hpp"

namespace grotius {

namespace {

using model::Atom;

/// The parts between commas that stand outside of parentheses, without the blanks around them.
std::vector<std::string> parts(const std::string& text) {
  std::vector<std::string> result(1);
  int depth = 0;
  for (char c : text) {
    if (c == '(') ++depth;
    if (c == ')') --depth;
    if (c == ',' && depth == 0) {
      result.emplace_back();
    } else {
      result.back() += c;
    }
  }
  for (std::string& part : result) {
    const auto first = part.find_first_not_of(" \t\n");
    part = first == std::string::npos ? "" : part.substr(first, part.find_last_not_of(" \t\n") - first + 1);
  }
  return result;
}

/// Reads what one option names.
class AtomReader {
 public:
  AtomReader(const model::Model& model, const model::Situation& situation, std::string option, Diagnostics& diagnostics)
      : model_(model), situation_(situation), option_(std::move(option)), diagnostics_(diagnostics) {}

  bool failed = false;

  void read(const std::string& text, explore::Atoms& atoms) {
    for (const std::string& part : parts(text)) {
      const auto open = part.find('(');
      std::string name = part.substr(0, open);
      const bool deed = name.starts_with("done ");
      if (deed) name.erase(0, 5);
      while (!name.empty() && name.back() == ' ') name.pop_back();
      if (name.empty()) {
        fail("`" + option_ + "` names nothing", "write names of facts or actions, separated by commas");
      } else if (open == std::string::npos) {
        read_name(name, deed, atoms);
      } else {
        read_atom(part, name, part.substr(open), deed, atoms);
      }
    }
  }

 private:
  struct Named {
    std::optional<model::FactId> fact;
    std::optional<model::ActionId> action;
    const std::vector<model::Variable>* parameters = nullptr;
  };

  void fail(std::string message, std::string help) {
    diagnostics_.error(codes::bad_request, std::nullopt, std::move(message)).help = std::move(help);
    failed = true;
  }

  bool is_called(const std::string& name, model::ModuleId module, std::string_view own) const {
    if (own == name) return true;
    return name == std::string(model_[module].name) + '.' + std::string(own);
  }

  std::vector<Named> named(const std::string& name, bool deed) const {
    std::vector<Named> result;
    for (std::size_t i = 0; i < model_.facts.size() && !deed; ++i)
      if (is_called(name, model_.facts[i].module, model_.facts[i].name))
        result.push_back({model::id_of<model::FactId>(i), std::nullopt, &model_.facts[i].parameters});
    for (std::size_t i = 0; i < model_.actions.size(); ++i)
      if (is_called(name, model_.actions[i].module, model_.actions[i].name))
        result.push_back({std::nullopt, model::id_of<model::ActionId>(i), &model_.actions[i].roles});
    return result;
  }

  void unknown_name(const std::string& name) {
    for (const model::Definition& definition : model_.definitions)
      if (is_called(name, definition.module, definition.name))
        return fail("`" + name + "` is defined, and follows from facts: it cannot change by itself",
                    "name the facts that it rests on");
    std::vector<std::string_view> candidates;
    for (const model::Fact& fact : model_.facts) candidates.push_back(fact.name);
    for (const model::Action& action : model_.actions) candidates.push_back(action.name);
    const std::string meant = did_you_mean(name, candidates);
    fail("`" + name + "` is neither a fact nor an action",
         meant.empty() ? option_ + " takes names of facts, and of actions for what is done" : meant);
  }

  void read_name(const std::string& name, bool deed, explore::Atoms& atoms) {
    const auto found = named(name, deed);
    if (found.empty()) return unknown_name(name);
    for (const Named& one : found) {
      if (one.fact) atoms.facts.insert(*one.fact);
      if (one.action) atoms.deeds.insert(*one.action);
    }
  }

  void read_atom(const std::string& whole, const std::string& name, const std::string& rest, bool deed, explore::Atoms& atoms) {
    const auto found = named(name, deed);
    if (found.empty()) return unknown_name(name);
    if (rest.back() != ')')
      return fail("`" + whole + "` does not end in a parenthesis", "write " + name + "(…), or the name alone");
    std::vector<std::string> names = parts(rest.substr(1, rest.size() - 2));
    if (names.size() == 1 && names.front().empty()) names.clear();
    std::vector<model::IndividualId> arguments;
    for (const std::string& individual : names) {
      const auto id = this->individual(individual);
      if (!id) return;
      arguments.push_back(*id);
    }
    bool fits = false;
    for (const Named& one : found) {
      if (one.parameters->size() != arguments.size()) continue;
      fits = true;
      const bool is_deed = one.action.has_value();
      const std::size_t ref = is_deed ? model::index(*one.action) : model::index(*one.fact);
      atoms.single.insert(Atom{is_deed, static_cast<std::uint32_t>(ref), arguments});
    }
    if (!fits)
      fail("`" + name + "` takes " + std::to_string(found.front().parameters->size()) + " individuals, and `" + whole +
               "` names " + std::to_string(arguments.size()),
           "name as many as its declaration has, or write the name alone for all");
  }

  /// Of the situation, or of a module.
  std::optional<model::IndividualId> individual(const std::string& name) {
    std::vector<std::string_view> candidates;
    std::optional<model::IndividualId> found;
    for (std::size_t i = 0; i < model_.individuals.size(); ++i) {
      const auto id = model::id_of<model::IndividualId>(i);
      const model::Individual& one = model_.individuals[i];
      const bool own = std::ranges::find(situation_.individuals, id) != situation_.individuals.end();
      if (one.situation && !own) continue;
      candidates.push_back(one.name);
      if (is_called(name, one.module, one.name) && (!found || own)) found = id;
    }
    if (!found) {
      const std::string meant = did_you_mean(name, candidates);
      fail("there is no individual `" + name + "` in " + std::string(situation_.name),
           meant.empty() ? "name an individual of the situation or of a module" : meant);
    }
    return found;
  }

  const model::Model& model_;
  const model::Situation& situation_;
  std::string option_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<explore::Flips> Session::flip(const model::Question& question, const FlipRequest& request) {
  explore::FlipOptions options;
  options.asking = request.asking;
  options.to = request.to;
  const model::Situation& situation = model()[question.situation];
  AtomReader only(model(), situation, "--only", diagnostics()), keep(model(), situation, "--keep", diagnostics());
  for (const std::string& text : request.only) only.read(text, options.only);
  for (const std::string& text : request.keep) keep.read(text, options.keep);
  if (only.failed || keep.failed) return std::nullopt;
  auto flips = explore::flip(*state_->worlds, question, options, state_->diagnostics);
  if (flips && flips->to == analyse::Verdict::unknown) {
    diagnostics()
        .error(codes::bad_request, question.span,
               "the answer is `" + std::string(analyse::name(flips->answer.answer)) + "`: it is open to which one it should turn")
        .help = "add `--to yes` or `--to no`";
    return std::nullopt;
  }
  return flips;
}

explore::Implicants Session::implicants(const model::Question& question, const analyse::Answer& answer,
                                        const analyse::AskOptions& options) {
  return explore::implicants(*state_->worlds, question, answer, options);
}

}  // namespace grotius
