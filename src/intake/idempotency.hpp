// Idempotency-Key: a program that did not hear the answer may send its post again, and one row is stored.
//
// Remembered in memory only, for 24 hours or until the server stops: a keyed hash of the key, a keyed hash of
// the body, and the receipt and month of the answer. None of it can be linked to the row that was stored. The
// hashes' keys are random and die with the process; the row is sealed to a key that this process does not
// hold, the receipt stands inside the seal, and no row number, sealed byte or content of a post is kept here.
// The time beside an entry is there to forget it by, and is never written anywhere.
//
// Bounded: the oldest answers are forgotten first. Posts under way are bounded by the connections that wait
// for them. Safe from several threads; nobody waits inside it.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/month.hpp"
#include "intake/request.hpp"
#include "seal/keyed_hash.hpp"

namespace postbox::intake {

// What stays the same when a post is answered again.
struct Receipt {
  std::string code;
  Month month;

  friend bool operator==(const Receipt&, const Receipt&) = default;
};

// The receipt in a 201 of the API.
Receipt receipt_of(const Response& created);

// A 201 of the API with the receipt of an earlier one. Its signposts are those of `created`, made just now:
// a repeated answer must not send anybody to a line that has closed meanwhile.
Response with_receipt(const Response& created, const Receipt& earlier);

class RepeatedPosts {
 public:
  using Respond = std::function<void(Response)>;

  static constexpr std::size_t answers_max = 10'000;
  static constexpr std::chrono::hours remembered_for{24};

  // One post with a key, as it is remembered.
  struct Fingerprints {
    seal::Fingerprint key;
    seal::Fingerprint body;
  };

  struct First {};      // to be stored now, and then stored() or not_stored() to be called
  struct Waits {};      // the same is under way: `respond` is called with its answer
  struct OtherBody {};  // 409
  using Finding = std::variant<First, Waits, OtherBody, Receipt>;

  // `clock` is borrowed.
  explicit RepeatedPosts(const Clock& clock, std::size_t most = answers_max) : clock_(clock), most_(most) {}

  Fingerprints fingerprints(std::string_view key, std::string_view body) const {
    return {keys_.of(key), bodies_.of(body)};
  }

  Finding look_up(const Fingerprints& post, const Respond& respond);

  // Of a First: it is durable. Whoever waited for it is answered with `created`, in which `receipt` stands.
  void stored(const Fingerprints& post, const Receipt& receipt, const Response& created);
  // Of a First: it is in no row. The key is forgotten, so that it can be tried again.
  void not_stored(const Fingerprints& post, const Response& refusal);

 private:
  struct Entry {
    seal::Fingerprint body{};
    std::optional<Receipt> receipt{};  // nothing while the first post is under way
    std::vector<Respond> waiting{};
  };
  struct Answered {
    seal::Fingerprint key;
    std::chrono::sys_seconds at;
  };

  void forget_old();

  const Clock& clock_;
  std::size_t most_;
  seal::KeyedHash keys_;
  seal::KeyedHash bodies_;
  std::mutex mutex_;
  std::map<seal::Fingerprint, Entry> entries_;
  std::deque<Answered> answered_;  // the oldest first
};

}  // namespace postbox::intake
