#include "intake/guests.hpp"

#include <utility>

namespace postbox::intake {
namespace {

// Of whom nothing can be taken until the answer is there.
bool is_worked_on(const Guest& guest) { return guest.connection.phase() == Connection::Phase::handling; }

}  // namespace

Guest& Guests::let_in(Id id, Connection connection) {
  return guests_.try_emplace(id, Guest{id, std::move(connection)}).first->second;
}

Guest* Guests::find(Id id) {
  const auto found = guests_.find(id);
  return found == guests_.end() ? nullptr : &found->second;
}

void Guests::forget(const Guest& guest) {
  const Id id = guest.id;  // it goes with the guest
  held_together_ -= guest.held;
  guests_.erase(id);
}

void Guests::count_again(Guest& guest) {
  const std::size_t held = guest.connection.bytes_held();
  held_together_ += held - std::exchange(guest.held, held);
}

Guest* Guests::nearest_to_deadline() {
  Guest* nearest = nullptr;
  for (auto& [id, guest] : guests_) {
    if (is_worked_on(guest)) continue;
    if (nearest == nullptr || guest.connection.deadline() < nearest->connection.deadline()) nearest = &guest;
  }
  return nearest;
}

Guest* Guests::holds_most() {
  Guest* largest = nullptr;
  for (auto& [id, guest] : guests_) {
    if (is_worked_on(guest)) continue;
    if (largest == nullptr || guest.held > largest->held) largest = &guest;
  }
  return largest;
}

std::vector<Guests::Id> Guests::late(Instant now) const {
  std::vector<Id> late;
  for (const auto& [id, guest] : guests_) {
    if (guest.connection.deadline() <= now) late.push_back(id);
  }
  return late;
}

std::vector<Guests::Id> Guests::idle() const {
  std::vector<Id> idle;
  for (const auto& [id, guest] : guests_) {
    if (guest.connection.is_idle()) idle.push_back(id);
  }
  return idle;
}

}  // namespace postbox::intake
