#pragma once
// The two ways in which a check ends before it is done. They are thrown where the trouble is met
// and caught in one place, by `Verifier::check`.

#include <string>

namespace grotius::verify {

/// The certificate claims something that does not follow; in plain words.
struct DoesNotFollow {
  std::string why;
};

/// The checker cannot tell: the files are in error, the certificate is of a form that it does not
/// know, a limit is reached.
struct CannotCheck {
  std::string why;
};

}  // namespace grotius::verify
