#include "intake/monitor.hpp"

#include <sys/eventfd.h>

#include <utility>

#include "base/error.hpp"
#include "intake/problem.hpp"

namespace postbox::intake {
namespace {

const Address& only_loopback(const Address& address) {
  if (is_loopback(address)) return address;
  throw Error(Fault::usage, "the metrics on " + text_of(address) + " could be read by others",
              "for example --metrics 127.0.0.1:9108");
}

Limits small_limits() {
  Limits limits;
  limits.connections_max = 16;
  limits.body_bytes_max = kibibyte;
  return limits;
}

std::optional<Response> refusal_of(const RequestHead& head) {
  if (head.path != "/metrics") return problem(ProblemKind::not_found);
  if (head.method == "GET" || head.method == "HEAD") return std::nullopt;
  Response refused = problem(ProblemKind::method_not_allowed);
  refused.allow = "GET, HEAD";
  return refused;
}

Response answer_to(const Request& request, const std::function<Figures()>& figures) {
  if (auto refusal = refusal_of(request.head)) return *std::move(refusal);
  return respond(200, prometheus_type, as_prometheus_text(figures()));
}

}  // namespace

Monitor::Monitor(const Address& address, std::function<Figures()> figures)
    : server_(only_loopback(address), small_limits(),
              [figures = std::move(figures)](const Request& request, const Server::Respond& respond) {
                respond(answer_to(request, figures));
              },
              {[](Refusal refusal, const RequestHead&) { return problem(kind_of(refusal)); }, refusal_of}),
      stop_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!stop_) throw Error(Fault::storage, "the operating system refuses an event", "");
  thread_ = std::thread([this] { server_.run(stop_.number()); });
}

Monitor::~Monitor() {
  ::eventfd_write(stop_.number(), 1);
  thread_.join();
}

}  // namespace postbox::intake
