#include "safeguarding/log.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "seal/digest.hpp"

namespace postbox::safeguarding {
namespace {

constexpr std::string_view heading = "postbox safeguarding log v1\n";
constexpr std::array<std::string_view, 3> action_names = {"opened", "done", "released"};

std::string text_of(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

template <class Number>
Number number_of(std::string_view digits) {
  Number number{};
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::optional<std::chrono::year_month_day> read_day(std::string_view text) {
  if (text.size() != std::string_view("2026-11-06").size()) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year{number_of<int>(text.substr(0, 4))},
                                        std::chrono::month{number_of<unsigned>(text.substr(5, 2))},
                                        std::chrono::day{number_of<unsigned>(text.substr(8, 2))}};
  if (!day.ok() || text_of(day) != text) return std::nullopt;
  return day;
}

std::optional<Action> read_action(std::string_view name) {
  const auto* const found = std::find(action_names.begin(), action_names.end(), name);
  if (found == action_names.end()) return std::nullopt;
  return static_cast<Action>(found - action_names.begin());
}

// Takes "name: value\n" off the front of `text`.
std::optional<std::string_view> take_line(std::string_view& text, std::string_view name) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos || !text.starts_with(name)) return std::nullopt;
  std::string_view line = text.substr(0, end);
  line.remove_prefix(name.size());
  if (!line.starts_with(": ")) return std::nullopt;
  text.remove_prefix(end + 1);
  return line.substr(2);
}

std::string written(const Entry& entry) {
  return fmt::format("{}previous: {}\ndate: {}\naction: {}\nitem: {}\nwho: {}\n", heading, entry.previous,
                     text_of(entry.date), action_names[static_cast<std::size_t>(entry.action)], entry.link,
                     entry.who);
}

const char* name_of(store::LaneState state) {
  switch (state) {
    case store::LaneState::unopened:
      return "new";
    case store::LaneState::opened:
      return "opened";
    case store::LaneState::done:
      return "done";
    case store::LaneState::released:
      return "released";
  }
  return "";
}

}  // namespace

bool is_name(std::string_view who) {
  if (who.empty() || who.size() > who_bytes_max || !utf8::is_valid(who) || utf8::is_blank(who)) return false;
  return std::none_of(who.begin(), who.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' || byte == 0x7F;
  });
}

std::string write_entry(std::string_view last_entry, Entry entry) {
  entry.previous = seal::sha256_of(last_entry);
  return written(entry);
}

std::optional<Entry> read_entry(std::string_view text) {
  std::string_view rest = text;
  if (!rest.starts_with(heading)) return std::nullopt;
  rest.remove_prefix(heading.size());
  const auto previous = take_line(rest, "previous");
  const auto date = take_line(rest, "date");
  const auto action = take_line(rest, "action");
  const auto link = take_line(rest, "item");
  const auto who = take_line(rest, "who");
  if (!previous || !date || !action || !link || !who || !rest.empty()) return std::nullopt;
  const auto day = read_day(*date);
  const auto done = read_action(*action);
  if (!day || !done || !seal::is_sha256(*previous) || !seal::is_sha256(*link) || !is_name(*who)) {
    return std::nullopt;
  }
  return Entry{std::string(*previous), *day, *done, std::string(*link), std::string(*who)};
}

store::LaneState state_after(store::LaneState before, Action action) {
  using store::LaneState;
  switch (action) {
    case Action::opened:
      return before == LaneState::unopened ? LaneState::opened : before;
    case Action::done:
      return before == LaneState::released ? before : LaneState::done;
    case Action::released:
      return LaneState::released;
  }
  return before;
}

CheckedLog check_log(std::span<const seal::PublicKey> keys, const std::vector<store::LaneLogEntry>& log) {
  CheckedLog checked;
  std::string_view last;
  for (std::size_t i = 0; i < log.size(); ++i) {
    // A key that has handed over signs nothing after the first entry of the one that followed.
    const auto signer = std::find_if(keys.begin(), keys.end(), [&](const seal::PublicKey& key) {
      return seal::verifies(key, log[i].entry, log[i].signature);
    });
    const auto entry = read_entry(log[i].entry);
    if (!entry || entry->previous != seal::sha256_of(last) || signer == keys.end()) {
      checked.broken = fmt::format(
          "entry {} of the safeguarding log was altered, put in, or follows one that is gone", i + 1);
      break;
    }
    keys = keys.subspan(static_cast<std::size_t>(signer - keys.begin()));
    store::LaneState& state = checked.states.emplace(entry->link, store::LaneState::unopened).first->second;
    state = state_after(state, entry->action);
    last = log[i].entry;
  }
  return checked;
}

std::vector<std::string> problems(const CheckedLog& log, const std::vector<store::LaneItem>& items) {
  std::vector<std::string> found;
  if (log.broken) return {*log.broken};
  auto unseen = log.states;
  for (const store::LaneItem& item : items) {
    const auto said = unseen.find(item.link);
    const auto state = said == unseen.end() ? store::LaneState::unopened : said->second;
    if (said != unseen.end()) unseen.erase(said);
    if (state == item.state) continue;
    found.push_back(fmt::format("item {} is marked as {}, and the log says {}", item.link.substr(0, 12),
                                name_of(item.state), name_of(state)));
  }
  for (const auto& [link, state] : unseen) {
    found.push_back(fmt::format("item {} is in the log and no longer in the lane", link.substr(0, 12)));
  }
  return found;
}

}  // namespace postbox::safeguarding
