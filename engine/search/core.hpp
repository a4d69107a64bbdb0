#pragma once
// Questions about compiled gates together with what is always required; private to this folder. One
// model of the required nodes is kept, see search.hpp.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/evaluate/evaluator.hpp"
#include "engine/search/gates.hpp"
#include "engine/search/propagator.hpp"

namespace grotius::search {

/// A required truth: one of the conjuncts of the required nodes.
struct Requirement {
  ground::NodeId node{};
  bool holds = true;  ///< that `node` must have this value is what is required
  Ref ref = 0;
  std::vector<std::uint32_t> cone;    ///< gates, ascending
  std::vector<std::uint32_t> fields;  ///< that it rests on, ascending
  bool opaque = false;                ///< something in the cone is opaque
};

/// Shared by all searches over one program.
struct Compiled {
  Gates gates;
  std::vector<Requirement> required;
  std::vector<std::vector<std::uint32_t>> touching;  ///< by field: the requirements that rest on it
  std::vector<bool> dated;                           ///< by NodeId: rests on today
  ground::Program program;                           ///< only where some requirement is opaque
};

/// Linear in the program and in the cones of all requirements.
std::shared_ptr<const Compiled> prepare(const ground::Program& program,
                                        const ground::Knowledge& knowledge,
                                        std::span<const ground::NodeId> required);

/// Domains that a question assumes: all words, and the fields in which they exclude the value
/// that the kept model has.
struct Assumed {
  const std::vector<Word>* words = nullptr;
  std::span<const std::uint32_t> deviating;
};

class Core {
 public:
  /// `preferred`: the element that each field has in a model unless something asks for another, and
  /// the value that it then stands for; by field.
  struct Preferred {
    std::uint32_t element = 0;
    std::int64_t value = 0;
  };
  Core(std::shared_ptr<const Compiled> compiled, std::vector<Preferred> preferred);
  /// Every field at its first element.
  explicit Core(std::shared_ptr<const Compiled> compiled);

  /// Takes from all domains what the requirements exclude by themselves.
  void narrow();

  Outcome query(std::span<const Ref> wanted, std::uint64_t budget, const Assumed& assumed = {});

  const Gates& gates() const { return compiled_->gates; }
  const Compiled& compiled() const { return *compiled_; }
  std::shared_ptr<const Compiled> share() const { return compiled_; }
  const std::vector<Word>& domains() const { return domains_; }
  /// What the domains decide of a gate.
  Truth decided(std::uint32_t gate) const { return decided_[gate]; }
  Outcome consistent() const { return consistent_; }
  const std::vector<std::int64_t>& model() const { return values_; }
  const std::string& reason() const { return reason_; }
  std::uint64_t decisions() const { return propagator_.decisions(); }
  /// The element that the kept model gives to a field.
  std::uint32_t kept(std::uint32_t field) const { return kept_[field]; }
  /// The element that the last model gives to a field.
  std::uint32_t element(std::uint32_t field) const { return current_[field]; }
  /// The requirements that the last query looked into.
  std::span<const std::uint32_t> active() const { return active_; }

 private:
  void establish();
  bool holds(const Requirement& requirement);
  void set(std::uint32_t field, std::uint32_t element);
  void take_values(const Assumed& assumed);
  void decide_gates();

  std::shared_ptr<const Compiled> compiled_;
  std::vector<Preferred> preferred_;
  std::vector<Word> domains_;
  std::vector<Truth> decided_;  ///< by gate, under `domains_`
  std::vector<std::optional<evaluate::Evaluator>>
      evaluators_;  ///< by requirement: of the opaque ones
  Propagator propagator_;

  std::vector<std::uint32_t> kept_;     ///< by field: the model of the requirements
  std::vector<std::uint32_t> current_;  ///< by field: the model of the last query
  std::vector<std::int64_t> values_;    ///< by field, of `current_`
  std::vector<std::uint32_t> changed_;  ///< fields in which `current_` may differ from `kept_`

  std::vector<std::uint32_t> active_;
  std::vector<std::uint32_t> seen_;  ///< by requirement: the last round that looked at it
  std::vector<std::uint32_t> in_;    ///< by requirement: the last query that wanted it
  std::uint32_t round_ = 0, query_ = 0;
  std::vector<Truth> truths_;  ///< by gate, scratch
  Outcome consistent_ = Outcome::found;
  std::string reason_, inconsistent_reason_;
};

}  // namespace grotius::search
