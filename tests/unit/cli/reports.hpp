#pragma once

#include "engine/analyse/check/finding.hpp"
#include "tests/unit/model/modelled.hpp"

namespace grotius::test {

// A small module, in `file1.norm`.
Modelled harbour();

// The place of a word of it, where it stands for the first time.
Span place_of(const Modelled& of, std::string_view word);

// Reports about it as an analysis would make them.
analyse::Finding conflict(const Modelled& of);   // with a witness
analyse::Finding dead_norm(const Modelled& of);  // with a core
analyse::Repair repair(const Modelled& of);      // that changes something else
analyse::Report everything(const Modelled& of);  // with all that a report can hold

}  // namespace grotius::test
