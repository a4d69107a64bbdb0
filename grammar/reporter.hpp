#pragma once
// Reports the mistakes of one text, up to a limit: nobody reads ten thousand messages about a
// picture that was taken for a text.

#include <string>

#include "grammar/codes.hpp"
#include "grammar/diagnostic.hpp"

namespace grotius::grammar {

class Reporter {
 public:
  static constexpr std::size_t limit = 100;

  Reporter(SourceId source, Diagnostics& diagnostics)
      : source_(source), diagnostics_(diagnostics) {}

  /// The diagnostic is for the caller to complete, at once.
  Diagnostic& error(Code code, std::uint32_t begin, std::uint32_t end, std::string message) {
    const Span span{source_, begin, end};
    if (count_ + 1 < limit) {
      ++count_;
      return diagnostics_.error(code, span, std::move(message));
    }
    if (count_ + 1 == limit) {
      ++count_;
      diagnostics_.error(codes::too_many, span, "there are more mistakes after this place");
    }
    return surplus_ = {code, Severity::error, std::move(message), span, {}, {}};
  }

  bool full() const { return count_ >= limit; }
  std::size_t count() const { return count_; }
  SourceId source() const { return source_; }

 private:
  SourceId source_;
  Diagnostics& diagnostics_;
  std::size_t count_ = 0;
  Diagnostic surplus_;  // what is said beyond the limit
};

}  // namespace grotius::grammar
