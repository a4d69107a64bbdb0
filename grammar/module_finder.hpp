#pragma once
// Where modules are found: which file `uses NAME` means, seen from a folder.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grotius {

/// Looks modules up in folders and remembers what it saw.
class ModuleFinder {
 public:
  /// `common`: the folders that follow that of the file which uses the module, in order.
  explicit ModuleFinder(std::vector<std::filesystem::path> common) : common_(std::move(common)) {}

  /// The file NAME.norm or NAME.norm.md in the first folder that has one.
  std::optional<std::filesystem::path> find(std::string_view module,
                                            const std::filesystem::path& from);
  /// The names of all modules that `find` would find from there; sorted. For suggestions.
  std::vector<std::string> found_from(const std::filesystem::path& from);
  /// The folders as a person would list them.
  std::string folders_from(const std::filesystem::path& from) const;

 private:
  std::vector<std::filesystem::path> folders(const std::filesystem::path& from) const;

  std::vector<std::filesystem::path> common_;
  std::map<std::pair<std::filesystem::path, std::string>, std::optional<std::filesystem::path>>
      seen_;
  std::map<std::filesystem::path, std::vector<std::string>> listed_;
};

}  // namespace grotius
