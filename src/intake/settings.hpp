// What the slot takes and what it does not: bounds on every byte, second and connection of a stranger.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace postbox::intake {

inline constexpr std::size_t kibibyte = 1024;
inline constexpr std::size_t mebibyte = 1024 * kibibyte;

struct Limits {
  // The request target with its query; a longer one gets 414.
  std::size_t path_bytes_max = 1024;
  // Request line and headers together; more get 431.
  std::size_t head_bytes_max = 16 * kibibyte;
  // A larger body gets 413. Three full answers in Arabic or Ukrainian take 180,000 bytes url-encoded.
  std::size_t body_bytes_max = 192 * kibibyte;

  // From the first byte of a request to its last: then 408. Also how long an unused connection may stay
  // open, and how long a reader may take to fetch an answer.
  std::chrono::milliseconds request_time_max{10'000};
  // After a refusal the rest of what the sender still sends is thrown away for so long, so that the refusal
  // arrives.
  std::chrono::milliseconds drain_time_max{2'000};

  // One more, and the connection nearest to its deadline is closed.
  std::size_t connections_max = 4096;
  // Then the connection is closed, so that nobody sits on one for ever.
  unsigned requests_per_connection_max = 100;
  // What all connections together hold of half-read requests and unsent answers; over it, whoever holds most
  // gives way (503). In flight a body can take twice its size as a sealed record.
  std::size_t buffered_bytes_max = 32 * mebibyte;

  // Threads that parse, check and seal; 0: one per processor.
  unsigned workers = 0;
  // Posts committed together at most: the wait for one sync of the disk, shared.
  std::size_t batch_max = 128;
  // With less disk free the slot takes nothing more (503), so that there is room to empty the box.
  std::uint64_t free_disk_bytes_min = 64 * mebibyte;
  // After a failure of the disk, how often is tried whether it works again.
  std::chrono::milliseconds retry_storage_every{1'000};
  // Told to whoever gets a 503.
  unsigned retry_after_seconds = 30;
};

}  // namespace postbox::intake
