#include "emptying/lane.hpp"

#include <algorithm>

#include "feedback/encoding.hpp"
#include "safeguarding/lane.hpp"
#include "safeguarding/log.hpp"

namespace postbox::emptying {
namespace {

bool is_over(const store::LaneItem& item) {
  return item.state == store::LaneState::released || !item.has_words;
}

// "" where the record does not open any more.
std::string link_of_record(const Rooms& rooms, std::string_view record) {
  const auto plaintext = rooms.keys.open(record);
  const auto submission = plaintext ? decode(*plaintext) : std::nullopt;
  return submission ? safeguarding::link_of(submission->id) : std::string();
}

}  // namespace

Lane::Lane(const Rooms& rooms) {
  std::vector<seal::PublicKey> keys = rooms.safeguarding_before;
  keys.push_back(rooms.safeguarding);
  const auto log = safeguarding::check_log(keys, store::lane_log(rooms.box));
  for (const store::LaneItem& item : store::lane_items(rooms.box)) {
    const auto said = log.states.find(item.link);
    const bool proven = said != log.states.end() && said->second == item.state;
    items_[item.link] = {proven ? item.state : store::LaneState::unopened, item.has_words};
  }
}

bool Lane::holds_back(const std::string& link, bool urgent) const {
  return has(link) ? !is_released(link) : urgent;
}

bool Lane::is_released(const std::string& link) const {
  const auto found = items_.find(link);
  return found != items_.end() && found->second.state == store::LaneState::released;
}

bool Lane::is_settled(const std::string& link) const {
  const auto found = items_.find(link);
  return found != items_.end() && found->second.state == store::LaneState::done && !found->second.has_words;
}

Settled find_settled(const Rooms& rooms) {
  Settled settled;
  if (!may_settle(rooms.box)) return settled;
  const Lane lane(rooms);
  store::SealedReader reader(rooms.box);
  for (const store::MonthRow& row : store::held_rows(rooms.box)) {
    const std::string link = link_of_record(rooms, reader.read(row.key));
    if (lane.is_released(link)) settled.released.push_back(row);
    if (lane.is_settled(link)) settled.done.push_back(row.key);
  }
  return settled;
}

void settle(const Rooms& rooms) {
  const Settled settled = find_settled(rooms);
  if (settled.released.empty() && settled.done.empty()) return;
  std::vector<store::RowKey> released;
  for (const store::MonthRow& row : settled.released) released.push_back(row.key);
  store::settle_held(rooms.box, released, settled.done);
}

bool may_settle(store::Connection& box) {
  const auto items = store::lane_items(box);
  return std::any_of(items.begin(), items.end(), is_over) && !store::held_rows(box).empty();
}

}  // namespace postbox::emptying
