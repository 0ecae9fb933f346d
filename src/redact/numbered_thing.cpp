#include "redact/numbered_thing.hpp"

#include "redact/word_list.hpp"

namespace postbox::redact {

bool is_numbered_thing(std::string_view word) {
  static constexpr WordList things = {"form",   "ref",     "reference", "contract", "part",
                                      "policy", "invoice", "order",     "ticket",   "claim"};
  return things.has(word);
}

}  // namespace postbox::redact
