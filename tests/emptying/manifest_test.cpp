#include "emptying/manifest.hpp"

#include <doctest/doctest.h>

#include "emptying/full_box.hpp"

using namespace postbox;
using namespace postbox::test;

TEST_CASE("manifest: whatever is changed in a pack is noticed and named") {
  FullBox box;
  box.post(october, "Portage was lovely", "community-health", "copeland");
  box.post(october, "xyzzy");
  box.empty();
  const Path pack = box.exports() / "2026-10";
  const Path manifest = pack / "manifest.json";
  const auto changes = [&] {
    return emptying::changes_since_signed(box.files, manifest, {&box.keys().public_key(), 1});
  };
  REQUIRE(changes().empty());

  struct Case {
    const char* why;
    const char* file;
    std::function<void(const Path&)> change;
    const char* expected;
  };
  const Case cases[] = {
      {"a cell was changed", "unsorted/feedback.csv",
       [&](const Path& path) { write_atomically(box.files, path, "other", 0600); },
       "is not what was written"},
      {"a file was taken away", "unsorted/feedback.jsonl", [&](const Path& path) { box.files.remove(path); },
       "is missing"},
      {"a file was added", "unsorted/notes.txt",
       [&](const Path& path) { write_atomically(box.files, path, "mine", 0600); }, "was added"},
      {"the manifest was changed", "manifest.json",
       [&](const Path& path) { write_atomically(box.files, path, box.files.read(path) + " ", 0600); },
       "was not signed with this box's key"},
      {"the signature was taken away", "manifest.json.sig", [&](const Path& path) { box.files.remove(path); },
       "is missing"},
      {"the signature is nonsense", "manifest.json.sig",
       [&](const Path& path) { write_atomically(box.files, path, "AAAA\n", 0600); },
       "was not signed with this box's key"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const bool was_there = box.files.exists(pack / c.file);
    const std::string before = was_there ? box.files.read(pack / c.file) : "";
    c.change(pack / c.file);
    const auto found = changes();
    REQUIRE(found.size() == 1);
    CHECK(found[0].find(c.expected) != std::string::npos);
    if (was_there) {
      write_atomically(box.files, pack / c.file, before, 0600);
    } else {
      box.files.remove(pack / c.file);
    }
    CHECK(changes().empty());
  }
}

TEST_CASE("manifest: a pack signed by another box does not verify here") {
  FullBox box;
  FullBox other;
  box.post(october, "xyzzy");
  box.empty();
  CHECK_FALSE(emptying::changes_since_signed(box.files, box.exports() / "2026-10" / "manifest.json",
                                             {&other.keys().public_key(), 1})
                  .empty());
}
