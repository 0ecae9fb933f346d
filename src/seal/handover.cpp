#include "seal/handover.hpp"

#include "seal/base64.hpp"
#include "seal/digest.hpp"
#include "seal/key_lines.hpp"

namespace postbox::seal {
namespace {

constexpr std::string_view heading = "SEND Post Box handover, version 1";

void add_key(std::string& text, const std::string& which, const PublicKey& key) {
  text += key_line(which + "-id", key_id_text(key.id));
  text += key_line(which + "-seal", to_base64(key.seal));
  text += key_line(which + "-verify", to_base64(key.verify));
}

// Its lines, as those of a file of a public key: so that it is held to the same rules.
std::optional<PublicKey> take_key(std::string_view& text, const std::string& which) {
  const auto id = take_key_line(text, which + "-id");
  const auto seal = take_key_line(text, which + "-seal");
  const auto verify = take_key_line(text, which + "-verify");
  if (!id || !seal || !verify) return std::nullopt;
  PublicBytes seal_key{};
  PublicBytes verify_key{};
  if (!from_base64(*seal, seal_key) || !from_base64(*verify, verify_key)) return std::nullopt;
  const auto key = read_public_key(write_public_key(make_public_key(seal_key, verify_key)));
  return key && *id == key_id_text(key->id) ? key : std::nullopt;
}

std::optional<Handover> take_handover(std::string_view& text) {
  if (!take_heading(text, heading)) return std::nullopt;
  const auto of = take_key_line(text, "of");
  const auto on = take_key_line(text, "on");
  if (!of || !on) return std::nullopt;
  const auto from = take_key(text, "from");
  const auto to = from ? take_key(text, "to") : std::nullopt;
  const auto signed_by_from = take_key_line(text, "signed-by-from");
  const auto signed_by_to = signed_by_from ? take_key_line(text, "signed-by-to") : std::nullopt;
  if (!to || !signed_by_to) return std::nullopt;
  Handover handover{std::string(*of), std::string(*on), *from, *to};
  const std::string signed_text = handover_text(handover);
  if (!verifies(*from, signed_text, *signed_by_from) || !verifies(*to, signed_text, *signed_by_to)) {
    return std::nullopt;
  }
  return handover;
}

}  // namespace

std::string handover_text(const Handover& handover) {
  std::string text(heading);
  text += '\n';
  text += key_line("of", handover.of);
  text += key_line("on", handover.on);
  add_key(text, "from", handover.from);
  add_key(text, "to", handover.to);
  return text;
}

std::optional<std::vector<Handover>> read_handovers(std::string_view text, std::string_view of) {
  std::vector<Handover> all;
  while (!text.empty()) {
    auto next = take_handover(text);
    if (!next || next->of != of) return std::nullopt;
    if (!all.empty() && all.back().to != next->from) return std::nullopt;
    all.push_back(*std::move(next));
  }
  return all;
}

}  // namespace postbox::seal
