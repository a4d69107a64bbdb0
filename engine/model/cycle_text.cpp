#include "engine/model/cycle_text.hpp"

namespace grotius::model {

std::string place_of(const Model& model, const Span& span, SourceId home) {
  const Source& source = (*model.sources)[span.source];
  const std::string line = std::to_string(source.position(span.begin).line);
  return span.source == home ? "line " + line : source.name() + ":" + line;
}

}  // namespace grotius::model
