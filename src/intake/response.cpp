#include <fmt/format.h>

#include <iterator>

#include "intake/request.hpp"

namespace postbox::intake {
namespace {

// Pages use nothing but our own style sheet, pictures and script, post only to us and stand in nobody's
// frame. Referrer-Policy is same-origin: with no-referrer Chromium sends "Origin: null" on our own form.
constexpr std::string_view policy_of_pages =
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'";
constexpr std::string_view policy_of_figures =
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri "
    "'none'";
constexpr std::string_view security_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), "
    "geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()\r\n"
    "Cache-Control: no-store\r\n";

constexpr std::size_t head_bytes = 1024;  // of a page's, and some more

std::string_view reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    default:
      return "Service Unavailable";
  }
}

}  // namespace

Response respond(int status, const char* content_type, std::string body) {
  Response response;
  response.status = status;
  response.content_type = content_type;
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

std::string response_head(const Response& response, bool closes) {
  std::string head;
  head.reserve(head_bytes);
  auto out = std::back_inserter(head);
  fmt::format_to(out, "HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n", response.status,
                 reason(response.status), response.content_type, response.body ? response.body->size() : 0);
  if (response.allow != nullptr) fmt::format_to(out, "Allow: {}\r\n", response.allow);
  if (response.retry_after_seconds != 0) {
    fmt::format_to(out, "Retry-After: {}\r\n", response.retry_after_seconds);
  }
  fmt::format_to(out, "Content-Security-Policy: {}\r\n{}{}\r\n",
                 response.has_own_style ? policy_of_figures : policy_of_pages, security_headers,
                 closes ? "Connection: close\r\n" : "");
  return head;
}

}  // namespace postbox::intake
