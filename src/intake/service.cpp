#include "intake/service.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "intake/problem.hpp"

namespace postbox::intake {
namespace {

// Nine in ten honest posts are shorter by far; work grows with the body.
constexpr std::size_t large_body_bytes = 16 * kibibyte;

unsigned worker_count(const Limits& limits) {
  return limits.workers != 0 ? limits.workers : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

Service::Service(const Address& address, const Limits& limits, SlotParts parts, GroupCommitter::Commit commit,
                 GroupCommitter::Notice notice)
    : repeated_(parts.clock),
      committer_(std::move(commit),
                 {.batch_max = limits.batch_max, .retry_every = limits.retry_storage_every},
                 std::move(notice), [this] { return undecided_ > 0; }),
      slot_(with_health_of_writer(std::move(parts))),
      workers_(worker_count(limits)),
      server_(address, limits,
              [this](Request request, Server::Respond respond) {
                auto shared = std::make_shared<const Request>(std::move(request));
                const auto size =
                    shared->body.size() > large_body_bytes ? Workers::Size::large : Workers::Size::small;
                ++undecided_;
                workers_.add(
                    [this, shared, respond = std::move(respond)] { answer_or_refuse(shared, respond); },
                    size);
              },
              {[this](Refusal refusal, const RequestHead& known) { return slot_.refused(known, refusal); },
               [this](const RequestHead& head) { return slot_.refused_before_body(head); }}) {}

SlotParts Service::with_health_of_writer(SlotParts parts) {
  looks_well_ = std::move(parts.can_store);
  parts.can_store = [this] { return storage_works(); };
  return parts;
}

bool Service::storage_works() {
  if (!committer_.working()) return false;
  if (looks_well_()) return true;
  committer_.doubt();
  return false;
}

// Nobody gets a 500 and nobody reads an exception's words: what cannot be done now can be tried again.
void Service::answer_or_refuse(const SharedRequest& request, const Server::Respond& respond) {
  try {
    answer(request, respond);
  } catch (const std::exception&) {
    respond(slot_.unavailable(request->head));
  }
}

Decision Service::decide(const Request& request) {
  struct Decided {
    std::atomic<unsigned>& undecided;
    ~Decided() { --undecided; }
  } const decided{undecided_};
  return slot_.handle(request);
}

void Service::answer(const SharedRequest& request, const Server::Respond& respond) {
  Decision decision = decide(*request);
  if (!decision.to_store) return respond(std::move(decision.response));
  if (decision.once) return store_once(request, std::move(decision), respond);
  store(request, std::move(decision), respond);
}

void Service::store(const SharedRequest& request, Decision decision, const Server::Respond& respond) {
  committer_.add(std::move(*decision.to_store),
                 [this, request, respond, thanks = std::move(decision.response)](bool durable) {
                   respond(durable ? thanks : slot_.not_stored(*request));
                 });
}

// What was made for a repeated post is thrown away: its first row stands.
void Service::store_once(const SharedRequest& request, Decision decision, const Server::Respond& respond) {
  const Once& once = *decision.once;
  const auto post = repeated_.fingerprints(once.name, once.body);
  const auto finding = repeated_.look_up(post, respond);
  if (std::holds_alternative<RepeatedPosts::OtherBody>(finding)) {
    respond(once.refused());
  } else if (const auto* earlier = std::get_if<Receipt>(&finding)) {
    respond(once.again(*earlier));
  } else if (std::holds_alternative<RepeatedPosts::First>(finding)) {
    store_first(request, std::move(decision), post, respond);
  }
}

void Service::store_first(const SharedRequest& request, Decision decision,
                          const RepeatedPosts::Fingerprints& post, const Server::Respond& respond) {
  try {
    const Receipt receipt = decision.once->receipt;
    store(request, std::move(decision), [this, post, receipt, respond](Response answer) {
      if (answer.status < 300) {
        repeated_.stored(post, receipt, answer);
      } else {
        repeated_.not_stored(post, answer);
      }
      respond(std::move(answer));
    });
  } catch (const std::exception&) {
    repeated_.not_stored(
        post, slot_.unavailable(request->head));  // or whoever waits for this post would wait for ever
    throw;
  }
}

}  // namespace postbox::intake
