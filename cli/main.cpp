#include "cli/invocation.hpp"

int main(int argc, char** argv) { return grotius::cli::run(argc, argv); }
