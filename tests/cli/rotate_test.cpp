// `postbox key rotate`: what was sealed, signed and delivered before stays what it is.
#include <doctest/doctest.h>

#include "cli/played_world.hpp"
#include "seal/handover.hpp"
#include "store/connection.hpp"
#include "support/faulty_file_system.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

constexpr const char* late_taxi =
    "{\"feedback\":\"The taxi was late\",\"areas\":[\"transport\"],\"only_to\":[\"transport\"],\"district\":"
    "\"carlisle\"}\n";
constexpr const char* in_danger = "{\"feedback\":\"xyzzy\",\"risk_now\":true}\n";

class Rotated : public WorldWithBox {
 public:
  Rotated() { safeguarding = write("lead", "another one entirely").string(); }

  Outcome post(const std::string& month, const std::string& lines = late_taxi) {
    return on_box({"import", "-", "--month", month}, lines);
  }
  Outcome rotate(std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"key", "rotate", "--passphrase-file", passphrase};
    words.insert(words.end(), more.begin(), more.end());
    return on_box(words);
  }
  Outcome rotate_lane() {
    return on_box({"key", "rotate", "--safeguarding", "--passphrase-file", safeguarding});
  }
  Outcome empty(std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"empty", "--passphrase-file", passphrase};
    words.insert(words.end(), more.begin(), more.end());
    return on_box(words);
  }
  Outcome urgent(std::vector<std::string> words) {
    words.insert(words.begin(), "urgent");
    words.insert(words.end(), {"--passphrase-file", safeguarding, "--as", "jo"});
    return on_box(words);
  }
  seal::PublicKey key(const char* name = "box.pub") {
    return seal::read_public_key(files.read(box() / name)).value();
  }
  Path kept(const seal::PublicKey& of, const char* name = "box") {
    return box() / "keys" / (name + ("." + seal::key_id_text(of.id)) + ".key");
  }
  std::string manifest_of(const std::string& pack) {
    return (box() / "exports" / pack / "manifest.json").string();
  }
  int check_manifest(const std::string& pack) {
    return on_box({"check", "--manifest", manifest_of(pack)}).code;
  }
  void do_sql(const char* sql) { store::Connection(box() / "box.db").run(sql); }

  std::string safeguarding;
};

// The counts of the one pack that an emptying made.
json counts(const Outcome& emptied) { return json::parse(emptied.out).at(0).at("counts"); }

}  // namespace

TEST_CASE("rotate: posts of before and after are emptied together, and every pack stays verifiable") {
  Rotated world;
  const seal::PublicKey first = world.key();
  world.post("2026-09");
  REQUIRE(world.empty().code == 0);
  world.post("2026-10");
  const Outcome rotated = world.rotate();
  REQUIRE(rotated.code == 0);
  CHECK(has(rotated.err, "systemctl reload"));
  const seal::PublicKey second = world.key();
  CHECK(second != first);
  CHECK(has(rotated.out, seal::fingerprint(second)));
  CHECK(world.files.mode(world.kept(first)) == 0600);
  CHECK(world.files.mode(world.box() / "keys" / "box.key") == 0600);
  CHECK_FALSE(world.files.exists(world.kept(second)));  // it lies in keys/box.key
  world.post("2026-10");

  const Outcome emptied = world.empty({"--json"});
  REQUIRE(emptied.code == 0);
  CHECK(counts(emptied)["read"] == 2);
  CHECK(counts(emptied)["opened"] == 2);
  CHECK(json::parse(world.files.read(world.manifest_of("2026-09")))["key_id"] == seal::key_id_text(first.id));
  CHECK(json::parse(world.files.read(world.manifest_of("2026-10")))["key_id"] ==
        seal::key_id_text(second.id));
  CHECK(world.check_manifest("2026-09") == 0);
  CHECK(world.check_manifest("2026-10") == 0);
  const Outcome checked = world.on_box({"check"});
  CHECK(checked.code == 0);
  CHECK_FALSE(has(checked.out, "warning  keys"));
  CHECK_FALSE(has(emptied.err, "any more"));  // its posts wait for the end of their retention
}

