#pragma once
// Reads the files of a command and, transitively, the modules that they use. `uses NAME` is looked up as NAME.norm and
// NAME.norm.md in the folder of the file that says so, then in the folders given with `-I`, then in the norm library.

#include <filesystem>
#include <string>
#include <vector>

#include "grammar/diagnostic.hpp"
#include "grammar/source.hpp"
#include "grammar/syntax.hpp"

namespace grotius {

struct LoadOptions {
  std::vector<std::filesystem::path> include_folders;  ///< `-I`, in order
  std::vector<std::filesystem::path> libraries;        ///< the norm library, last
  bool folders = false;                                ///< a folder stands for every file of norms under it (`test`, `survey`)
  bool follow_uses = true;                             ///< false: only the files named, not what they use
  std::vector<std::string> modules;                    ///< modules that the command line names (`--under`), looked up from the folders of the files named
};

/// The files in the order in which they were named, then what they use, sorted by module name; each file once, however it is named.
struct Loaded {
  std::vector<syntax::File> files;
  std::size_t named = 0;  ///< how many of them were named on the command line
};

/// Reads and parses. A missing file, a folder, an unreadable file or an unknown module is a diagnostic, never an exception. A module in
/// a file named on the command line satisfies `uses` too, whatever the file is called. The path `-` is standard input.
///
/// Every `uses` and `includes` is looked up, so where two folders hold different files for one name, both are loaded and the model
/// reports that the module is declared twice: the result does not depend on the order of the files. Cycles of modules end; the model reports them.
Loaded load(Sources& sources, const std::vector<std::string>& paths, const LoadOptions& options, Diagnostics& diagnostics);

}  // namespace grotius
