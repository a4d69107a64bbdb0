#include "cli/file_watch.hpp"

namespace grotius::cli {

namespace fs = std::filesystem;

FileWatch::State FileWatch::state_of(const fs::path& path) {
  std::error_code error;
  const auto time = fs::last_write_time(path, error);
  if (error) return std::nullopt;
  const auto size = fs::is_directory(path, error) ? 0 : fs::file_size(path, error);
  if (error) return std::nullopt;
  return Stamp{time, size};
}

void FileWatch::watch(const std::vector<fs::path>& paths) {
  std::map<fs::path, Watched> watched;
  for (const fs::path& path : paths) {
    const auto before = watched_.find(path);
    if (before != watched_.end()) {
      watched.insert(*before);
    } else {
      const State now = state_of(path);
      watched.emplace(path, Watched{now, now});
    }
  }
  watched_ = std::move(watched);
}

std::vector<fs::path> FileWatch::changed() {
  std::vector<fs::path> result;
  for (auto& [path, file] : watched_) {
    const State now = state_of(path);
    const bool settled = now == file.seen;
    file.seen = now;
    if (!settled || !now || now == file.known) continue;
    file.known = now;
    result.push_back(path);
  }
  return result;
}

}  // namespace grotius::cli
