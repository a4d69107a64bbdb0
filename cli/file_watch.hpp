#pragma once
// Notices that files were saved. It looks at what the file system says of each path, so that an
// editor may write a file anew, replace it by another, or take it away for a moment.

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace grotius::cli {

class FileWatch {
 public:
  /// Watches these paths from now on, and no others; they need not exist.
  void watch(const std::vector<std::filesystem::path>& paths);
  /// The paths that have changed since they were last looked at, in their order. A file that is in
  /// the middle of being replaced (gone, or still being written) has not changed yet.
  std::vector<std::filesystem::path> changed();

 private:
  struct Stamp {
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  using State = std::optional<Stamp>;  // nothing: there is no such file
  static State state_of(const std::filesystem::path& path);

  struct Watched {
    State known;  ///< when it was last reported, or first watched
    State seen;   ///< at the last look
  };
  std::map<std::filesystem::path, Watched> watched_;
};

}  // namespace grotius::cli
