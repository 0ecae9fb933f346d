#include "classify/sentences.hpp"

namespace postbox::classify {
namespace {

constexpr std::size_t words_max = 60;
constexpr std::string_view white_space = " \t\r\n";

}  // namespace

bool ends_sentence(std::string_view between) {
  if (between.size() < 2) return false;  // nearly always one space
  if (between.find("\n\n") != std::string_view::npos) return true;
  const bool stop =
      between.find_first_of(".!?") != std::string_view::npos || between.find("…") != std::string_view::npos;
  return stop && between.find_first_of(white_space) != std::string_view::npos;
}

std::vector<std::size_t> sentence_starts(std::string_view text, const Words& words) {
  constexpr std::size_t usual_words = 8;
  std::vector<std::size_t> starts;
  starts.reserve(words.size() / usual_words + 2);
  starts.push_back(0);
  std::size_t start = 0;
  for (std::size_t next = 1; next < words.size(); ++next) {
    const std::size_t end = words[next - 1].end;
    const std::size_t gap = words[next].begin - end;
    if (next - start < words_max && (gap < 2 || !ends_sentence(text.substr(end, gap)))) continue;
    start = next;
    starts.push_back(start);
  }
  starts.push_back(words.size());
  return starts;
}

}  // namespace postbox::classify
