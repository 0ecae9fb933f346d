// nlohmann's JSON for the tests. Its parser and its writer are compiled once, in json.cpp, and not again in
// each file that reads an answer: under the sanitizers they take a compiler longer than all else in it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

// Texts are parsed, not streams: what is not named here is compiled where it is used.
extern template class nlohmann::basic_json<>;
extern template class nlohmann::detail::serializer<nlohmann::json>;
extern template nlohmann::json nlohmann::json::parse(const std::string&, parser_callback_t, bool, bool);
extern template nlohmann::json nlohmann::json::parse(std::string&, parser_callback_t, bool, bool);
extern template nlohmann::json nlohmann::json::parse(std::string&&, parser_callback_t, bool, bool);
