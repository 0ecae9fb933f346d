#include "intake/slot.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "feedback/encoding.hpp"
#include "feedback/json_writer.hpp"
#include "feedback/new_submission.hpp"
#include "intake/accept.hpp"
#include "intake/media_type.hpp"
#include "intake/same_site.hpp"
#include "seal/sealer.hpp"

namespace postbox::intake {
namespace {

constexpr const char* json_type = "application/json";
constexpr std::size_t idempotency_key_bytes_max = 200;
constexpr const char* what_a_key_is =
    "an Idempotency-Key is 1 to 200 visible characters of ASCII, without spaces";
constexpr std::size_t created_bytes = 1024;  // of an answer with the shipped signposts, and some more

// A UUID or the like; the quotation marks of a structured field are visible characters as well.
bool is_idempotency_key(std::string_view text) {
  return !text.empty() && text.size() <= idempotency_key_bytes_max &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

Decision answer(Response response) { return {std::move(response), std::nullopt}; }

// What is wrong with a post, as far as its head tells.
struct HeadFault {
  ProblemKind kind;
  std::string_view detail{};
};

std::optional<HeadFault> fault_of_form(const RequestHead& head) {
  const auto type = parse_media_type(head.content_type);
  if (!type || !is_form(*type)) return HeadFault{ProblemKind::unsupported_media_type};
  return std::nullopt;
}

std::optional<HeadFault> fault_of_json(const RequestHead& head) {
  const auto type = parse_media_type(head.content_type);
  if (!type || !is_json(*type)) return HeadFault{ProblemKind::unsupported_media_type};
  const auto& key = head.idempotency_key;
  if (key && !is_idempotency_key(*key)) return HeadFault{ProblemKind::malformed, what_a_key_is};
  return std::nullopt;
}

// Answered as programs understand it, whatever they say that they would take: some name text/html by habit.
bool is_for_programs(std::string_view path) {
  return path.starts_with("/api/") || path == "/healthz" || path == "/readyz";
}

void write(JsonWriter& out, const form::Signpost& signpost) {
  out.raw(R"({"id":)");
  out.text(signpost.id);
  out.raw(R"(,"name":)");
  out.text(signpost.name);
  out.raw(R"(,"phone":)");
  out.text(signpost.phone);
  out.raw(R"(,"url":)");
  out.text(signpost.url);
  out.raw("}");
}

}  // namespace

std::vector<form::Problem> too_long_to_seal() {
  return {{"", "This is too long to be sealed. Please send it in two parts.", form::Trouble::two_parts}};
}

struct Slot::Route {
  std::string_view path;
  const char* allow;  // "GET, HEAD" or "POST"
  Decision (*handle)(const Slot& slot, const Request& request);
  std::optional<HeadFault> (*fault)(const RequestHead& head) = nullptr;  // of a post
};

const Slot::Route* Slot::find_route(std::string_view path) {
  static constexpr const char* get = "GET, HEAD";
  static constexpr const char* post = "POST";
  using form::Variant;
  static const std::array routes = {
      Route{"/", get, [](const Slot& s, const Request& r) { return s.form_page(r, Variant::standard); }},
      Route{"/easy", get, [](const Slot& s, const Request& r) { return s.form_page(r, Variant::easy); }},
      Route{"/for-someone", get,
            [](const Slot& s, const Request& r) { return s.form_page(r, Variant::for_someone); }},
      Route{"/page.js", get, [](const Slot&, const Request&) { return script(); }},
      Route{"/logo.svg", get, [](const Slot& s, const Request&) { return s.logo(); }},
      Route{"/style.css", get, [](const Slot& s, const Request&) { return s.style_sheet(); }},
      Route{"/icon.svg", get, [](const Slot&, const Request&) { return icon(); }},
      Route{"/feedback", post, [](const Slot& s, const Request& r) { return s.post_form(r); }, fault_of_form},
      Route{"/api/v1/feedback", post, [](const Slot& s, const Request& r) { return s.post_json(r); },
            fault_of_json},
      Route{"/api/v1/form", get, [](const Slot& s, const Request&) { return s.form_json(); }},
      Route{"/api/openapi.json", get, [](const Slot& s, const Request&) { return s.openapi(); }},
      Route{"/trends", get, [](const Slot& s, const Request& r) { return s.trends(r); }},
      Route{"/healthz", get, [](const Slot&, const Request&) { return alive(); }},
      Route{"/readyz", get, [](const Slot& s, const Request& r) { return s.ready(r); }},
  };
  const auto* found =
      std::find_if(routes.begin(), routes.end(), [&](const Route& r) { return r.path == path; });
  return found == routes.end() ? nullptr : found;
}

Slot::Slot(SlotParts parts)
    : parts_(std::move(parts)),
      stamps_(parts_.random, parts_.steady_now()),
      form_json_(form::form_as_json(parts_.form)) {}

std::variant<const Slot::Route*, Response> Slot::admit(const RequestHead& head) const {
  const Route* route = find_route(head.path);
  if (route == nullptr) return refuse(head, ProblemKind::not_found);
  const bool posts = std::string_view(route->allow) == "POST";
  if (posts ? head.method != "POST" : head.method != "GET" && head.method != "HEAD") {
    Response other_method = refuse(head, ProblemKind::method_not_allowed);
    other_method.allow = route->allow;
    return other_method;
  }
  if (!posts) return route;
  if (!head.body_bytes) return refuse(head, ProblemKind::length_required);
  if (is_from_another_site(head)) return refuse(head, ProblemKind::cross_site);
  if (const auto fault = route->fault(head)) return refuse(head, fault->kind, fault->detail);
  return route;
}

std::optional<Response> Slot::refused_before_body(const RequestHead& head) const {
  auto admitted = admit(head);
  auto* const refusal = std::get_if<Response>(&admitted);
  if (refusal == nullptr) return std::nullopt;
  return std::move(*refusal);
}

Decision Slot::handle(const Request& request) const {
  auto admitted = admit(request.head);
  if (auto* const refusal = std::get_if<Response>(&admitted)) return answer(std::move(*refusal));
  if (request.head.method == "POST" && !has_month(parts_.clock.now())) return answer(not_stored(request));
  return std::get<const Route*>(admitted)->handle(*this, request);
}

Decision Slot::form_json() const { return answer(respond(200, json_type, form_json_)); }

Decision Slot::openapi() const {
  if (parts_.openapi.empty()) return answer(problem(ProblemKind::not_found));
  return answer(respond(200, json_type, parts_.openapi));
}

// Read again each second: the keeper publishes while the server runs.
Decision Slot::trends(const Request& request) const {
  if (!parts_.published_trends) return answer(refuse(request.head, ProblemKind::not_found));
  Response page;
  page.body = published_.find_or_make("trends", stamps_.stamp(parts_.steady_now()), parts_.published_trends);
  if (page.body->empty()) return answer(refuse(request.head, ProblemKind::not_found));
  page.body_is_shared = true;
  page.has_own_style = true;
  return answer(std::move(page));
}

Decision Slot::alive() { return answer(respond(200, json_type, R"({"status":"alive"})")); }

Decision Slot::ready(const Request& request) const {
  if (!has_month(parts_.clock.now()) || !parts_.can_store()) return answer(unavailable(request.head));
  return answer(respond(200, json_type, R"({"status":"ready"})"));
}

Decision Slot::post_json(const Request& request) const {
  form::Reading reading = form::read_json(parts_.form, request.body);
  if (const auto* malformed = std::get_if<form::Malformed>(&reading)) {
    return answer(problem(ProblemKind::malformed, malformed->detail));
  }
  auto& checked = std::get<form::Checked>(reading);
  if (!checked.problems.empty()) return answer(problem(ProblemKind::answers_refused, {}, checked.problems));
  Submission submission = submission_of(std::move(checked.answers), Channel::api);
  submission.suspected = is_suspected(submission.answers, {});
  const std::string plaintext = encode(submission);
  if (plaintext.size() > seal::plaintext_bytes_max) {
    return answer(problem(ProblemKind::answers_refused, {}, too_long_to_seal()));
  }
  Decision decision{respond(201, json_type, created_json(submission)), sealed(submission, plaintext)};
  if (const auto& key = request.head.idempotency_key) {
    decision.once =
        Once{*key,
             request.body,
             {submission.receipt, submission.month},
             [made = decision.response](const Receipt& earlier) { return with_receipt(made, earlier); },
             [] { return problem(ProblemKind::key_reused); }};
  }
  return decision;
}

std::string Slot::created_json(const Submission& submission) const {
  const auto london = london_time(parts_.clock.now());
  const std::string_view district = chosen(submission.answers, question_id::district);
  JsonWriter out;
  out.reserve(created_bytes);
  out.raw(R"({"receipt":)");
  out.text(submission.receipt);
  out.raw(R"(,"month":)");
  out.text(submission.month.text());
  out.raw(R"(,"signposts":)");
  const char* between = "[";
  for (const form::Signpost& signpost : parts_.signposts) {
    if (!form::answers_now(signpost, london, district)) continue;
    out.raw(std::exchange(between, ","));
    write(out, signpost);
  }
  out.raw(between == std::string_view("[") ? "[]}" : "]}");
  return out.take();
}

Response Slot::refuse(const RequestHead& asked, ProblemKind kind, std::string_view detail) const {
  if (is_for_programs(asked.path) || !wants_page(asked.accept)) return problem(kind, detail);
  return setback(asked, kind);
}

Response Slot::refused(const RequestHead& known, Refusal why) const {
  if (why == Refusal::no_capacity) return unavailable(known);
  return refuse(known, kind_of(why));
}

Response Slot::unavailable(const RequestHead& asked) const {
  Response response = refuse(asked, ProblemKind::unavailable);
  response.retry_after_seconds = parts_.retry_after_seconds;
  return response;
}

Submission Slot::submission_of(Answers answers, Channel channel) const {
  return new_submission(parts_.random, month_in_london(parts_.clock.now()), channel, std::move(answers));
}

bool Slot::is_suspected(const Answers& answers, const form::Filling& filling) const {
  if (parts_.suspicion == nullptr) return false;
  const Instant now = parts_.steady_now();
  return parts_.suspicion->suspects(answers, {filling.trap_filled, stamps_.age(filling.shown, now)}, now);
}

store::NewSealed Slot::sealed(const Submission& submission, std::string_view plaintext) const {
  return {submission.month, parts_.seal(plaintext),
          parts_.lane == nullptr ? std::nullopt : parts_.lane->copy_of(submission, plaintext)};
}

}  // namespace postbox::intake
