#include "grammar/load.hpp"

#include <fstream>

#include <unistd.h>

#include "grammar/parse.hpp"
#include "tests/support/catch.hpp"

using namespace grotius;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    static int count = 0;
    path_ = fs::temp_directory_path() /
            ("grotius_load_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
    fs::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string add(const fs::path& name, std::string_view text) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }
  fs::path operator/(const fs::path& name) const { return path_ / name; }

 private:
  fs::path path_;
};

struct Run {
  Sources sources;
  Diagnostics diagnostics;
  Loaded loaded;

  Run(const std::vector<std::string>& paths, const LoadOptions& options = {})
      : loaded(load(sources, paths, options, diagnostics)) {}

  /// The modules that were loaded, a file without a module as `-`.
  std::vector<std::string> modules() const {
    std::vector<std::string> names;
    for (const syntax::File& file : loaded.files) {
      names.emplace_back(file.module ? file.module->name.text : "-");
    }
    return names;
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> ids;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) ids.emplace_back(diagnostic.code.id);
    return ids;
  }
  const Diagnostic& only() const {
    REQUIRE(diagnostics.items().size() == 1);
    return diagnostics.items().front();
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("files come in the order named, then what they use by name", "[load]") {
  const Folder folder;
  folder.add("zeta.norm", "module zeta");
  folder.add("alpha.norm", "module alpha uses zeta");
  const std::string b = folder.add("b.norm", "module b uses zeta includes alpha");
  const std::string a = folder.add("a.case", "uses b");
  const Run run({b, a});
  CHECK(run.modules() == Names{"b", "-", "alpha", "zeta"});
  CHECK(run.loaded.named == 2);
  CHECK(run.diagnostics.empty());
}

TEST_CASE("a file is read once, however it is named", "[load]") {
  const Folder folder;
  const std::string path = folder.add("a.norm", "module a");
  const Run run({path, (folder / "." / "a.norm").string(), path});
  CHECK(run.modules() == Names{"a"});
  CHECK(run.loaded.named == 1);
}

TEST_CASE("modules that use each other end", "[load]") {
  const Folder folder;
  const std::string a = folder.add("a.norm", "module a uses b");
  folder.add("b.norm", "module b uses c");
  folder.add("c.norm", "module c uses a, c");
  const Run run({a});
  CHECK(run.modules() == Names{"a", "b", "c"});
  CHECK(run.diagnostics.empty());
}

TEST_CASE("the folder of the file comes first, then -I, then the library", "[load]") {
  const Folder folder;
  const std::string path = folder.add("case/x.case", "uses near, far, farthest, prose");
  folder.add("case/near.norm", "module near");
  folder.add("include/near.norm", "module near -- not this one");
  folder.add("include/far.norm", "module far");
  folder.add("library/far.norm", "module far -- not this one");
  folder.add("library/farthest.norm", "module farthest");
  folder.add("library/prose.norm.md", "# Prose\n\n```norm\nmodule prose\n```\n");
  LoadOptions options;
  options.include_folders = {folder / "include"};
  options.libraries = {folder / "library"};
  const Run run({path}, options);
  REQUIRE(run.modules() == Names{"-", "far", "farthest", "near", "prose"});
  CHECK(run.sources[run.loaded.files[1].source].name() == (folder / "include/far.norm").string());
  CHECK(run.sources[run.loaded.files[3].source].name() == (folder / "case/near.norm").string());
}

TEST_CASE("what a used module uses is looked up from its own folder", "[load]") {
  const Folder folder;
  const std::string path = folder.add("case/x.case", "uses charter");
  folder.add("library/charter.norm", "module charter uses words");
  folder.add("library/words.norm", "module words");
  LoadOptions options;
  options.libraries = {folder / "library"};
  CHECK(Run({path}, options).modules() == Names{"-", "charter", "words"});
}

TEST_CASE("a module in a named file is found whatever the file is called", "[load]") {
  const Folder folder;
  const std::string path = folder.add("x.case", "uses charter");
  folder.add("charter.norm", "module charter -- not this one");
  const std::string draft = folder.add("draft_3.norm", "module charter");
  const Run run({path, draft});
  CHECK(run.modules() == Names{"-", "charter"});
  CHECK(run.loaded.named == 2);
  CHECK(run.diagnostics.empty());
}

TEST_CASE("a module that the command names is loaded", "[load]") {
  const Folder folder;
  const std::string path = folder.add("x.case", "individual a: T");
  folder.add("library/charter.norm", "module charter uses words");
  folder.add("library/words.norm", "module words");
  LoadOptions options;
  options.libraries = {folder / "library"};
  options.modules = {"charter", "words", "charter"};
  const Run run({path}, options);
  CHECK(run.modules() == Names{"-", "charter", "words"});
  CHECK(run.loaded.named == 1);

  options.modules = {"chartr", "../library/charter"};
  const Run failed({path}, options);
  CHECK(failed.codes() == Names{"F005", "F005"});
  CHECK(failed.diagnostics.items().front().help == "did you mean `charter`?");
}

TEST_CASE("what a file uses is left alone on request", "[load]") {
  const Folder folder;
  const std::string path = folder.add("a.norm", "module a uses b, nowhere");
  folder.add("b.norm", "module b");
  LoadOptions options;
  options.follow_uses = false;
  const Run run({path}, options);
  CHECK(run.modules() == Names{"a"});
  CHECK(run.diagnostics.empty());
}

TEST_CASE("F001: a file that does not exist", "[load]") {
  const Folder folder;
  folder.add("kosovo_1999.case", "");
  const std::string missing = (folder / "kosovo_1999.cse").string();
  const Run run({missing});
  CHECK(run.codes() == Names{"F001"});
  CHECK(run.only().message == "there is no file `" + missing + "`");
  CHECK(run.only().help == "did you mean `" + (folder / "kosovo_1999.case").string() + "`?");
  CHECK(run.loaded.files.empty());
  CHECK(Run({(folder / "kosovo_1999").string()}).only().help ==
        "did you mean `" + (folder / "kosovo_1999.case").string() + "`?");
  CHECK(Run({""}).codes() == Names{"F001"});
}

TEST_CASE("F002: a folder where a file is wanted", "[load]") {
  const Folder folder;
  const Run run({folder.add("a/a.norm", "module a"), (folder / "a").string()});
  CHECK(run.codes() == Names{"F002"});
  CHECK(run.modules() == Names{"a"});
}

TEST_CASE("F003: a file that the system does not let us read", "[load]") {
  // Readable to nobody, not even to root: its first page is not mapped.
  const Run run({"/proc/self/mem"});
  CHECK(run.codes() == Names{"F003"});
  CHECK(run.only().message.starts_with("`/proc/self/mem` cannot be read: "));
}

TEST_CASE("F004: a file above the limit, and a device without end", "[load]") {
  const Folder folder;
  const std::string large = folder.add("large.norm", "");
  fs::resize_file(large, GrammarLimits::file_bytes + 1);
  CHECK(Run({large}).codes() == Names{"F004"});
  const Run endless({"/dev/zero"});
  CHECK(endless.codes() == Names{"F004"});
  CHECK(endless.only().message ==
        "`/dev/zero` is larger than 32 MiB, the limit for one file (file_bytes)");
}

TEST_CASE("F005: a module that is nowhere, at each place that uses it", "[load]") {
  const Folder folder;
  folder.add("un_charter.norm", "module un_charter");
  const std::string path = folder.add("a.norm", "module a uses un_chrter, hague");
  const Run run({path});
  CHECK(run.codes() == Names{"F005", "F005"});
  const Diagnostic& near = run.diagnostics.items()[0];
  CHECK(near.message == "there is no module `un_chrter`");
  CHECK(near.help == "did you mean `un_charter`?");
  REQUIRE(near.span);
  CHECK(run.sources.at(*near.span) == path + ":1:15");
  CHECK(run.diagnostics.items()[1].help.starts_with(
      "a module is looked up as hague.norm or hague.norm.md in `"));
}

TEST_CASE("F006: a file that holds another module", "[load]") {
  const Folder folder;
  const std::string path = folder.add("a.case", "uses iciss, plain");
  folder.add("iciss.norm", "module r2p");
  folder.add("plain.norm", "type State");
  const Run run({path});
  CHECK(run.codes() == Names{"F006", "F006"});
  CHECK(run.diagnostics.items()[0].related.size() == 1);
  CHECK(run.diagnostics.items()[1].message.ends_with("but has no module header"));
}

TEST_CASE("F007: a folder without files of norms", "[load]") {
  const Folder folder;
  folder.add("a/readme.md", "");
  LoadOptions options;
  options.folders = true;
  CHECK(Run({(folder / "a").string()}, options).codes() == Names{"F007"});
}

TEST_CASE("a folder stands for the files of norms under it", "[load]") {
  const Folder folder;
  folder.add("t/b.norm", "module b");
  folder.add("t/a.case", "uses b");
  folder.add("t/deep/er/c.norm.md", "```norm\nmodule c\n```\n");
  folder.add("t/deep/d.case.md", "");
  folder.add("t/notes.md", "```norm\nmodule no\n```\n");
  folder.add("t/.git/e.norm", "module e");
  LoadOptions options;
  options.folders = true;
  const Run run({(folder / "t").string()}, options);
  CHECK(run.modules() == Names{"-", "b", "-", "c"});
  CHECK(run.loaded.named == 4);
  CHECK(run.diagnostics.empty());
}

TEST_CASE("all mistakes are told in one run", "[load]") {
  const Folder folder;
  const std::string path = folder.add("a.norm", "module a uses nowhere");
  const Run run({(folder / "no.norm").string(), path, (folder / "none.norm").string()});
  CHECK(run.codes() == Names{"F001", "F001", "F005"});
  CHECK(run.modules() == Names{"a"});
}

TEST_CASE("a byte order mark is no part of the text", "[load]") {
  const Folder folder;
  const Run run({folder.add("a.norm", "\xEF\xBB\xBFmodule a")});
  CHECK(run.modules() == Names{"a"});
  CHECK(run.diagnostics.empty());
}
