#pragma once

#include <filesystem>
#include <string>

namespace grotius::test {

/// What a command did.
struct Outcome {
  int status =
      0;  ///< exit status; 128 + signal if it was killed, 124 if it ran for more than two minutes
  std::string out;
  std::string err;
};

/// An empty folder of its own, removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs a line of the shell at the root of the sources, with `grotius` of this build in reach and
/// `$T` standing for `folder`. In the output these two places are written `$T` and `$BUILD` again.
Outcome run(const std::string& line, const TemporaryFolder& folder);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace grotius::test
