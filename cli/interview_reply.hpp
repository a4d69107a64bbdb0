#pragma once
// Replies of an interview, as people type them and as programs send them.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/explore/interview.hpp"

namespace grotius::cli {

struct Reply {
  enum class Kind { value, unknown, back, why, said, help, quit, mistake } kind = Kind::mistake;
  std::int64_t value = 0;
  std::string message;  ///< of a mistake: what is wrong with the reply, and what would fit
};

/// A line of a terminal: `y`, `no`, `2_000`, `1999-03-24`, a member's name or label or its number in the list, `?`, `back`, `why`, `said`, `help`, `quit`.
Reply read_reply(const explore::Interview& interview, std::string_view line);

/// A line of JSON: {"value": …}, {"unknown": true}, {"back": true}, {"why": true}, {"quit": true}.
Reply read_json_reply(const explore::Interview& interview, std::string_view line);

/// Why a value that was read is not taken, in words.
std::string refusal(const explore::Interview& interview, explore::Taken taken, std::int64_t value);

/// What would fit: "y (yes), n (no) or ? (nobody knows)".
std::string fitting(const explore::Interview& interview);

}  // namespace grotius::cli
