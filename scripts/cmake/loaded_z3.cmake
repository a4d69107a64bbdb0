# grotius_load_z3(TARGET SOURCE...): lets these sources of TARGET call Z3 without linking it
# (engine/solve/z3/loaded_z3.hpp). Generates z3_functions.hpp, a macro for every function that the
# headers of the Z3 found declare, and tells the sources the library's name at run time.

function(grotius_load_z3 target)
  get_target_property(library z3::libz3 LOCATION)
  get_target_property(include_dir z3::libz3 INTERFACE_INCLUDE_DIRECTORIES)
  if(NOT library MATCHES "\\.so")
    message(FATAL_ERROR "Grotius loads Z3 at run time and needs its shared library, not ${library}")
  endif()

  # In the system's folders the name is enough, and it outlives an update of the library.
  get_filename_component(folder ${library} DIRECTORY)
  set(name ${library})
  if(folder IN_LIST CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES)
    execute_process(COMMAND ${CMAKE_READELF} -d ${library} OUTPUT_VARIABLE dynamic ERROR_QUIET)
    if(dynamic MATCHES "SONAME[^[]*\\[([^]]+)\\]")
      set(name ${CMAKE_MATCH_1})
    endif()
  endif()

  file(GLOB headers ${include_dir}/z3_*.h)
  set(functions)
  foreach(header ${headers})
    file(STRINGS ${header} declarations REGEX "Z3_API +Z3_[A-Za-z0-9_]+ *\\(")
    foreach(declaration ${declarations})
      string(REGEX REPLACE ".*Z3_API +(Z3_[A-Za-z0-9_]+) *\\(.*" "\\1" function "${declaration}")
      list(APPEND functions ${function})
    endforeach()
  endforeach()
  list(REMOVE_DUPLICATES functions)
  set(text "#pragma once\n")
  foreach(function ${functions})
    string(APPEND text "#define ${function} "
      "(::grotius::solve::z3_function<\"${function}\", decltype(::${function})>())\n")
  endforeach()
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/z3_functions.hpp CONTENT "${text}" @ONLY)

  set_source_files_properties(${ARGN} PROPERTIES
    COMPILE_DEFINITIONS "GROTIUS_Z3_LIBRARY=\"${name}\""
    INCLUDE_DIRECTORIES ${CMAKE_CURRENT_BINARY_DIR})
  target_include_directories(${target} SYSTEM PRIVATE ${include_dir})
endfunction()