TEST_CASE("rotate: whoever trusted the earlier key can trust the new one; show lists them") {
  Rotated world;
  const seal::PublicKey first = world.key();
  REQUIRE(world.rotate().code == 0);
  const seal::PublicKey second = world.key();
  REQUIRE(world.rotate().code == 0);
  const auto handovers = seal::read_handovers(world.files.read(world.box() / "box.handovers"), "box");
  REQUIRE(handovers.has_value());
  REQUIRE(handovers->size() == 2);
  CHECK(handovers->at(0).from == first);
  CHECK(handovers->at(1).from == second);
  CHECK(handovers->at(1).to == world.key());
  const Outcome shown = world.on_box({"key", "show"});
  for (const seal::PublicKey& key : {first, second, world.key()}) {
    CHECK(has(shown.out, seal::fingerprint(key)));
  }
  const json told = json::parse(world.on_box({"key", "show", "--json"}).out);
  CHECK(told["box"] == seal::fingerprint(world.key()));
  CHECK(told["box_earlier"].size() == 2);
  CHECK(told["box_earlier"][0]["until"] == "2026-11-06");
  CHECK(told["safeguarding_earlier"].empty());
}

TEST_CASE("rotate: three keys, and what a person sorted again goes out by the reference of any of them") {
  Rotated world;
  world.post("2026-09", "{\"feedback\":\"xyzzy\"}\n");
  world.post("2026-10", "{\"feedback\":\"plugh\"}\n");
  REQUIRE(world.empty({"--month", "2026-09"}).code == 0);
  REQUIRE(world.rotate().code == 0);
  REQUIRE(world.empty().code == 0);  // sealed to the first, delivered under the second
  REQUIRE(world.rotate().code == 0);
  std::string sheet = "reference,send_to\n";
  for (const char* pack : {"2026-09", "2026-10"}) {
    const std::string line = world.files.read(world.box() / "exports" / pack / "unsorted" / "feedback.jsonl");
    sheet += json::parse(line)["reference"].get<std::string>() + ",transport\n";
  }
  const std::string file = world.write("sorted.csv", sheet).string();
  const Outcome kept = world.on_box({"resort", file, "--passphrase-file", world.passphrase});
  REQUIRE(kept.code == 0);
  CHECK(has(kept.out, "2 to be sent on"));
  // The correction waits under the key of its time.
  REQUIRE(world.rotate().code == 0);
  REQUIRE(world.empty().code == 0);
  for (const char* pack : {"2026-09.2", "2026-10.2"}) {
    CAPTURE(pack);
    CHECK(world.check_manifest(pack) == 0);
    CHECK(json::parse(world.files.read(world.manifest_of(pack)))["delivered"] == 1);
  }
}

TEST_CASE("rotate: an earlier key is needed until nothing is sealed to it, and is never removed") {
  Rotated world;
  const seal::PublicKey first = world.key();
  world.post("2026-09");
  REQUIRE(world.empty().code == 0);
  REQUIRE(world.rotate().code == 0);
  world.post("2026-10");
  CHECK_FALSE(has(world.empty().err, "is sealed to the earlier key"));
  // The figures of September are under the new key now; the post itself goes with its retention.
  world.do_sql("DELETE FROM claims; DELETE FROM sealed_submissions");
  world.clock.set(at_utc(2026, 12, 3));
  world.post("2026-11");
  const Outcome last = world.empty();
  REQUIRE(last.code == 0);
  CHECK(has(last.err, "nothing in the box is sealed to the earlier key in " + world.kept(first).string()));
  CHECK(has(last.err, "Backups from before 2026-11-06 need it"));
  CHECK(world.files.exists(world.kept(first)));

  world.files.remove(world.kept(first));
  world.post("2026-11");
  const Outcome without = world.empty();
  CHECK(without.code == 0);
  CHECK_FALSE(has(without.err, "earlier key"));
  const Outcome figures = world.on_box({"trends", "--passphrase-file", world.passphrase});
  CHECK(figures.code == 0);
  CHECK_FALSE(has(figures.err, "left out"));
  CHECK(world.check_manifest("2026-09") == 0);
}

TEST_CASE("rotate: an earlier key that is needed and not there is named, and nothing is emptied") {
  Rotated world;
  const seal::PublicKey first = world.key();
  world.post("2026-10");
  REQUIRE(world.rotate().code == 0);
  const std::string bytes = world.files.read(world.kept(first));
  world.files.remove(world.kept(first));
  const Outcome refused = world.empty();
  CHECK(refused.code == 77);
  CHECK(has(refused.err, world.kept(first).string()));
  CHECK_FALSE(world.files.exists(world.box() / "exports"));
  write_atomically(world.files, world.kept(first), bytes, 0600);
  CHECK(counts(world.empty({"--json"}))["opened"] == 1);
}

