#include "seal/opener/hand_over.hpp"

#include "seal/key_lines.hpp"

namespace postbox::seal {

std::string write_handover(const SecretKeys& from, const SecretKeys& to, const std::string& of,
                           const std::string& on) {
  const std::string text = handover_text({of, on, from.public_key(), to.public_key()});
  return text + key_line("signed-by-from", from.sign(text)) + key_line("signed-by-to", to.sign(text));
}

}  // namespace postbox::seal
