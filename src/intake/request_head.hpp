// The head of one HTTP request, parsed once and strictly (RFC 9112).
//
// What two parsers could read in two ways is refused, not guessed: that is where requests are smuggled.
// Only the headers named here are kept; the others are checked for their form and forgotten. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "intake/settings.hpp"

namespace postbox::intake {

struct RequestHead {
  std::string method;  // as sent: tokens are case-sensitive
  std::string path;    // from its "/" to the query, not decoded: our routes are literal
  std::string query;   // without its "?"
  bool http_1_0 = false;
  bool wants_close = false;
  bool expects_continue = false;
  std::optional<std::size_t> body_bytes;  // nothing where no Content-Length was sent
  std::string host;                       // in lower case; that of the target where it is a whole address
  std::string content_type;
  std::string origin;
  std::string sec_fetch_site;
  std::string accept;                          // as sent; lines of it joined with commas
  std::optional<std::string> idempotency_key;  // as sent; whether it is one is asked where it counts
};

// Why a request is not taken. In the order of contract: the status alone decides the answer.
enum class Refusal {
  malformed,             // 400
  too_slow,              // 408
  no_length,             // 411
  body_too_large,        // 413
  path_too_long,         // 414
  unsupported_encoding,  // 415
  head_too_large,        // 431
  no_capacity,           // 503
};

using HeadReading = std::variant<RequestHead, Refusal>;

// `head` runs from the first byte of the request line to the empty line, both line ends included.
HeadReading parse_head(std::string_view head, const Limits& limits);

// What can be told of a request that was refused or is not whole, for the words in which it is told so:
// method, path, query and `accept`, each as far as it came. Nothing else may be built on it. `bytes`: from
// the first of the request line.
RequestHead known_of(std::string_view bytes, const Limits& limits);

// Finds the end of a head that comes in pieces, looking at each byte once.
class HeadScanner {
 public:
  explicit HeadScanner(const Limits& limits) : limits_(&limits) {}

  // `so_far`: the same bytes as at the last call, and more. The head's size once it is complete; nothing
  // while it is not. A line feed without its carriage return and a NUL are refused where they stand.
  std::optional<std::variant<std::size_t, Refusal>> scan(std::string_view so_far);

 private:
  const Limits* limits_;
  std::size_t seen_ = 0;
  bool in_first_line_ = true;
};

}  // namespace postbox::intake
