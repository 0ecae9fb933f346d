#include "base/file_system.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "base/error.hpp"
#include "support/faulty_file_system.hpp"
#include "support/temp_folder.hpp"

namespace postbox {
namespace {

using test::After;
using test::FaultyFileSystem;
using test::TempFolder;

void write_new(FileSystem& files, const Path& path, std::string_view bytes, unsigned mode = 0600) {
  files.create(path, mode)->write(bytes);
}

// The fault of the Error that `action` throws; usage, which no file system throws, when it throws none.
Fault fault_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.fault();
  }
  return Fault::usage;
}

// Permission bits mean nothing to root, who runs tests in a container.
bool is_root() { return ::geteuid() == 0; }

class Umask {  // for one test, given back at its end
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  ~Umask() { ::umask(before_); }
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;

 private:
  mode_t before_;
};

TEST_CASE("file system: bytes of every kind and number come back") {
  const TempFolder folder;
  PosixFileSystem files;
  std::string all;
  for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
  std::string large;
  while (large.size() < 3'000'000) large += all;
  int n = 0;
  for (const std::string& bytes : {std::string(), std::string("\0\n\r", 3), all, std::string(65536, 'x'),
                                   std::string(65537, 'x'), large}) {
    const Path path = folder / std::to_string(++n);
    write_new(files, path, bytes);
    CHECK(files.read(path) == bytes);
    std::string joined;
    files.read_blocks(path, [&joined](std::string_view block) { joined += block; });
    CHECK(joined == bytes);
  }
}

TEST_CASE("file system: create never overwrites what is there, be it a file, a folder or a link") {
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "file", "first");
  files.make_folder(folder / "folder", 0700);
  std::filesystem::create_symlink(folder / "nowhere", folder / "link");
  for (const char* name : {"file", "folder", "link"}) {
    CAPTURE(name);
    CHECK(fault_of([&] { files.create(folder / name, 0600); }) == Fault::cannot_create);
  }
  CHECK(files.read(folder / "file") == "first");
  CHECK_FALSE(files.exists(folder / "nowhere"));
  CHECK(fault_of([&] { files.create(folder / "no" / "file", 0600); }) == Fault::cannot_create);
}

TEST_CASE("file system: permission bits are those asked for, whatever the umask") {
  const TempFolder folder;
  PosixFileSystem files;
  for (const mode_t mask : {0000U, 0022U, 0077U}) {
    CAPTURE(mask);
    const Umask umask(mask);
    const std::string name = std::to_string(mask);
    for (const unsigned mode : {0600U, 0644U, 0660U}) {
      write_new(files, folder / (name + "-" + std::to_string(mode)), "x", mode);
      CHECK(files.mode(folder / (name + "-" + std::to_string(mode))) == mode);
    }
    for (const unsigned mode : {0700U, 0755U}) {
      files.make_folder(folder / (name + "-" + std::to_string(mode)), mode);
      CHECK(files.mode(folder / (name + "-" + std::to_string(mode))) == mode);
    }
  }
}

TEST_CASE("file system: a folder is made once; one that is there keeps its permissions") {
  const TempFolder folder;
  PosixFileSystem files;
  CHECK(files.make_folder(folder / "a", 0700));
  CHECK_FALSE(files.make_folder(folder / "a", 0755));
  CHECK(files.mode(folder / "a") == 0700U);
  CHECK(files.is_folder(folder / "a"));
  CHECK(fault_of([&] { files.make_folder(folder / "no" / "b", 0700); }) == Fault::cannot_create);
  write_new(files, folder / "file", "x");
  CHECK(fault_of([&] { files.make_folder(folder / "file", 0700); }) == Fault::cannot_create);
  CHECK_FALSE(files.is_folder(folder / "file"));
}

TEST_CASE("file system: names are listed sorted, hidden ones too, and not those below") {
  const TempFolder folder;
  PosixFileSystem files;
  CHECK(files.list(folder.path()).empty());
  for (const char* name : {"b", "a", ".hidden", "B", "10", "9"}) write_new(files, folder / name, "");
  files.make_folder(folder / "c", 0700);
  write_new(files, folder / "c" / "below", "");
  CHECK(files.list(folder.path()) == std::vector<std::string>{".hidden", "10", "9", "B", "a", "b", "c"});
  CHECK(fault_of([&] { files.list(folder / "no"); }) == Fault::storage);
  CHECK(fault_of([&] { files.list(folder / "a"); }) == Fault::storage);
}

