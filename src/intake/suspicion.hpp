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
#include <vector>

#include "base/random.hpp"
#include "feedback/submission.hpp"
#include "intake/mark_counts.hpp"

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

// Words as small random-looking numbers that lead back to no text. Safe from several threads.
class WordMarks {
 public:
  explicit WordMarks(Random& random);

  static constexpr std::size_t bands = 6;
  struct Marks {
    std::uint64_t same = 0;              // of all answers, to the letter
    std::vector<std::uint64_t> alike{};  // one for each band; none where there are too few words
  };
  Marks of(const Answers& answers) const;

 private:
  static constexpr std::size_t rows = 4;
  // A mixing of word pairs: moved by a random salt, multiplied by a random odd factor.
  struct Mixing {
    std::uint64_t salt = 0;
    std::uint64_t factor = 1;
  };
  using Band = std::array<Mixing, rows>;

  std::uint64_t mixed(std::uint64_t value, std::uint64_t salt) const;
  static std::uint64_t mark_of(const std::vector<std::uint64_t>& pairs, const Band& band, std::uint64_t mark);

  std::uint64_t seed_ = 0;  // drawn at the start: nobody can prepare texts that collide
  std::array<Band, bands> bands_{};
};

// Which words came before.
class SeenWords {
 public:
  // Remembers the marks, and says whether nearly the same came often enough before.
  bool too_often(const WordMarks::Marks& marks);
  void forget() { counts_.forget(); }

 private:
  MarkCounts counts_;
};

// Safe from several threads.
class Suspicion {
 public:
  // Ten times what a county's most public hour would bring.
  static constexpr unsigned posts_a_minute_max = 120;
  // Nobody reads the form, answers and looks at the check page in less.
  static constexpr std::chrono::seconds filled_in_min{3};

  explicit Suspicion(Random& random, unsigned posts_a_minute = posts_a_minute_max)
      : most_(posts_a_minute), words_(random) {}

  // Counts this post; true: to be marked.
  bool suspects(const Answers& answers, const Signs& signs, Instant now);

  bool in_flood(Instant now);

 private:
  bool counts_in_flood(Instant now);

  const unsigned most_;
  const WordMarks words_;
  std::mutex mutex_;
  PostRate rate_;
  SeenWords seen_;
  bool flooded_ = false;
};

}  // namespace postbox::intake
