#pragma once
// How an interview speaks: with people, line by line, or with programs, one JSON object a line. Neither needs a terminal.

#include <memory>
#include <string>
#include <vector>

#include "cli/interview_reply.hpp"
#include "engine/hearing.hpp"

namespace grotius::cli {

class Dialogue {
 public:
  virtual ~Dialogue() = default;
  virtual void open() = 0;
  /// Puts what the interview asks for next.
  virtual void ask() = 0;
  /// Understands a line.
  virtual Reply reply(const std::string& line) = 0;
  /// The reply was not taken, and why.
  virtual void mistake(const std::string& message) = 0;
  virtual void help() {}
  virtual void said() {}
  virtual void why(const std::vector<explore::Outlook>& outlook) = 0;
  /// The end: `saved` is the file into which the case went; empty: none.
  virtual void close(const Hearing::Outcome& outcome, const std::string& saved) = 0;
};

/// `echo`: replies come from a file or pipe, so they are shown where they would have been typed.
std::unique_ptr<Dialogue> spoken_dialogue(Hearing& hearing, bool echo, bool colour);
std::unique_ptr<Dialogue> json_dialogue(Hearing& hearing);

}  // namespace grotius::cli