TEST_CASE("file system: remove takes a whole tree, follows no link and minds nothing that is not there") {
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "kept", "x");
  files.make_folder(folder / "tree", 0700);
  files.make_folder(folder / "tree" / "deep", 0700);
  write_new(files, folder / "tree" / "deep" / "file", "x");
  std::filesystem::create_symlink(folder / "kept", folder / "tree" / "link");
  files.remove(folder / "tree");
  CHECK_FALSE(files.exists(folder / "tree"));
  CHECK(files.read(folder / "kept") == "x");
  files.remove(folder / "tree");
  files.remove(folder / "no" / "such");
}

TEST_CASE("file system: rename replaces a file, and needs something to rename") {
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "new", "new");
  write_new(files, folder / "old", "old");
  files.rename(folder / "new", folder / "old");
  CHECK(files.read(folder / "old") == "new");
  CHECK(files.list(folder.path()) == std::vector<std::string>{"old"});
  CHECK(fault_of([&] { files.rename(folder / "new", folder / "x"); }) == Fault::storage);
}

TEST_CASE("file system: what is not there is said, with its path and a hint") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path missing = folder / "missing";
  CHECK_FALSE(files.exists(missing));
  CHECK_FALSE(files.is_folder(missing));
  CHECK_FALSE(files.can_read(missing));
  CHECK(fault_of([&] { files.read(missing); }) == Fault::missing_input);
  CHECK(fault_of([&] { files.read_blocks(missing, [](std::string_view) {}); }) == Fault::missing_input);
  CHECK(fault_of([&] { files.mode(missing); }) == Fault::missing_input);
  CHECK(fault_of([&] { files.sync_folder(missing); }) == Fault::storage);
  CHECK(fault_of([&] { files.free_bytes(missing); }) == Fault::storage);
  CHECK(fault_of([&] { files.read(folder.path()); }) == Fault::storage);
  try {
    files.read(missing);
  } catch (const Error& error) {
    CHECK(std::string(error.what()).find(missing.string()) != std::string::npos);
    CHECK_FALSE(error.hint().empty());
  }
}

TEST_CASE("file system: a file that its owner alone may not read is seen as such") {
  if (is_root()) return;
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "closed", "x", 0000);
  CHECK(files.exists(folder / "closed"));
  CHECK_FALSE(files.can_read(folder / "closed"));
  CHECK_THROWS_AS(files.read(folder / "closed"), Error);
}

TEST_CASE("file system: there is room, and a folder can be synced") {
  const TempFolder folder;
  PosixFileSystem files;
  CHECK(files.free_bytes(folder.path()) > 0);
  files.sync_folder(folder.path());
  const auto file = files.create(folder / "file", 0600);
  file->write("x");
  file->sync();
  CHECK(files.can_read(folder / "file"));
}

TEST_CASE("file system: a file that cannot grow is an error, not a short file") {
  const TempFolder folder;
  PosixFileSystem files;
  struct rlimit before {};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const struct rlimit small { 1000, before.rlim_max };
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  const Fault fault = fault_of([&] { write_new(files, folder / "file", std::string(5000, 'x')); });
  const std::error_code told_before = files.why_not_writable(folder.path());
  ::setrlimit(RLIMIT_FSIZE, &before);
  const bool ignored_till_now = std::signal(SIGXFSZ, old_handler) == SIG_IGN;
  CHECK(ignored_till_now);
  CHECK(fault == Fault::storage);
  CHECK(told_before == std::errc::no_space_on_device);  // not even a page
}

TEST_CASE("lock: held by one only, and free again when it goes out of scope") {
  const TempFolder folder;
  PosixFileSystem files;
  auto first = files.try_lock(folder / "lock");
  REQUIRE(first);
  CHECK_FALSE(files.try_lock(folder / "lock"));
  CHECK(files.try_lock(folder / "another"));
  first.reset();
  CHECK(files.try_lock(folder / "lock"));
  CHECK(files.mode(folder / "lock") == 0600U);
  CHECK(fault_of([&] { files.try_lock(folder / "no" / "lock"); }) == Fault::cannot_create);
}

TEST_CASE("lock of a folder: any number together, or one alone; no trace in the folder") {
  const TempFolder folder;
  PosixFileSystem files;
  auto first = files.try_lock_folder(folder.path(), Sharing::together);
  auto second = files.try_lock_folder(folder.path(), Sharing::together);
  CHECK(first);
  CHECK(second);
  CHECK_FALSE(files.try_lock_folder(folder.path(), Sharing::alone));
  first.reset();
  second.reset();
  const auto alone = files.try_lock_folder(folder.path(), Sharing::alone);
  CHECK(alone);
  CHECK_FALSE(files.try_lock_folder(folder.path(), Sharing::together));
  CHECK(files.list(folder.path()).empty());
  CHECK(fault_of([&] { files.try_lock_folder(folder / "no", Sharing::alone); }) == Fault::storage);
}

