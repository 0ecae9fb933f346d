// One submission as a recipient sees it. A recipient's row carries a random reference, month, areas, rating,
// tone and the words, and nothing else; a setting can add the answers to further questions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/month.hpp"
#include "feedback/redacted_text.hpp"
#include "feedback/service_area.hpp"
#include "feedback/tone.hpp"

namespace postbox {

struct DeliveredRow {
  std::string reference;  // random, 12 characters of base32, the same in every pack of one emptying
  Month month;            // in which it was posted
  AreaList areas;         // likeliest first
  std::string rating;     // the option's value, "" when not answered
  Tone tone = Tone::neutral;
  std::map<std::string, RedactedText> words;  // by question id; questions without words are left out
  std::map<std::string, std::string>
      added;                   // question id -> option values, joined; only where a setting adds them
  bool district_known = true;  // false: the recipient is the county-wide or first-named one
  AreaList guesses;            // for unsorted/: the best two, likeliest first
  bool suspected = false;      // for unsorted/: it came in a flood and looked like part of it
  std::string rare{};          // for unsorted/: what together could show who is meant; "" for nothing
};

}  // namespace postbox
