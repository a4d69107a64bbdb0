#include "cli/timeline_shades.hpp"

#include <algorithm>

namespace grotius::cli {

const std::vector<Shade>& shades() {
  static const std::vector<Shade> kShades = {
      {"forbidden", "forbidden", "#9a3412", "", "#ffffff"},
      {"no", "no", "#9a3412", "", "#ffffff"},
      {"permitted", "permitted", "#7cc0ee", "", kInk},
      {"yes", "yes", "#7cc0ee", "", kInk},
      {"obliged", "obliged", "#1f5fa8", "url(#rules)", "#ffffff"},
      {"contested", "contested", "#f7e27a", "url(#stripes)", kInk},
      {"depends", "depends on what is not known", "#e9ebee", "url(#dots)", kInk},
      {"silent", "silent: no norm speaks", "#ffffff", "", kInk},
      {"unknown", "undecided", "#ffffff", "url(#lattice)", kInk},
      {"error", "the case contradicts itself", "#ffffff", "url(#lattice)", kInk},
  };
  return kShades;
}

const Shade& shade_of(std::string_view status) { return *std::ranges::find(shades(), status, &Shade::status); }

std::string_view patterns() {
  return R"svg(  <defs>
    <pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2.4" height="7" fill="#b98500"/>
    </pattern>
    <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">
      <circle cx="2" cy="2" r="1.2" fill="#737d87"/>
      <circle cx="5.5" cy="5.5" r="1.2" fill="#737d87"/>
    </pattern>
    <pattern id="rules" width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="1.2" fill="#a9cdf3"/>
    </pattern>
    <pattern id="lattice" width="8" height="8" patternUnits="userSpaceOnUse">
      <path d="M0 0L8 8M8 0L0 8" stroke="#9aa3ac" fill="none"/>
    </pattern>
  </defs>
)svg";
}

}  // namespace grotius::cli
