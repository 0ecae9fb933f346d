// What one thread writes through SQLite, at a pace that leaves the disk to others.
//
// A checkpoint hands all its pages to the system and then asks for them to be on the disk: 8 MB, for 12 ms,
// and a commit that comes meanwhile waits behind them. Within a GentleWrites every 32 writes of this thread
// set out for the disk at once, and a quarter of a millisecond of rest follows, in which commits come
// through.
#pragma once

namespace postbox::store {

class GentleWrites {
 public:
  // Puts a function of ours in the place of SQLite's call of `pwrite`. Once, before a second thread uses
  // SQLite; without it, and where SQLite does not let us, writes are as they are.
  static void prepare();

  GentleWrites();
  ~GentleWrites();
  GentleWrites(const GentleWrites&) = delete;
  GentleWrites& operator=(const GentleWrites&) = delete;
};

}  // namespace postbox::store
