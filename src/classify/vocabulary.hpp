// The classifier's words as plain data, read from config/phrases.toml.
#pragma once

namespace postbox::classify {

struct Vocabulary {};

}  // namespace postbox::classify
