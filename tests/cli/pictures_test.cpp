// The pictures of README are what the program draws today. With GROTIUS_UPDATE_GOLDEN=1 they are drawn anew.

#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

#include "tests/cli/command.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/paths.hpp"

using namespace grotius;

namespace {

struct Picture {
  std::string file;
  std::string command;
};

const Picture pictures[] = {
    {"docs/pictures/kosovo-1998-99.svg",
     "grotius timeline examples/cases/kosovo_1999.case --in kosovo --query 'military_intervention(nato, serbia)'"
     " --under un_charter,world_summit_2005,iciss_2001,uk_humanitarian_intervention,just_war,absolute_non_intervention"
     " --as-held-by uk,belgium --from 1998-01-01 --until 2000-01-01"},
    {"docs/pictures/libya-2011.svg",
     "grotius timeline examples/cases/libya_2011.case --in libya_protected --query 'military_intervention(nato, libya)'"
     " --under un_charter,world_summit_2005,iciss_2001,responsibility_while_protecting,uk_humanitarian_intervention,just_war,"
     "absolute_non_intervention --from 2011-02-01 --until 2011-12-01"}};

// Whether every element is closed, in its order.
bool is_well_formed(const std::string& svg) {
  std::vector<std::string> open;
  const std::regex tag("<(/?)([a-zA-Z]+)([^<>]*?)(/?)>");
  for (std::sregex_iterator at(svg.begin(), svg.end(), tag), end; at != end; ++at) {
    if ((*at)[4].length() > 0) continue;
    if ((*at)[1].length() == 0) {
      open.push_back((*at)[2]);
    } else {
      if (open.empty() || open.back() != (*at)[2]) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

}  // namespace

TEST_CASE("the pictures of the readme are what the program draws", "[cli][pictures]") {
  const std::string readme = test::read_file(test::source_dir() / "README.md");
  for (const Picture& picture : pictures) {
    INFO(picture.file);
    const test::TemporaryFolder folder;
    const test::Outcome drawn = test::run(picture.command + " --svg", folder);
    REQUIRE(drawn.status == 0);
    if (std::getenv("GROTIUS_UPDATE_GOLDEN") != nullptr) test::write_file(test::source_dir() / picture.file, drawn.out);
    CHECK(test::read_file(test::source_dir() / picture.file) == drawn.out);
    CHECK(readme.find("](" + picture.file + ")") != std::string::npos);
    CHECK(is_well_formed(drawn.out));
    // It needs nothing else, and says what it shows to those who do not see it.
    CHECK(!std::regex_search(drawn.out, std::regex("<script|<image|<style|@import|href")));
    CHECK(drawn.out.find("<title id=\"title\">") != std::string::npos);
    CHECK(drawn.out.find("<desc id=\"desc\">") != std::string::npos);
  }
}

TEST_CASE("a picture holds any text", "[cli][pictures]") {
  const test::TemporaryFolder folder;
  const test::Outcome drawn = test::run("grotius timeline tests/cli/texts/timeline.norm --query 'moor(ada)' --svg", folder);
  REQUIRE(drawn.status == 0);
  CHECK(drawn.out.find("Ada &lt;of&gt; &quot;Rye&quot; &amp; sons") != std::string::npos);
  CHECK(is_well_formed(drawn.out));
}
