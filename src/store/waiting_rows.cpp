#include "store/waiting_rows.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <string>
#include <vector>

namespace postbox::store {
namespace {

constexpr std::size_t gathered_at_once = 256;
constexpr int key_bits_of_a_size = 40;  // also in the question below

// A row that a correction names is claimed by the next emptying; until then its key is its name.
std::vector<std::int64_t> left_among_claimed(Connection& box) {
  std::vector<std::int64_t> keys;
  Statement question(box,
                     "SELECT key FROM sealed_submissions WHERE key < "
                     "(SELECT max(submission) FROM claims WHERE submission < ((key >> 40) + 1) << 40) "
                     "AND NOT EXISTS (SELECT 1 FROM claims WHERE submission = key) "
                     "AND NOT EXISTS (SELECT 1 FROM corrections WHERE submission = key)");
  while (question.step()) keys.push_back(question.integer(0));
  return keys;
}

void move_all(Connection& box, Random& random, std::span<const std::int64_t> keys) {
  Transaction transaction(box);
  WaitingRows waiting(box);
  waiting.look();
  // Another emptying may have claimed it since it was looked for.
  Statement take(box,
                 "DELETE FROM sealed_submissions WHERE key = ?1 "
                 "AND NOT EXISTS (SELECT 1 FROM claims WHERE submission = ?1) "
                 "AND NOT EXISTS (SELECT 1 FROM corrections WHERE submission = ?1) RETURNING month, sealed");
  const auto numbers = random_numbers(random, keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!take.bind(1, keys[i]).step()) continue;
    const std::string month(take.text(0));
    const std::string sealed(take.text(1));
    take.run();
    waiting.put_in(month, sealed, numbers[i]);
  }
  transaction.commit();
}

}  // namespace

WaitingRows::WaitingRows(Connection& box)
    : last_row_(box, "SELECT coalesce(max(key), ?1) FROM sealed_submissions WHERE key > ?1 AND key < ?2"),
      // What waits to be emptied again, as a correction says, is named by its key like a claimed one.
      first_waiting_(box,
                     "SELECT min(key) FROM sealed_submissions WHERE key < ?2 AND key > max(?1, "
                     "(SELECT coalesce(max(submission), 0) FROM claims WHERE submission < ?2), "
                     "(SELECT coalesce(max(submission), 0) FROM corrections WHERE submission < ?2))"),
      // Where somebody took a row out by hand, the next one.
      read_(box, "SELECT key, month, sealed FROM sealed_submissions WHERE key >= ?1 ORDER BY key LIMIT 1"),
      insert_(box, "INSERT INTO sealed_submissions (key, month, sealed) VALUES (?1, ?2, ?3)"),
      replace_(box, "UPDATE sealed_submissions SET month = ?2, sealed = ?3 WHERE key = ?1") {}

std::int64_t WaitingRows::key_below(std::size_t size) {
  return static_cast<std::int64_t>((sizes - 1 - size) << key_bits_of_a_size);
}

std::size_t WaitingRows::size_of(std::string_view sealed) {
  return std::min<std::size_t>(sizes - 1, std::bit_width(sealed.size() / 1024));
}

void WaitingRows::look() { places_ = {}; }

WaitingRows::Places& WaitingRows::places_of(std::size_t size) {
  std::optional<Places>& places = places_.at(size);
  if (places) return *places;
  const std::int64_t below = key_below(size);
  const std::int64_t above = below + (std::int64_t{1} << key_bits_of_a_size);
  last_row_.bind(1, below).bind(2, above).step();
  const std::int64_t last = last_row_.integer(0);
  last_row_.reset();
  first_waiting_.bind(1, below).bind(2, above).step();
  const std::int64_t first = first_waiting_.is_null(0) ? last + 1 : first_waiting_.integer(0);
  first_waiting_.reset();
  return places.emplace(Places{first, last});
}

// The remainder is as good as uniform: of 2^64 numbers a place gets one more or less than its part.
void WaitingRows::put_in(std::string_view month, std::string_view sealed, std::uint64_t number) {
  Places& places = places_of(size_of(sealed));
  const std::int64_t free = ++places.last;
  const auto count = static_cast<std::uint64_t>(free - places.first + 1);
  const std::int64_t place = places.first + static_cast<std::int64_t>(number % count);
  if (place == free) return insert_.bind(1, free).bind(2, month).bind_blob(3, sealed).run();
  read_.bind(1, place).step();
  const std::int64_t moved = read_.integer(0);
  insert_.bind(1, free).bind(2, read_.text(1)).bind_blob(3, read_.text(2)).run();
  read_.reset();
  replace_.bind(1, moved).bind(2, month).bind_blob(3, sealed).run();
}

void gather_waiting(Connection& box, Random& random) {
  const std::vector<std::int64_t> keys = left_among_claimed(box);
  const std::span<const std::int64_t> all(keys);
  for (std::size_t done = 0; done < keys.size(); done += gathered_at_once) {
    move_all(box, random, all.subspan(done, std::min(gathered_at_once, keys.size() - done)));
  }
}

}  // namespace postbox::store
