// Tables of texts as they are typed and as they must read once redacted, with the shipped lists.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>

#include "redact/shipped_redactor.hpp"

namespace postbox::redact {

struct Row {
  const char* why;
  std::string_view typed;
  std::string_view expected;
};

template <std::size_t Count>
void check_rows(const Row (&rows)[Count]) {
  for (const Row& row : rows) {
    CAPTURE(row.why);
    CHECK(redacted(row.typed) == row.expected);
  }
}

}  // namespace postbox::redact
