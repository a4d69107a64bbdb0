# cmake -D BUILD_DIR=... -D CONSUMER_DIR=... -D WORK_DIR=...
#   -D GENERATOR=... -D BUILD_TYPE=... -D CXX_FLAGS=... -P run.cmake
#
# Installs the build in BUILD_DIR into a prefix below WORK_DIR, then configures, builds and runs the
# project in CONSUMER_DIR against that prefix, and asks the installed program for its version.

set(prefix ${WORK_DIR}/prefix)
set(consumer ${WORK_DIR}/build)
file(REMOVE_RECURSE ${prefix})

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    string(REPLACE ";" " " command "${ARGV}")
    message(FATAL_ERROR "${command}\nended with ${status}:\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${prefix})
run(${CMAKE_COMMAND} -S ${CONSUMER_DIR} -B ${consumer} -G ${GENERATOR}
  -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DCMAKE_CXX_FLAGS=${CXX_FLAGS}
  -DCMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${consumer})
run(${consumer}/consumer)
message("${out}")
run(${prefix}/bin/grotius --version)
message("${out}")
foreach(file share/man/man1/grotius.1 share/grotius/rules
    share/bash-completion/completions/grotius share/zsh/site-functions/_grotius
    share/fish/vendor_completions.d/grotius.fish)
  if(NOT EXISTS ${prefix}/${file})
    message(FATAL_ERROR "${file} is not installed")
  endif()
endforeach()