TEST_CASE("rotate: the safeguarding key; items, log and decisions of before hold") {
  Rotated world;
  const seal::PublicKey first = world.key("safeguarding.pub");
  world.post("2026-10", in_danger);
  world.post("2026-10", in_danger);
  json items = json::parse(world.on_box({"urgent", "--json"}).out);
  REQUIRE(items.size() == 2);
  const std::string one = items[0]["id"];
  const std::string two = items[1]["id"];
  REQUIRE(world.urgent({"--release", one}).code == 0);
  REQUIRE(world.rotate_lane().code == 0);
  CHECK(world.key("safeguarding.pub") != first);
  CHECK(world.files.exists(world.kept(first, "safeguarding")));
  CHECK(world.on_box({"check"}).code == 0);
  CHECK(has(world.urgent({"--show", two}).out, "xyzzy"));
  CHECK(world.on_box({"check"}).code == 0);
  const json emptied = counts(world.empty({"--json"}));
  CHECK(emptied["held"] == 1);
  CHECK(emptied["unsorted"] == 1);  // released under the earlier key
  REQUIRE(world.urgent({"--release", two}).code == 0);
  CHECK(counts(world.empty({"--json"}))["unsorted"] == 1);
}

TEST_CASE("rotate: another passphrase is that of all keys; wrong ones are 77 and change nothing") {
  Rotated world;
  world.post("2026-10");
  REQUIRE(world.rotate().code == 0);
  const std::string next = world.write("next", "quite another passphrase").string();
  REQUIRE(
      world
          .on_box({"key", "passphrase", "--passphrase-file", world.passphrase, "--new-passphrase-file", next})
          .code == 0);
  CHECK(world.empty().code == 77);
  const std::string before = world.files.read(world.box() / "box.pub");
  CHECK(world.rotate().code == 77);
  CHECK(world.on_box({"key", "rotate"}).code == 77);
  CHECK(world.on_box({"key", "rotate", "--safeguarding", "--passphrase-file", next}).code == 77);
  CHECK(world.on_box({"key", "rotate", "--key", "/no/such/key", "--passphrase-file", next}).code == 77);
  CHECK(world.files.read(world.box() / "box.pub") == before);
  CHECK(world.on_box({"empty", "--passphrase-file", next}).code == 0);
}

TEST_CASE("rotate: a rehearsal writes nothing; an emptying that is not finished comes first") {
  Rotated world;
  const auto names = [&] { return world.files.list(world.box() / "keys"); };
  const auto before = names();
  const Outcome rehearsed = world.rotate({"--dry-run"});
  CHECK(rehearsed.code == 0);
  CHECK(has(rehearsed.out, world.kept(world.key()).string()));
  CHECK(names() == before);
  CHECK_FALSE(world.files.exists(world.box() / "box.handovers"));

  world.post("2026-10");
  world.do_sql(
      "INSERT INTO emptyings (month, pack, exports, state) VALUES ('2026-10', '2026-10', '/x', 'claimed')");
  const Outcome refused = world.rotate();
  CHECK(refused.code == 75);
  CHECK(has(refused.err, "postbox empty"));
  CHECK(names() == before);
}

TEST_CASE("rotate: a key that an early stop left behind is named, with what to do about it") {
  Rotated world;
  Rotated other;
  REQUIRE(other.rotate().code == 0);
  const Path left = world.kept(other.key());
  std::filesystem::copy(other.box() / "keys" / "box.key", left);
  const Outcome check = world.on_box({"check"});
  CHECK(check.code == 0);
  CHECK(has(check.out, left.string() + " is of a key that this box never had"));
  CHECK(has(check.out, "remove it"));
  world.files.remove(left);
  CHECK(has(world.on_box({"check"}).out, "good     keys"));
  // What the box itself keeps is never called so.
  CHECK(has(other.on_box({"check"}).out, "good     keys"));
}

TEST_CASE("rotate: handovers that were changed are refused, whatever is asked") {
  Rotated world;
  REQUIRE(world.rotate().code == 0);
  const Path file = world.box() / "box.handovers";
  std::string text = world.files.read(file);
  text.replace(text.find("2026-11-06"), 10, "2026-11-05");
  write_atomically(world.files, file, text, 0644);
  world.post("2026-10");
  for (const char* command : {"empty", "check"}) {
    CAPTURE(command);
    const Outcome outcome = world.on_box({command});
    CHECK(outcome.code == 77);
    CHECK(has(outcome.out + outcome.err, "box.handovers was changed"));
  }
}

