// libsodium speaks of unsigned bytes, the other rooms of text: the casts stand here.
#pragma once

#include <string>
#include <string_view>

namespace postbox::seal {

inline const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace postbox::seal
