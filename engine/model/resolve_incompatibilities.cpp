// Acts that nobody can do together. Variables of one name are one variable, of the narrowest type
// that any of its places gives it.

#include <algorithm>

#include "engine/model/codes.hpp"
#include "engine/model/heads.hpp"
#include "engine/model/items.hpp"

namespace grotius::model {

namespace {

class Incompatible {
 public:
  Incompatible(Resolver& resolver, ModuleId module)
      : resolver_(resolver), environment_{{module, nullptr}, {}, 0, {}} {
    result_.module = module;
  }

  void act(const syntax::Head& written) {
    const std::optional<ActionId> found = head_action(resolver_, written, environment_.scope);
    if (!found) {
      good_ = false;
      return;
    }
    const Action& action = resolver_.model[*found];
    ActPattern pattern;
    pattern.action = *found;
    std::vector<std::uint32_t> slots;
    std::vector<Bound> in_this_act;
    for (std::size_t i = 0; i < action.roles.size(); ++i) {
      const syntax::Name& name = written.arguments[i].name;
      std::optional<Argument> argument;
      if (new_variable(resolver_, name, in_this_act)) {
        argument = plain_variable(written, i, action);
        if (!argument) argument = head_argument(resolver_, written, i, action, environment_);
      }
      if (!argument || !argument->individual) {
        in_this_act.push_back({name.text, std::nullopt, 0, name.span});
      }
      if (!argument) {
        good_ = false;
        continue;
      }
      slots.push_back(argument->individual ? 0 : shared(name, argument->type));
      pattern.arguments.push_back(*argument);
    }
    result_.acts.push_back(std::move(pattern));
    result_.slots.push_back(std::move(slots));
  }

  std::optional<Incompatibility> result(Span span) {
    if (!good_) return std::nullopt;
    result_.span = span;
    for (std::size_t a = 0; a < result_.acts.size(); ++a) {
      for (std::size_t i = 0; i < result_.acts[a].arguments.size(); ++i) {
        Argument& argument = result_.acts[a].arguments[i];
        if (!argument.individual) argument.type = result_.variables[result_.slots[a][i]].type;
      }
    }
    return std::move(result_);
  }

 private:
  /// A variable without its type: of the role in whose place it stands. Here it may have any name
  /// but one that looks like a misspelt individual, for what it says is only that the acts exclude
  /// each other.
  std::optional<Argument> plain_variable(const syntax::Head& written, std::size_t place,
                                         const Action& action) {
    const syntax::Argument& argument = written.arguments[place];
    const std::string_view name = argument.name.text;
    if (argument.type || !argument.name.qualifier.empty()) return std::nullopt;
    if (named(name) == result_.variables.end()) {
      const Scope& scope = environment_.scope;
      if (resolver_.shadowed(scope, name)) return std::nullopt;
      if (nearest_name(name,
                       resolver_.candidates(scope, NameSpace::vocabulary, EntityKind::individual)))
        return std::nullopt;
      for (const Variable& role : action.roles) {
        if (role.name == name && role.slot != place) return std::nullopt;
      }
    }
    Argument result;
    result.name = name;
    result.type = action.roles[place].type;
    return result;
  }

  std::vector<Variable>::iterator named(std::string_view name) {
    return std::find_if(result_.variables.begin(), result_.variables.end(),
                        [&](const Variable& variable) { return variable.name == name; });
  }

  /// The slot of the variable, which is narrowed to the type.
  std::uint32_t shared(const syntax::Name& name, TypeId type) {
    const auto found = named(name.text);
    if (found == result_.variables.end()) {
      const auto slot = static_cast<std::uint32_t>(result_.variables.size());
      result_.variables.push_back({slot, type, name.text});
      return slot;
    }
    if (resolver_.fits(type, found->type)) {
      found->type = type;
    } else if (!resolver_.fits(found->type, type)) {
      resolver_.diagnostics
          .error(codes::wrong_type, name.span,
                 quoted(name.text) + " would be both a " +
                     quoted(type_name(resolver_.model, found->type)) + " and a " +
                     quoted(type_name(resolver_.model, type)))
          .help = "variables of one name are one variable: choose two names";
      good_ = false;
    }
    return found->slot;
  }

  Resolver& resolver_;
  Environment environment_;
  Incompatibility result_;
  bool good_ = true;
};

}  // namespace

void resolve_incompatibilities(Model& model, Resolver& resolver, const Items& items) {
  for (const Declared<syntax::Incompatibility>& declared : items.incompatibilities) {
    Incompatible incompatible(resolver, declared.module);
    for (const syntax::Head& act : declared.item->acts) incompatible.act(act);
    if (auto result = incompatible.result(declared.span))
      model.incompatibilities.push_back(std::move(*result));
  }
}

}  // namespace grotius::model
