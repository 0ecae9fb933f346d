#include "redact/exact_date.hpp"

#include <array>
#include <optional>

#include "redact/date_words.hpp"
#include "redact/letters.hpp"
#include "redact/written_date.hpp"

namespace postbox::redact {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

class Coarsener {
 public:
  explicit Coarsener(const Reading& reading)
      : text_(reading.text()), words_(reading.words()), code_words_(reading.code_words()) {}

  std::vector<CoarseDate> coarsen() const {
    const WrittenDates dates(text_, words_);
    std::vector<CoarseDate> coarse;
    for (std::size_t first = code_words_.next(0); first < words_.size();
         first = code_words_.next(first + 1)) {
      if (!dates.may_begin(first)) continue;
      const std::size_t after = dates.end_of_date(first);
      if (after == first || is_glued(first)) continue;
      std::optional<std::string> month = month_and_year(first, after);
      if (!month) continue;
      const bool follows_date =
          !coarse.empty() && first > 0 && words_[first - 1].span.end == coarse.back().span.end;
      coarse.push_back(with_preposition(first, after, *std::move(month), follows_date));
      first = after - 1;
    }
    return coarse;
  }

 private:
  // "v2.1.20" is a version.
  bool is_glued(std::size_t at) const {
    const std::size_t begin = words_[at].span.begin;
    return at > 0 && words_[at - 1].span.end == begin && words_[at - 1].shape != Shape::number;
  }
  bool is_number(std::size_t at) const { return words_[at].shape == Shape::number; }
  std::string typed(std::size_t first, std::size_t after) const {
    return std::string(
        text_.substr(words_[first].span.begin, words_[after - 1].span.end - words_[first].span.begin));
  }

  std::optional<std::string> month_and_year(std::size_t first, std::size_t after) const {
    for (std::size_t at = first; at < after; ++at) {
      if (words_[at].marks.has(Mark::month)) return named_month(first, at, after);
    }
    return after - first == 3 && is_number(first) && is_number(first + 1) ? figures(first) : std::nullopt;
  }

  // "3rd of May 2024" -> "May 2024", "May 3rd, 2024" -> "May 2024".
  std::optional<std::string> named_month(std::size_t first, std::size_t month, std::size_t after) const {
    if (month > first && words_[first].folded.size() == 4) {  // "2014 March 22"
      return typed(month, month + 1) + ' ' + typed(first, first + 1);
    }
    std::size_t year = month + 1;
    if (month == first) {  // the day comes after the month
      while (year < after && !(is_number(year) && words_[year].folded.size() == 4)) ++year;
    }
    const bool ordinal = has_ordinal(first, after);
    // "in May 3 of us left", "the 3 may apply" and "the second may help" are no dates.
    const bool sure = year < after || (ordinal && words_[month].shape != Shape::lower);
    const bool plain = month > first && is_number(first) && words_[month].shape != Shape::lower;
    if (!sure && !plain) return std::nullopt;
    return year < after ? typed(month, month + 1) + ' ' + typed(year, after) : typed(month, month + 1);
  }

  bool has_ordinal(std::size_t first, std::size_t after) const {
    for (std::size_t at = first; at < after; ++at) {
      if (is_ordinal_ending(words_[at].folded)) return true;
    }
    return !is_number(first) && !words_[first].marks.has(Mark::month);  // "third of May"
  }

  // 14/02/2023, 2/14/2023 and 2023-02-14.
  std::optional<std::string> figures(std::size_t first) const {
    const bool year_first = words_[first].folded.size() == 4;
    const int second = number_of(words_[first + 1].folded);
    const int month = year_first || second <= 12 ? second : number_of(words_[first].folded);
    if (month < 1 || month > 12) return std::nullopt;
    std::string year(words_[year_first ? first : first + 2].folded);
    constexpr int last_year_of_this_century = 50;
    if (year.size() == 2) year.insert(0, number_of(year) <= last_year_of_this_century ? "20" : "19");
    return std::string(month_names[static_cast<std::size_t>(month) - 1]) + ' ' + year;
  }

  // "on the 3rd of May" -> "in May", "since the 3rd of May" -> "since May".
  CoarseDate with_preposition(std::size_t first, std::size_t after, std::string month,
                              bool follows_date) const {
    std::size_t begin = first;
    const auto before = [&](std::string_view word) {
      return begin > 0 && words_[begin - 1].folded == word && words_[begin].before == Gap::space;
    };
    if (before("the")) --begin;
    if (before("on")) {
      --begin;
      month.insert(0, words_[begin].shape == Shape::lower ? "in " : "In ");
    }
    // "2nd 15.4.24": a day of nothing before the month would read as a date.
    if (begin == first && begin > 0 && !follows_date && is_day_before(begin)) month.insert(0, "in ");
    return {{words_[begin].span.begin, words_[after - 1].span.end}, std::move(month)};
  }

  bool is_day_before(std::size_t at) const {
    const Word& last = words_[at - 1];
    return last.shape == Shape::number || is_ordinal_ending(last.folded) || last.marks.has(Mark::spoken_day);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const WordSet& code_words_;
};

}  // namespace

std::vector<CoarseDate> coarsen_dates(const Reading& reading) { return Coarsener(reading).coarsen(); }

}  // namespace postbox::redact
