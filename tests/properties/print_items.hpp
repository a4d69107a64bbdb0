#pragma once

// The items of a file as text, each in the clause order that language.md fixes.

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"
#include "tests/properties/print_expression.hpp"

namespace grotius::properties {

class ItemPrinter {
 public:
  ItemPrinter(const World& world, int module, std::mt19937_64* random)
      : world_(world), random_(random), to_(world, module, random) {}

  std::string header(const Module& module);
  std::string document(const Document& document);
  std::string type_declaration(int type);
  std::string parameter(const Parameter& parameter);
  std::string fact(const Fact& fact);
  std::vector<std::string> definition(const Definition& definition);  // one item an alternative
  std::string action(const Action& action);
  std::string attribution(const Attribution& attribution);
  std::string norm(const Norm& norm);
  std::string priority(const Priority& priority);
  std::string incompatibility(const Incompatibility& incompatibility);
  std::string constraint(const Constraint& constraint);
  std::string thesis(const Thesis& thesis);
  std::string acceptance(const Acceptance& acceptance);
  std::string situation(int situation);
  std::string question(const Question& question);

 private:
  std::string interval(const Interval& interval);
  std::string arguments(const std::vector<Argument>& arguments);
  std::string norm_names(const std::vector<int>& norms, const std::string& separator);
  std::string entry(const LineEntry& entry, const Line& line);
  std::string line_argument(const LineArgument& argument);
  std::string title(const std::string& text);

  const World& world_;
  std::mt19937_64* random_;
  ExpressionPrinter to_;
};

// The `individual` items of every module that declares some, outside closed types.
std::map<int, std::string> individual_items(const World& world, std::mt19937_64* random);

}  // namespace grotius::properties
