// SQLite's own view of the disk, with a call of our choice failing: a VFS in front of the system's.
//
// The n-th call counted from `fail_at` fails once, or from there on as long as it is told; reads, writes,
// syncs, truncations, locks, shared memory and opening count, closing and unlocking do not, for they cannot
// fail.
#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <new>
#include <stdexcept>

namespace postbox::test {

// One at a time: while it lives it is the default of every new connection.
class FailingDisk {
 public:
  FailingDisk() : real_(sqlite3_vfs_find(nullptr)) {
    vfs_ = *real_;
    vfs_.zName = "failing";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.pAppData = this;
    vfs_.xOpen = open;
    if (sqlite3_vfs_register(&vfs_, 1) != SQLITE_OK) throw std::runtime_error("no VFS");
  }
  ~FailingDisk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
  }
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;

  // Counted from now; 0: none fails.
  void fail_at(int call, bool and_all_after = false) {
    left_ = call;
    all_after_ = and_all_after;
    failed_ = false;
  }
  bool failed() const { return failed_; }

 private:
  struct File {
    sqlite3_file base;
    FailingDisk* disk;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }

  bool fails_now() {
    if (failed_ && all_after_) return true;
    if (left_ == 0 || --left_ != 0) return false;
    return failed_ = true;
  }

  // `call` on the real file, or the error instead.
  template <class Call>
  static int unless_failing(sqlite3_file* file, int error, const Call& call) {
    if (of(file).disk->fails_now()) return error;
    sqlite3_file* const real = of(file).real();
    return call(*real->pMethods, real);
  }
  template <class Call>
  static int always(sqlite3_file* file, const Call& call) {
    sqlite3_file* const real = of(file).real();
    return call(*real->pMethods, real);
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    auto* const disk = static_cast<FailingDisk*>(vfs->pAppData);
    file->pMethods = nullptr;  // not open: SQLite closes nothing
    if (disk->fails_now()) return SQLITE_CANTOPEN;
    new (file) File{{&methods()}, disk};
    const int code = disk->real_->xOpen(disk->real_, name, of(file).real(), flags, flags_out);
    if (code != SQLITE_OK) file->pMethods = nullptr;
    return code;
  }

  static const sqlite3_io_methods& methods() {
    using F = sqlite3_file;
    using I = sqlite3_int64;
    static const sqlite3_io_methods all = {
        2,
        [](F* f) { return always(f, [](auto& m, F* r) { return m.xClose(r); }); },
        [](F* f, void* to, int n, I at) {
          return unless_failing(f, SQLITE_IOERR_READ, [=](auto& m, F* r) { return m.xRead(r, to, n, at); });
        },
        [](F* f, const void* from, int n, I at) {
          return unless_failing(f, SQLITE_FULL, [=](auto& m, F* r) { return m.xWrite(r, from, n, at); });
        },
        [](F* f, I n) {
          return unless_failing(f, SQLITE_IOERR_TRUNCATE, [=](auto& m, F* r) { return m.xTruncate(r, n); });
        },
        [](F* f, int flags) {
          return unless_failing(f, SQLITE_IOERR_FSYNC, [=](auto& m, F* r) { return m.xSync(r, flags); });
        },
        [](F* f, I* n) {
          return unless_failing(f, SQLITE_IOERR_FSTAT, [=](auto& m, F* r) { return m.xFileSize(r, n); });
        },
        [](F* f, int kind) {
          return unless_failing(f, SQLITE_IOERR_LOCK, [=](auto& m, F* r) { return m.xLock(r, kind); });
        },
        [](F* f, int kind) { return always(f, [=](auto& m, F* r) { return m.xUnlock(r, kind); }); },
        [](F* f, int* out) { return always(f, [=](auto& m, F* r) { return m.xCheckReservedLock(r, out); }); },
        [](F* f, int op, void* arg) {
          return always(f, [=](auto& m, F* r) { return m.xFileControl(r, op, arg); });
        },
        [](F* f) { return always(f, [](auto& m, F* r) { return m.xSectorSize(r); }); },
        [](F* f) { return always(f, [](auto& m, F* r) { return m.xDeviceCharacteristics(r); }); },
        [](F* f, int page, int size, int extend, void volatile** out) {
          return unless_failing(f, SQLITE_IOERR_SHMMAP,
                                [=](auto& m, F* r) { return m.xShmMap(r, page, size, extend, out); });
        },
        [](F* f, int from, int n, int flags) {
          const bool unlocks = (flags & SQLITE_SHM_UNLOCK) != 0;
          const auto call = [=](auto& m, F* r) { return m.xShmLock(r, from, n, flags); };
          return unlocks ? always(f, call) : unless_failing(f, SQLITE_IOERR_SHMLOCK, call);
        },
        [](F* f) {
          sqlite3_file* const real = of(f).real();
          real->pMethods->xShmBarrier(real);
        },
        [](F* f, int deletes) { return always(f, [=](auto& m, F* r) { return m.xShmUnmap(r, deletes); }); },
        nullptr,
        nullptr,
    };
    return all;
  }

  sqlite3_vfs* real_;
  sqlite3_vfs vfs_{};
  int left_ = 0;
  bool all_after_ = false;
  bool failed_ = false;
};

}  // namespace postbox::test
