// Where to turn with what a feedback box cannot do: lines that answer, read from config/signposts.toml.
//
// Numbers change, so each carries the day somebody last checked it. At midnight nobody may be sent to a
// closed line: pages and the API show what is open now.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::form {

// Open on these days between these times of day, London time; `until` itself is closed.
struct OpeningHours {
  unsigned days = 0;  // bit 0 is Sunday ... bit 6 Saturday, as std::chrono::weekday::c_encoding
  std::chrono::minutes from{0};
  std::chrono::minutes until{24 * 60};
};

struct Signpost {
  std::string id;  // lower case, digits, hyphens
  std::string name;
  std::string phone;                                     // as read out: "0800 1111"
  std::string url;                                       // https, or ""
  std::string hours;                                     // in words: "day and night"
  std::string when;                                      // what it is for: "if someone is in danger now"
  std::vector<OpeningHours> open;                        // empty: always open
  std::vector<std::chrono::local_days> bank_holidays{};  // when the hours of a Sunday hold; in order
  std::vector<std::string> districts{};                  // values of the question `district`; empty: for all
  std::chrono::year_month_day checked_on;
};

bool is_open(const Signpost& signpost, std::chrono::local_seconds london);

// Whether the line is for this district; "" is for none in particular.
bool serves(const Signpost& signpost, std::string_view district);

// Both: whom to name at this moment in this district.
bool answers_now(const Signpost& signpost, std::chrono::local_seconds london, std::string_view district);

// Those that answer at this moment, in their order.
// With a district, those for other districts are left out; without one nobody knows better than the family.
std::vector<Signpost> open_signposts(const std::vector<Signpost>& all, std::chrono::local_seconds london,
                                     std::string_view district = {});

}  // namespace postbox::form
