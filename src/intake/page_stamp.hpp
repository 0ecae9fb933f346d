// A hidden word in each form that says when it was made, so that in a flood a form that comes back at once
// can be told from one that was read.
//
// Seconds since the server started, behind a word drawn at that start: what another server or an earlier run
// wrote says nothing, and nobody is refused for it, in whatever tab it waited.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace postbox::intake {

class PageStamps {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  PageStamps(Random& random, Instant started);

  std::string stamp(Instant now) const;
  // Nothing where the stamp is not one of ours.
  std::optional<std::chrono::seconds> age(std::string_view stamp, Instant now) const;

 private:
  std::string prefix_;
  Instant started_;
};

}  // namespace postbox::intake