TEST_CASE("rotate: backups of before and after come back; secret keys are in none") {
  Rotated world;
  world.post("2026-10");
  const std::string before = (world.folder / "before").string();
  const std::string after = (world.folder / "after").string();
  REQUIRE(world.on_box({"backup", before}).code == 0);
  REQUIRE(world.rotate().code == 0);
  REQUIRE(world.on_box({"backup", after}).code == 0);
  CHECK_FALSE(has(world.files.read(after), "argon2id"));
  REQUIRE(world.on_box({"restore", before}).code == 0);
  CHECK(counts(world.empty({"--json"}))["opened"] == 1);

  std::filesystem::rename(world.box(), world.folder / "old");
  REQUIRE(world.on_box({"restore", after}).code == 0);
  std::filesystem::copy(world.folder / "old" / "keys", world.box() / "keys");
  CHECK(world.files.exists(world.box() / "box.handovers"));
  CHECK(counts(world.empty({"--json"}))["opened"] == 1);

  Rotated other;
  other.files.remove(other.box() / "box.handovers");
  REQUIRE(other.rotate().code == 0);
  CHECK(other.on_box({"restore", before}).code == 0);  // copies of one box: its key is the earlier one here
  Rotated third;
  third.files.remove(third.box() / "box.handovers");
  REQUIRE(third.rotate().code == 0);
  third.files.remove(third.box() / "box.handovers");
  CHECK(third.on_box({"restore", before}).code == 65);
}

// At every ninth step of an emptying: before its claim, while its packs are written, and when it is over.
TEST_CASE("rotate: a backup from amid an emptying comes back after a rotation, and nothing goes out twice") {
  bool stopped = true;
  std::size_t unfinished = 0;
  for (std::size_t n = 2; stopped; n += 9) {
    CAPTURE(n);
    Rotated world;
    world.post("2026-10");
    FaultyFileSystem disk(world.files);
    world.disk = &disk;
    disk.fail_at(n, After::stays_broken);
    world.empty();
    stopped = disk.failed();
    world.disk = nullptr;
    const std::string amid = (world.folder / "amid").string();
    REQUIRE(world.on_box({"backup", amid}).code == 0);
    unfinished += has(world.on_box({"check"}).out, "the emptying of 2026-10 is not finished") ? 1 : 0;
    REQUIRE(world.empty().code == 0);
    const std::string signed_then = world.files.read(world.manifest_of("2026-10"));

    REQUIRE(world.rotate().code == 0);
    world.post("2026-10");
    REQUIRE(world.on_box({"restore", amid, "--replace"}).code == 0);
    const Outcome again = world.empty();
    CAPTURE(again.err);
    CHECK(again.code == 0);
    CHECK(world.files.list(world.box() / "exports") == std::vector<std::string>{"2026-10"});
    CHECK(world.files.read(world.manifest_of("2026-10")) == signed_then);
    CHECK(world.check_manifest("2026-10") == 0);

    // What came after the backup lies aside, sealed to the key of then.
    const Path aside = world.box() / "replaced-1";
    const Outcome late = world.run({"empty", "--json", "--dir", aside.string(), "--passphrase-file",
                                    world.passphrase, "--key", (world.box() / "keys" / "box.key").string()});
    CAPTURE(late.err);
    REQUIRE(late.code == 0);
    CHECK(counts(late)["opened"] == 1);
  }
  CHECK(unfinished > 1);
}

// Every sixth step: a file is written in five, so each of these comes up, and each stop costs several turns
// of Argon2id. Only the sync after the last rename can fail when all is done; then `check` says nothing of
// it, and nothing is left to do.
TEST_CASE("rotate: stopped on the way it leaves a box that opens all, and the next call finishes it") {
  constexpr std::size_t stride = 6;
  bool stopped = true;
  std::size_t stops = 0;
  for (std::size_t n = 1; stopped; n += stride) {
    CAPTURE(n);
    Rotated world;
    const seal::PublicKey first = world.key();
    world.post("2026-10");
    FaultyFileSystem disk(world.files);
    world.disk = &disk;
    disk.fail_at(n, After::stays_broken);
    world.rotate();
    stopped = disk.failed();
    stops += stopped ? 1 : 0;
    world.disk = nullptr;

    world.post("2026-10");
    const Outcome check = world.on_box({"check"});
    CHECK(check.code == 0);
    if (world.key() == first || has(check.out, "half way")) CHECK(world.rotate().code == 0);
    CHECK(world.key() != first);
    CHECK(seal::read_handovers(world.files.read(world.box() / "box.handovers"), "box")->size() == 1);
    CHECK(counts(world.empty({"--json", "--dry-run"}))["opened"] == 2);
  }
  CHECK(stops > 4);
}
