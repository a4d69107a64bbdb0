// The Z3 wall: whatever Z3 throws ends here and becomes `unknown` with a reason in words. A solver
// without tactics or preprocessing (the others cost tens of milliseconds at the first check), fixed
// seeds, no signal handler. The context costs thirteen milliseconds, nearly all that a question
// costs, so the solvers of a thread share one; a solver stays on the thread that made it.

#include "engine/solve/backend.hpp"

#include <stdexcept>
#include <unordered_map>

#include "engine/solve/z3/terms_to_z3.hpp"

namespace grotius::solve {

namespace {

/// The context of this thread; after an exception in it a new one.
std::shared_ptr<z3::context>& thread_context() {
  static thread_local std::shared_ptr<z3::context> context;
  return context;
}

std::shared_ptr<z3::context> usable_context() {
  auto& context = thread_context();
  if (!context) context = std::make_shared<z3::context>();
  return context;
}

class Z3Backend final : public Backend {
 public:
  explicit Z3Backend(const Terms& terms)
      : shared_(usable_context()),
        context_(*shared_),
        solver_(context_, z3::solver::simple()),
        to_z3_(context_, terms) {
    z3::params params(context_);
    params.set("ctrl_c", false);
    params.set("random_seed", 0u);
    solver_.set(params);
  }

  void require(TermId truth) override {
    guarded([&] { solver_.add(to_z3_(truth, solver_)); });
  }

  Outcome check(std::span<const TermId> literals, unsigned milliseconds) override {
    timed_out_ = false;
    Outcome outcome = Outcome::unknown;
    if (!failed_) guarded([&] { outcome = checked(literals, milliseconds); });
    return failed_ ? Outcome::unknown : outcome;
  }

  std::optional<bool> truth(TermId variable) const override {
    const auto found = values_.find(variable);
    return found == values_.end() ? std::nullopt : std::optional(found->second != 0);
  }

  std::optional<std::int64_t> number(TermId variable) const override {
    const auto found = values_.find(variable);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<std::size_t> core() const override { return core_; }
  std::string reason() const override { return reason_; }
  bool timed_out() const override { return timed_out_; }

 private:
  template <class Action>
  void guarded(Action action) {
    try {
      action();
    } catch (const z3::exception& error) {
      failed_ = true;
      thread_context().reset();
      explain(error.msg());
    } catch (const std::runtime_error& error) {  // a function that this version of Z3 lacks
      failed_ = true;
      explain(error.what());
    }
  }

  Outcome checked(std::span<const TermId> literals, unsigned milliseconds) {
    if (milliseconds > 0) {
      z3::params params(context_);
      params.set("timeout", milliseconds);
      solver_.set(params);
    }
    limited_ = milliseconds > 0;
    z3::expr_vector assumptions(context_);
    for (TermId literal : literals) assumptions.push_back(to_z3_(literal, solver_));
    switch (solver_.check(assumptions)) {
      case z3::sat:
        return read_model();
      case z3::unsat:
        read_core(assumptions);
        return Outcome::unsatisfiable;
      case z3::unknown:
        break;
    }
    explain(solver_.reason_unknown());
    return Outcome::unknown;
  }

  Outcome read_model() {
    values_.clear();
    const z3::model model = solver_.get_model();
    for (TermId variable : to_z3_.variables()) {
      const z3::func_decl declaration = to_z3_.known(variable).decl();
      if (!model.has_interp(declaration)) continue;
      const z3::expr value = model.get_const_interp(declaration);
      std::int64_t number = value.is_true() ? 1 : 0;
      if (!value.is_bool() && !value.is_numeral_i64(number)) {
        reason_ = "an example needs a number of more than 64 bits";
        return Outcome::unknown;
      }
      values_.emplace(variable, number);
    }
    return Outcome::satisfiable;
  }

  void read_core(const z3::expr_vector& assumptions) {
    core_.clear();
    std::unordered_map<unsigned, bool> in_core;
    const z3::expr_vector core = solver_.unsat_core();
    for (unsigned i = 0; i < core.size(); ++i) in_core[core[static_cast<int>(i)].id()] = true;
    for (unsigned i = 0; i < assumptions.size(); ++i) {
      const auto found = in_core.find(assumptions[static_cast<int>(i)].id());
      if (found == in_core.end() || !found->second) continue;
      found->second = false;  // a repeated assumption counts once
      core_.push_back(i);
    }
  }

  void explain(const std::string& message) {
    auto says = [&](const char* word) { return message.find(word) != std::string::npos; };
    timed_out_ = limited_ && (says("timeout") || says("canceled") || says("interrupted"));
    if (says("memory"))
      reason_ = "the solver ran out of memory";
    else if (says("incomplete"))
      reason_ = "the arithmetic of the question is beyond the solver: " + message;
    else
      reason_ = "the solver gave up: " + message;
  }

  std::shared_ptr<z3::context> shared_;
  z3::context& context_;
  z3::solver solver_;
  TermsToZ3 to_z3_;
  bool failed_ = false;
  bool limited_ = false;
  bool timed_out_ = false;
  std::unordered_map<TermId, std::int64_t> values_;
  std::vector<std::size_t> core_;
  std::string reason_;
};

/// Stands for a Z3 that could not be started.
class NoBackend final : public Backend {
 public:
  explicit NoBackend(std::string reason) : reason_(std::move(reason)) {}
  void require(TermId) override {}
  Outcome check(std::span<const TermId>, unsigned) override { return Outcome::unknown; }
  std::optional<bool> truth(TermId) const override { return std::nullopt; }
  std::optional<std::int64_t> number(TermId) const override { return std::nullopt; }
  std::vector<std::size_t> core() const override { return {}; }
  std::string reason() const override { return reason_; }
  bool timed_out() const override { return false; }

 private:
  std::string reason_;
};

}  // namespace

std::unique_ptr<Backend> make_z3_backend(const Terms& terms) {
  try {
    return std::make_unique<Z3Backend>(terms);
  } catch (const z3::exception& error) {
    return std::make_unique<NoBackend>(std::string("the solver could not be started: ") +
                                       error.msg());
  } catch (const std::runtime_error& error) {
    return std::make_unique<NoBackend>(error.what());
  }
}

}  // namespace grotius::solve
