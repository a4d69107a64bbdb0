#include "tests/support/schema.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <stdexcept>

namespace grotius::test {

namespace {

using nlohmann::json;

class Check {
 public:
  explicit Check(const json& document) : document_(document) {}

  void fits(const json& schema, const json& value, const std::string& path) {
    static const std::set<std::string> known{
        "$schema", "$defs",  "$ref",       "title",    "description",
        "type",    "items",  "properties", "required", "additionalProperties",
        "enum",    "pattern", "minItems",   "maxItems", "anyOf"};
    for (const auto& [word, what] : schema.items())
      if (!known.contains(word)) throw std::invalid_argument("schema word " + word);
    if (schema.contains("$ref")) {
      const std::string reference = schema["$ref"];
      fits(document_.at(json::json_pointer(reference.substr(1))), value, path);
    }
    if (schema.contains("anyOf") &&
        std::ranges::none_of(schema["anyOf"], [&](const json& one) {
          Check alternative(document_);
          alternative.fits(one, value, path);
          return alternative.found.empty();
        }))
      miss(path, "is none of what it can be: " + value.dump());
    if (schema.contains("type") && !has_type(schema["type"], value))
      return miss(path, "is no " + schema["type"].dump() + ": " + value.dump());
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
      miss(path, "is none of " + schema["enum"].dump() + ": " + value.dump());
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(), std::regex(std::string(schema["pattern"]))))
      miss(path, "does not match: " + value.dump());
    if (value.is_object()) members(schema, value, path);
    if (value.is_array() && schema.contains("minItems") && value.size() < schema["minItems"])
      miss(path, "has too few items");
    if (value.is_array() && schema.contains("maxItems") && value.size() > schema["maxItems"])
      miss(path, "has too many items");
    if (value.is_array() && schema.contains("items"))
      for (std::size_t i = 0; i < value.size(); ++i)
        fits(schema["items"], value[i], path + "/" + std::to_string(i));
  }

  std::vector<std::string> found;

 private:
  void miss(const std::string& path, const std::string& what) {
    found.push_back((path.empty() ? "the value" : path) + " " + what);
  }

  void members(const json& schema, const json& value, const std::string& path) {
    if (schema.contains("required"))
      for (const json& name : schema["required"])
        if (!value.contains(name)) miss(path, "lacks " + name.dump());
    for (const auto& [name, member] : value.items()) {
      const std::string at = path + "/" + name;
      if (schema.contains("properties") && schema["properties"].contains(name))
        fits(schema["properties"][name], member, at);
      else if (schema.contains("additionalProperties") && schema["additionalProperties"] == false)
        miss(at, "is not foreseen");
      else if (schema.contains("additionalProperties"))
        fits(schema["additionalProperties"], member, at);
    }
  }

  static bool has_type(const json& type, const json& value) {
    if (type.is_array())
      return std::ranges::any_of(type, [&](const json& one) { return has_type(one, value); });
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "null") return value.is_null();
    throw std::invalid_argument("schema type " + type.dump());
  }

  const json& document_;
};

}  // namespace

std::vector<std::string> misfits(const json& schema, const json& value) {
  Check check(schema);
  check.fits(schema, value, "");
  return check.found;
}

}  // namespace grotius::test
