#include "form/signpost.hpp"

#include <algorithm>
#include <iterator>

namespace postbox::form {

bool is_open(const Signpost& signpost, std::chrono::local_seconds london) {
  if (signpost.open.empty()) return true;
  const auto day = std::chrono::floor<std::chrono::days>(london);
  const auto& holidays = signpost.bank_holidays;
  const bool is_holiday = std::binary_search(holidays.begin(), holidays.end(), day);
  const unsigned weekday = (is_holiday ? std::chrono::Sunday : std::chrono::weekday{day}).c_encoding();
  const auto time = london - day;
  return std::any_of(signpost.open.begin(), signpost.open.end(), [&](const OpeningHours& hours) {
    return ((hours.days >> weekday) & 1U) != 0 && time >= hours.from && time < hours.until;
  });
}

bool serves(const Signpost& signpost, std::string_view district) {
  const auto& all = signpost.districts;
  return all.empty() || district.empty() || std::find(all.begin(), all.end(), district) != all.end();
}

bool answers_now(const Signpost& signpost, std::chrono::local_seconds london, std::string_view district) {
  return is_open(signpost, london) && serves(signpost, district);
}

std::vector<Signpost> open_signposts(const std::vector<Signpost>& all, std::chrono::local_seconds london,
                                     std::string_view district) {
  std::vector<Signpost> open;
  std::copy_if(all.begin(), all.end(), std::back_inserter(open),
               [&](const Signpost& signpost) { return answers_now(signpost, london, district); });
  return open;
}

}  // namespace postbox::form
