// The safeguarding lead at work: list, read, decide; and what an emptying, a purge and a check make of it.
#include <doctest/doctest.h>

#include "cli/played_world.hpp"
#include "store/connection.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// A box into which one urgent and one quiet submission were imported.
struct WorldWithLane : WorldWithBox {
  WorldWithLane() {
    lead = write("lead", "another one entirely\n").string();
    imported =
        on_box({"import", "-", "--month", "2026-10"},
               "{\"feedback\":\"Jo Bell is not safe \\u001b[2J\",\"risk_now\":true,\"areas\":[\"transport\"],"
               "\"district\":\"carlisle\"}\n{\"feedback\":\"The bus was late\",\"areas\":[\"transport\"]}\n");
  }
  Outcome urgent(std::vector<std::string> words) {
    words.insert(words.begin(), "urgent");
    words.insert(words.end(), {"--passphrase-file", lead});
    return on_box(std::move(words));
  }
  json list() { return json::parse(on_box({"urgent", "--json"}).out); }
  std::string id() { return list().at(0).at("id"); }
  std::string state() { return list().at(0).at("state"); }
  Outcome empty() { return on_box({"empty", "--json", "--passphrase-file", passphrase}); }
  void run_sql(const char* sql) const { store::Connection(box() / "box.db").run(sql); }

  std::string lead;
  Outcome imported;
};

json chain(WorldWithLane& world) {
  const json all = json::parse(world.on_box({"check", "--json"}).out);
  for (const json& one : all) {
    if (one["check"] == "chain") return one;
  }
  return {};
}

}  // namespace

TEST_CASE("urgent: an import puts what is urgent into the lane and says so; the list needs no passphrase") {
  WorldWithLane world;
  CHECK(world.imported.code == 0);
  CHECK(has(world.imported.err, "1 urgent"));
  const json list = world.list();
  REQUIRE(list.size() == 1);
  CHECK(list[0]["month"] == "2026-10");
  CHECK(list[0]["state"] == "new");
  const Outcome text = world.on_box({"urgent"});
  CHECK(text.out == world.id() + "  2026-10  new\n");
  CHECK(has(world.on_box({"check"}).out, "1 unopened item in the safeguarding lane"));
}

TEST_CASE("urgent: the lead reads the words as they are, and from then on it is opened") {
  WorldWithLane world;
  const Outcome shown = world.urgent({"--show", world.id()});
  CHECK(shown.code == 0);
  CHECK(has(shown.out, "Jo Bell is not safe"));
  CHECK_FALSE(has(shown.out, "\x1b"));  // a stranger does not steer the terminal
  CHECK(world.state() == "opened");
  const json raw = json::parse(world.urgent({"--show", world.id(), "--json"}).out);
  CHECK(raw["texts"]["feedback"] == "Jo Bell is not safe \x1b[2J");
  CHECK(raw["choices"]["district"] == json{"carlisle"});
  CHECK_FALSE(has(world.on_box({"check"}).out, "unopened"));
}

TEST_CASE("urgent: without the right key nothing is read, decided or logged") {
  WorldWithLane world;
  const std::string id = world.id();
  struct Case {
    const char* why;
    std::vector<std::string> words;
    int code;
  };
  const Case cases[] = {
      {"no passphrase", {"urgent", "--show", id}, 77},
      {"the keeper's passphrase", {"urgent", "--show", id, "--passphrase-file", world.passphrase}, 77},
      {"the keeper's key",
       {"urgent", "--done", id, "--key", (world.box() / "keys" / "box.key").string(), "--passphrase-file",
        world.passphrase},
       77},
      {"no such item", {"urgent", "--show", "000000000000", "--passphrase-file", world.lead}, 66},
      {"too little of an id", {"urgent", "--show", id.substr(0, 7), "--passphrase-file", world.lead}, 66},
      {"two things at once", {"urgent", "--show", id, "--done", id, "--passphrase-file", world.lead}, 64},
      {"a name that is none", {"urgent", "--done", id, "--as", "a\nb", "--passphrase-file", world.lead}, 64},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Outcome outcome = world.on_box(c.words);
    CHECK(outcome.code == c.code);
    CHECK_FALSE(has(outcome.out + outcome.err, "Jo Bell"));
  }
  CHECK(world.state() == "new");
}

