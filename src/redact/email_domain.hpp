// The domain of an e-mail address and the sign before it, as people hide them: "(at)", "dot", "example .
// org". Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace postbox::redact {

// A marker at `at`: the sign itself, or a word in brackets or between spaces. `end` is after it.
struct Marker {
  std::size_t begin;
  std::size_t end;
  bool plain;  // a bare word between spaces
};

// The sign, its name in brackets or quotation marks, or its bare name, at or after white space at `at`.
std::optional<Marker> marker_at(std::string_view text, std::size_t at, char sign, std::string_view name);

struct Domain {
  std::size_t end = 0;
  bool spelled = false;  // a "dot" in words
  std::string first;     // labels, folded
  std::string last;
  std::size_t labels = 0;

  // "@ 3.15" is a time.
  bool has_letters() const;
  bool has_known_ending() const;
  // gmail, hotmail: nothing else is called so.
  bool is_of_provider() const;
};

// Looks ahead 128 bytes at most.
Domain read_domain(std::string_view text, std::size_t begin);

// Whether the word stands at `at` by itself, in any case of letters.
bool word_at(std::string_view text, std::size_t at, std::string_view word);

std::size_t skip_blanks_back(std::string_view text, std::size_t at);

}  // namespace postbox::redact
