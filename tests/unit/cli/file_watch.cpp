// Files that are saved are noticed, however an editor saves them.

#include "cli/file_watch.hpp"

#include <fstream>

#include "cli/progress.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / "grotius-file-watch-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
};

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

/// What has changed, once the files have come to rest.
std::vector<fs::path> settled(cli::FileWatch& watch) {
  auto changed = watch.changed();
  if (changed.empty()) changed = watch.changed();
  return changed;
}

using Paths = std::vector<fs::path>;

}  // namespace

TEST_CASE("a file that is written or replaced has changed once", "[cli][watch]") {
  const Folder folder;
  const fs::path file = folder.path / "a.norm";
  const fs::path other = folder.path / "b.norm";
  write(file, "one");
  write(other, "one");
  cli::FileWatch watch;
  watch.watch({file, other});
  CHECK(settled(watch).empty());
  write(file, "longer");
  CHECK(watch.changed().empty());  // it may still be written
  CHECK(watch.changed() == Paths{file});
  CHECK(settled(watch).empty());
  write(folder.path / "new", "replacement");
  fs::rename(folder.path / "new", other);
  CHECK(settled(watch) == Paths{other});
  fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(5));
  CHECK(settled(watch) == Paths{file});
}

TEST_CASE("a file that is gone has changed when it is back", "[cli][watch]") {
  const Folder folder;
  const fs::path file = folder.path / "a.norm";
  cli::FileWatch watch;
  watch.watch({file, folder.path});
  write(file, "first");
  CHECK(settled(watch) == Paths{folder.path, file});
  fs::remove(file);
  CHECK(settled(watch) == Paths{folder.path});
  write(file, "as before, or nearly");
  CHECK(settled(watch) == Paths{folder.path, file});
}

TEST_CASE("a change between two lists of watched files is not lost", "[cli][watch]") {
  const Folder folder;
  const fs::path file = folder.path / "a.norm";
  write(file, "one");
  cli::FileWatch watch;
  watch.watch({file});
  write(file, "longer");
  watch.watch({file, folder.path});
  CHECK(settled(watch) == Paths{file});
  watch.watch({folder.path});
  write(file, "longer still");
  CHECK(settled(watch).empty());
}

TEST_CASE("the line of progress fits a terminal", "[cli][progress]") {
  using std::chrono::seconds;
  CHECK(cli::progress_line("conflicts", 0.424, seconds(7)) == "conflicts … 42 %, 7 s");
  CHECK(cli::progress_line("x", 7, seconds(0)) == "x … 100 %, 0 s");
  const std::string cut(55, 'x');
  CHECK(cli::progress_line(cut + "more", 0, seconds(1)) == cut + " … 0 %, 1 s");
  std::string accents;
  for (int i = 0; i < 40; ++i) accents += "é";
  CHECK(cli::progress_line(accents, 0, seconds(1)).starts_with(accents.substr(0, 54) + " …"));
}
