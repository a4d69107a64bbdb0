#pragma once
// Runs something in a process of its own, so that its time and its memory are its own.

#include <functional>
#include <string>

namespace grotius::bench {

struct Measured {
  std::string printed;   ///< what it returned
  double seconds = 0;    ///< of the processor, with what it started
  double megabytes = 0;  ///< the most that was resident
};

/// Throws std::runtime_error where it ends otherwise than by returning.
Measured measured(const std::function<std::string()>& run);

}  // namespace grotius::bench
