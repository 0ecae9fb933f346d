// Where the server listens.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/descriptor.hpp"

namespace postbox::intake {

struct Address {
  std::string host;  // a name or a number, an IPv6 address without its brackets
  std::uint16_t port = 0;
};

// "127.0.0.1:8080", "localhost:0", "[::1]:8080". Nothing where it is not of this form.
std::optional<Address> parse_address(std::string_view text);

std::string text_of(const Address& address);

// A socket that listens, non-blocking.
struct Listener {
  Descriptor socket;
  Address address;  // with the port that port 0 became
};

// Whether every number that the host stands for is this machine's loopback. Throws where it stands for none.
bool is_loopback(const Address& address);

// Throws Error(Fault::cannot_create) where the address cannot be had.
Listener listen_on(const Address& address);

}  // namespace postbox::intake
