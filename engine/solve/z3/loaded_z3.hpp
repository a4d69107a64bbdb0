#pragma once
// Z3, loaded by its first call. Most questions need no solver, yet a program that is linked with libz3 pays for it at every start:
// for loading it, and for the C++ runtime that it needs beside it, together as much as reading and answering a small case. So
// nothing is linked. z3++.h is a layer of inline functions above Z3's C functions; each of those becomes, by a macro of the
// generated z3_functions.hpp, an address looked up by name in the library when it is first called. Only C functions cross.
//
// This header stands for <z3++.h>, which is included nowhere else.

#include <z3.h>

#include <algorithm>
#include <cstddef>

namespace grotius::solve {

/// The address of a function of libz3, which the first call loads. Throws std::runtime_error with the system's words where the
/// library or the function is missing. Thread-safe.
void* z3_address(const char* function);

/// A name as a template argument.
template <std::size_t size>
struct FunctionName {
  char text[size];
  consteval FunctionName(const char (&literal)[size]) { std::copy_n(literal, size, text); }
};

/// The function of libz3 of this name, looked up once.
template <FunctionName name, typename Function>
Function* z3_function() {
  static Function* const function = reinterpret_cast<Function*>(z3_address(name.text));
  return function;
}

}  // namespace grotius::solve

#include <z3_functions.hpp>

#include <z3++.h>
