// What is said when a request is not taken: application/problem+json (RFC 9457). Pure.
#pragma once

#include <string_view>
#include <vector>

#include "form/answers.hpp"
#include "intake/request.hpp"

namespace postbox::intake {

// The kinds are a closed list; `type` is "/problems/" and the name.
enum class ProblemKind {
  malformed,               // 400
  cross_site,              // 403
  not_found,               // 404
  method_not_allowed,      // 405, with Allow
  too_slow,                // 408
  key_reused,              // 409
  length_required,         // 411
  body_too_large,          // 413
  path_too_long,           // 414
  unsupported_media_type,  // 415
  answers_refused,         // 422, with errors
  head_too_large,          // 431
  unavailable,             // 503, with Retry-After
};

ProblemKind kind_of(Refusal refusal);
int status_of(ProblemKind kind);

// `detail` quotes nothing that was sent; "" leaves it out.
Response problem(ProblemKind kind, std::string_view detail = {},
                 const std::vector<form::Problem>& errors = {});

}  // namespace postbox::intake
