#include "classify/whole_sentences.hpp"

#include <algorithm>
#include <array>

#include "classify/sentences.hpp"

namespace postbox::classify {
namespace {

constexpr std::array<std::string_view, 10> abbreviations = {"dr", "mr", "mrs", "ms",     "prof",
                                                            "st", "eg", "etc", "approx", "dept"};
constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view empty_line = "\n\n";

bool is_abbreviated(std::string_view word) {
  const bool is_initial = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
  return is_initial || std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

// How much of what stands behind a sentence is still its own: its marks, up to white space.
std::size_t marks_after(std::string_view gap) {
  gap = gap.substr(0, gap.find(empty_line));
  const std::size_t stop = std::min(gap.find_first_of(".!?"), gap.find("…"));
  std::size_t end = gap.find_first_of(white_space, stop == std::string_view::npos ? 0 : stop);
  if (end == std::string_view::npos) end = gap.find_first_of(white_space);  // the stop hangs on the next word
  return std::min(end, gap.size());
}

// Where in what stands before a sentence its own marks begin: an opening quotation mark, a bracket.
std::size_t marks_before(std::string_view gap) {
  const std::size_t white = gap.find_last_of(white_space);
  return white == std::string_view::npos ? 0 : white + 1;
}

class Borders {
 public:
  Borders(std::string_view text, const Words& words) : text_(text), words_(words) {}

  bool ends_before(std::size_t word) const {
    const std::string_view between = gap_before(word);
    if (between.size() < 2) return false;  // nearly always one space
    if (between.find(empty_line) != std::string_view::npos) return true;
    return ends_sentence(between) && !is_abbreviated(words_[word - 1].folded);
  }

  TextRange around(std::size_t first_word, std::size_t last_word) const {
    const std::string_view before = gap_before(first_word);
    return {words_[first_word].begin - before.size() + marks_before(before),
            words_[last_word - 1].end + marks_after(gap_before(last_word))};
  }

 private:
  // Also behind the last word.
  std::string_view gap_before(std::size_t word) const {
    const std::size_t begin = word == 0 ? 0 : words_[word - 1].end;
    const std::size_t end = word == words_.size() ? text_.size() : words_[word].begin;
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  const Words& words_;
};

}  // namespace

std::vector<WholeSentence> whole_sentences(std::string_view text, const Words& words) {
  std::vector<WholeSentence> whole;
  const Borders borders(text, words);
  for (std::size_t first = 0; first < words.size();) {
    std::size_t last = first + 1;
    while (last < words.size() && !borders.ends_before(last)) ++last;
    whole.push_back({borders.around(first, last), first, last});
    first = last;
  }
  return whole;
}

}  // namespace postbox::classify
