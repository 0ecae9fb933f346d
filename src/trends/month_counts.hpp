// The counts of one month: how many submissions, about which service area, with which answers and tone.
//
// Counted is what an emptying opened, held (urgent) submissions included: a month's figure must not fall
// because something was serious. A submission about two areas counts in both, and once in `whole`.
//
// These are exact counts. They leave the box only after the disclosure room has seen them. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/month.hpp"
#include "feedback/submission.hpp"
#include "feedback/tone.hpp"

namespace postbox::trends {

struct Counts {
  std::int64_t all = 0;
  std::array<std::int64_t, tones.size()> tone{};  // in the order of `tones`
  // Question id -> option value -> how many; a ticked box has the value "true". The questions that say which
  // areas a submission is about (`areas`, `only_to`) are left out: they decide where it counts.
  std::map<std::string, std::map<std::string, std::int64_t>> answers{};

  friend bool operator==(const Counts&, const Counts&) = default;
};

// What one recipient was given, to tell it next month what has changed.
struct PackCounts {
  std::int64_t all = 0;
  std::array<std::int64_t, tones.size()> tone{};
  std::map<std::string, std::int64_t> rating{};  // by option value; "" where it was not answered
  PerArea<std::int64_t> areas{};
  std::int64_t without_area = 0;

  friend bool operator==(const PackCounts&, const PackCounts&) = default;
};

struct MonthCounts {
  Month month;
  Counts whole{};
  PerArea<Counts> areas{};
  Counts without_area{};
  // Links of the submissions that were held back and are counted here: one that is released later comes by
  // again and must not count twice.
  std::set<std::string> held{};
  // By recipient. Empty where nothing was delivered, and in counts from before packs were counted.
  std::map<std::string, PackCounts> packs{};

  friend bool operator==(const MonthCounts&, const MonthCounts&) = default;
};

// Counts one submission that was posted in this month.
void add(MonthCounts& counts, const Answers& answers, const AreaList& areas, Tone tone);

// Counts one row of a recipient's pack.
void add(PackCounts& counts, const AreaList& areas, std::string_view rating, Tone tone);

// Adds the counts of another emptying to those of one before it: of the same month, or of a longer period,
// whose `month` stays as it is.
void merge(MonthCounts& into, const MonthCounts& more);

}  // namespace postbox::trends
