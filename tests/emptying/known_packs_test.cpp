// A box that was restored does not deliver a second time what its packs show to be delivered.
#include "emptying/known_packs.hpp"

#include <doctest/doctest.h>

#include "emptying/full_box.hpp"
#include "emptying/rehearsal.hpp"
#include "store/restored.hpp"
#include "store/safeguarding.hpp"

using namespace postbox;
using namespace postbox::test;

namespace {

class Listener : public StopAt {
 public:
  void say(const std::string& sentence) override { said += sentence + "\n"; }
  std::string said;
};

// Fills a box, takes a copy as a backup would, empties the box, and gives the copy its packs.
struct Restored {
  Restored() {
    for (int i = 0; i < 5; ++i) {
      original.post(october, "The taxi was late again, number " + std::to_string(i), "transport", "carlisle");
    }
    original.post(october, "Somebody should know, but whom?");
    original.post(october, "He says he will kill himself tonight", "camhs", "carlisle");
    box = original.copy();
    box->random = CountingRandom(7);  // what it draws from now on is not what the other draws
    store::note_restored(box->connection(), "2026-11-03");
    original.post(october, "This one came after the backup", "transport", "carlisle");
    original.empty();
    std::filesystem::copy(original.exports(), box->exports(), std::filesystem::copy_options::recursive);
  }
  std::vector<emptying::Emptied> empty() { return box->empty(box->files, listener); }

  FullBox original;
  std::unique_ptr<FullBox> box;
  Listener listener;
};

}  // namespace

TEST_CASE("known packs: only what no pack holds is emptied again; what is held stays held") {
  Restored restored;
  restored.box->post(october, "A new one after the restore", "transport", "carlisle");
  const auto done = restored.empty();
  REQUIRE(done.size() == 1);
  CHECK(done[0].pack == "2026-10.2");
  CHECK(done[0].counts == store::EmptyingCounts{.read = 2, .opened = 2, .delivered = 1, .held = 1});
  const std::string again = restored.box->exported("2026-10.2/cumberland-transport/feedback.jsonl");
  CHECK(again.find("A new one") != std::string::npos);
  CHECK(again.find("The taxi") == std::string::npos);
  CHECK(restored.listener.said.find("2026-10: was delivered") != std::string::npos);
  CHECK(store::held_rows(restored.box->connection()).size() == 1);
  CHECK_FALSE(store::restored_from(restored.box->connection()));
  CHECK(restored.empty().empty());
}

TEST_CASE("known packs: a box that was not restored looks at nothing") {
  Restored restored;
  store::forget_restored(restored.box->connection());
  CHECK(restored.empty().front().counts.read == 7);
  CHECK(restored.listener.said.empty());
}

TEST_CASE("known packs: what a person has changed, or another box has signed, proves nothing") {
  struct Case {
    const char* why;
    std::string file;
    std::string text;
    std::int64_t read;  // by the emptying that follows; 7 are in the box, 1 of them held, 1 unsorted
  };
  const Case cases[] = {
      {"the manifest", "2026-10/manifest.json", "{}", 7},
      {"the signature", "2026-10/manifest.json.sig", "AAAA", 7},
      {"a file of rows: its five go out again", "2026-10/cumberland-transport/feedback.jsonl", "{}", 6},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    Restored restored;
    write_atomically(restored.box->files, restored.box->exports() / c.file, c.text, 0600);
    CHECK(restored.empty().front().counts.read == c.read);
  }
  Restored moved;
  std::filesystem::rename(moved.box->exports() / "2026-10", moved.box->exports() / "2026-09");
  CHECK(moved.empty().front().counts.read == 7);
}

TEST_CASE("known packs: a stop at any step delivers nothing twice") {
  for (const emptying::Step step : {emptying::Step::claimed, emptying::Step::staged, emptying::Step::renamed,
                                    emptying::Step::recorded, emptying::Step::exported}) {
    Restored restored;
    StopAt stop(step);
    CHECK_THROWS_AS(restored.box->empty(restored.box->files, stop), Error);
    restored.empty();
    CHECK(restored.empty().empty());
    std::size_t rows = 0;
    for (const auto& [path, text] : restored.box->exported()) {
      if (!path.ends_with(".jsonl")) continue;
      for (std::size_t at = text.find("number 3"); at != std::string::npos;
           at = text.find("number 3", at + 1)) {
        ++rows;
      }
    }
    CHECK(rows == 1);
  }
}

TEST_CASE("known packs: a rehearsal knows them too, and writes nothing") {
  Restored restored;
  const auto rehearsed =
      emptying::rehearse(restored.box->rooms(), {.exports = restored.box->exports()}, restored.listener);
  REQUIRE(rehearsed.size() == 1);
  CHECK(rehearsed[0].counts.read == 1);
  CHECK(store::restored_from(restored.box->connection()) == "2026-11-03");
}
