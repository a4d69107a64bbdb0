// The solver of programs: claims become literals of terms, terms go to the backend when something
// really has to be searched for.

#include "engine/solve/program_solver.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "engine/solve/encoder.hpp"

namespace grotius::solve {

namespace {

using Clock = std::chrono::steady_clock;

class ProgramSolver final : public Solver {
 public:
  ProgramSolver(const ground::Program& program, const ground::Knowledge& knowledge,
                const Limits& limits, unsigned copies, std::size_t unfolding_budget)
      : program_(program),
        limits_(limits),
        certain_(ground::certain(program, knowledge)),
        comparisons_(program, certain_),
        recursion_(program, certain_),
        inputs_(program, knowledge, comparisons_, terms_, axioms_, copies) {
    for (unsigned copy = 0; copy < copies; ++copy)
      copies_.emplace_back(program, certain_, comparisons_, recursion_, terms_, axioms_, inputs_,
                           copy, unfolding_budget);
    impossible_ = inputs_.impossible();
  }

  using Solver::check;
  using Solver::require;

  void require(std::span<const Claim> any_of) override {
    const Stopwatch watch(*this);
    std::vector<TermId> claims;
    for (const Claim& claim : any_of) claims.push_back(term(claim));
    require(terms_.disjunction(std::move(claims)));
  }

  void require_difference(std::span<const ground::NodeId> nodes) override {
    const Stopwatch watch(*this);
    if (copies_.size() < 2)
      throw std::logic_error("one copy of the program has nothing to differ from");
    std::vector<TermId> differences;
    for (ground::NodeId node : nodes)
      differences.push_back(
          terms_.negation(terms_.equivalence(copies_[0].encode(node), copies_[1].encode(node))));
    require(terms_.disjunction(std::move(differences)));
  }

  Outcome check(std::span<const Claim> assumptions) override {
    const Stopwatch watch(*this);
    core_.clear();
    reason_.clear();
    satisfied_ = false;
    if (impossible_) return Outcome::unsatisfiable;
    std::vector<TermId> literals;
    std::vector<std::size_t> positions;  // of the assumptions that are no constants
    for (std::size_t i = 0; i < assumptions.size(); ++i) {
      const TermId literal = terms_.literal(term(assumptions[i]));
      if (terms_.is_constant(literal, false)) {
        core_ = {i};
        return Outcome::unsatisfiable;
      }
      if (terms_.is_constant(literal, true)) continue;
      literals.push_back(literal);
      positions.push_back(i);
    }
    if (literals.empty() && requirements_.empty() && !backend_) return satisfied();

    const Outcome outcome = search(literals);
    if (outcome == Outcome::unsatisfiable)
      for (std::size_t literal : backend_->core()) core_.push_back(positions[literal]);
    return outcome == Outcome::satisfiable ? satisfied() : outcome;
  }

  std::vector<std::int64_t> model(unsigned copy) override {
    if (!satisfied_) throw std::logic_error("a model without a satisfiable check");
    std::vector<std::int64_t> values;
    for (std::size_t i = 0; i < program_.inputs.size(); ++i)
      values.push_back(*inputs_.value(static_cast<ground::InputId>(i), copy, backend_.get()));
    return values;
  }

  std::vector<std::size_t> core() override { return core_; }
  std::string reason() override { return reason_; }

