// What a command prints under --json: one value on one line.
//
// A path may hold bytes that are no UTF-8, and JSON cannot: they are replaced, for by then the work is done
// and whoever called must hear of it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace postbox::cli {

std::string json_line(const nlohmann::json& value);
std::string json_line(const nlohmann::ordered_json& value);

}  // namespace postbox::cli
