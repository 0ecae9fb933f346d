#include "intake/request_head.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/token.hpp"

namespace postbox::intake {
namespace {

constexpr std::size_t method_bytes_max = 32;
// The request line beside its target: method, two spaces, version, line end.
constexpr std::size_t request_line_frame_bytes = method_bytes_max + 12;

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

// RFC 9110, 5.5: visible characters, spaces, tabs, and bytes above ASCII.
bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
  });
}

bool is_target_char(char c) { return c > 0x20 && c < 0x7F && c != '#'; }

// A registered name, an IPv4 address or an [IPv6] address, and a port; nothing else belongs in a Host.
bool is_host(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || is_letter(c) || std::string_view("-._~:[]").find(c) != std::string_view::npos;
  });
}

// Digits and nothing else; so many that they overflow are a body too large, not a small one.
std::variant<std::size_t, Refusal> parse_length(std::string_view digits, std::size_t most) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return Refusal::malformed;
  std::size_t length = 0;
  for (const char c : digits) {
    length = length * 10 + static_cast<std::size_t>(c - '0');
    if (length > most) return Refusal::body_too_large;
  }
  return length;
}

bool lists(std::string_view value, std::string_view wanted) {
  while (!value.empty()) {
    if (lower_case(trim(cut(value, ","))) == wanted) return true;
  }
  return false;
}

class HeadParser {
 public:
  explicit HeadParser(const Limits& limits) : limits_(limits) {}

  std::optional<Refusal> request_line(std::string_view line) {
    const std::string_view method = cut(line, " ");
    std::string_view target = cut(line, " ");
    if (!is_token(method) || method.size() > method_bytes_max) return Refusal::malformed;
    if (!std::all_of(target.begin(), target.end(), is_target_char)) return Refusal::malformed;
    if (line != "HTTP/1.1" && line != "HTTP/1.0") return Refusal::malformed;
    if (target.size() > limits_.path_bytes_max) return Refusal::path_too_long;
    if (!target.starts_with('/') && !takes_off_authority(target)) return Refusal::malformed;
    head_.method = method;
    head_.http_1_0 = line == "HTTP/1.0";
    head_.path = cut(target, "?");
    if (head_.path.empty()) head_.path = "/";
    head_.query = target;
    return std::nullopt;
  }

  std::optional<Refusal> field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return Refusal::malformed;
    const std::string_view value = trim(line.substr(colon + 1));
    if (!is_field_value(value)) return Refusal::malformed;
    return named_field(lower_case(line.substr(0, colon)), value);
  }

  std::optional<Refusal> end() const {
    if (!seen(Once::host)) return Refusal::malformed;
    return std::nullopt;
  }

  RequestHead take() {
    if (!host_of_target_.empty()) head_.host = std::move(host_of_target_);
    return std::move(head_);
  }

 private:
  enum class Once { host, content_length, content_type, origin, sec_fetch_site, idempotency_key };

  // A whole address, as a proxy is asked for it (RFC 9112, 3.2.2): its path and query remain. Whose name goes
  // before the host (user@) is not asked: that is refused, as RFC 9110, 4.2.4 would have it.
  bool takes_off_authority(std::string_view& target) {
    const std::string scheme = lower_case(cut(target, "://"));
    const std::string_view host = target.substr(0, std::min(target.find_first_of("/?"), target.size()));
    if ((scheme != "http" && scheme != "https") || !is_host(host)) return false;
    host_of_target_ = lower_case(host);
    target.remove_prefix(host.size());
    return true;
  }

  bool seen(Once field) const { return seen_[static_cast<std::size_t>(field)]; }
  bool first(Once field) { return !std::exchange(seen_[static_cast<std::size_t>(field)], true); }

  std::optional<Refusal> keep(Once field, std::string_view value, std::string& into) {
    if (!first(field)) return Refusal::malformed;
    into = value;
    return std::nullopt;
  }

  std::optional<Refusal> named_field(std::string_view name, std::string_view value) {
    if (name == "transfer-encoding") return Refusal::no_length;
    if (name == "content-encoding") return Refusal::unsupported_encoding;
    if (name == "content-length") return length(value);
    if (name == "host") return host(value);
    if (name == "content-type") return keep(Once::content_type, value, head_.content_type);
    if (name == "origin") return keep(Once::origin, value, head_.origin);
    if (name == "sec-fetch-site") return keep(Once::sec_fetch_site, value, head_.sec_fetch_site);
    if (name == "accept") head_.accept.append(head_.accept.empty() ? "" : ",").append(value);
    if (name == "idempotency-key") return keep(Once::idempotency_key, value, head_.idempotency_key.emplace());
    if (name == "connection") head_.wants_close = head_.wants_close || lists(value, "close");
    if (name == "expect") head_.expects_continue = lists(value, "100-continue");
    return std::nullopt;
  }

  std::optional<Refusal> length(std::string_view value) {
    if (!first(Once::content_length)) return Refusal::malformed;
    const auto parsed = parse_length(value, limits_.body_bytes_max);
    if (const auto* refusal = std::get_if<Refusal>(&parsed)) return *refusal;
    head_.body_bytes = std::get<std::size_t>(parsed);
    return std::nullopt;
  }

  std::optional<Refusal> host(std::string_view value) {
    if (!is_host(value)) return Refusal::malformed;
    return keep(Once::host, lower_case(value), head_.host);
  }

  const Limits& limits_;
  RequestHead head_;
  std::string host_of_target_;  // "" where the target is a path
  std::array<bool, 6> seen_{};
};

// Malformed outweighs the rest: a second length after one too large must not be answered as a mere size.
void note(std::optional<Refusal>& worst, std::optional<Refusal> next) {
  if (!worst || next == Refusal::malformed) worst = next ? next : worst;
}

}  // namespace

HeadReading parse_head(std::string_view head, const Limits& limits) {
  HeadParser parser(limits);
  std::optional<Refusal> refusal = parser.request_line(cut(head, "\r\n"));
  for (std::string_view line = cut(head, "\r\n"); !line.empty(); line = cut(head, "\r\n")) {
    note(refusal, parser.field(line));
  }
  note(refusal, parser.end());
  if (refusal) return *refusal;
  return parser.take();
}

RequestHead known_of(std::string_view bytes, const Limits& limits) {
  HeadParser parser(limits);
  const std::size_t end = bytes.rfind("\r\n");  // a line without its end may be half a line
  std::string_view lines = bytes.substr(0, end == std::string_view::npos ? 0 : end);
  (void)parser.request_line(cut(lines, "\r\n"));
  for (std::string_view line = cut(lines, "\r\n"); !line.empty(); line = cut(lines, "\r\n")) {
    (void)parser.field(line);
  }
  return parser.take();
}

std::optional<std::variant<std::size_t, Refusal>> HeadScanner::scan(std::string_view so_far) {
  for (; seen_ < so_far.size(); ++seen_) {
    const char c = so_far[seen_];
    if (c == '\0') return Refusal::malformed;
    if (seen_ >= limits_->head_bytes_max) return Refusal::head_too_large;
    if (in_first_line_ && seen_ >= limits_->path_bytes_max + request_line_frame_bytes) {
      return Refusal::path_too_long;
    }
    if (c != '\n') continue;
    if (seen_ == 0 || so_far[seen_ - 1] != '\r') return Refusal::malformed;
    in_first_line_ = false;
    if (so_far.substr(0, seen_ + 1).ends_with("\r\n\r\n")) return ++seen_;
  }
  return std::nullopt;
}

}  // namespace postbox::intake
