// Patches that insert a text.

#include "cli/patch.hpp"

#include "tests/support/catch.hpp"

using namespace grotius;

namespace {

/// The patch that inserts a text behind a word.
std::string patched(const std::string& text, const std::string& behind, const std::string& insert) {
  Sources sources;
  const SourceId source = sources.add("a.norm", text);
  const auto end = static_cast<std::uint32_t>(text.find(behind) + behind.size());
  return cli::patch(sources, {source, 0, end}, insert);
}

}  // namespace

TEST_CASE("lines are added with two lines around them", "[cli][patch]") {
  CHECK(patched("1\n2\n3\n4\n5\n6\n", "3", "\nnew") ==
        "--- a.norm\n+++ a.norm\n@@ -2,4 +2,5 @@\n 2\n 3\n+new\n 4\n 5\n");
  CHECK(patched("1\n2\n3\n", "3\n", "new\nmore\n") ==
        "--- a.norm\n+++ a.norm\n@@ -2,2 +2,4 @@\n 2\n 3\n+new\n+more\n");
}

TEST_CASE("a line that grows is replaced", "[cli][patch]") {
  CHECK(patched("1\n2 end\n3\n", "2", " more") ==
        "--- a.norm\n+++ a.norm\n@@ -1,3 +1,3 @@\n 1\n-2 end\n+2 more end\n 3\n");
}

TEST_CASE("a last line without a break is marked", "[cli][patch]") {
  CHECK(
      patched("1\n2", "2", "\nnew\n") ==
      "--- a.norm\n+++ a.norm\n@@ -1,2 +1,3 @@\n 1\n-2\n\\ No newline at end of file\n+2\n+new\n");
  CHECK(patched("", "", "new\n") == "--- a.norm\n+++ a.norm\n@@ -0,0 +1,1 @@\n+new\n");
}
