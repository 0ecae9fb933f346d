#include "safeguarding/log.hpp"

#include <doctest/doctest.h>

#include "safeguarding/lane.hpp"
#include "seal/opener/secret_keys.hpp"
#include "seal/sealer.hpp"

using namespace postbox;
using namespace postbox::safeguarding;
using namespace std::chrono;
using store::LaneState;

namespace {

const std::string link_a(64, 'a');
const std::string link_b(64, 'b');
const Month october = *Month::parse("2026-10");

seal::SecretKeys new_keys() {
  seal::start();
  return seal::SecretKeys::generate();
}

struct SignedLog {
  seal::SecretKeys keys = new_keys();
  std::vector<store::LaneLogEntry> entries;

  void add(Action action, const std::string& link, const std::string& who = "jo") {
    const std::string last = entries.empty() ? "" : entries.back().entry;
    const std::string text = write_entry(last, {{}, 2026y / November / 6d, action, link, who});
    entries.push_back({text, keys.sign(text)});
  }
  CheckedLog check() const { return check_log({&keys.public_key(), 1}, entries); }
};

SignedLog three_entries() {
  SignedLog log;
  log.add(Action::opened, link_a);
  log.add(Action::opened, link_b, "Máire Ní Bhriain");
  log.add(Action::released, link_a);
  return log;
}

}  // namespace

TEST_CASE("lane log: an entry is read back as it was written") {
  const std::string text =
      write_entry("", {{}, 2028y / February / 29d, Action::done, link_a, "jo: the lead"});
  CHECK(text ==
        "postbox safeguarding log v1\n"
        "previous: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
        "date: 2028-02-29\naction: done\nitem: " +
            link_a + "\nwho: jo: the lead\n");
  const auto entry = read_entry(text);
  REQUIRE(entry);
  CHECK((entry->date == 2028y / February / 29d));
  CHECK(entry->action == Action::done);
  CHECK(entry->link == link_a);
  CHECK(entry->who == "jo: the lead");
}

TEST_CASE("lane log: what is no entry is none") {
  const std::string good = write_entry("", {{}, 2026y / November / 6d, Action::done, link_a, "jo"});
  const auto with = [&](std::string_view old_part, std::string_view new_part) {
    std::string text = good;
    return text.replace(text.find(old_part), old_part.size(), new_part);
  };
  struct Case {
    const char* why;
    std::string text;
  };
  const Case cases[] = {
      {"nothing", ""},
      {"another version", with("v1", "v2")},
      {"a day that is none", with("2026-11-06", "2026-02-30")},
      {"a day written otherwise", with("2026-11-06", "2026-11-6")},
      {"another action", with("done", "burnt")},
      {"a short link", with(link_a, "aa")},
      {"nobody", with("who: jo", "who: ")},
      {"a line more", good + "who: jo\n"},
      {"a line less", good.substr(0, good.find("who:"))},
      {"an end without a line end", good.substr(0, good.size() - 1)},
  };
  REQUIRE(read_entry(good));
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK_FALSE(read_entry(c.text));
  }
}

TEST_CASE("lane log: who may stand in it") {
  CHECK(is_name("jo"));
  CHECK(is_name("Máire Ní Bhriain"));
  CHECK_FALSE(is_name(""));
  CHECK_FALSE(is_name("  "));
  CHECK_FALSE(is_name("jo\nwho: someone else"));
  CHECK_FALSE(is_name("\x1b[2J"));
  CHECK_FALSE(is_name("\xff"));
  CHECK_FALSE(is_name(std::string(101, 'a')));
}

TEST_CASE("lane log: a whole log says where each item stands") {
  const CheckedLog checked = three_entries().check();
  CHECK_FALSE(checked.broken);
  CHECK(checked.states.at(link_a) == LaneState::released);
  CHECK(checked.states.at(link_b) == LaneState::opened);
}

TEST_CASE("lane log: whatever is done to it without the key is noticed") {
  struct Case {
    const char* why;
    void (*tamper)(SignedLog& log);
  };
  const Case cases[] = {
      {"an entry altered",
       [](SignedLog& log) { log.entries[1].entry.replace(log.entries[1].entry.find("opened"), 6, "done"); }},
      {"the first taken out", [](SignedLog& log) { log.entries.erase(log.entries.begin()); }},
      {"one in the middle taken out", [](SignedLog& log) { log.entries.erase(log.entries.begin() + 1); }},
      {"two in another order", [](SignedLog& log) { std::swap(log.entries[0], log.entries[1]); }},
      {"one twice", [](SignedLog& log) { log.entries.push_back(log.entries.back()); }},
      {"a signature of another entry",
       [](SignedLog& log) { log.entries[1].signature = log.entries[0].signature; }},
      {"no signature", [](SignedLog& log) { log.entries[2].signature.clear(); }},
      {"signed with another key", [](SignedLog& log) { log.keys = new_keys(); }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    SignedLog log = three_entries();
    c.tamper(log);
    CHECK(log.check().broken);
    CHECK(problems(log.check(), {}).size() == 1);
  }
}

TEST_CASE("lane log: nothing after a break is believed") {
  SignedLog log = three_entries();
  log.entries[1].signature.clear();
  const CheckedLog checked = log.check();
  CHECK(checked.states.at(link_a) == LaneState::opened);  // not released
  CHECK_FALSE(checked.states.contains(link_b));
}

TEST_CASE("lane log: log and lane must say the same") {
  struct Case {
    const char* why;
    std::vector<store::LaneItem> items;
    std::size_t problems;
  };
  const Case cases[] = {
      {"as they should", {{link_a, october, LaneState::released}, {link_b, october, LaneState::opened}}, 0},
      {"one more that nobody opened",
       {{link_a, october, LaneState::released},
        {link_b, october, LaneState::opened},
        {std::string(64, 'c'), october, LaneState::unopened}},
       0},
      {"an item marked as released by hand",
       {{link_a, october, LaneState::released}, {link_b, october, LaneState::released}},
       1},
      {"an item taken out", {{link_a, october, LaneState::released}}, 1},
      {"an item set back to new",
       {{link_a, october, LaneState::unopened}, {link_b, october, LaneState::opened}},
       1},
      {"both gone", {}, 2},
  };
  const CheckedLog checked = three_entries().check();
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(problems(checked, c.items).size() == c.problems);
  }
  SignedLog shortened = three_entries();
  shortened.entries.pop_back();
  CHECK(problems(shortened.check(), cases[0].items).size() == 1);
}

TEST_CASE("lane log: where an action leads") {
  struct Case {
    LaneState before;
    Action action;
    LaneState after;
  };
  const Case cases[] = {
      {LaneState::unopened, Action::opened, LaneState::opened},
      {LaneState::done, Action::opened, LaneState::done},
      {LaneState::released, Action::opened, LaneState::released},
      {LaneState::unopened, Action::done, LaneState::done},
      {LaneState::released, Action::done, LaneState::released},
      {LaneState::done, Action::released, LaneState::released},
  };
  for (const Case& c : cases) CHECK(state_after(c.before, c.action) == c.after);
}
