# How everything is compiled: the same flags for every folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Debug, Release, RelWithDebInfo or MinSizeRel" FORCE)
endif()
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")

find_program(GROTIUS_CCACHE ccache)
mark_as_advanced(GROTIUS_CCACHE)
if(GROTIUS_CCACHE)
  set(precompile_default OFF)  # a precompiled header keeps ccache from sharing between build folders
else()
  set(precompile_default ON)
endif()

option(GROTIUS_BUILD_TESTS "Build the tests and benchmarks" ${PROJECT_IS_TOP_LEVEL})
option(GROTIUS_WERROR "Treat warnings as errors" OFF)
option(GROTIUS_COVERAGE "Measure which lines the tests reach" OFF)
option(GROTIUS_LTO "Optimise at link time" OFF)
option(GROTIUS_PRECOMPILE "Precompile the parser library's header" ${precompile_default})
set(GROTIUS_SANITIZE "" CACHE STRING "Sanitizers, separated by commas, such as address,undefined")

if(GROTIUS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # NOHASHDIR: two build folders of one source tree share their objects.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
    ${GROTIUS_CCACHE})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-qual -Wextra-semi)
if(GROTIUS_WERROR)
  add_compile_options(-Werror)
endif()
if(GROTIUS_SANITIZE)
  add_compile_options(-fsanitize=${GROTIUS_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${GROTIUS_SANITIZE})
endif()
if(GROTIUS_COVERAGE)
  add_compile_options(--coverage -fprofile-abs-path)
  add_link_options(--coverage)
endif()
set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ${GROTIUS_LTO})

# A library that nothing uses costs time at every start of the program.
add_link_options(-Wl,--as-needed)
