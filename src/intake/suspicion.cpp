#include "intake/suspicion.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace postbox::intake {
namespace {

// Similar texts share many of their word pairs. Of all pairs of a text the smallest under each of 24 mixings
// are taken, and four together make a band: texts that share four pairs in five agree in some band with
// probability 0.96, texts that share one in ten with 0.001 (minhash with locality-sensitive bands).
// Before a post is suspected for its words, so many like it must have come...
constexpr unsigned alike_min = 3;
// ...and so many that are the same, where there are too few words to tell people apart.
constexpr unsigned same_min = 20;
constexpr std::size_t pairs_min = 8;

constexpr std::uint64_t fnv_start = 0xCBF29CE484222325U;
constexpr std::uint64_t fnv_factor = 0x100000001B3U;

std::uint64_t joined(std::uint64_t hash, unsigned char c) { return (hash ^ c) * fnv_factor; }

// Eight bytes at a time; what they change in the upper half counts in the lower one too.
std::uint64_t joined(std::uint64_t hash, std::string_view text) {
  const std::size_t size = text.size();
  const auto join = [&hash](std::uint64_t eight) {
    hash = (hash ^ eight) * fnv_factor;
    hash ^= hash >> 32U;
  };
  std::uint64_t eight = 0;
  for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
    std::memcpy(&eight, text.data(), sizeof eight);
    join(eight);
  }
  eight = 0;
  std::memcpy(&eight, text.data(), text.size());
  join(eight);
  join(size);  // or zeros at the end would not count
  return hash;
}

// A letter in small, a digit, a byte beyond ASCII; 0 for what stands between words.
constexpr std::array<unsigned char, 256> letters_of_words = [] {
  std::array<unsigned char, 256> letters{};
  for (unsigned char c = '0'; c <= '9'; ++c) letters.at(c) = c;
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters.at(c) = letters.at(c - 'a' + 'A') = c;
  for (unsigned c = 0x80; c < letters.size(); ++c) letters.at(c) = static_cast<unsigned char>(c);
  return letters;
}();

// A hash for each word and the one after it; case, punctuation and spaces do not count.
void add_pairs(std::string_view text, std::vector<std::uint64_t>& pairs) {
  constexpr std::size_t bytes_of_a_word = 4;  // or more, nearly always
  pairs.reserve(pairs.size() + text.size() / bytes_of_a_word);
  std::uint64_t before = 0;
  std::uint64_t word = fnv_start;
  const auto end_word = [&] {
    if (word == fnv_start) return;
    if (before != 0) pairs.push_back(before * fnv_factor + word);
    before = std::exchange(word, fnv_start);
  };
  for (const char c : text) {
    const unsigned char letter = letters_of_words[static_cast<unsigned char>(c)];
    if (letter != 0) {
      word = joined(word, letter);
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

WordMarks::WordMarks(Random& random) : seed_(random_numbers(random, 1).front()) {
  std::uint64_t number = 0;
  for (Band& band : bands_) {
    for (Mixing& mixing : band) {
      mixing = {mixed(number, 2), mixed(number, 3) | 1U};
      ++number;
    }
  }
}

// The finisher of MurmurHash3 over a salted value.
std::uint64_t WordMarks::mixed(std::uint64_t value, std::uint64_t salt) const {
  value ^= seed_ + salt * 0x9E3779B97F4A7C15U;
  value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53U;
  return value ^ value >> 33U;
}

// Of the smallest pair in each of four other orders. The pairs are mixed well already; a mixing puts them
// into another order at a third of the price of mixing each anew, and four at once do not wait for each
// other.
std::uint64_t WordMarks::mark_of(const std::vector<std::uint64_t>& pairs, const Band& band,
                                 std::uint64_t mark) {
  const auto [a, b, c, d] = band;
  std::array<std::uint64_t, rows> least{};
  least.fill(std::numeric_limits<std::uint64_t>::max());
  for (const std::uint64_t pair : pairs) {
    least[0] = std::min(least[0], (pair ^ a.salt) * a.factor);
    least[1] = std::min(least[1], (pair ^ b.salt) * b.factor);
    least[2] = std::min(least[2], (pair ^ c.salt) * c.factor);
    least[3] = std::min(least[3], (pair ^ d.salt) * d.factor);
  }
  for (const std::uint64_t one : least) mark = mark * fnv_factor + one;
  return mark;
}

WordMarks::Marks WordMarks::of(const Answers& answers) const {
  Marks marks{.same = mixed(hash_of_all(answers), 0)};
  std::vector<std::uint64_t> pairs;
  for (const auto& [question, words] : answers.texts) add_pairs(words, pairs);
  if (pairs.size() < pairs_min) return marks;
  for (std::uint64_t& pair : pairs) pair = mixed(pair, 1);
  marks.alike.reserve(bands);
  for (const Band& band : bands_) marks.alike.push_back(mark_of(pairs, band, marks.alike.size() + 1));
  return marks;
}

bool SeenWords::too_often(const WordMarks::Marks& marks) {
  const bool same = counts_.add(marks.same) >= same_min;
  unsigned most = 0;
  for (const std::uint64_t mark : marks.alike) most = std::max(most, counts_.add(mark));
  return same || most >= alike_min;
}

// Counts a post; whether there is a flood.
bool Suspicion::counts_in_flood(Instant now) {
  const std::lock_guard lock(mutex_);
  rate_.count(now);
  const bool flood = rate_.last_minute(now) > most_;
  if (std::exchange(flooded_, flood) && !flood) seen_.forget();
  return flood;
}

// The work on the words is done outside the lock.
bool Suspicion::suspects(const Answers& answers, const Signs& signs, Instant now) {
  if (!counts_in_flood(now)) return false;
  const WordMarks::Marks marks = words_.of(answers);
  const std::lock_guard lock(mutex_);
  const bool too_often = seen_.too_often(marks);
  return too_often || signs.trap_filled || (signs.filled_in && *signs.filled_in < filled_in_min);
}

bool Suspicion::in_flood(Instant now) {
  const std::lock_guard lock(mutex_);
  return rate_.last_minute(now) > most_;
}

}  // namespace postbox::intake
