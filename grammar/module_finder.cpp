#include "grammar/module_finder.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace grotius {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> endings{".norm", ".norm.md"};

/// Names come from the command line too; none may lead out of the folder.
bool may_be_module(std::string_view name) {
  return !name.empty() && name.find_first_of("./\\") == std::string_view::npos;
}

std::optional<fs::path> in_folder(const fs::path& folder, const std::string& module) {
  for (const std::string_view ending : endings) {
    const fs::path candidate = folder / (module + std::string(ending));
    std::error_code error;
    const fs::file_status status = fs::status(candidate, error);
    if (fs::exists(status) && !fs::is_directory(status)) return candidate;
  }
  return std::nullopt;
}

std::vector<std::string> modules_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  for (fs::directory_iterator entry(place, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string file = entry->path().filename().string();
    for (const std::string_view ending : endings) {
      if (!file.ends_with(ending)) continue;
      std::string name = file.substr(0, file.size() - ending.size());
      if (may_be_module(name)) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace

std::vector<fs::path> ModuleFinder::folders(const fs::path& from) const {
  std::vector<fs::path> all{from};
  for (const fs::path& folder : common_) {
    if (std::find(all.begin(), all.end(), folder) == all.end()) all.push_back(folder);
  }
  return all;
}

std::optional<fs::path> ModuleFinder::find(std::string_view module, const fs::path& from) {
  if (!may_be_module(module)) return std::nullopt;
  const std::string name(module);
  const auto [place, is_new] = seen_.try_emplace({from, name});
  if (!is_new) return place->second;
  for (const fs::path& folder : folders(from)) {
    place->second = in_folder(folder, name);
    if (place->second) break;
  }
  return place->second;
}

std::vector<std::string> ModuleFinder::found_from(const fs::path& from) {
  const auto [place, is_new] = listed_.try_emplace(from);
  std::vector<std::string>& names = place->second;
  if (!is_new) return names;
  for (const fs::path& folder : folders(from)) {
    const std::vector<std::string> more = modules_in(folder);
    names.insert(names.end(), more.begin(), more.end());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string ModuleFinder::folders_from(const fs::path& from) const {
  std::string list;
  for (const fs::path& folder : folders(from)) {
    if (!list.empty()) list += ", ";
    list += folder.empty() ? std::string("the current folder") : "`" + folder.string() + "`";
  }
  return list;
}

}  // namespace grotius
