// One whole request, and what is answered.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "intake/request_head.hpp"

namespace postbox::intake {

struct Request {
  RequestHead head;
  std::string body;
};

// Header values are literals of this program or numbers: nothing that was sent can come back in a header.
struct Response {
  int status = 200;
  const char* content_type = "text/html; charset=utf-8";
  std::shared_ptr<const std::string> body;  // shared, so that it is written without a copy
  bool body_is_shared = false;              // kept for others anyway: a reader of it holds no memory
  const char* allow = nullptr;              // of a 405
  unsigned retry_after_seconds = 0;         // of a 503
  bool has_own_style = false;               // stands in the page itself; it loads and sends nothing at all
};

Response respond(int status, const char* content_type, std::string body);

// Status line and headers, the empty line included; Content-Length is that of the body, also when the body
// itself is then left out, as the answer to HEAD asks.
std::string response_head(const Response& response, bool closes);

}  // namespace postbox::intake
