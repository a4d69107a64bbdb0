// generate_norms module|case|asp|prolog NORMS [ACTIONS [UNKNOWNS]]: prints generated norms for
// programs that are measured as whole processes. With 0 actions, as many as a module of that size
// has in the benchmarks. generate_norms sparse|dense NORMS: a module for `check`.

#include <iostream>
#include <stdexcept>

#include "tests/bench/generate_to_check.hpp"

int main(int argc, char** argv) {
  using namespace grotius::bench;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    const std::string form = arguments.at(0);
    const auto norms = static_cast<unsigned>(std::stoul(arguments.at(1)));
    const auto actions = arguments.size() > 2 ? static_cast<unsigned>(std::stoul(arguments[2])) : 0;
    const auto unknowns =
        arguments.size() > 3 ? static_cast<unsigned>(std::stoul(arguments[3])) : 0;
    if (form == "sparse" || form == "dense") {
      std::cout << module_text(
          generate_to_check(norms, form == "sparse" ? Density::sparse : Density::dense));
      return 0;
    }
    Shape shape = Shape::of_size(norms);
    if (actions != 0) {
      shape = Shape{};
      shape.norms = norms;
      shape.actions = actions;
    }
    const GeneratedSet set = generate(shape);
    if (form == "module") {
      std::cout << module_text(set);
    } else if (form == "case") {
      std::cout << case_text(set, 0, unknowns);
    } else if (form == "asp") {
      std::cout << asp_text(set, 0);
    } else if (form == "prolog") {
      std::cout << prolog_text(set);
    } else {
      throw std::invalid_argument(form);
    }
    return 0;
  } catch (const std::logic_error&) {
    std::cerr << "generate_norms module|case|asp|prolog NORMS [ACTIONS [UNKNOWNS]]\n"
                 "generate_norms sparse|dense NORMS\n";
    return 2;
  }
}
