#include "intake/idempotency.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace postbox::intake {

Receipt receipt_of(const Response& created) {
  const auto document = nlohmann::json::parse(*created.body);
  return {document.at("receipt").get<std::string>(),
          Month::parse(document.at("month").get<std::string>()).value()};
}

Response with_receipt(const Response& created, const Receipt& earlier) {
  auto document = nlohmann::ordered_json::parse(*created.body);
  document["receipt"] = earlier.code;
  document["month"] = earlier.month.text();
  return respond(created.status, created.content_type, document.dump());
}

RepeatedPosts::Finding RepeatedPosts::look_up(const Fingerprints& post, const Respond& respond) {
  const std::lock_guard lock(mutex_);
  forget_old();
  const auto [found, is_first] = entries_.try_emplace(post.key);
  Entry& entry = found->second;
  if (is_first) {
    entry.body = post.body;
    return First{};
  }
  if (entry.body != post.body) return OtherBody{};
  if (entry.receipt) return *entry.receipt;
  entry.waiting.push_back(respond);
  return Waits{};
}

void RepeatedPosts::stored(const Fingerprints& post, const Receipt& receipt, const Response& created) {
  std::vector<Respond> waiting;
  {
    const std::lock_guard lock(mutex_);
    Entry& entry = entries_.at(post.key);
    entry.receipt = receipt;
    waiting = std::exchange(entry.waiting, {});
    answered_.push_back({post.key, clock_.now()});
    forget_old();
  }
  for (const Respond& respond : waiting) respond(created);
}

void RepeatedPosts::not_stored(const Fingerprints& post, const Response& refusal) {
  std::vector<Respond> waiting;
  {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(post.key);
    if (found == entries_.end()) return;
    waiting = std::move(found->second.waiting);
    entries_.erase(found);
  }
  for (const Respond& respond : waiting) respond(refusal);
}

// Only answered posts: one that is under way still has somebody waiting for it.
void RepeatedPosts::forget_old() {
  const auto now = clock_.now();
  while (!answered_.empty() && (answered_.size() > most_ || answered_.front().at + remembered_for <= now)) {
    entries_.erase(answered_.front().key);
    answered_.pop_front();
  }
}

}  // namespace postbox::intake
