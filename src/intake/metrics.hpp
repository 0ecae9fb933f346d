// What an operator's monitor may know, in the text format of Prometheus: whether the slot works and how full
// it is, nothing of a post and nothing that moves with one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace postbox::intake {

struct Figures {
  bool storage_works = true;
  bool in_flood = false;
  std::size_t connections = 0;
  std::size_t buffered_bytes = 0;
  std::uint64_t sent_away = 0;              // connections that gave way to others
  std::uint64_t accepted_by_yesterday = 0;  // moves at midnight
};

std::string as_prometheus_text(const Figures& figures);

inline constexpr const char* prometheus_type = "text/plain; version=0.0.4; charset=utf-8";

}  // namespace postbox::intake
