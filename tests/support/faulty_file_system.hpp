// A file system whose disk fails at a call that the test names.
//
//   FaultyFileSystem disk(real);
//   run(disk);                                    // once whole, to learn how many steps there are
//   for (std::size_t n = 1; n <= steps; ++n) {    // then broken at each of them
//     disk.fail_at(n, After::stays_broken);
//     CHECK_THROWS_AS(run(disk), Error);
//     disk.work_again();
//     run(disk);                                  // resumes
//   }
//
// Steps are the calls that change something: create, write, sync, make_folder, rename, remove, sync_folder,
// give_to_owner_of, close_to_others and the locks, counted from 1 since the last fail_at, work_again or the
// start. Reading never fails. The call that fails changes nothing, but a write has written its first half: a
// torn file. Several threads may call; which step is the n-th is chance then.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/file_system.hpp"

namespace postbox::test {

enum class After {
  works_again,   // one call fails, as on a full disk from which something is then deleted
  stays_broken,  // every later step fails too: what a program that was killed left behind
};

class FaultyFileSystem : public FileSystem {
 public:
  // `real` is borrowed and must live longer.
  explicit FaultyFileSystem(FileSystem& real) : real_(real) {}

  void fail_at(std::size_t step, After after = After::works_again) {
    steps_ = 0;
    fails_at_ = step;
    after_ = after;
  }
  void work_again() { fail_at(0); }
  std::size_t steps() const { return steps_; }
  // Whether the step named to fail_at was reached.
  bool failed() const { return fails_at_ != 0 && steps_ >= fails_at_; }

  bool exists(const Path& path) const override { return real_.exists(path); }
  bool is_folder(const Path& path) const override { return real_.is_folder(path); }
  bool is_plain_file(const Path& path) const override { return real_.is_plain_file(path); }
  std::uint64_t told_size(const Path& path) const override { return real_.told_size(path); }
  std::string read(const Path& path) const override { return real_.read(path); }
  void read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const override {
    real_.read_blocks(path, take);
  }
  void read_stream(const Path& path, const std::function<void(std::string_view)>& take) const override {
    real_.read_stream(path, take);
  }
  unsigned mode(const Path& path) const override { return real_.mode(path); }
  bool can_read(const Path& path) const override { return real_.can_read(path); }
  std::error_code why_not_writable(const Path& path) const override { return real_.why_not_writable(path); }
  bool is_writable_by_owner_of(const Path& folder, const Path& path) const override {
    return real_.is_writable_by_owner_of(folder, path);
  }
  std::uint64_t free_bytes(const Path& folder) const override { return real_.free_bytes(folder); }
  std::vector<std::string> list(const Path& folder) const override { return real_.list(folder); }

  std::unique_ptr<OutputFile> create(const Path& path, unsigned mode) override {
    step("create", path);
    return std::make_unique<File>(*this, real_.create(path, mode), path);
  }
  bool make_folder(const Path& path, unsigned mode) override {
    step("make the folder", path);
    return real_.make_folder(path, mode);
  }
  void rename(const Path& from, const Path& to) override {
    step("rename", from);
    real_.rename(from, to);
  }
  void remove(const Path& path) override {
    step("remove", path);
    real_.remove(path);
  }
  void sync_folder(const Path& path) override {
    step("sync", path);
    real_.sync_folder(path);
  }
  std::unique_ptr<FileLock> try_lock(const Path& path) override {
    step("lock", path);
    return real_.try_lock(path);
  }
  std::unique_ptr<FileLock> try_lock_folder(const Path& folder, Sharing sharing) override {
    step("lock", folder);
    return real_.try_lock_folder(folder, sharing);
  }
  void give_to_owner_of(const Path& example, const Path& path) override {
    step("give away", path);
    real_.give_to_owner_of(example, path);
  }
  void close_to_others(const Path& path) override {
    step("close to others", path);
    real_.close_to_others(path);
  }

 private:
  class File : public OutputFile {
   public:
    File(FaultyFileSystem& disk, std::unique_ptr<OutputFile> real, Path path)
        : disk_(disk), real_(std::move(real)), path_(std::move(path)) {}
    void write(std::string_view bytes) override {
      const std::size_t number = ++disk_.steps_;
      if (disk_.fails(number)) {
        if (number == disk_.fails_at_) real_->write(bytes.substr(0, bytes.size() / 2));
        fail("write", path_);
      }
      real_->write(bytes);
    }
    void sync() override {
      disk_.step("sync", path_);
      real_->sync();
    }

   private:
    FaultyFileSystem& disk_;
    std::unique_ptr<OutputFile> real_;
    Path path_;
  };

  [[noreturn]] static void fail(std::string_view what, const Path& path) {
    throw Error(Fault::storage, "cannot " + std::string(what) + " " + path.string() + ": the test's fault");
  }
  bool fails(std::size_t step) const {
    if (fails_at_ == 0) return false;
    return after_ == After::stays_broken ? step >= fails_at_ : step == fails_at_;
  }
  void step(std::string_view what, const Path& path) {
    if (fails(++steps_)) fail(what, path);
  }

  FileSystem& real_;
  std::atomic<std::size_t> steps_ = 0;
  std::size_t fails_at_ = 0;  // 0: never
  After after_ = After::works_again;
};

}  // namespace postbox::test
