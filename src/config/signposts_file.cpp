#include "config/signposts_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace postbox::config {
namespace {

using form::OpeningHours;
using form::Signpost;

bool is_id(std::string_view id) {
  return !id.empty() &&
         id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

unsigned read_day(const Node& node) {
  constexpr std::array<std::string_view, 7> names = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
  const auto* const found = std::find(names.begin(), names.end(), node.text());
  if (found == names.end()) node.refuse("expected a day: mon, tue, wed, thu, fri, sat or sun");
  return 1U << static_cast<unsigned>(found - names.begin());
}

std::optional<unsigned> two_digits(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
  return static_cast<unsigned>((text[0] - '0') * 10 + (text[1] - '0'));
}

std::chrono::minutes read_time(const Node& node) {
  const std::string_view text = node.text();
  const auto hours = two_digits(text.substr(0, 2));
  const auto minutes = two_digits(text.substr(std::min<std::size_t>(3, text.size())));
  const bool written = text.size() == 5 && text[2] == ':' && hours && minutes && *minutes < 60;
  if (!written || *hours * 60 + *minutes > 24 * 60) {
    node.refuse("expected a time from 00:00 to 24:00, in quotation marks");
  }
  return std::chrono::minutes{*hours * 60 + *minutes};
}

OpeningHours read_hours(const Node& node) {
  node.only({"days", "from", "until"});
  OpeningHours hours{0, read_time(node.at("from")), read_time(node.at("until"))};
  for (const Node& day : node.at("days").items()) hours.days |= read_day(day);
  if (hours.days == 0) node.refuse("no day is named");
  if (hours.from >= hours.until) {
    node.refuse("closes before it opens; write hours past midnight as two lines");
  }
  return hours;
}

std::string text_or_nothing(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr ? std::string{} : found->text();
}

void refuse_unusable(const Node& node, const Signpost& signpost) {
  if (!is_id(signpost.id)) node.at("id").refuse("an id has lower-case letters, digits and hyphens");
  if (signpost.name.empty()) node.at("name").refuse("a signpost needs a name");
  if (signpost.phone.empty() && signpost.url.empty()) node.refuse("give a phone, a url or both");
  if (!signpost.url.empty() && signpost.url.rfind("https://", 0) != 0) {
    node.at("url").refuse("a url starts with https://");
  }
  if (signpost.phone.find_first_not_of("0123456789 +") != std::string::npos) {
    node.at("phone").refuse("a phone number has digits and spaces", "say the rest under `when` or `hours`");
  }
}

// In order, for they are searched by halves; empty where the file names none.
std::vector<std::chrono::local_days> read_bank_holidays(const Node& file) {
  std::vector<std::chrono::local_days> days;
  const Node* list = file.find("bank_holidays");
  if (list == nullptr) return days;
  for (const Node& day : list->items()) days.emplace_back(day.date());
  std::sort(days.begin(), days.end());
  return days;
}

Signpost read_signpost(const Node& node) {
  node.only({"id", "name", "phone", "url", "hours", "when", "open", "districts", "checked_on"});
  Signpost signpost;
  signpost.id = node.at("id").text();
  signpost.name = node.at("name").text();
  signpost.phone = text_or_nothing(node, "phone");
  signpost.url = text_or_nothing(node, "url");
  signpost.hours = node.at("hours").text();
  signpost.when = node.at("when").text();
  signpost.checked_on = node.at("checked_on").date();
  if (const Node* open = node.find("open")) {
    for (const Node& hours : open->items()) signpost.open.push_back(read_hours(hours));
  }
  if (const Node* districts = node.find("districts")) signpost.districts = districts->texts();
  refuse_unusable(node, signpost);
  return signpost;
}

// Every district that is named, and one that is not: where only the lines for all are left.
std::set<std::string> districts_to_try(const std::vector<Signpost>& signposts) {
  std::set<std::string> all = {"a district that no line names"};
  for (const Signpost& signpost : signposts) all.insert(signpost.districts.begin(), signpost.districts.end());
  return all;
}

// Any week will do: opening hours repeat, and a bank holiday is one more Sunday.
void refuse_silent_hours(const Node& list, const std::vector<Signpost>& signposts,
                         const std::string& district) {
  constexpr std::chrono::local_seconds some_sunday{std::chrono::local_days{std::chrono::year{2026} / 11 / 1}};
  constexpr int quarters_of_a_week = 7 * 24 * 4;
  for (int quarter = 0; quarter < quarters_of_a_week; ++quarter) {
    const auto at = some_sunday + quarter * std::chrono::minutes{15};
    if (form::open_signposts(signposts, at, district).empty()) {
      list.refuse("there is an hour of the week when nobody named here answers",
                  "name a line that is open day and night and for all districts, such as 999");
    }
  }
}

}  // namespace

std::vector<Signpost> read_signposts(const FileSystem& files, const House& house) {
  const Node file = read_config(files, house, "signposts.toml");
  file.only({"bank_holidays", "signpost"});
  const auto bank_holidays = read_bank_holidays(file);
  const Node& list = file.at("signpost");
  std::vector<Signpost> signposts;
  std::set<std::string> ids;
  for (const Node& node : list.items()) {
    signposts.push_back(read_signpost(node));
    signposts.back().bank_holidays = bank_holidays;
    if (!ids.insert(signposts.back().id).second) node.at("id").refuse("another signpost has this id");
  }
  for (const std::string& district : districts_to_try(signposts)) {
    refuse_silent_hours(list, signposts, district);
  }
  return signposts;
}

}  // namespace postbox::config
