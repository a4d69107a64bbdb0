#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace grotius::test {

// What a value lacks of a JSON schema, each with the path of the member; empty where it fits. Knows
// the words that docs/schemas use: type, properties, required, additionalProperties, items, enum,
// pattern, $ref within the document; another word throws.
std::vector<std::string> misfits(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace grotius::test
