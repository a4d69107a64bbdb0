#pragma once
// The codes of findings: what is wrong with a norm set over all situations. 1xx are about acts, 2xx about what is without
// effect, 3xx about claims, 4xx about precedence, 5xx about tolerations.

#include "grammar/diagnostic.hpp"

namespace grotius::analyse::codes {

inline constexpr Code conflict{"N101", "conflict of norms"};
inline constexpr Code impossible_duties{"N102", "duties that cannot be fulfilled together"};
inline constexpr Code gap{"N103", "gap: an act on which no norm speaks"};

inline constexpr Code dead_norm{"N201", "norm that never applies"};
inline constexpr Code dead_alternative{"N202", "alternative that never holds"};
inline constexpr Code idle_norm{"N203", "norm that changes nothing"};
inline constexpr Code redundant_condition{"N204", "condition that changes nothing"};
inline constexpr Code idle_priority{"N205", "priority that changes nothing"};
inline constexpr Code constant_definition{"N206", "definition that is always or never true"};
inline constexpr Code unused{"N207", "declaration that nothing refers to"};

inline constexpr Code contradictory_constraints{"N301", "constraints that exclude every situation"};
inline constexpr Code thesis_failed{"N302", "thesis that came out otherwise"};

inline constexpr Code void_priority{"N401", "priority against rank"};
inline constexpr Code open_pair{"N402", "pair of norms that the criteria leave open"};

inline constexpr Code stale_toleration{"N501", "toleration of nothing"};

}  // namespace grotius::analyse::codes
