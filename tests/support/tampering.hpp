#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace grotius::test {

// A certificate of `why --json` that was made wrong in one place.
struct Tampered {
  std::string how;    // what was done
  std::string where;  // case and step, for messages
  nlohmann::json certificate;
};

// Every way to tamper, at up to `places` places each, spread evenly. What comes out is surely wrong
// where the certificate is right: a claim is turned into its contrary, or something is taken away
// on which a claim rests.
std::vector<Tampered> tamper(const nlohmann::json& certificate, std::size_t places);

// The ways, by name.
std::vector<std::string> ways_to_tamper();

}  // namespace grotius::test
