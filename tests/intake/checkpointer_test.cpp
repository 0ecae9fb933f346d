// The log beside the commits: it is moved, begins anew, is empty in quiet times, and nothing is lost by that.
#include "intake/checkpointer.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

#include "intake/box_writer.hpp"
#include "intake/played_box.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;

namespace {

constexpr Month november{std::chrono::year{2026} / 11};
constexpr std::uintmax_t page_bytes = 4096;

struct PlayedWriter {
  test::PlayedBox box;
  PosixFileSystem files;
  SystemRandom random;
  BoxWriter writer{files, random, box.folder(), 0};

  // Each row a commit of its own, of a page and more.
  void commit(int count) {
    for (int i = 0; i < count; ++i) {
      const std::vector<store::NewSealed> one = {{november, std::string(2'000, 'x')}};
      writer.commit(one);
    }
  }

  std::uintmax_t log_bytes() const {
    const Path log = box.folder() / "box.db-wal";
    return std::filesystem::exists(log) ? std::filesystem::file_size(log) : 0;
  }

  bool log_is_empty_within(std::chrono::milliseconds time) const {
    const auto end = std::chrono::steady_clock::now() + time;
    while (log_bytes() > 0 && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(5ms);
    return log_bytes() == 0;
  }
};

// Reads from here on, and does not go.
class StayingReader {
 public:
  explicit StayingReader(const test::PlayedBox& box)
      : connection_(box.folder() / "box.db", store::Access::read_only), as_it_is_(connection_) {
    store::Statement look(connection_, "SELECT count(*) FROM sealed_submissions");
    REQUIRE(look.step());
  }

 private:
  store::Connection connection_;
  store::Snapshot as_it_is_;
};

// Far from any quiet, so that only the length of the log counts.
constexpr Checkpointer::Pace busy = {.pages_due = 50,
                                     .pages_long = 50,
                                     .pages_for_writer = 10,
                                     .pages_max = 200,
                                     .quiet = 1h,
                                     .retry_every = 5ms};
constexpr Checkpointer::Pace soon_quiet = {.quiet = 50ms, .retry_every = 5ms};

}  // namespace

TEST_CASE("checkpointer: a log that is moved beside the commits begins anew") {
  PlayedWriter played;
  played.writer.checkpoint_beside(busy);
  played.commit(400);
  CHECK(played.log_bytes() > 0);
  // Over six hundred pages were written.
  CHECK(played.log_bytes() < 400 * page_bytes);
  CHECK(played.box.rows().size() == 400);
}

TEST_CASE("checkpointer: a reader who stays keeps the log, and no commit waits for him") {
  PlayedWriter played;
  played.writer.checkpoint_beside(busy);
  {
    const StayingReader reader(played.box);
    played.commit(300);
    CHECK(played.log_bytes() > 300 * page_bytes);
  }
  played.commit(200);
  CHECK(played.box.rows().size() == 500);
}

TEST_CASE("checkpointer: in quiet times nothing is left in the log") {
  PlayedWriter played;
  played.writer.checkpoint_beside(soon_quiet);
  for (int round = 0; round < 3; ++round) {
    played.commit(3);
    CHECK(played.log_is_empty_within(10s));
  }
  CHECK(played.box.rows().size() == 9);
}

TEST_CASE("checkpointer: a log that was left by a crash is emptied without a post") {
  PlayedWriter played;
  played.commit(3);
  REQUIRE(played.log_bytes() > 0);
  played.writer.checkpoint_beside(soon_quiet);
  CHECK(played.log_is_empty_within(10s));
}

TEST_CASE("checkpointer: in quiet times the log waits until a reader is gone") {
  PlayedWriter played;
  played.writer.checkpoint_beside(soon_quiet);
  {
    const StayingReader reader(played.box);
    played.commit(3);
    CHECK_FALSE(played.log_is_empty_within(300ms));
    played.commit(1);  // nobody who posts meanwhile waits for it
  }
  CHECK(played.log_is_empty_within(10s));
  CHECK(played.box.rows().size() == 4);
}

TEST_CASE("checkpointer: a box that is out of reach for a time is moved later") {
  PlayedWriter played;
  const Path hidden = played.box.folder() / "hidden.db";
  const store::BoxFiles place(played.box.folder() / "box.db");
  std::filesystem::rename(played.box.folder() / "box.db", hidden);
  Checkpointer alone(played.box.folder(), place, soon_quiet);
  std::this_thread::sleep_for(150ms);  // it tries, and fails
  std::filesystem::rename(hidden, played.box.folder() / "box.db");
  played.commit(3);
  alone.committed(9);
  CHECK(played.log_is_empty_within(10s));
  CHECK(played.box.rows().size() == 3);
}
