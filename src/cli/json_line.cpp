#include "cli/json_line.hpp"

#include <nlohmann/json.hpp>

namespace postbox::cli {
namespace {

template <typename Json>
std::string one_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string json_line(const nlohmann::json& value) { return one_line(value); }

std::string json_line(const nlohmann::ordered_json& value) { return one_line(value); }

}  // namespace postbox::cli
