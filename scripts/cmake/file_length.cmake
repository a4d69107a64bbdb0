# A file above 400 lines wants splitting by what it is about; the build says so by failing.

file(GLOB_RECURSE code CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/grammar/*.[ch]pp ${PROJECT_SOURCE_DIR}/engine/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/cli/*.[ch]pp ${PROJECT_SOURCE_DIR}/tests/*.[ch]pp)
set(checker ${PROJECT_SOURCE_DIR}/tests/architecture/check-length)
set(stamp ${PROJECT_BINARY_DIR}/file_length.stamp)
add_custom_command(OUTPUT ${stamp}
  COMMAND ${checker} ${PROJECT_SOURCE_DIR}
  COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
  DEPENDS ${checker} ${code}
  COMMENT "Checking the length of files"
  VERBATIM)
add_custom_target(file_length ALL DEPENDS ${stamp})