TEST_CASE("owner: what belongs to the same one already is given to nobody") {
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "file", "x");
  CHECK_NOTHROW(files.give_to_owner_of(folder.path(), folder / "file"));
  CHECK(fault_of([&] { files.give_to_owner_of(folder.path(), folder / "no"); }) == Fault::missing_input);
  if (::geteuid() != 0) return;  // only root can give anything away
  write_new(files, folder / "example", "x");
  REQUIRE(::chown((folder / "example").c_str(), 1, 1) == 0);
  files.give_to_owner_of(folder / "example", folder / "file");
  struct stat found {};
  REQUIRE(::stat((folder / "file").c_str(), &found) == 0);
  CHECK(found.st_uid == 1);
  CHECK(found.st_gid == 1);
}

TEST_CASE("lock: held against another process, and free after that was killed") {
  const TempFolder folder;
  PosixFileSystem files;
  int ready[2] = {};
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const auto lock = files.try_lock(folder / "lock");
    const char answer = lock ? 'y' : 'n';
    if (::write(ready[1], &answer, 1) == 1) ::pause();
    ::_exit(1);
  }
  char answer = '?';
  REQUIRE(::read(ready[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  CHECK_FALSE(files.try_lock(folder / "lock"));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  CHECK(files.try_lock(folder / "lock"));
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("write atomically: a new file, or the whole of another, with the permissions asked for") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path path = folder / "file";
  write_atomically(files, path, "first", 0600);
  CHECK(files.read(path) == "first");
  write_atomically(files, path, "second, and longer", 0644);
  CHECK(files.read(path) == "second, and longer");
  CHECK(files.mode(path) == 0644U);
  CHECK(files.list(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE(
    "write atomically: stopped at any step, the file is the old or the new one, and the next try ends well") {
  for (const After after : {After::works_again, After::stays_broken}) {
    for (std::size_t step = 1; step <= 6; ++step) {
      CAPTURE(step);
      const TempFolder folder;
      PosixFileSystem posix;
      FaultyFileSystem files(posix);
      const Path path = folder / "file";
      write_atomically(files, path, "old", 0600);
      REQUIRE(files.steps() == 6);

      files.fail_at(step, after);
      CHECK(fault_of([&] { write_atomically(files, path, "new words", 0600); }) == Fault::storage);
      CHECK(files.failed());
      // Only the sync of the folder comes after the rename.
      CHECK(files.read(path) == (step < 6 ? "old" : "new words"));

      files.work_again();
      write_atomically(files, path, "new words", 0600);
      CHECK(files.read(path) == "new words");
      CHECK(files.list(folder.path()) == std::vector<std::string>{"file"});
    }
  }
}

TEST_CASE("write atomically: a file that never was is not there after a stop") {
  const TempFolder folder;
  PosixFileSystem posix;
  FaultyFileSystem files(posix);
  files.fail_at(3);  // the write, half done
  CHECK_THROWS_AS(write_atomically(files, folder / "file", "words", 0600), Error);
  CHECK_FALSE(files.exists(folder / "file"));
  CHECK(files.read(folder / "file.new") == "wo");
}

TEST_CASE("write atomically: a name without a folder is one in the working folder") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  write_atomically(files, "file", "words", 0600);
  std::filesystem::current_path(before);
  CHECK(files.read(folder / "file") == "words");
}

TEST_CASE("make folders: those that are missing are made, those that are there stay as they are") {
  const TempFolder folder;
  PosixFileSystem files;
  files.make_folder(folder / "a", 0711);
  make_folders(files, folder / "a" / "b" / "c", 0700);
  make_folders(files, folder / "a" / "b", 0755);
  CHECK(files.is_folder(folder / "a" / "b" / "c"));
  CHECK(files.mode(folder / "a") == 0711);
  CHECK(files.mode(folder / "a" / "b") == 0700);
}

TEST_CASE("file system: a file is read up to what it may hold, and not a byte further") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path path = folder / "file";
  write_atomically(files, path, std::string(100'000, 'x'), 0600);
  CHECK(read_at_most(files, path, 100'000, Fault::data).size() == 100'000);
  CHECK_THROWS_AS(read_at_most(files, path, 99'999, Fault::data), Error);
  CHECK(read_stream_at_most(files, path, 100'000, Fault::data).size() == 100'000);
  CHECK(fault_of([&] { read_stream_at_most(files, "/dev/zero", 1'000'000, Fault::key); }) == Fault::key);
  CHECK(fault_of([&] { read_stream_at_most(files, folder.path(), 10, Fault::key); }) == Fault::key);
  CHECK(read_stream_at_most(files, "/dev/null", 0, Fault::data).empty());
}

TEST_CASE("file system: what is read as a file is one; nobody waits for the writer of a pipe") {
  const TempFolder folder;
  PosixFileSystem files;
  const Path pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  write_atomically(files, folder / "long", "more than ten bytes", 0600);
  for (const Path& wrong : {pipe, Path("/dev/null"), folder.path(), folder / "long"}) {
    CAPTURE(wrong);
    CHECK(fault_of([&] { read_at_most(files, wrong, 10, Fault::key); }) == Fault::key);
  }
  CHECK(fault_of([&] { read_at_most(files, folder / "none", 10, Fault::key); }) == Fault::missing_input);
  // A pipe that takes a file's place between the question and the answer.
  CHECK(fault_of([&] { files.read(pipe); }) == Fault::storage);
  CHECK(fault_of([&] { files.read_blocks(pipe, [](std::string_view) {}); }) == Fault::storage);

  std::thread writer([&] { std::ofstream(pipe) << "words"; });
  CHECK(read_stream_at_most(files, pipe, 10, Fault::key) == "words");
  writer.join();
}

TEST_CASE("file system: whether something can be written is asked of the disk, and leaves no trace") {
  const TempFolder folder;
  PosixFileSystem files;
  write_atomically(files, folder / "file", "words", 0600);
  const auto names = files.list(folder.path());
  CHECK_FALSE(files.why_not_writable(folder.path()));
  CHECK_FALSE(files.why_not_writable(folder / "file"));
  CHECK(files.read(folder / "file") == "words");
  CHECK(files.list(folder.path()) == names);
  CHECK(files.why_not_writable(folder / "none") == std::errc::no_such_file_or_directory);
  if (is_root()) return;
  write_new(files, folder / "kept", "x", 0400);
  CHECK(files.why_not_writable(folder / "kept") == std::errc::permission_denied);
  REQUIRE(::chmod(folder.path().c_str(), 0500) == 0);
  CHECK(files.why_not_writable(folder.path()) == std::errc::permission_denied);
  REQUIRE(::chmod(folder.path().c_str(), 0700) == 0);
}

TEST_CASE("file system: what the owner of a folder may write is told by owner, group and bits") {
  const TempFolder folder;
  PosixFileSystem files;
  write_new(files, folder / "file", "x", 0600);
  if (!is_root()) {
    CHECK(files.is_writable_by_owner_of(folder.path(), folder / "file"));
    REQUIRE(::chmod((folder / "file").c_str(), 0400) == 0);
    CHECK_FALSE(files.is_writable_by_owner_of(folder.path(), folder / "file"));
    return;
  }
  struct Case {
    const char* why;
    uid_t folder_owner, owner;
    gid_t group;
    mode_t mode;
    bool writable;
  };
  const Case cases[] = {
      {"root's folder: root may all", 0, 1, 1, 0400, true},
      {"theirs", 1234, 1234, 1234, 0600, true},
      {"theirs, to be read only", 1234, 1234, 1234, 0466, false},
      {"root's", 1234, 0, 0, 0644, false},
      {"root's, shared with their group", 1234, 0, 1234, 0660, true},
      {"root's, read by their group", 1234, 0, 1234, 0646, false},
      {"anybody's", 1234, 0, 0, 0666, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    REQUIRE(::chown(folder.path().c_str(), c.folder_owner, 1234) == 0);
    REQUIRE(::chown((folder / "file").c_str(), c.owner, c.group) == 0);
    REQUIRE(::chmod((folder / "file").c_str(), c.mode) == 0);
    CHECK(files.is_writable_by_owner_of(folder.path(), folder / "file") == c.writable);
  }
}

TEST_CASE("file system: pipes, devices and folders are no plain files; a link is what it leads to") {
  const TempFolder folder;
  PosixFileSystem files;
  write_atomically(files, folder / "file", "x", 0600);
  std::filesystem::create_symlink(folder / "file", folder / "link");
  std::filesystem::create_symlink("/dev/zero", folder / "zero");
  CHECK(files.is_plain_file(folder / "file"));
  CHECK(files.is_plain_file(folder / "link"));
  CHECK_FALSE(files.is_plain_file(folder / "zero"));
  CHECK_FALSE(files.is_plain_file(folder / "nothing"));
  CHECK_FALSE(files.is_plain_file(folder.path()));
}

}  // namespace
}  // namespace postbox
