// How answers change as something else does (engine/explore).

#include "engine/session_state.hpp"
