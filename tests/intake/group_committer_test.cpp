#include "intake/group_committer.hpp"

#include <doctest/doctest.h>

#include <future>
#include <set>
#include <string>

#include "base/error.hpp"

using namespace postbox;
using namespace postbox::intake;
using namespace std::chrono_literals;

namespace {

const Month november = *Month::parse("2026-11");

store::NewSealed post(const std::string& bytes) { return {november, bytes}; }

// A storage that the test opens and shuts, and that remembers what was committed together.
class PlayedStorage {
 public:
  GroupCommitter::Commit commit() {
    return [this](std::span<const store::NewSealed> submissions) {
      std::unique_lock lock(mutex_);
      ++calls_;
      changed_.notify_all();
      changed_.wait(lock, [this] { return !held_; });
      if (broken_) throw Error(Fault::storage, "the test's fault");
      if (submissions.empty()) return;
      std::vector<std::string> batch;
      for (const store::NewSealed& one : submissions) batch.push_back(one.sealed);
      batches_.push_back(batch);
    };
  }
  void hold(bool held) { set(held_, held); }
  void break_down(bool broken) { set(broken_, broken); }
  void wait_for_call(int number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return calls_ >= number; });
  }
  std::vector<std::vector<std::string>> batches() {
    const std::lock_guard lock(mutex_);
    return batches_;
  }

 private:
  void set(bool& what, bool value) {
    {
      const std::lock_guard lock(mutex_);
      what = value;
    }
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool held_ = false;
  bool broken_ = false;
  int calls_ = 0;
  std::vector<std::vector<std::string>> batches_;
};

std::future<bool> add(GroupCommitter& committer, const std::string& bytes) {
  auto answered = std::make_shared<std::promise<bool>>();
  std::future<bool> answer = answered->get_future();
  committer.add(post(bytes), [answered](bool durable) { answered->set_value(durable); });
  return answer;
}

}  // namespace

TEST_CASE("group committer: posts that wait share one commit, and none is answered before it") {
  PlayedStorage storage;
  storage.hold(true);
  GroupCommitter committer(storage.commit(), {});
  std::future<bool> first = add(committer, "first");
  storage.wait_for_call(1);
  std::future<bool> second = add(committer, "second");
  std::future<bool> third = add(committer, "third");
  CHECK(first.wait_for(20ms) == std::future_status::timeout);
  storage.hold(false);
  CHECK(first.get());
  CHECK(second.get());
  CHECK(third.get());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"first"}, {"second", "third"}});
}

TEST_CASE("group committer: a batch has its bound, in the order of adding") {
  PlayedStorage storage;
  storage.hold(true);
  GroupCommitter committer(storage.commit(), {2, 1s});
  std::vector<std::future<bool>> answers;
  answers.push_back(add(committer, "0"));
  storage.wait_for_call(1);
  for (const char* bytes : {"1", "2", "3", "4", "5"}) answers.push_back(add(committer, bytes));
  storage.hold(false);
  for (auto& answer : answers) CHECK(answer.get());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"0"}, {"1", "2"}, {"3", "4"}, {"5"}});
}

TEST_CASE("group committer: while more are on their way, posts wait until it is worth a commit") {
  PlayedStorage storage;
  GroupCommitter committer(storage.commit(), {.gather_max = 1h, .batch_worth = 3}, {}, [] { return true; });
  std::future<bool> first = add(committer, "first");
  std::future<bool> second = add(committer, "second");
  CHECK(first.wait_for(20ms) == std::future_status::timeout);
  CHECK(storage.batches().empty());
  CHECK(add(committer, "third").get());
  CHECK(first.get());
  CHECK(second.get());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"first", "second", "third"}});
}

