#include "support/json.hpp"

template class nlohmann::basic_json<>;
template class nlohmann::detail::serializer<nlohmann::json>;
template nlohmann::json nlohmann::json::parse(const std::string&, parser_callback_t, bool, bool);
template nlohmann::json nlohmann::json::parse(std::string&, parser_callback_t, bool, bool);
template nlohmann::json nlohmann::json::parse(std::string&&, parser_callback_t, bool, bool);
