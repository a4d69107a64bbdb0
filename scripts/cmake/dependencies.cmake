# What Grotius stands on. `scripts/install-dependencies` installs the same list.

find_package(Boost 1.74 CONFIG REQUIRED)  # headers: Spirit X3
find_package(fmt REQUIRED)                # messages; its headers alone, see cli/CMakeLists.txt
find_package(Z3 REQUIRED)                 # partial situations, see FindZ3.cmake
find_package(CLI11 REQUIRED)              # the command line
find_package(nlohmann_json REQUIRED)      # answers as JSON
