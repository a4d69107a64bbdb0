#pragma once

// A world as files of text in the language.

#include <string>
#include <vector>

#include "tests/properties/norm_world.hpp"

namespace grotius::properties {

struct TextFile {
  std::string name;
  std::string text;
};

struct PrintOptions {
  // Shuffles the items of every file, the lines of situations and the files, spreads the items that
  // belong to no module over several files, and varies what the grammar leaves free (redundant
  // parentheses, qualified names, lists of lines).
  bool shuffle = false;
  std::uint64_t seed = 0;
};

struct Printed {
  std::vector<TextFile> files;
  std::vector<int> questions;  // those of the world, in the order of the files and of their text
};

// One file for each module (an item of a module stands in its file), and the rest -- situations,
// questions, and the items without a module -- in files of their own.
Printed print(const World& world, const PrintOptions& options = {});

// `lives_in(kosovars, serbia)`; `war()` without arguments.
std::string atom_text(const World& world, const std::string& name,
                      const std::vector<int>& arguments);

std::string date_text(Value day);

}  // namespace grotius::properties
