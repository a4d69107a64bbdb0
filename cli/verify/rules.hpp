#pragma once
// The rules: whether the claim of a step follows from the claims that it uses, by semantics.md and
// what the files say. Each rule is three-valued: what the used claims do not decide does not
// follow.

#include "cli/verify/claims.hpp"

namespace grotius::verify {

/// What a case supposes of unknown facts and deeds.
using Suppositions = std::map<Atom, Value>;

class Rules {
 public:
  Rules(const World& world, const std::vector<Step>& steps, const Suppositions& supposed)
      : world_(world), law_(world.law), scene_(world.scene), steps_(steps), supposed_(supposed) {}

  /// Throws DoesNotFollow where the step does not follow, CannotCheck where that cannot be told.
  void check(const Step& step) const;

 private:
  // facts
  void given(const Step& step) const;
  void presumed(const Step& step) const;
  void supposed(const Step& step) const;
  // what is derived of them
  void expression(const Step& step, Claims& claims) const;
  void definition(const Step& step, Claims& claims) const;
  void unfounded(const Step& step) const;
  // norms
  Truth counts_as(const Step& step, Claims& claims) const;
  Truth applies(const Step& step, Claims& claims) const;
  void stands(const Step& step, Claims& claims) const;
  void status(const Step& step, Claims& claims) const;

  /// A norm and its own act.
  struct Instance {
    Index norm = 0;
    Act own;
  };
  std::vector<Instance> instances(const Act& about, const NormSet& set) const;
  void demand(Truth derived, const Step& step) const;

  const World& world_;
  const Law& law_;
  const Scene& scene_;
  const std::vector<Step>& steps_;
  const Suppositions& supposed_;
};

}  // namespace grotius::verify
