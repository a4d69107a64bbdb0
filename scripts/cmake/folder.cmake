# One target a folder: the link graph is the architecture.

include(GNUInstallDirs)

# grotius_folder(NAME [KNOWS target...] [USES target...])
#
# Makes the library NAME of every .cpp file in and below the current folder. KNOWS are the rooms whose
# headers its own headers may include; USES are libraries that only its .cpp files need. A folder
# without a .cpp file is a library of headers.
function(grotius_folder name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "KNOWS;USES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  grotius_library(${name} SOURCES ${sources} KNOWS ${arg_KNOWS} USES ${arg_USES})
endfunction()

# The same, of the sources given.
function(grotius_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;KNOWS;USES")
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    set(visible PUBLIC)
    target_link_libraries(${name} PRIVATE ${arg_USES})
  else()
    add_library(${name} INTERFACE)
    set(visible INTERFACE)
  endif()
  target_compile_features(${name} ${visible} cxx_std_20)
  target_include_directories(${name} ${visible}
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/grotius>)
  target_link_libraries(${name} ${visible} ${arg_KNOWS})
  set_property(GLOBAL APPEND PROPERTY GROTIUS_LIBRARIES ${name})
endfunction()
