#include "grammar/read.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <vector>

#include "grammar/file_codes.hpp"
#include "grammar/parse.hpp"

namespace grotius {

namespace {

namespace fs = std::filesystem;

/// Names of a crowded folder beyond these are not compared with a misspelt one.
constexpr std::size_t most_neighbours = 10'000;

std::string quoted(const fs::path& path) {
  return path == standard_input ? "standard input" : "`" + path.string() + "`";
}

/// The file that was probably meant: the same name with an ending of ours, or the nearest name in
/// the folder.
std::string help_for_missing(const fs::path& path) {
  std::error_code error;
  for (const char* ending : {".norm", ".case", ".norm.md", ".case.md"}) {
    const fs::path longer = path.string() + ending;
    if (fs::exists(longer, error)) return "did you mean `" + longer.string() + "`?";
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::vector<std::string> neighbours;
  for (fs::directory_iterator entry(folder, error), end;
       !error && entry != end && neighbours.size() < most_neighbours; entry.increment(error)) {
    neighbours.push_back(entry->path().filename().string());
  }
  std::sort(neighbours.begin(), neighbours.end());
  const std::string name = path.filename().string();
  const auto nearest = nearest_name(name, {neighbours.begin(), neighbours.end()});
  if (!nearest) return {};
  return "did you mean `" + (path.parent_path() / *nearest).string() + "`?";
}

void report_too_large(const fs::path& path, const std::optional<Span>& used_at,
                      Diagnostics& diagnostics) {
  diagnostics
      .error(file_codes::too_large, used_at,
             quoted(path) + " is larger than " + std::to_string(GrammarLimits::file_bytes >> 20) +
                 " MiB, the limit for one file (file_bytes)")
      .help = "split it into several modules";
}

/// Reads to the end, or a little beyond the limit; false and `errno` where the system refuses.
bool read_all(std::FILE* file, std::string& text) {
  constexpr std::size_t chunk = 1u << 16;
  while (text.size() <= GrammarLimits::file_bytes) {
    const std::size_t before = text.size();
    text.resize(before + chunk);
    const std::size_t got = std::fread(text.data() + before, 1, chunk, file);
    text.resize(before + got);
    if (got < chunk) return std::ferror(file) == 0;
  }
  return true;
}

}  // namespace

std::optional<std::string> read_text(const fs::path& path, const std::optional<Span>& used_at,
                                     Diagnostics& diagnostics) {
  const bool from_input = path == standard_input;
  if (!from_input) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      diagnostics.error(file_codes::missing_file, used_at, "there is no file " + quoted(path))
          .help = help_for_missing(path);
      return std::nullopt;
    }
    if (fs::is_directory(status)) {
      diagnostics
          .error(file_codes::folder, used_at,
                 quoted(path) + " is a folder, and a file is wanted here")
          .help = "name the files in it; `test` and `survey` take folders";
      return std::nullopt;
    }
    if (fs::is_regular_file(status) && fs::file_size(path, error) > GrammarLimits::file_bytes &&
        !error) {
      report_too_large(path, used_at, diagnostics);
      return std::nullopt;
    }
  }

  const auto close = [from_input](std::FILE* file) {
    if (!from_input) std::fclose(file);
  };
  const std::unique_ptr<std::FILE, decltype(close)> file(
      from_input ? stdin : std::fopen(path.c_str(), "rb"), close);
  std::string text;
  if (!file || !read_all(file.get(), text)) {
    diagnostics.error(file_codes::unreadable, used_at,
                      quoted(path) + " cannot be read: " + std::strerror(errno));
    return std::nullopt;
  }
  if (text.size() > GrammarLimits::file_bytes) {
    report_too_large(path, used_at, diagnostics);
    return std::nullopt;
  }
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  // In Markdown it is prose, which is kept byte for byte.
  if (text.starts_with(byte_order_mark) && path.extension() != ".md")
    text.erase(0, byte_order_mark.size());
  return text;
}

}  // namespace grotius
