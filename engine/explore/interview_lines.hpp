#pragma once
// Lines of a case file about inputs, in names that mean the same among all files: qualified where several modules share them. Many
// atoms that are unknown alike stand in one line. Private to the folder.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ground/ground.hpp"

namespace grotius::explore {

class CaseLines {
 public:
  explicit CaseLines(const ground::World& world);

  /// `unable(serbia)`, `not done a(x)`, `deaths(p) = 5000`.
  std::string given(const ground::Input& input, std::int64_t value) const;
  /// `unable(serbia)`, `vote({china, france}, r)`, `consents(every State except {serbia}, nato)`: what may stand after `unknown`, each for one line.
  std::vector<std::string> unknown(const std::vector<ground::Input>& inputs) const;

  std::string value(const model::ValueKind& kind, std::int64_t value) const;
  std::string individual(model::IndividualId id) const;
  std::string type(model::TypeId id) const;
  std::string parameter(model::ParameterId id) const;

 private:
  std::string name(model::ModuleId module, std::string_view name) const;
  std::string head(const ground::Input& input) const;
  std::string set(const std::vector<model::IndividualId>& individuals, model::TypeId type) const;
  const std::vector<model::Variable>& parameters_of(const ground::Input& input) const;

  const ground::World& world_;
  const model::Model& model_;
  std::map<std::string_view, int> declared_;  ///< how many modules declare a name
};

}  // namespace grotius::explore
