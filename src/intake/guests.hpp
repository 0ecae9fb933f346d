// Everybody who is connected, what they hold in memory together, and who makes room when there is too little.
//
// Only the loop's thread knows them. Who makes room is chosen so that small posts, nearly all honest ones,
// are the last to go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "intake/connection.hpp"

namespace postbox::intake {

struct Guest {
  std::uint64_t id = 0;  // never given twice
  Connection connection;
  std::uint32_t watched = 0;  // the events that the loop asked for
  std::size_t held = 0;       // bytes, as counted in held_together()
};

class Guests {
 public:
  using Id = std::uint64_t;

  Guest& let_in(Id id, Connection connection);
  // None where that one has gone.
  Guest* find(Id id);
  void forget(const Guest& guest);
  // After anything happened to its connection.
  void count_again(Guest& guest);

  bool empty() const { return guests_.empty(); }
  std::size_t size() const { return guests_.size(); }
  std::size_t held_together() const { return held_together_; }

  // None where everybody's request is being worked on.
  Guest* nearest_to_deadline();
  Guest* holds_most();

  std::vector<Id> late(Instant now) const;
  std::vector<Id> idle() const;

 private:
  std::unordered_map<Id, Guest> guests_;
  std::size_t held_together_ = 0;
};

}  // namespace postbox::intake
