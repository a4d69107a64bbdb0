#pragma once
// Findings and diagnostics in the Static Analysis Results Interchange Format, SARIF 2.1.0, which
// code hosts show beside the lines concerned.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/render_report.hpp"

namespace grotius::cli {

/// Collects the results of one run. Every kind of finding is a rule, whether it was found or not;
/// codes of diagnostics become rules as they occur.
class Sarif {
 public:
  explicit Sarif(std::string version);

  /// The findings of a report; tolerated ones as suppressed results; what is proposed for a
  /// conflict as fixes.
  void add(const model::Model& model, const analyse::Report& report);
  /// A mistake or a warning of the files.
  void add(const Sources& sources, const Diagnostic& diagnostic);

  /// The whole document. `successful`: the files could be checked.
  nlohmann::ordered_json document(bool successful) const;

 private:
  nlohmann::ordered_json result(const model::Model& model, const analyse::Finding& finding);
  std::size_t rule(Code code);

  std::string version_;
  std::vector<std::string> codes_;  ///< of the rules
  nlohmann::ordered_json rules_ = nlohmann::ordered_json::array();
  nlohmann::ordered_json results_ = nlohmann::ordered_json::array();
};

/// A path as the URI of an artifact: relative to the current folder where it lies below,
/// percent-encoded.
std::string artifact_uri(const std::string& path);

}  // namespace grotius::cli
