// Sealed records on their way to the packs: open, redact, classify, find the recipients. Pure but for the
// secret key.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emptying/lane.hpp"
#include "emptying/own_words.hpp"
#include "emptying/rooms.hpp"
#include "feedback/delivered_row.hpp"
#include "feedback/submission.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::emptying {

struct Prepared {
  DeliveredRow row;
  std::string language;                            // it is to be translated from; "" for English
  std::map<std::string, Words> own_words{};        // of recipients who do not read all of it
  std::vector<deliver::Destination> destinations;  // empty: unsorted
  bool held = false;                               // urgent: in no recipient's pack until it is released
  Answers choices_and_ticks{};                     // to be counted; never the words
  bool is_sorted_again = false;                    // an earlier emptying has counted it
  std::string link;                                // to its item in the safeguarding lane, if it has one
  std::optional<store::LaneCopy> lane_copy{};      // of an urgent one: for the lane, should it not be there
};

// Borrowed.
struct SealedRow {
  std::string_view record;
  std::string_view correction;  // sealed, "" for none; a person's word goes before the classifier's
};

// One for each row, in their order: nothing when the record does not open, holds no submission, or says
// another month than the one it lies under. `lane` has the last word on what is held. `pack` goes into a
// row's reference. Each step is taken for all rows before the next: its code and its tables stay near the
// processor, a fifteenth less time than row by row.
std::vector<std::optional<Prepared>> prepare(const Rooms& rooms, const Lane& lane,
                                             std::span<const SealedRow> rows, Month month,
                                             std::string_view pack);

}  // namespace postbox::emptying
