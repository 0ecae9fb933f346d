#include "intake/page_stamp.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/base32.hpp"

namespace postbox::intake {
namespace {

using std::chrono::duration_cast;
using std::chrono::seconds;

std::string drawn_word(Random& random) {
  std::array<unsigned char, 5> drawn{};
  random.fill(drawn);
  return base32(drawn) + '-';
}

}  // namespace

PageStamps::PageStamps(Random& random, Instant started) : prefix_(drawn_word(random)), started_(started) {}

std::string PageStamps::stamp(Instant now) const {
  // As long for each second: the length of a page does not change while somebody asks for it.
  return fmt::format("{}{:09}", prefix_, duration_cast<seconds>(now - started_).count());
}

std::optional<seconds> PageStamps::age(std::string_view stamp, Instant now) const {
  if (!stamp.starts_with(prefix_)) return std::nullopt;
  stamp.remove_prefix(prefix_.size());
  seconds::rep made = 0;
  const char* const end = stamp.data() + stamp.size();
  const auto [stopped, error] = std::from_chars(stamp.data(), end, made);
  if (error != std::errc{} || stopped != end || made < 0) return std::nullopt;
  const seconds since_start = duration_cast<seconds>(now - started_);
  if (made > since_start.count()) return std::nullopt;
  return since_start - seconds(made);
}

}  // namespace postbox::intake
