# `cmake --install`: the program, the norm library, the man page, the completions, the C++ library.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Grotius)
set(rules_dir ${CMAKE_INSTALL_DATADIR}/grotius/rules)

foreach(program grotius grotius-verify)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules/ DESTINATION ${rules_dir}
  FILES_MATCHING PATTERN "*.norm" PATTERN "*.norm.md")
install(FILES ${PROJECT_SOURCE_DIR}/docs/grotius.1 ${PROJECT_SOURCE_DIR}/docs/grotius-verify.1
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)

# The program knows its commands and options, so it writes the completions itself.
if(TARGET grotius)
  set(completions ${PROJECT_BINARY_DIR}/completions)
  foreach(shell bash zsh fish)
    install(CODE "execute_process(
      COMMAND \"$<TARGET_FILE:grotius>\" completions ${shell}
      OUTPUT_FILE \"${completions}/grotius.${shell}\"
      COMMAND_ERROR_IS_FATAL ANY)")
  endforeach()
  file(MAKE_DIRECTORY ${completions})
  install(FILES ${completions}/grotius.bash RENAME grotius
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${completions}/grotius.zsh RENAME _grotius
    DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${completions}/grotius.fish
    DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()

# The library.
get_property(libraries GLOBAL PROPERTY GROTIUS_LIBRARIES)
install(TARGETS ${libraries} EXPORT GrotiusTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT GrotiusTargets NAMESPACE Grotius:: DESTINATION ${package_dir})
# The headers of the rooms; what stands in folders below a room is its own business, but for the checks of norm sets.
file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
  ${PROJECT_SOURCE_DIR}/grammar/*.hpp
  ${PROJECT_SOURCE_DIR}/engine/*.hpp
  ${PROJECT_SOURCE_DIR}/engine/*/*.hpp
  ${PROJECT_SOURCE_DIR}/engine/analyse/check/*.hpp)
foreach(header ${headers})
  get_filename_component(room ${header} DIRECTORY)
  install(FILES ${PROJECT_SOURCE_DIR}/${header}
    DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/grotius/${room})
endforeach()

set(GROTIUS_INSTALLED_RULES_DIR ${rules_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/scripts/cmake/GrotiusConfig.cmake.in
  ${PROJECT_BINARY_DIR}/GrotiusConfig.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS GROTIUS_INSTALLED_RULES_DIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/GrotiusConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/GrotiusConfig.cmake
  ${PROJECT_BINARY_DIR}/GrotiusConfigVersion.cmake
  DESTINATION ${package_dir})
