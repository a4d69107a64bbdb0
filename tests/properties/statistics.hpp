#pragma once

// How often the random worlds show what the properties are about.

#include <cstdint>
#include <map>
#include <string>

namespace grotius::properties {

struct Statistics {
  std::size_t worlds = 0;
  std::map<std::string, std::size_t> worlds_with;  // by feature; features never seen count 0
  std::map<std::string, std::size_t> answers;      // by answer, over all questions
};

Statistics count_features(std::uint64_t first_seed, std::size_t worlds);

std::string to_string(const Statistics& statistics);

}  // namespace grotius::properties
