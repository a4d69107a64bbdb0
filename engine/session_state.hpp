#pragma once
// What a session holds, private to the folder.

#include "engine/grotius.hpp"

namespace grotius {

struct Session::State {
  LoadOptions options;
  Sources sources;
  std::vector<syntax::File> named;
  std::vector<syntax::File> files;  ///< the named ones, then what they use
  std::size_t named_files = 0;      ///< of `files`, once they are compiled
  std::vector<std::unique_ptr<syntax::File>> added;  ///< situations that were added later
  Diagnostics diagnostics;
  std::optional<model::Model> model;
  std::optional<analyse::Worlds> worlds;
};

}  // namespace grotius