TEST_CASE("group committer: the last that was on its way waits for nobody") {
  PlayedStorage storage;
  std::atomic<bool> more{true};
  GroupCommitter committer(storage.commit(), {.gather_max = 1h}, {}, [&] { return more.load(); });
  std::future<bool> first = add(committer, "first");
  CHECK(first.wait_for(20ms) == std::future_status::timeout);
  more = false;
  CHECK(add(committer, "last").get());
  CHECK(first.get());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"first", "last"}});
}

TEST_CASE("group committer: what never comes is not waited for") {
  PlayedStorage storage;
  GroupCommitter committer(storage.commit(), {.gather_max = 2ms}, {}, [] { return true; });
  CHECK(add(committer, "first").get());
  CHECK(add(committer, "second").get());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"first"}, {"second"}});
}

TEST_CASE("group committer: a stop waits for nobody who is on his way") {
  PlayedStorage storage;
  std::future<bool> answer;
  {
    GroupCommitter committer(storage.commit(), {.gather_max = 1h}, {}, [] { return true; });
    answer = add(committer, "first");
  }
  CHECK(answer.get());
}

TEST_CASE("group committer: exactly the posts of a failed commit are told so, the next are stored") {
  PlayedStorage storage;
  GroupCommitter committer(storage.commit(), {128, 1h});
  CHECK(add(committer, "before").get());
  storage.break_down(true);
  CHECK_FALSE(add(committer, "lost").get());
  CHECK_FALSE(committer.working());
  storage.break_down(false);
  CHECK(add(committer, "after").get());
  CHECK(committer.working());
  CHECK(storage.batches() == std::vector<std::vector<std::string>>{{"before"}, {"after"}});
}

TEST_CASE("group committer: storage that works again is noticed without a post") {
  PlayedStorage storage;
  std::promise<void> failed;
  std::promise<void> works;
  GroupCommitter committer(storage.commit(), {128, 5ms},
                           [&](bool working) { (working ? works : failed).set_value(); });
  storage.break_down(true);
  CHECK_FALSE(add(committer, "lost").get());
  REQUIRE(failed.get_future().wait_for(10s) == std::future_status::ready);
  storage.break_down(false);
  REQUIRE(works.get_future().wait_for(10s) == std::future_status::ready);
  CHECK(committer.working());
  CHECK(storage.batches().empty());
}

TEST_CASE("group committer: a storage that somebody doubts is tried at once, without a post") {
  PlayedStorage storage;
  std::promise<void> failed;
  GroupCommitter committer(storage.commit(), {128, 1h}, [&](bool /*working*/) { failed.set_value(); });
  committer.doubt();
  storage.wait_for_call(1);
  CHECK(committer.working());
  storage.break_down(true);
  committer.doubt();
  REQUIRE(failed.get_future().wait_for(10s) == std::future_status::ready);
  CHECK_FALSE(committer.working());
}

TEST_CASE("group committer: what was added before the end is committed and answered") {
  PlayedStorage storage;
  std::vector<std::future<bool>> answers;
  storage.hold(true);
  {
    GroupCommitter committer(storage.commit(), {1, 1s});
    for (int i = 0; i < 5; ++i) answers.push_back(add(committer, std::to_string(i)));
    storage.hold(false);
  }
  for (auto& answer : answers) CHECK(answer.get());
  CHECK(storage.batches().size() == 5);
}

TEST_CASE("group committer: sixteen threads, every post stored once and answered once") {
  PlayedStorage storage;
  GroupCommitter committer(storage.commit(), {});
  constexpr int posts_each = 200;
  std::vector<std::thread> threads;
  std::atomic<int> stored{0};
  for (int t = 0; t < 16; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < posts_each; ++i) {
        if (add(committer, std::to_string(t) + "-" + std::to_string(i)).get()) ++stored;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(stored == 16 * posts_each);
  std::multiset<std::string> found;
  for (const auto& batch : storage.batches()) found.insert(batch.begin(), batch.end());
  CHECK(found.size() == 16 * posts_each);
  CHECK(std::set<std::string>(found.begin(), found.end()).size() == found.size());
}
