#pragma once
// How often the program has asked for memory: `operator new` is replaced by one that counts.

#include <cstddef>

namespace grotius::bench {

std::size_t allocations();

}  // namespace grotius::bench
