// One key of a box hands over to the next: `box.handovers`, `safeguarding.handovers` (schema/key_files.md).
//
// Signed by both. Whoever trusts the earlier key may trust the later one, for it was named by it; whoever
// trusts the later one knows that the earlier was its predecessor, and which manifests it has signed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "seal/public_key.hpp"

namespace postbox::seal {

struct Handover {
  std::string of;  // "box" or "safeguarding": one cannot stand in for the other
  std::string on;  // day in London, "2026-11-27"
  PublicKey from;
  PublicKey to;
};

// What both keys sign: the handover up to its signatures.
std::string handover_text(const Handover& handover);

// No file of them is as long: a thousand rotations.
inline constexpr std::size_t handovers_bytes_max = 1024UL * 1024;

// Of a whole file, oldest first; each begins at the key to which the one before led. Nothing where the text
// is not such a file, is of something else than `of`, or a signature does not verify.
std::optional<std::vector<Handover>> read_handovers(std::string_view text, std::string_view of);

}  // namespace postbox::seal
