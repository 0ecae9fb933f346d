#include <sodium.h>

#include <algorithm>

#include "seal/opener/secret_keys.hpp"

namespace postbox::seal {

Passphrase::Passphrase(std::string&& text) : words_(text.size()) {
  std::copy(text.begin(), text.end(), words_.bytes().begin());
  words_.make_read_only();
  text.resize(text.capacity());  // what a longer text left behind the end is wiped too
  sodium_memzero(text.data(), text.size());
  text.clear();
}

std::string_view Passphrase::view() const {
  const auto bytes = words_.bytes();
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace postbox::seal
