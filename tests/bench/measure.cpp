#include "tests/bench/measure.hpp"

#include <exception>
#include <iostream>
#include <stdexcept>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace grotius::bench {

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

[[noreturn]] void be_measured(const std::function<std::string()>& run, int out) {
  int status = 0;
  try {
    const std::string text = run();
    for (std::size_t done = 0; done < text.size();) {
      const ssize_t written = write(out, text.data() + done, text.size() - done);
      if (written <= 0) _exit(1);
      done += static_cast<std::size_t>(written);
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    status = 1;
  }
  close(out);
  _exit(status);
}

}  // namespace

Measured measured(const std::function<std::string()>& run) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    close(ends[0]);
    be_measured(run, ends[1]);
  }
  close(ends[1]);
  Measured result;
  char buffer[4096];
  for (ssize_t size; (size = read(ends[0], buffer, sizeof buffer)) > 0;)
    result.printed.append(buffer, static_cast<std::size_t>(size));
  close(ends[0]);
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
    throw std::runtime_error("what was measured did not end well");
  result.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
  result.megabytes = static_cast<double>(used.ru_maxrss) / 1024;
  return result;
}

}  // namespace grotius::bench
