#pragma once

// The parts of the random generator, in the order in which a world grows: vocabulary, definitions,
// actions, norms, situations, questions. An expression is drawn for a *place*, which says what it
// may mention there: by that, nearly all worlds are stratified from the start.

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/properties/generate.hpp"
#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  bool percent(int share) { return below(100) < share; }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(static_cast<int>(items.size()))];
  }

 private:
  std::mt19937_64 random_;
};

struct Place {
  int module = absent;
  std::vector<Binder> scope;
  int definitions_below = 0;   // may be used anyhow
  std::vector<int> recursive;  // definitions that may be used positively
  int statuses_below = 0;      // actions whose statuses may be asked
  bool done = false;           // `done` of any action, anyhow
  bool done_positively = false;
};

class Generator {
 public:
  Generator(std::uint64_t seed, const GenerateOptions& options);

  World world();

 private:
  // generate_vocabulary.cpp
  void modules();
  void types_and_individuals();
  void documents();
  void parameters();
  void facts();
  void actions();
  std::vector<Binder> roles();
  std::string role_name(int place);

  // generate_definitions.cpp
  void definitions();
  void reachability();
  void relation(int index, const Place& place, bool recursive);
  void conditions_of_is();
  void attributions();
  void constraints();
  void definitions_with_statuses();
  std::vector<Binder> some_parameters(const std::string& prefix, int most);
  std::vector<Argument> arguments(int module, int action, std::vector<Binder>& scope);

  // generate_norms.cpp
  void norms();
  void norm(int module);
  void circle_of_dates();
  void priorities();
  void incompatibilities();
  void acceptances();
  Interval some_interval();

  // generate_expressions.cpp
  Expression formula(int depth, Place& place, bool positive);
  Expression atom(Place& place, bool positive);
  Expression quantified(int depth, Place& place, bool positive);
  std::optional<Expression> relation_atom(Place& place, bool positive);
  std::optional<Expression> act_atom(Place& place, bool positive);
  std::optional<Expression> applied(Op op, int index, const std::vector<Binder>& parameters,
                                    Place& place);
  Binder fresh_variable(Place& place);
  bool visible(int module, int owner) const;
  bool usable(int definition, const Place& place, bool positive) const;

  // generate_terms.cpp
  std::optional<Expression> term(int type, Place& place);
  std::optional<Expression> comparison(Place& place);
  std::optional<Expression> threshold(Place& place);
  std::optional<Expression> value_comparison(Place& place);
  std::optional<Expression> identity(Place& place);
  Expression number(int depth, Place& place);
  Expression aggregate(int depth, Place& place);
  std::optional<Expression> date(Place& place);
  std::optional<Expression> fact_of(Kind kind, bool thresholds, Place& place);
  Expression constant(Kind kind);

  // generate_situations.cpp
  void situations();
  void situation(int index);
  void fact_lines(int index);
  void deed_lines(int index);
  void row_line(int index, bool deed, int subject, const std::vector<Binder>& parameters);
  void add_line(int situation, Line line);
  Line fact_line(const Fact& fact, int index, const std::vector<int>& tuple);
  Value some_value(const Fact& fact);
  bool said(int situation, bool deed, int index, const std::vector<int>& tuple) const;

  // generate_theses.cpp
  void theses();
  void shared_incompatibility();
  void gather();

  // generate_questions.cpp
  void questions();
  std::optional<Question> question();
  Expression status_of(const Question& question);
  std::size_t norms_speaking(const Question& question) const;
  bool answerable(const Question& question) const;

  Value some_date();
  int status_tier(const Definition& definition) const;

  Chance chance_;
  GenerateOptions options_;
  World world_;
  bool dated_ = false;
  int variables_ = 0;
  bool dense_ = false;  // most norms are `pro_` or `contra_` the action `disputed_`
  Modality pro_ = Modality::permit, contra_ = Modality::forbid;
  int disputed_ = 0;
  int doubts_left_ = 0;  // unknown atoms that the situation at hand may still get
};

}  // namespace grotius::properties
