#pragma once
// Which names of two models are partners: the same unqualified name, declared on both sides. Private to the folder.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/merge.hpp"
#include "engine/model/names.hpp"

namespace grotius::model {

/// A declared name of the vocabulary: type, individual of a module, parameter, fact, definition or action.
struct VocabularyName {
  EntityKind kind{};
  std::uint32_t ref = 0;  ///< the id, by `kind`
  ModuleId module{};
  std::string_view name;
  Span span;
};

struct Partners {
  VocabularyName first;
  VocabularyName second;
};

/// The partners, sorted by name. A name that stands more than once on a side finds its partner in the module of the same name (in a file
/// without a module: in the file of the same name); what is left on both sides must be one and one, else it is reported.
std::vector<Partners> partners(const Model& first, const Model& second, Diagnostics& diagnostics);

/// Reports the partners that are not of one kind and signature (merge.hpp says what belongs to it). `merged` has the ids of all types and
/// individuals of the second model.
void check_signatures(const Merged& merged, const Model& first, const Model& second, const std::vector<Partners>& partners,
                      Diagnostics& diagnostics);

}  // namespace grotius::model
