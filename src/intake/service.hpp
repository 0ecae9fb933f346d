// The whole slot at work: loop -> workers -> one writer, and back with the answer.
//
// One thread reads and writes sockets, some parse and seal, one owns the database. A post is answered by the
// writer after the transaction it shares is durable.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "intake/group_committer.hpp"
#include "intake/idempotency.hpp"
#include "intake/server.hpp"
#include "intake/settings.hpp"
#include "intake/slot.hpp"
#include "intake/workers.hpp"

namespace postbox::intake {

class Service {
 public:
  // Listens at once. `parts.can_store` says whether the disk and the files look as if it could; here the
  // writer's health is added.
  Service(const Address& address, const Limits& limits, SlotParts parts, GroupCommitter::Commit commit,
          GroupCommitter::Notice notice = {});

  const Address& address() const { return server_.address(); }

  // For the monitor; from any thread.
  Server::Load load() const { return server_.load(); }
  bool storage_works();

  // Until `stop` is readable; then finishes what was accepted.
  void run(int stop) { server_.run(stop); }

 private:
  using SharedRequest = std::shared_ptr<const Request>;

  SlotParts with_health_of_writer(SlotParts parts);
  Decision decide(const Request& request);
  void answer(const SharedRequest& request, const Server::Respond& respond);
  void answer_or_refuse(const SharedRequest& request, const Server::Respond& respond);
  void store(const SharedRequest& request, Decision decision, const Server::Respond& respond);
  void store_once(const SharedRequest& request, Decision decision, const Server::Respond& respond);
  void store_first(const SharedRequest& request, Decision decision, const RepeatedPosts::Fingerprints& post,
                   const Server::Respond& respond);

  std::atomic<unsigned> undecided_{0};  // requests that a thread works on, or will
  // In this order: what stands below adds to what stands above, and is stopped before it.
  std::function<bool()> looks_well_;
  RepeatedPosts repeated_;
  GroupCommitter committer_;
  Slot slot_;
  Workers workers_;
  Server server_;
};

}  // namespace postbox::intake
