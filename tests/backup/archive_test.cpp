#include "backup/archive.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;
using namespace postbox::test;
using namespace postbox::backup;

namespace {

class InMemory : public OutputFile {
 public:
  void write(std::string_view block) override { bytes += block; }
  void sync() override {}
  std::string bytes;
};

struct Heard : ArchiveVisitor {
  void begin(const Entry& entry) override { names.push_back(entry.name); }
  void content(std::string_view block) override { contents += block; }
  void end() override { contents += '|'; }
  std::vector<std::string> names;
  std::string contents;
};

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& files) {
  InMemory out;
  ArchiveWriter writer(out);
  for (const auto& [name, content] : files) writer.add(name, content);
  writer.finish();
  return out.bytes;
}

Heard read(std::string_view bytes, std::size_t block = 65536) {
  Heard heard;
  ArchiveReader reader(heard);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(block, bytes.size())))
    reader.take(bytes.substr(0, block));
  reader.finish();
  return heard;
}

const std::string whole = archive_of({{"a", "one"}, {"b/c", ""}, {"d", std::string(512, 'x')}});

}  // namespace

TEST_CASE("archive: what was written is read, whatever the blocks in which it comes") {
  for (const std::size_t block : {std::size_t{1}, std::size_t{7}, std::size_t{512}, std::size_t{65536}}) {
    CAPTURE(block);
    const Heard heard = read(whole, block);
    CHECK(heard.names == std::vector<std::string>{"a", "b/c", "d"});
    CHECK(heard.contents == "one||" + std::string(512, 'x') + "|");
  }
}

TEST_CASE("archive: tar can open it without this program") {
  const TempFolder folder;
  PosixFileSystem files;
  write_atomically(files, folder / "whole.tar", whole, 0600);
  const std::string command =
      "cd '" + folder.path().string() + "' && tar -xf whole.tar 2>said && test ! -s said";
  REQUIRE(std::system(command.c_str()) == 0);  // NOLINT(concurrency-mt-unsafe): one thread
  CHECK(files.read(folder / "a") == "one");
  CHECK(files.read(folder / "d") == std::string(512, 'x'));
  CHECK(files.mode(folder / "a") == 0600U);
}

TEST_CASE(
    "archive: a change of any byte, a byte less and a byte more are refused, but for the words themselves") {
  for (std::size_t i = 0; i < whole.size(); ++i) {
    CAPTURE(i);
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    const bool is_content = (i >= 512 && i < 515) || (i >= 2048 && i < 2560);
    // A name is any name here; whoever reads on knows which ones there may be.
    if (is_content) {
      CHECK_NOTHROW(read(changed));
    } else {
      CHECK_THROWS_AS(read(changed), Error);
    }
  }
  for (std::size_t size = 0; size < whole.size(); size += 101)
    CHECK_THROWS_AS(read(whole.substr(0, size)), Error);
  CHECK_THROWS_AS(read(whole.substr(0, whole.size() - 1)), Error);
  CHECK_THROWS_AS(read(whole + '\0'), Error);
  CHECK_THROWS_AS(read(whole + whole), Error);
}

TEST_CASE("archive: a file of more than eight gibibytes says so as the tar of GNU does") {
  const TempFolder folder;
  PosixFileSystem files;
  write_atomically(files, folder / "small", "x", 0600);
  InMemory out;
  ArchiveWriter writer(out);
  // Its file is shorter, which is noticed, after the head that is looked at here.
  CHECK_THROWS_AS(writer.add_file({"large", 0x234567890ULL}, files, folder / "small"), Error);
  CHECK(out.bytes.substr(124, 12) == std::string("\x80\0\0\0\0\0\0\x02\x34\x56\x78\x90", 12));
  Heard heard;
  ArchiveReader reader(heard);
  reader.take(std::string_view(out.bytes).substr(0, 512));
  CHECK(heard.names == std::vector<std::string>{"large"});
}
