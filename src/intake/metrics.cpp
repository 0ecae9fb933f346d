#include "intake/metrics.hpp"

#include <fmt/format.h>

namespace postbox::intake {
namespace {

std::string metric(const char* name, const char* type, const char* help, std::uint64_t value) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} {2}\n{0} {3}\n", name, help, type, value);
}

}  // namespace

std::string as_prometheus_text(const Figures& figures) {
  return metric("postbox_storage_works", "gauge", "1: posts can be stored now.",
                figures.storage_works ? 1 : 0) +
         metric("postbox_flood", "gauge", "1: far more posts a minute than families send.",
                figures.in_flood ? 1 : 0) +
         metric("postbox_connections", "gauge", "Connections open now.", figures.connections) +
         metric("postbox_buffered_bytes", "gauge", "Half-read requests and unread answers held in memory.",
                figures.buffered_bytes) +
         metric("postbox_connections_sent_away_total", "counter",
                "Connections that gave way because room or memory was short.", figures.sent_away) +
         metric("postbox_posts_accepted_total", "counter",
                "Posts stored since the start, up to the end of yesterday: moves at midnight UTC.",
                figures.accepted_by_yesterday);
}

}  // namespace postbox::intake
