#include "intake/problem.hpp"

#include <nlohmann/json.hpp>

namespace postbox::intake {
namespace {

struct Wording {
  int status;
  const char* name;
  const char* title;
};

Wording wording_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::malformed:
      return {400, "malformed", "The request could not be read"};
    case ProblemKind::cross_site:
      return {403, "cross-site", "Posts from other sites are not taken"};
    case ProblemKind::not_found:
      return {404, "not-found", "There is no such page"};
    case ProblemKind::method_not_allowed:
      return {405, "method-not-allowed", "This page does not take that method"};
    case ProblemKind::too_slow:
      return {408, "too-slow", "The request took too long to arrive"};
    case ProblemKind::key_reused:
      return {409, "key-reused", "This Idempotency-Key was sent with another body"};
    case ProblemKind::length_required:
      return {411, "length-required", "A body needs a Content-Length; chunked bodies are not taken"};
    case ProblemKind::body_too_large:
      return {413, "body-too-large", "The body is too large"};
    case ProblemKind::path_too_long:
      return {414, "path-too-long", "The path is too long"};
    case ProblemKind::unsupported_media_type:
      return {415, "unsupported-media-type", "This content type or encoding is not taken"};
    case ProblemKind::answers_refused:
      return {422, "answers-refused", "Some answers could not be taken"};
    case ProblemKind::head_too_large:
      return {431, "head-too-large", "The headers are too large"};
    case ProblemKind::unavailable:
      break;
  }
  return {503, "unavailable", "Feedback cannot be stored just now; please try again"};
}

nlohmann::ordered_json errors_as_json(const std::vector<form::Problem>& errors) {
  auto list = nlohmann::ordered_json::array();
  for (const form::Problem& error : errors) {
    list.push_back({{"pointer", error.pointer}, {"detail", error.detail}});
  }
  return list;
}

}  // namespace

ProblemKind kind_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::malformed:
      return ProblemKind::malformed;
    case Refusal::too_slow:
      return ProblemKind::too_slow;
    case Refusal::no_length:
      return ProblemKind::length_required;
    case Refusal::body_too_large:
      return ProblemKind::body_too_large;
    case Refusal::path_too_long:
      return ProblemKind::path_too_long;
    case Refusal::unsupported_encoding:
      return ProblemKind::unsupported_media_type;
    case Refusal::head_too_large:
      return ProblemKind::head_too_large;
    case Refusal::no_capacity:
      break;
  }
  return ProblemKind::unavailable;
}

int status_of(ProblemKind kind) { return wording_of(kind).status; }

Response problem(ProblemKind kind, std::string_view detail, const std::vector<form::Problem>& errors) {
  const Wording wording = wording_of(kind);
  nlohmann::ordered_json document;
  document["type"] = std::string("/problems/") + wording.name;
  document["title"] = wording.title;
  document["status"] = wording.status;
  if (!detail.empty()) document["detail"] = detail;
  if (!errors.empty()) document["errors"] = errors_as_json(errors);
  // An answer's wording could quote bytes that are not UTF-8; an answer must never fail for that.
  return respond(wording.status, "application/problem+json",
                 document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace postbox::intake
