#include "safeguarding/alert_schedule.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace postbox::safeguarding {

std::optional<Instant> next_alert(const Told& told, std::size_t unopened, std::size_t news, Instant now) {
  if (unopened == 0) return std::nullopt;
  if (told.last_failure) return *told.last_failure + retry_every;
  if (!told.last_success) return now;
  const Instant reminder = *told.last_success + repeat_every;
  if (news == 0) return reminder;
  if (news >= new_items_of_flood) return *told.last_success + spell;
  return std::min(reminder,
                  std::max({now, *told.last_success + apart, *told.rested_at - (burst - 1) * spell}));
}

Told after_success(const Told& told, Instant now) {
  const Instant rested = told.rested_at ? std::max(now, *told.rested_at) : now;
  return {.last_success = now, .last_failure = std::nullopt, .rested_at = rested + spell};
}

Told after_failure(const Told& told, Instant now) {
  Told after = told;
  after.last_failure = now;
  return after;
}

bool AlertBook::is_due(const std::vector<std::string>& unopened, Instant now) {
  if (unopened.empty()) {
    // Everything was opened: a failed alert has nothing left to say, and the book stays short.
    told_.last_failure.reset();
    known_.clear();
    return false;
  }
  const auto news = std::count_if(unopened.begin(), unopened.end(),
                                  [&](const std::string& link) { return !known_.contains(link); });
  const auto at = next_alert(told_, unopened.size(), static_cast<std::size_t>(news), now);
  return at && *at <= now;
}

void AlertBook::tried(const std::vector<std::string>& unopened, bool succeeded, Instant now) {
  if (!succeeded) {
    told_ = after_failure(told_, now);
    return;
  }
  told_ = after_success(told_, now);
  known_ = {unopened.begin(), unopened.end()};
}

std::string sentence_about(std::size_t unopened) {
  return fmt::format("{} unopened {} in the safeguarding lane", unopened, unopened == 1 ? "item" : "items");
}

}  // namespace postbox::safeguarding
