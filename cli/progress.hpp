#pragma once
// One line on the terminal that tells what a long command is doing.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace grotius::cli {

/// Shows itself on standard error, if that is a terminal, once a second has passed; erases itself
/// at its end. A thread of its own draws the line, so that it lives however rarely it is told
/// something.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What is being done, and which share of it is done (0…1).
  void show(const std::string& what, double share);

 private:
  void draw();

  std::mutex mutex_;
  std::condition_variable ended_;
  bool end_ = false;
  std::string what_;
  double share_ = 0;
  std::thread drawer_;  ///< none unless there is a terminal
};

/// The text of the line, at most 79 columns: "looking for conflicts … 42 %, 7 s".
std::string progress_line(const std::string& what, double share, std::chrono::seconds passed);

}  // namespace grotius::cli
