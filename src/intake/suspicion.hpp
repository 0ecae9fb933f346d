// Whether a post looks like part of a flood. Fair without knowing anybody: no address, no token, no account.
//
// In quiet times nothing is ever suspected and nothing remembered. While more than so many posts a minute
// come from all the world together, three signs count: a field that people cannot see is filled in; the form
// came back faster than anybody reads it; nearly the same words came before, again and again. A suspected
// post is taken, stored and acknowledged like any other: the mark stands inside its seal, for the keeper.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "base/random.hpp"
#include "feedback/submission.hpp"

namespace postbox::intake {

using Instant = std::chrono::steady_clock::time_point;

// What the form tells beside its answers; the API tells nothing.
struct Signs {
  bool trap_filled = false;
  std::optional<std::chrono::seconds> filled_in{};  // nothing where it is not known
};

// Posts of the last minute, all together.
class PostRate {
 public:
  void count(Instant now);
  unsigned last_minute(Instant now);

 private:
  void forget_old(std::int64_t second);

  std::array<unsigned, 60> seconds_{};
  std::int64_t newest_ = 0;
  unsigned sum_ = 0;
};

// Which words came before, as small random-looking numbers that lead back to no text.
class SeenWords {
 public:
  explicit SeenWords(Random& random);

  // Remembers the answers, and says whether nearly the same came often enough before.
  bool too_often(const Answers& answers);
  void forget();

 private:
  unsigned add(std::uint64_t mark);
  std::uint64_t mixed(std::uint64_t value, std::uint64_t salt) const;

  std::uint64_t seed_;  // drawn at the start: nobody can prepare texts that collide
  std::unordered_map<std::uint64_t, unsigned> older_;
  std::unordered_map<std::uint64_t, unsigned> newer_;
};

// Safe from several threads.
class Suspicion {
 public:
  // Ten times what a county's most public hour would bring.
  static constexpr unsigned posts_a_minute_max = 120;
  // Nobody reads the form, answers and looks at the check page in less.
  static constexpr std::chrono::seconds filled_in_min{3};

  explicit Suspicion(Random& random, unsigned posts_a_minute = posts_a_minute_max)
      : most_(posts_a_minute), seen_(random) {}

  // Counts this post; true: to be marked.
  bool suspects(const Answers& answers, const Signs& signs, Instant now);

  bool in_flood(Instant now);

 private:
  const unsigned most_;
  std::mutex mutex_;
  PostRate rate_;
  SeenWords seen_;
  bool flooded_ = false;
};

}  // namespace postbox::intake
