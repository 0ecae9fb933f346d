#include "emptying/signed_text.hpp"

#include "seal/digest.hpp"
#include "seal/sealer.hpp"

namespace postbox::emptying {

std::vector<std::string> seal_signed(const seal::SecretKeys& keys, std::string_view bytes) {
  const std::string whole = keys.sign(bytes) + "\n" + std::string(bytes);
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < whole.size(); from += seal::plaintext_bytes_max) {
    parts.push_back(seal::seal(keys.public_key(), whole.substr(from, seal::plaintext_bytes_max)));
  }
  return parts;
}

std::optional<std::string> open_signed(const seal::SecretKeys& keys, std::span<const std::string> parts) {
  // All parts are of the key that signed them: the box's own of that time.
  const seal::SecretKeys* const own = parts.empty() ? nullptr : keys.holder_of(parts.front());
  if (own == nullptr) return std::nullopt;
  std::string whole;
  for (const std::string& part : parts) {
    const auto plaintext = own->holder_of(part) == own ? own->open(part) : std::nullopt;
    if (!plaintext) return std::nullopt;
    whole += *plaintext;
  }
  const auto end_of_signature = whole.find('\n');
  if (end_of_signature == std::string::npos) return std::nullopt;
  std::string bytes = whole.substr(end_of_signature + 1);
  if (!seal::verifies(own->public_key(), bytes, whole.substr(0, end_of_signature))) return std::nullopt;
  return bytes;
}

}  // namespace postbox::emptying
