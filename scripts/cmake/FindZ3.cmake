# Finds Z3 and defines the target z3::libz3, as Z3's own package does. Debian's libz3-dev carries no
# CMake package, so its library and headers are looked up by name.

find_package(Z3 CONFIG QUIET)
if(TARGET z3::libz3)
  set(Z3_FOUND TRUE)
  return()
endif()

find_library(Z3_LIBRARY z3)
find_path(Z3_INCLUDE_DIR z3++.h PATH_SUFFIXES z3)
mark_as_advanced(Z3_LIBRARY Z3_INCLUDE_DIR)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Z3 REQUIRED_VARS Z3_LIBRARY Z3_INCLUDE_DIR)

if(Z3_FOUND)
  add_library(z3::libz3 UNKNOWN IMPORTED)
  set_target_properties(z3::libz3 PROPERTIES
    IMPORTED_LOCATION ${Z3_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${Z3_INCLUDE_DIR})
endif()
