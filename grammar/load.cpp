#include "grammar/load.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "grammar/file_codes.hpp"
#include "grammar/module_finder.hpp"
#include "grammar/parse.hpp"
#include "grammar/read.hpp"

namespace grotius {

namespace {

namespace fs = std::filesystem;

/// A file that was read.
struct Entry {
  syntax::File file;
  fs::path folder;        ///< where the modules that it uses are looked up first
  bool mistaken = false;  ///< parsing found errors, so its header may be missing from the tree
};

std::string_view module_name(const syntax::File& file) {
  return file.module ? file.module->name.text : std::string_view();
}

bool is_file_of_norms(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".norm") || name.ends_with(".case") || name.ends_with(".norm.md") ||
         name.ends_with(".case.md");
}

/// Every file of norms under the folder, sorted; hidden folders aside. `error` where some folder
/// cannot be read.
std::vector<fs::path> files_under(const fs::path& folder, std::error_code& error) {
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    const bool is_folder = entry->is_directory(ignored);
    if (is_folder && entry->path().filename().string().starts_with('.')) {
      entry.disable_recursion_pending();
    } else if (!is_folder && is_file_of_norms(entry->path())) {
      files.push_back(entry->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// One name for each file, whatever the path that leads to it.
std::string identity(const fs::path& path) {
  if (path == standard_input) return standard_input;
  std::error_code error;
  const fs::path canonical = fs::canonical(path, error);
  return error ? path.string() : canonical.string();
}

class Loader {
 public:
  Loader(Sources& sources, const LoadOptions& options, Diagnostics& diagnostics)
      : sources_(sources), options_(options), diagnostics_(diagnostics), finder_(common(options)) {}

  Loaded run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) name(path);
    const std::size_t named = entries_.size();
    for (const Entry& entry : entries_) {
      const std::string_view module = module_name(entry.file);
      if (!module.empty()) named_modules_.insert(module);
    }
    if (!options_.follow_uses) return result(named);
    follow_all();
    for (const std::string& module : options_.modules) {
      find_for_command_line(module, named);
      follow_all();
    }
    return result(named);
  }

 private:
  static constexpr std::size_t failed = static_cast<std::size_t>(-1);

  static std::vector<fs::path> common(const LoadOptions& options) {
    std::vector<fs::path> folders = options.include_folders;
    folders.insert(folders.end(), options.libraries.begin(), options.libraries.end());
    return folders;
  }

  void name(const std::string& path) {
    std::error_code error;
    if (!options_.folders || path == standard_input || !fs::is_directory(path, error)) {
      add(path, std::nullopt);
      return;
    }
    const std::vector<fs::path> files = files_under(path, error);
    if (error) {
      diagnostics_.error(file_codes::unreadable, std::nullopt,
                         "the folder `" + path + "` cannot be read to its end: " + error.message());
    } else if (files.empty()) {
      diagnostics_
          .error(file_codes::empty_folder, std::nullopt,
                 "there is no file of norms under the folder `" + path + "`")
          .help = "files of norms end in .norm, .case, .norm.md or .case.md";
    }
    for (const fs::path& file : files) add(file, std::nullopt);
  }

  /// The index of the entry, `failed` if it cannot be read.
  std::size_t add(const fs::path& path, const std::optional<Span>& used_at) {
    const auto [place, is_new] = by_identity_.try_emplace(identity(path), failed);
    if (!is_new) return place->second;
    std::optional<std::string> text = read_text(path, used_at, diagnostics_);
    if (!text) return failed;
    const bool from_input = path == standard_input;
    const SourceId id =
        sources_.add(from_input ? "<standard input>" : path.string(), std::move(*text));
    const std::size_t before = diagnostics_.items().size();
    syntax::File file = parse(sources_, id, diagnostics_);
    const bool mistaken = diagnostics_.items().size() > before;
    entries_.push_back({std::move(file), from_input ? fs::path() : path.parent_path(), mistaken});
    place->second = entries_.size() - 1;
    return place->second;
  }

  /// Loads what the entries use that have not been looked at, and what that uses in turn.
  void follow_all() {
    for (; followed_ < entries_.size(); ++followed_) {
      const syntax::File& file = entries_[followed_].file;
      std::vector<syntax::Name> wanted = file.uses;
      if (file.module) {
        wanted.insert(wanted.end(), file.module->uses.begin(), file.module->uses.end());
        wanted.insert(wanted.end(), file.module->includes.begin(), file.module->includes.end());
      }
      const fs::path folder = entries_[followed_].folder;
      for (const syntax::Name& module : wanted) find(module, folder);
    }
  }

  void find(const syntax::Name& module, const fs::path& folder) {
    if (named_modules_.contains(module.text)) return;
    const std::optional<fs::path> path = finder_.find(module.text, folder);
    if (!path) return report_unknown(module.text, module.span, folder);
    check_header(add(*path, module.span), *path, module.text, module.span);
  }

  void find_for_command_line(const std::string& module, std::size_t named) {
    const auto declares = [&](const Entry& entry) { return module_name(entry.file) == module; };
    if (std::any_of(entries_.begin(), entries_.end(), declares)) return;
    std::vector<fs::path> folders;
    for (std::size_t i = 0; i < named; ++i) folders.push_back(entries_[i].folder);
    if (folders.empty()) folders.emplace_back();
    for (const fs::path& folder : folders) {
      const std::optional<fs::path> path = finder_.find(module, folder);
      if (!path) continue;
      return check_header(add(*path, std::nullopt), *path, module, std::nullopt);
    }
    report_unknown(module, std::nullopt, folders.front());
  }

  /// The file that was found for a module should hold it.
  void check_header(std::size_t index, const fs::path& path, std::string_view module,
                    const std::optional<Span>& used_at) {
    if (index == failed) return;
    const Entry& entry = entries_[index];
    const std::string_view holds = module_name(entry.file);
    if (holds == module || (holds.empty() && entry.mistaken)) return;
    Diagnostic& diagnostic = diagnostics_.error(
        file_codes::other_module, used_at,
        "`" + path.string() + "` should hold the module `" + std::string(module) +
            (holds.empty() ? "`, but has no module header"
                           : "`, but its header says `" + std::string(holds) + "`"));
    diagnostic.help = "begin that file with `module " + std::string(module) +
                      "`, or give it the name of the module that it holds";
    if (!holds.empty()) {
      diagnostic.related.push_back({entry.file.module->name.span, "the header of that file"});
    }
  }

  void report_unknown(std::string_view module, const std::optional<Span>& used_at,
                      const fs::path& folder) {
    std::vector<std::string> found = finder_.found_from(folder);
    std::vector<std::string_view> candidates(found.begin(), found.end());
    for (const Entry& entry : entries_) {
      if (entry.file.module) candidates.push_back(module_name(entry.file));
    }
    const std::string name(module);
    std::string help = did_you_mean(module, candidates);
    if (help.empty()) {
      help = "a module is looked up as " + name + ".norm or " + name + ".norm.md in " +
             finder_.folders_from(folder) + "; name a further folder with -I";
    }
    diagnostics_.error(file_codes::unknown_module, used_at, "there is no module `" + name + "`")
        .help = std::move(help);
  }

  Loaded result(std::size_t named) {
    const auto order = [this](const Entry& a, const Entry& b) {
      const auto key = [this](const Entry& entry) {
        return std::pair<std::string_view, std::string_view>(module_name(entry.file),
                                                             sources_[entry.file.source].name());
      };
      return key(a) < key(b);
    };
    std::sort(entries_.begin() + static_cast<std::ptrdiff_t>(named), entries_.end(), order);
    Loaded loaded;
    loaded.named = named;
    for (Entry& entry : entries_) loaded.files.push_back(std::move(entry.file));
    return loaded;
  }

  Sources& sources_;
  const LoadOptions& options_;
  Diagnostics& diagnostics_;
  ModuleFinder finder_;
  std::vector<Entry> entries_;
  std::map<std::string, std::size_t> by_identity_;
  std::set<std::string_view> named_modules_;
  std::size_t followed_ = 0;
};

}  // namespace

Loaded load(Sources& sources, const std::vector<std::string>& paths, const LoadOptions& options,
            Diagnostics& diagnostics) {
  return Loader(sources, options, diagnostics).run(paths);
}

}  // namespace grotius
