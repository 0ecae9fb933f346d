// No identifier of any kind stands anywhere as it was typed: in no pack, sheet, label, database, temporary
// file or message, however the words came and whatever was done with them.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "emptying/full_box.hpp"
#include "journey/running_server.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

// One of each kind, and pieces of it that stand in no text by chance.
struct Planted {
  const char* words;
  std::vector<std::string> pieces;
};
const std::vector<Planted> planted = {
    {"Her nurse is Priya Nandakumar.", {"Priya", "Nandakumar"}},
    {"Write to quilla.vex@example.org.", {"quilla.vex", "example.org"}},
    {"Ring me on 07700 900763.", {"07700 900763", "900763"}},
    {"Our postcode is LA14 4QP.", {"LA14 4QP", "4QP"}},
    {"We live at 9 Sandgarth Close.", {"Sandgarth"}},
    {"NHS number 999 123 4567.", {"999 123 4567", "123 4567"}},
    {"NI number QQ 12 34 56 C.", {"QQ 12 34 56", "12 34 56"}},
    {"Born 14/02/2017.", {"14/02/2017", "14/02"}},
    {"On Instagram @kestrel.draws.", {"kestrel.draws"}},
    {"The taxi was PX68 QTZ.", {"PX68 QTZ", "QTZ"}},
};

std::string all_planted() {
  std::string text = "The school taxi was late again.";
  for (const Planted& one : planted) text += std::string(" ") + one.words;
  return text;
}

// Sealed and compressed bytes may hold any three letters by chance: there so short a piece counts with what
// stood on both sides of it.
std::string looked_for(const Planted& one, const std::string& piece, bool in_text) {
  constexpr std::size_t by_chance_max = 3;
  if (in_text || piece.size() > by_chance_max) return piece;
  const std::string words = one.words;
  return words.substr(words.find(piece) - 1, piece.size() + 2);
}

void check_absent(const std::string& where, const std::string& bytes) {
  const bool in_text = utf8::is_valid(bytes);
  for (const Planted& one : planted) {
    for (const std::string& piece : one.pieces) {
      CAPTURE(where);
      CAPTURE(piece);
      CHECK(bytes.find(looked_for(one, piece, in_text)) == std::string::npos);
    }
  }
}

void check_absent(const char* command, const Outcome& outcome) {
  check_absent(std::string(command) + ", standard output", outcome.out);
  check_absent(std::string(command) + ", standard error", outcome.err);
}

void check_files_below(const Path& folder) {
  const auto files = files_below(folder);
  CHECK(files.size() > 5);
  for (const auto& [path, bytes] : files) check_absent(path, bytes);
}

// The keeper's sheet with every row sent on.
std::string sent_on(const std::string& jsonl) {
  std::string sheet = "reference,send_to\r\n";
  for (std::size_t at = 0; at < jsonl.size(); at = jsonl.find('\n', at) + 1) {
    const json row = json::parse(jsonl.substr(at, jsonl.find('\n', at) - at));
    sheet += row["reference"].get<std::string>() + ",transport\r\n";
  }
  return sheet;
}

}  // namespace

TEST_CASE("journey: what is looked for would be found where it was left, in a text and among sealed bytes") {
  const std::string text = all_planted();
  for (const Planted& one : planted) {
    for (const std::string& piece : one.pieces) {
      CAPTURE(piece);
      CHECK(text.find(looked_for(one, piece, true)) != std::string::npos);
      CHECK(text.find(looked_for(one, piece, false)) != std::string::npos);
    }
  }
}

TEST_CASE("journey: identifiers of every kind stand nowhere as they were typed, byte by byte") {
  WorldWithBox world;
  const std::string text = all_planted();
  {
    RunningServer server(world);
    for (const bool urgent : {false, true}) {
      const json body = {
          {"feedback", text}, {"working_well", text}, {"could_be_better", text}, {"risk_now", urgent}};
      const RawAnswer answer = server.ask(post("/api/v1/feedback", "application/json", body.dump()));
      REQUIRE(answer.status == 201);
      check_absent("the server's answer", answer.body);
    }
    check_files_below(world.box());
  }
  // A text for no service, and one with a rare combination: both wait for the keeper.
  const json nobody_named = {{"feedback", std::string("It rained. ") + planted.front().words}};
  const json rare = {{"feedback", "The only deaf girl in Bootle. " + text}, {"areas", {"transport"}}};
  check_absent("import",
               world.on_box({"import", "-", "--month", "2026-10"}, nobody_named.dump() + "\n" + rare.dump()));

  world.clock.set(at_utc(2026, 12, 1));
  const Outcome emptied = world.on_box({"empty", "--passphrase-file", world.passphrase});
  REQUIRE(emptied.code == 0);
  check_absent("empty", emptied);
  check_files_below(world.box());

  const Path sheet = world.write("sheet.csv", sent_on(world.files.read(world.box() / "exports" / "2026-10" /
                                                                       "unsorted" / "feedback.jsonl")));
  const Outcome resorted =
      world.on_box({"resort", sheet.string(), "--labels", (world.folder / "labels.jsonl").string(),
                    "--passphrase-file", world.passphrase});
  REQUIRE(resorted.code == 0);
  check_absent("resort", resorted);
  const Outcome again = world.on_box({"empty", "--passphrase-file", world.passphrase});
  CHECK(again.out.find("2026-10.2") != std::string::npos);
  check_absent("empty again", again);
  // The words did arrive, with tags.
  const auto packs = files_below(world.box() / "exports" / "2026-10.2");
  CHECK(std::any_of(packs.begin(), packs.end(),
                    [](const auto& file) { return file.second.find("[NHS number]") != std::string::npos; }));
  for (const char* command : {"check", "purge", "urgent"}) check_absent(command, world.on_box({command}));
  check_files_below(world.folder.path());
}

TEST_CASE("journey: the words that --explain gives are redacted words") {
  WorldWithBox world;
  for (const Planted& one : planted) {
    // Beside words that decide, and as one of them.
    const json line = {
        {"id", "1"},
        {"text", std::string("The school taxi was late. ") + one.words + " The taxi driver shouted."}};
    const Outcome outcome = world.run({"classify", "--explain"}, line.dump());
    const json answer = json::parse(outcome.out);
    REQUIRE_FALSE(answer["why"].empty());
    check_absent("why", answer["why"].dump());
    check_absent("redacted", answer["redacted"].dump());
    check_absent("standard error", outcome.err);
  }
}
