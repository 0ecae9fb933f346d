// An emptying that stops anywhere is finished by the next run: the same packs byte for byte, nothing twice,
// nothing lost.
#include <doctest/doctest.h>

#include "emptying/full_box.hpp"
#include "support/faulty_file_system.hpp"

using namespace postbox;
using namespace postbox::test;
using emptying::Step;

namespace {

void fill(FullBox& box) {
  for (int i = 0; i < 12; ++i) {
    box.post(october, "The taxi was late again, number " + std::to_string(i), "transport", "carlisle");
    box.post(october, "Her SENCO listened to us, number " + std::to_string(i), "schooling", "eden");
  }
  box.post(october, "qwerty");
  box.post(october, "He says he will kill himself tonight and I do not know what to do", "camhs", "carlisle");
  box.put(october, "not a sealed record at all");
}

void check_all_done(FullBox& box, const std::map<std::string, std::string>& expected) {
  CHECK(box.exported() == expected);
  CHECK_FALSE(store::unfinished_emptying(box.connection()));
  CHECK(store::all_emptyings(box.connection()).size() == 1);
  CHECK(box.empty().empty());
}

}  // namespace

TEST_CASE("stops: after any step, the next run gives what an undisturbed run gives") {
  FullBox original;
  fill(original);
  const auto undisturbed = original.copy();
  REQUIRE(undisturbed->empty().size() == 1);
  const auto expected = undisturbed->exported();
  REQUIRE(expected.contains("2026-10/manifest.json"));

  for (const Step step : {Step::claimed, Step::staged, Step::renamed, Step::recorded, Step::exported}) {
    CAPTURE(static_cast<int>(step));
    const auto box = original.copy();
    StopAt stop(step);
    CHECK_THROWS_AS(box->empty(box->files, stop), Error);
    box->empty();
    check_all_done(*box, expected);
  }
}

TEST_CASE("stops: whichever call the disk fails, the next run gives what an undisturbed run gives") {
  FullBox original;
  fill(original);
  const auto undisturbed = original.copy();
  FaultyFileSystem counted(undisturbed->files);
  StopAt nowhere;
  undisturbed->empty(counted, nowhere);
  const auto expected = undisturbed->exported();
  REQUIRE(counted.steps() > 20);

  for (const After after : {After::works_again, After::stays_broken}) {
    for (std::size_t failing = 1; failing <= counted.steps(); ++failing) {
      CAPTURE(failing);
      const auto box = original.copy();
      FaultyFileSystem disk(box->files);
      disk.fail_at(failing, after);
      CHECK_THROWS_AS(box->empty(disk, nowhere), Error);
      box->empty();
      check_all_done(*box, expected);
    }
  }
}

namespace {

emptying::Request into(const Path& folder) {
  emptying::Request request;
  request.exports = folder;
  return request;
}

}  // namespace

TEST_CASE("stops: a run that is sent elsewhere goes there, unless the packs are in place already") {
  struct Case {
    const char* why;
    Step step;
    bool moves;
  };
  const Case cases[] = {{"nothing written yet", Step::claimed, true},
                        {"half written", Step::staged, true},
                        {"in place", Step::renamed, false},
                        {"in place and counted", Step::recorded, false}};
  FullBox original;
  fill(original);
  const auto undisturbed = original.copy();
  undisturbed->empty();
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const auto box = original.copy();
    const Path other = box->folder() / "other";
    StopAt stop(c.step);
    CHECK_THROWS_AS(box->empty(box->files, stop), Error);

    StopAt watching;
    const auto done = box->empty(box->files, watching, into(other));
    REQUIRE(done.size() == 1);
    const Path expected = c.moves ? other : box->exports();
    CHECK(done[0].folder == expected / "2026-10");
    CHECK(files_below(expected) == undisturbed->exported());
    CHECK(files_below(c.moves ? box->exports() : other).empty());
    CHECK(watching.said.find(c.moves ? "it goes to" : "it ends there") != std::string::npos);
    CHECK(store::all_emptyings(box->connection()).at(0).exports == expected);
  }
}

