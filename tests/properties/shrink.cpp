#include "tests/properties/shrink.hpp"

#include "tests/properties/generate.hpp"
#include "tests/properties/reference.hpp"

namespace grotius::properties {
namespace {

template <typename Items>
void erase_at(Items& items, std::size_t place) {
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(place));
}

class Shrinker {
 public:
  explicit Shrinker(const World& world) : world_(world) {}

  std::vector<World> result() {
    for (std::size_t kept = 0; kept < world_.questions.size() && world_.questions.size() > 1;
         ++kept) {
      attempt([&](World& world) { world.questions = {world.questions[kept]}; });
    }
    for (std::size_t norm = 0; norm < world_.norms.size(); ++norm) {
      attempt([&](World& world) { drop_norm(world, static_cast<int>(norm)); });
    }
    drop_each(&World::attributions);
    drop_each(&World::priorities);
    drop_each(&World::constraints);
    drop_each(&World::incompatibilities);
    drop_each(&World::theses);
    for (std::size_t situation = 0; situation < world_.situations.size(); ++situation) {
      for (std::size_t line = 0; line < world_.situations[situation].lines.size(); ++line) {
        attempt([&](World& world) { erase_at(world.situations[situation].lines, line); });
      }
    }
    clauses();
    conditions();
    return std::move(result_);
  }

 private:
  template <typename Change>
  void attempt(const Change& change) {
    World world = world_;
    change(world);
    if (invalidity(world).empty() && answerable(world)) result_.push_back(std::move(world));
  }

  static bool answerable(const World& world) {
    for (const Question& question : world.questions) {
      try {
        const Asked asked(world, question);
        if (asked.situation.count_states(4'096) > 4'096) return false;
        if (reference_answer(world, question).completions == 0) return false;
      } catch (const UnboundedUnknown&) {
        return false;
      }
    }
    return true;
  }

  static void drop_norm(World& world, int dropped) {
    const auto renumber = [&](std::vector<int>& norms) {
      std::erase(norms, dropped);
      for (int& norm : norms) norm -= norm > dropped ? 1 : 0;
    };
    erase_at(world.norms, static_cast<std::size_t>(dropped));
    for (Norm& norm : world.norms) renumber(norm.overrides);
    for (Priority& priority : world.priorities) renumber(priority.norms);
    std::erase_if(world.priorities, [](const Priority& it) { return it.norms.size() < 2; });
  }

  template <typename Items>
  void drop_each(Items World::*items) {
    for (std::size_t place = 0; place < (world_.*items).size(); ++place) {
      attempt([&](World& world) { erase_at(world.*items, place); });
    }
  }

  void clauses() {
    for (std::size_t index = 0; index < world_.norms.size(); ++index) {
      const Norm& norm = world_.norms[index];
      if (norm.when) attempt([&](World& world) { world.norms[index].when.reset(); });
      if (norm.unless) attempt([&](World& world) { world.norms[index].unless.reset(); });
      if (norm.by_default) attempt([&](World& world) { world.norms[index].by_default = false; });
      if (norm.in_force.from) attempt([&](World& world) { world.norms[index].in_force = {}; });
      if (!norm.sources.empty()) attempt([&](World& world) { world.norms[index].sources.clear(); });
      for (std::size_t place = 0; place < norm.overrides.size(); ++place) {
        attempt([&](World& world) { erase_at(world.norms[index].overrides, place); });
      }
    }
    for (std::size_t index = 0; index < world_.actions.size(); ++index) {
      for (std::size_t link = 0; link < world_.actions[index].is.size(); ++link) {
        attempt([&](World& world) { erase_at(world.actions[index].is, link); });
        if (world_.actions[index].is[link].when) {
          attempt([&](World& world) { world.actions[index].is[link].when.reset(); });
        }
      }
    }
    for (std::size_t index = 0; index < world_.definitions.size(); ++index) {
      const auto& alternatives = world_.definitions[index].alternatives;
      for (std::size_t place = 0; place < alternatives.size() && alternatives.size() > 1; ++place) {
        attempt([&](World& world) { erase_at(world.definitions[index].alternatives, place); });
      }
    }
  }

  // Every part of a condition that is a truth value: replaced by `true`, or by one of its own
  // parts.
  void conditions() {
    std::vector<Expression*> roots;
    World scratch = world_;
    const auto collect = [&](World& world) {
      roots.clear();
      for (Norm& norm : world.norms) {
        if (norm.when) roots.push_back(&*norm.when);
        if (norm.unless) roots.push_back(&*norm.unless);
      }
      for (Definition& definition : world.definitions) {
        for (Definition::Alternative& alternative : definition.alternatives) {
          roots.push_back(&alternative.when);
        }
      }
      for (Attribution& attribution : world.attributions) roots.push_back(&attribution.when);
      for (Constraint& constraint : world.constraints) roots.push_back(&constraint.expression);
      for (Thesis& thesis : world.theses) roots.push_back(&thesis.expression);
      for (Question& question : world.questions) {
        if (question.expression) roots.push_back(&*question.expression);
      }
    };
    collect(scratch);
    std::vector<std::vector<Expression>> replacements;
    for (const Expression* root : roots) replacements.push_back(simplified(*root));
    for (std::size_t place = 0; place < replacements.size(); ++place) {
      for (const Expression& replacement : replacements[place]) {
        attempt([&](World& world) {
          collect(world);
          *roots[place] = replacement;
        });
      }
    }
  }

  static bool is_connective(Op op) {
    return op == Op::negation || op == Op::conjunction || op == Op::disjunction ||
           op == Op::implication;
  }

  static std::vector<Expression> simplified(const Expression& expression) {
    std::vector<Expression> result;
    Expression truth;
    truth.value = 1;
    if (expression.op != Op::literal) result.push_back(truth);
    if (!is_connective(expression.op)) return result;
    for (std::size_t place = 0; place < expression.operands.size(); ++place) {
      result.push_back(expression.operands[place]);
      for (const Expression& part : simplified(expression.operands[place])) {
        Expression changed = expression;
        changed.operands[place] = part;
        result.push_back(changed);
      }
    }
    return result;
  }

  const World& world_;
  std::vector<World> result_;
};

}  // namespace

std::vector<World> smaller(const World& world) { return Shrinker(world).result(); }

}  // namespace grotius::properties
