// A submission as the bytes that are sealed, and back.
//
// Canonical JSON: one object, keys in byte order, no white space, UTF-8 unescaped except where JSON asks for
// it, so that equal submissions are equal bytes. Described in schema/sealed_record.md. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feedback/submission.hpp"

namespace postbox {

std::string encode(const Submission& submission);

// Nothing where the bytes are not such an object; a key that is not known is refused too, for the version
// stands in the bytes and a later format has another.
std::optional<Submission> decode(std::string_view bytes);

}  // namespace postbox