TEST_CASE("stops: whichever call fails on the way elsewhere, the next run gives the same packs, once") {
  FullBox original;
  fill(original);
  const auto undisturbed = original.copy();
  undisturbed->empty();
  const auto begin = [](FullBox& box) {
    StopAt stop(Step::staged);
    CHECK_THROWS_AS(box.empty(box.files, stop), Error);
  };
  StopAt nowhere;
  const auto measured = original.copy();
  begin(*measured);
  FaultyFileSystem counted(measured->files);
  measured->empty(counted, nowhere, into(measured->folder() / "other"));

  for (const After after : {After::works_again, After::stays_broken}) {
    for (std::size_t failing = 1; failing <= counted.steps(); ++failing) {
      CAPTURE(failing);
      const auto box = original.copy();
      const Path other = box->folder() / "other";
      begin(*box);
      FaultyFileSystem disk(box->files);
      disk.fail_at(failing, after);
      try {
        box->empty(disk, nowhere, into(other));  // goes on where the old folder alone cannot be cleared
      } catch (const Error& error) {
        CHECK(error.fault() == Fault::storage);
      }
      box->empty(box->files, nowhere, into(other));
      CHECK(files_below(other) == undisturbed->exported());
      CHECK_FALSE(box->files.exists(box->exports() / "2026-10"));
      CHECK(store::all_emptyings(box->connection()).size() == 1);
    }
  }
}

TEST_CASE(
    "stops: a disk that is gone, or one that holds another's folder of the name, stops nobody for good") {
  FullBox box;
  box.post(october, "The bus pass took nine weeks", "transport", "carlisle");
  const Path stick = box.folder() / "stick";
  const Path taken = box.folder() / "taken";
  StopAt stop(Step::staged);
  StopAt nowhere;
  CHECK_THROWS_AS(box.empty(box.files, stop, into(stick)), Error);
  box.files.remove(stick);
  std::filesystem::create_directories(taken / "2026-10");
  CHECK_THROWS_AS(box.empty(box.files, nowhere, into(taken)), Error);
  CHECK(box.empty().size() == 1);
  CHECK(box.exported().contains("2026-10/manifest.json"));
  CHECK(files_below(taken).empty());
  CHECK_FALSE(box.files.exists(stick));
}

TEST_CASE("stops: what came meanwhile waits for the next emptying") {
  FullBox box;
  box.post(october, "The bus pass took nine weeks", "transport", "carlisle");
  StopAt stop(Step::staged);
  CHECK_THROWS_AS(box.empty(box.files, stop), Error);
  box.post(october, "A late letter about the bus pass", "transport", "carlisle");

  const auto done = box.empty();
  REQUIRE(done.size() == 2);
  CHECK(done[0].resumed);
  CHECK(done[0].counts.read == 1);
  CHECK(done[1].pack == "2026-10.2");
  CHECK(done[1].counts.read == 1);
}

TEST_CASE("stops: packs that were in place with other settings are not overwritten") {
  FullBox box;
  box.post(october, "The bus pass took nine weeks", "transport", "carlisle");
  StopAt stop(Step::renamed);
  CHECK_THROWS_AS(box.empty(box.files, stop), Error);
  const auto before = box.exported();
  write_atomically(box.files, box.exports() / "2026-10" / "manifest.json", "{}", 0600);
  CHECK_THROWS_AS(box.empty(), Error);
  CHECK(box.exported("2026-10/manifest.json") == "{}");
  write_atomically(box.files, box.exports() / "2026-10" / "manifest.json", before.at("2026-10/manifest.json"),
                   0600);
  CHECK(box.empty().size() == 1);
  CHECK(box.exported() == before);
}

TEST_CASE("stops: two emptyings at once are refused") {
  FullBox box;
  box.post(october, "words", "transport");
  const auto lock = box.files.try_lock(box.folder() / "emptying.lock");
  try {
    box.empty();
    FAIL("ran beside another");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::busy);
  }
}
