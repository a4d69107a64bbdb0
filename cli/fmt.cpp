// grotius fmt: files in the canonical layout.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/invocation.hpp"
#include "cli/render_diagnostics.hpp"
#include "grammar/file_codes.hpp"
#include "grammar/format.hpp"

namespace grotius::cli {

namespace {

namespace fs = std::filesystem;

struct Format {
  Inputs inputs;
  bool check = false;

  int run() {
    // Only the named files are read: what they use is left alone.
    Sources sources;
    Diagnostics diagnostics;
    LoadOptions options;
    options.follow_uses = false;
    const Loaded loaded = load(sources, inputs.files, options, diagnostics);
    print_diagnostics(std::cerr, sources, diagnostics.sorted(), inputs.json);
    if (diagnostics.has_errors()) return input_error;
    int status = ok;
    for (const syntax::File& file : loaded.files) {
      const Source& source = sources[file.source];
      const std::string text = format(sources, file);
      if (source.name() == "<standard input>" && !check) {
        std::cout << text;
        continue;
      }
      if (text == source.text()) continue;
      if (check) {
        std::cout << source.name() << '\n';
        status = failed;
      } else if (!write(source.name(), text)) {
        Diagnostics failure;
        failure
            .error(file_codes::unwritable, std::nullopt,
                   "`" + source.name() + "` cannot be written")
            .help = "see that the file and its folder may be changed";
        print_diagnostics(std::cerr, sources, failure.items(), inputs.json);
        return input_error;
      }
    }
    return status;
  }

 private:
  /// Atomic: the text goes to a file beside it, which then takes its place.
  static bool write(const std::string& name, const std::string& text) {
    std::error_code error;
    const fs::path path = fs::canonical(name, error);
    if (error) return false;
    fs::path beside = path;
    beside += ".new";
    {
      std::ofstream out(beside, std::ios::binary | std::ios::trunc);
      out << text;
      if (!out.flush()) return false;
    }
    fs::permissions(beside, fs::status(path).permissions(), error);
    fs::rename(beside, path, error);
    if (error) fs::remove(beside);
    return !error;
  }
};

}  // namespace

void add_fmt(CLI::App& app, Invocation& invocation) {
  auto format = std::make_shared<Format>();
  CLI::App& command =
      *app.add_subcommand("fmt", "put files into the canonical layout; comments and prose stay");
  command
      .add_option("FILE", format->inputs.files,
                  "files to lay out in place; - lays out standard input to standard output")
      ->required();
  command.add_flag(
      "--check", format->check,
      "change nothing; name the files that would change, exit status 1 if there are any");
  command.add_flag("--json", format->inputs.json, "diagnostics as JSON");
  command.footer(
      "Exit status: 0; 1 with --check where a file would change; 2 an error, and then no file is "
      "changed.");
  command.callback([format, &invocation] { invocation.run = [format] { return format->run(); }; });
}

}  // namespace grotius::cli
