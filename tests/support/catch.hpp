#pragma once

// Catch2 in its two shapes: one header up to version 2, many from version 3 on.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif
