// When the safeguarding lead is told that something lies in the lane. Decisions only: no clock, no thread, no
// disk.
//
//   something new      within a minute; after three in quick succession once an hour
//   a flood            (more than five new items since the last alert) an hour after the last alert
//   still unopened     again every 4 hours, until somebody has opened every item
//   a failed alert     again every minute, until one succeeds
//   after a start      whatever is unopened counts as new, for nobody knows what was told before
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace postbox::safeguarding {

using Instant = std::chrono::steady_clock::time_point;

constexpr std::chrono::hours repeat_every{4};
constexpr std::chrono::minutes retry_every{1};
// A flood of alerts would teach people to look away: this many in quick succession, then one in each spell.
constexpr int burst = 3;
constexpr std::chrono::hours spell{1};
// The least time between two alerts: what comes meanwhile shows whether it is a flood.
constexpr std::chrono::seconds apart{50};
constexpr std::size_t new_items_of_flood = 6;

// What has been told so far.
struct Told {
  std::optional<Instant> last_success{};
  std::optional<Instant> last_failure{};  // since the last success
  // When the burst is whole again: every alert puts it off by a spell.
  std::optional<Instant> rested_at{};
};

// When the next alert is due; may lie in the past. Nothing: no alert is due. `news`: unopened items of which
// no alert has spoken yet.
std::optional<Instant> next_alert(const Told& told, std::size_t unopened, std::size_t news, Instant now);

Told after_success(const Told& told, Instant now);
Told after_failure(const Told& told, Instant now);

// Keeps what was told of which items.
class AlertBook {
 public:
  // `unopened`: the links of the items that lie unopened now.
  bool is_due(const std::vector<std::string>& unopened, Instant now);
  // What came of an alert about them.
  void tried(const std::vector<std::string>& unopened, bool succeeded, Instant now);
  bool failing() const { return told_.last_failure.has_value(); }

 private:
  Told told_;
  std::set<std::string, std::less<>> known_;  // links of which an alert has spoken
};

// The whole content of an alert: "2 unopened items in the safeguarding lane".
std::string sentence_about(std::size_t unopened);

}  // namespace postbox::safeguarding
