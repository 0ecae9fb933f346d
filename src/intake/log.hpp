// What the server says about itself: a closed list of events, on standard error.
//
// Never anything about a post or its sender, and nothing per post: lines with times would tell when somebody
// posted.
#pragma once

namespace postbox::intake {

enum class Event {
  started,
  stopped,
  storage_failed,
  box_not_in_place,
  storage_works_again,
  alert_failed,
  alert_works_again,
  keys_reloaded,
  keys_refused
};

void log(Event event);

}  // namespace postbox::intake