 private:
  /// Its life counts as time used.
  class Stopwatch {
   public:
    explicit Stopwatch(ProgramSolver& solver) : solver_(solver) { solver_.started_ = Clock::now(); }
    ~Stopwatch() { solver_.used_before_ = solver_.used(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

   private:
    ProgramSolver& solver_;
  };

  /// Seconds; inside of a stopwatch.
  double used() const {
    return used_before_ + std::chrono::duration<double>(Clock::now() - started_).count();
  }

  void require(TermId truth) {
    if (terms_.is_constant(truth, false)) impossible_ = true;
    if (terms_[truth].kind != TermKind::constant) requirements_.push_back(truth);
  }

  TermId term(const Claim& claim) {
    TermId truth{};
    switch (claim.kind) {
      case Claim::Kind::node:
        truth = copies_.at(claim.copy).encode(claim.node);
        break;
      case Claim::Kind::is:
        truth = inputs_.is(claim.input, claim.number, claim.copy);
        break;
      case Claim::Kind::at_least:
        truth = inputs_.at_least(claim.input, claim.number, claim.copy);
        break;
      case Claim::Kind::same:
        truth = inputs_.same(claim.input);
        break;
    }
    return claim.holds ? truth : terms_.negation(truth);
  }

  Outcome search(std::span<const TermId> literals) {
    if (!backend_) backend_ = make_z3_backend(terms_);
    for (;;) {
      unsigned milliseconds = 0;
      if (limits_.seconds > 0) {
        const double left = std::ceil((limits_.seconds - used()) * 1000);
        if (left <= 0) return out_of_time();
        milliseconds = static_cast<unsigned>(std::min(left, 4e9));
      }
      for (; axioms_sent_ < axioms_.size(); ++axioms_sent_)
        backend_->require(axioms_[axioms_sent_]);
      for (; requirements_sent_ < requirements_.size(); ++requirements_sent_)
        backend_->require(requirements_[requirements_sent_]);
      const Outcome outcome = backend_->check(literals, milliseconds);
      if (outcome == Outcome::unknown) {
        if (backend_->timed_out()) return out_of_time();
        reason_ = backend_->reason();
      }
      if (outcome != Outcome::satisfiable || !exclude_circles()) return outcome;
    }
  }

  bool exclude_circles() {
    if (std::ranges::none_of(copies_, &Encoder::may_have_circles)) return false;
    auto variables = inputs_.variables(*backend_);
    for (const Encoder& copy : copies_)
      for (TermId member : copy.free_members())
        variables.emplace(member, backend_->truth(member).value_or(false));
    TermValues model(terms_, std::move(variables));
    bool excluded = false;
    for (Encoder& copy : copies_) excluded = copy.exclude_circles(model) || excluded;
    return excluded;
  }

  Outcome out_of_time() {
    reason_ = fmt::format("the time limit of {} second{} was reached", limits_.seconds,
                          limits_.seconds == 1 ? "" : "s");
    return Outcome::unknown;
  }

  Outcome satisfied() {
    if (!inputs_.representable(backend_.get())) {
      reason_ = "an example needs a number of more than 64 bits";
      return Outcome::unknown;
    }
    satisfied_ = true;
    return Outcome::satisfiable;
  }

  const ground::Program& program_;
  Limits limits_;
  ground::Certain certain_;
  Comparisons comparisons_;
  Recursion recursion_;
  Terms terms_;
  std::vector<TermId> axioms_;
  std::vector<TermId> requirements_;
  std::size_t axioms_sent_ = 0;
  std::size_t requirements_sent_ = 0;
  Inputs inputs_;
  std::vector<Encoder> copies_;
  std::unique_ptr<Backend> backend_;
  bool impossible_ = false;  ///< whatever is assumed
  bool satisfied_ = false;
  double used_before_ = 0;
  Clock::time_point started_;
  std::vector<std::size_t> core_;
  std::string reason_;
};

}  // namespace

std::unique_ptr<Solver> make_solver(const ground::Program& program,
                                    const ground::Knowledge& knowledge, const Limits& limits,
                                    unsigned copies) {
  return make_program_solver(program, knowledge, limits, copies, Encoder::usual_unfolding_budget);
}

std::unique_ptr<Solver> make_program_solver(const ground::Program& program,
                                            const ground::Knowledge& knowledge,
                                            const Limits& limits, unsigned copies,
                                            std::size_t unfolding_budget) {
  return std::make_unique<ProgramSolver>(program, knowledge, limits, copies, unfolding_budget);
}

}  // namespace grotius::solve
