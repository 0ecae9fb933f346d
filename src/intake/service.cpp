#include "intake/service.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "intake/problem.hpp"

namespace postbox::intake {
namespace {

unsigned worker_count(const Limits& limits) {
  return limits.workers != 0 ? limits.workers : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

Service::Service(const Address& address, const Limits& limits, SlotParts parts, GroupCommitter::Commit commit,
                 GroupCommitter::Notice notice)
    : committer_(std::move(commit), {limits.batch_max, limits.retry_storage_every}, std::move(notice)),
      slot_(with_health_of_writer(std::move(parts))),
      workers_(worker_count(limits)),
      server_(address, limits, [this](Request request, Server::Respond respond) {
        auto shared = std::make_shared<const Request>(std::move(request));
        workers_.add([this, shared, respond = std::move(respond)] { answer_or_refuse(shared, respond); });
      }) {}

SlotParts Service::with_health_of_writer(SlotParts parts) {
  parts.can_store = [this, room = std::move(parts.can_store)] { return committer_.working() && room(); };
  return parts;
}

// Nobody gets a 500 and nobody reads an exception's words: what cannot be done now can be tried again.
void Service::answer_or_refuse(const SharedRequest& request, const Server::Respond& respond) {
  try {
    answer(request, respond);
  } catch (const std::exception&) {
    respond(slot_.unavailable());
  }
}

void Service::answer(const SharedRequest& request, const Server::Respond& respond) {
  Decision decision = slot_.handle(*request);
  if (!decision.to_store) return respond(std::move(decision.response));
  committer_.add(std::move(*decision.to_store),
                 [this, request, respond, thanks = std::move(decision.response)](bool durable) {
                   respond(durable ? thanks : slot_.not_stored(*request));
                 });
}

}  // namespace postbox::intake
