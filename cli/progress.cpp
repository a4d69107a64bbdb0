#include "cli/progress.hpp"

#include <algorithm>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

namespace grotius::cli {

using namespace std::chrono_literals;

Progress::Progress() {
  if (isatty(STDERR_FILENO) != 0) drawer_ = std::thread([this] { draw(); });
}

Progress::~Progress() {
  if (!drawer_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
  }
  ended_.notify_one();
  drawer_.join();
}

void Progress::show(const std::string& what, double share) {
  const std::lock_guard lock(mutex_);
  what_ = what;
  share_ = share;
}

void Progress::draw() {
  const auto start = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  if (ended_.wait_for(lock, 1s, [this] { return end_; })) return;
  do {
    const auto passed = std::chrono::steady_clock::now() - start;
    std::cerr << "\r\x1b[K"
              << progress_line(what_, share_,
                               std::chrono::duration_cast<std::chrono::seconds>(passed))
              << std::flush;
  } while (!ended_.wait_for(lock, 200ms, [this] { return end_; }));
  std::cerr << "\r\x1b[K" << std::flush;
}

std::string progress_line(const std::string& what, double share, std::chrono::seconds passed) {
  constexpr std::size_t longest = 55;  // of `what`, in bytes; a line that wraps could not be erased
  std::string text = what;
  if (text.size() > longest) {
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text.resize(end);
  }
  return fmt::format("{} … {:.0f} %, {} s", text, std::clamp(share, 0.0, 1.0) * 100,
                     passed.count());
}

}  // namespace grotius::cli