TEST_CASE("urgent: who decides on what nobody has read is told so, and the decision holds") {
  struct Case {
    const char* why;
    const char* decision;
    bool read_before;
    const char* warned;  // "" for no warning
  };
  const Case cases[] = {
      {"released unread", "--release", false, "a release cannot be taken back"},
      {"done unread", "--done", false, "nobody has read"},
      {"released after reading", "--release", true, ""},
      {"done after reading", "--done", true, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    WorldWithLane world;
    const std::string id = world.id();
    if (c.read_before) CHECK(world.urgent({"--show", id}).code == 0);
    const Outcome decided = world.urgent({c.decision, id, "--json"});
    CHECK(decided.code == 0);
    CHECK(json::parse(decided.out)["state"] == (c.decision == std::string("--done") ? "done" : "released"));
    CHECK(has(decided.err, c.warned));
    CHECK(decided.err.empty() == c.read_before);
    if (!c.read_before) CHECK(has(decided.err, "postbox urgent --show " + id));
    CHECK(world.urgent({c.decision, id}).err.empty());  // it is decided, and was said
  }
}

TEST_CASE("urgent: what was done and is released after all is warned of, once") {
  WorldWithLane world;
  const std::string id = world.id();
  world.urgent({"--show", id});
  CHECK(world.urgent({"--done", id}).err.empty());
  const Outcome released = world.urgent({"--release", id});
  CHECK(released.code == 0);
  CHECK(has(released.err, "was to be passed on to nobody"));
  CHECK(world.urgent({"--release", id}).err.empty());
}

TEST_CASE("urgent: released, it goes out with the month or after it, once") {
  WorldWithLane world;
  const json first = json::parse(world.empty().out);
  CHECK(first[0]["counts"]["held"] == 1);
  CHECK(world.urgent({"--release", world.id()}).code == 0);
  CHECK(world.state() == "released");
  const json second = json::parse(world.empty().out);
  REQUIRE(second.size() == 1);
  CHECK(second[0]["pack"] == "2026-10.2");
  CHECK(second[0]["counts"]["delivered"] == 1);
  CHECK(json::parse(world.empty().out).empty());
  CHECK(world.urgent({"--done", world.id()}).code == 65);
  CHECK(world.urgent({"--release", world.id()}).code == 0);  // as it is
  CHECK(chain(world)["verdict"] == "good");
}

TEST_CASE("urgent: done, it is never passed on, and its words go when their time is over") {
  WorldWithLane world;
  CHECK(world.urgent({"--done", world.id(), "--as", "Jo"}).code == 0);
  CHECK(json::parse(world.empty().out)[0]["counts"]["held"] == 1);
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["safeguarding"] == 0);
  world.clock.advance(std::chrono::hours{24 * 366});
  CHECK(json::parse(world.on_box({"purge", "--dry-run", "--json"}).out)["safeguarding"] == 1);
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["safeguarding"] == 1);
  CHECK(world.list().empty());
  CHECK(json::parse(world.empty().out).empty());  // settles the held row
  CHECK(json::parse(world.on_box({"purge", "--json"}).out)["removed"] == 1);
  CHECK(chain(world)["verdict"] == "good");
}

TEST_CASE("check: whatever is changed in the lane by hand breaks the chain") {
  for (const char* sql :
       {"UPDATE safeguarding_log SET entry = replace(entry, 'Jo', 'Al')", "DELETE FROM safeguarding_log",
        "DELETE FROM safeguarding_items", "UPDATE safeguarding_items SET state = 'released'",
        "UPDATE safeguarding_items SET state = 'new', state_on = NULL"}) {
    CAPTURE(sql);
    WorldWithLane world;
    REQUIRE(world.urgent({"--show", world.id(), "--as", "Jo"}).code == 0);
    CHECK(chain(world)["verdict"] == "good");
    world.run_sql(sql);
    CHECK(chain(world)["verdict"] == "wrong");
    CHECK(world.on_box({"check"}).code == 65);
  }
}
