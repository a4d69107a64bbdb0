#include "engine/solve/z3/loaded_z3.hpp"

#include <dlfcn.h>

#include <stdexcept>
#include <string>

namespace grotius::solve {

namespace {

[[noreturn]] void fail(const std::string& what) {
  const char* reason = dlerror();
  throw std::runtime_error(what + (reason ? std::string(": ") + reason : ""));
}

void* load() {
  // Its symbols stay its own, and its address stays valid until the program ends.
  void* library = dlopen(GROTIUS_Z3_LIBRARY, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
  if (!library) fail("the solver Z3 cannot be loaded");
  return library;
}

}  // namespace

void* z3_address(const char* function) {
  static void* const library = load();
  void* address = dlsym(library, function);
  if (!address) fail(std::string("this version of the solver Z3 lacks ") + function);
  return address;
}

}  // namespace grotius::solve
