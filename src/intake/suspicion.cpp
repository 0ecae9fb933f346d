#include "intake/suspicion.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "intake/token.hpp"

namespace postbox::intake {
namespace {

// Similar texts share many of their word pairs. Of all pairs of a text the smallest under each of 24 mixings
// are taken, and four together make a band: texts that share four pairs in five agree in some band with
// probability 0.96, texts that share one in ten with 0.001 (minhash with locality-sensitive bands).
constexpr std::size_t bands = 6;
constexpr std::size_t rows = 4;
// Before a post is suspected for its words, so many like it must have come...
constexpr unsigned alike_min = 3;
// ...and so many that are the same, where there are too few words to tell people apart.
constexpr unsigned same_min = 20;
constexpr std::size_t pairs_min = 8;
// Of marks remembered: 2 MiB at most, then the older half is forgotten.
constexpr std::size_t marks_max = 24'000;

constexpr std::uint64_t fnv_start = 0xCBF29CE484222325U;
constexpr std::uint64_t fnv_factor = 0x100000001B3U;

std::uint64_t joined(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * fnv_factor;
}

std::uint64_t joined(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = joined(hash, c);
  return joined(hash, '\0');
}

bool is_word_char(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

// A hash for each word and the one after it; case, punctuation and spaces do not count.
void add_pairs(std::string_view text, std::vector<std::uint64_t>& pairs) {
  std::uint64_t before = 0;
  std::uint64_t word = fnv_start;
  const auto end_word = [&] {
    if (word == fnv_start) return;
    if (before != 0) pairs.push_back(before * fnv_factor + word);
    before = std::exchange(word, fnv_start);
  };
  for (const char c : text) {
    if (is_word_char(c)) {
      word = joined(word, c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    } else {
      end_word();
    }
  }
  end_word();
}

std::uint64_t hash_of_all(const Answers& answers) {
  std::uint64_t hash = fnv_start;
  for (const auto& [question, words] : answers.texts) hash = joined(joined(hash, question), words);
  for (const auto& [question, values] : answers.choices) {
    hash = joined(hash, question);
    for (const std::string& value : values) hash = joined(hash, value);
  }
  for (const std::string& tick : answers.ticks) hash = joined(hash, tick);
  return hash;
}

// The smallest of the pairs in another order. They are mixed well already; moved by a random `salt` and
// multiplied by a random odd `factor` their order is another, at a third of the price of mixing each of them
// anew.
std::uint64_t least_of(const std::vector<std::uint64_t>& pairs, std::uint64_t salt, std::uint64_t factor) {
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (const std::uint64_t pair : pairs) least = std::min(least, (pair ^ salt) * factor);
  return least;
}

std::int64_t second_of(Instant now) {
  return std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
}

}  // namespace

void PostRate::forget_old(std::int64_t second) {
  const auto size = static_cast<std::int64_t>(seconds_.size());
  for (std::int64_t next = std::max(newest_ + 1, second - size + 1); next <= second; ++next) {
    sum_ -= std::exchange(seconds_[static_cast<std::size_t>(next % size)], 0);
  }
  newest_ = std::max(newest_, second);
}

void PostRate::count(Instant now) {
  const std::int64_t second = second_of(now);
  forget_old(second);
  ++seconds_[static_cast<std::size_t>(second % static_cast<std::int64_t>(seconds_.size()))];
  ++sum_;
}

unsigned PostRate::last_minute(Instant now) {
  forget_old(second_of(now));
  return sum_;
}

SeenWords::SeenWords(Random& random) {
  std::array<unsigned char, sizeof seed_> drawn{};
  random.fill(drawn);
  seed_ = 0;
  for (const unsigned char byte : drawn) seed_ = seed_ << 8U | byte;
}

// The finisher of MurmurHash3 over a salted value.
std::uint64_t SeenWords::mixed(std::uint64_t value, std::uint64_t salt) const {
  value ^= seed_ + salt * 0x9E3779B97F4A7C15U;
  value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53U;
  return value ^ value >> 33U;
}

// How often the mark was added before.
unsigned SeenWords::add(std::uint64_t mark) {
  if (newer_.size() >= marks_max) older_ = std::exchange(newer_, {});
  const auto found = older_.find(mark);
  return newer_[mark]++ + (found == older_.end() ? 0 : found->second);
}

bool SeenWords::too_often(const Answers& answers) {
  const bool same = add(mixed(hash_of_all(answers), 0)) >= same_min;
  std::vector<std::uint64_t> pairs;
  for (const auto& [question, words] : answers.texts) add_pairs(words, pairs);
  if (pairs.size() < pairs_min) return same;
  for (std::uint64_t& pair : pairs) pair = mixed(pair, 1);
  unsigned most = 0;
  for (std::size_t band = 0; band < bands; ++band) {
    std::uint64_t mark = band + 1;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::uint64_t number = band * rows + row;
      mark = mark * fnv_factor + least_of(pairs, mixed(number, 2), mixed(number, 3) | 1U);
    }
    most = std::max(most, add(mark));
  }
  return same || most >= alike_min;
}

void SeenWords::forget() {
  older_.clear();
  newer_.clear();
}

bool Suspicion::suspects(const Answers& answers, const Signs& signs, Instant now) {
  const std::lock_guard lock(mutex_);
  rate_.count(now);
  const bool flood = rate_.last_minute(now) > most_;
  if (std::exchange(flooded_, flood) && !flood) seen_.forget();
  if (!flood) return false;
  const bool too_often = seen_.too_often(answers);
  return too_often || signs.trap_filled || (signs.filled_in && *signs.filled_in < filled_in_min);
}

bool Suspicion::in_flood(Instant now) {
  const std::lock_guard lock(mutex_);
  return rate_.last_minute(now) > most_;
}

}  // namespace postbox::intake
