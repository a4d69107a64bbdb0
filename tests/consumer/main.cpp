// A program of somebody else: a rule of the house and a case in memory, four questions, their
// answers.

#include <iostream>
#include <string>

#include "engine/grotius.hpp"

namespace {

const char* const house = R"(
module house "Rules of the house"

type Guest

fact works_here(g: Guest)

action bring_dog(g: Guest)

norm no_dogs "No dogs"
  forbid bring_dog(g)
  unless works_here(g)

norm staff "Who works here may bring a dog"
  permit bring_dog(g)
  when works_here(g)

situation monday
  individual ada, ben, cleo: Guest
  given works_here(ada)
  unknown works_here(cleo)
)";

int failures = 0;

void expect(grotius::Session& session, const std::string& query, const std::string& answer) {
  grotius::Request request;
  request.query = query;
  const auto question = session.question(request);
  const auto found = question ? session.ask(*question) : std::nullopt;
  const std::string got = found ? std::string(name(found->answer)) : "a mistake";
  std::cout << query << ": " << got << '\n';
  if (got != answer) ++failures;
}

}  // namespace

int main() {
  grotius::Session session;
  session.add("house.norm", house);
  if (!session.compile()) {
    for (const grotius::Diagnostic& diagnostic : session.diagnostics().sorted())
      std::cout << diagnostic.message << '\n';
    return 1;
  }
  expect(session, "bring_dog(ada)", "yes");
  expect(session, "bring_dog(ben)", "no");
  expect(session, "bring_dog(cleo)", "depends");  // loads Z3
  expect(session, "bring_dog(dora)", "a mistake");
  return failures == 0 ? 0 : 1;
}
