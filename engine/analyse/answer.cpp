#include "engine/analyse/answer.hpp"

namespace grotius::analyse {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::yes:
      return "yes";
    case Verdict::no:
      return "no";
    case Verdict::contested:
      return "contested";
    case Verdict::silent:
      return "silent";
    case Verdict::depends:
      return "depends";
    case Verdict::unknown:
      return "unknown";
  }
  return "";
}

std::string_view name(ReportedStatus status) {
  switch (status) {
    case ReportedStatus::contested:
      return "contested";
    case ReportedStatus::forbidden:
      return "forbidden";
    case ReportedStatus::obliged:
      return "obliged";
    case ReportedStatus::permitted:
      return "permitted";
    case ReportedStatus::silent:
      return "silent";
  }
  return "";
}

std::string_view name(Must must) {
  switch (must) {
    case Must::contested:
      return "contested";
    case Must::depends:
      return "depends";
    case Must::exempt:
      return "exempt";
    case Must::no:
      return "no";
    case Must::obliged:
      return "obliged";
  }
  return "";
}

std::string_view name(Can can) {
  switch (can) {
    case Can::contested:
      return "contested";
    case Can::depends:
      return "depends";
    case Can::disabled:
      return "disabled";
    case Can::empowered:
      return "empowered";
    case Can::no:
      return "no";
  }
  return "";
}

Verdict verdict_of(ReportedStatus status) {
  switch (status) {
    case ReportedStatus::contested:
      return Verdict::contested;
    case ReportedStatus::forbidden:
      return Verdict::no;
    case ReportedStatus::silent:
      return Verdict::silent;
    case ReportedStatus::obliged:
    case ReportedStatus::permitted:
      break;
  }
  return Verdict::yes;
}

bool meets(const Answer& answer, model::Expectation expected) {
  using enum model::Expectation;
  switch (expected) {
    case yes:
      return answer.answer == Verdict::yes;
    case no:
      return answer.answer == Verdict::no;
    case contested:
      return answer.answer == Verdict::contested;
    case depends:
      return answer.answer == Verdict::depends;
    case permitted:
      return answer.status == ReportedStatus::permitted;
    case forbidden:
      return answer.status == ReportedStatus::forbidden;
    case obliged:
      return answer.status == ReportedStatus::obliged;
    case silent:
      return answer.status == ReportedStatus::silent;
    case exempt:
      return answer.must == Must::exempt;
    case empowered:
      return answer.can == Can::empowered;
    case disabled:
      return answer.can == Can::disabled;
  }
  return false;
}

}  // namespace grotius::analyse
