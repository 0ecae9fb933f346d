// Postcodes by their form alone: a first half ("LA14"), a gap or none, a last half ("9ZZ"), with slips. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace postbox::redact {

// The first half.
struct Outward {
  std::size_t end;
  bool lower;             // typed in small letters
  std::size_t area_size;  // in letters
};

// The first half that starts at `begin`: an area, a digit, and in the long form one more digit or letter.
std::optional<Outward> outward_at(std::string_view text, std::size_t begin, bool long_form);

// The end of the whole postcode that starts at `begin`.
std::optional<std::size_t> end_of_postcode(std::string_view text, std::size_t begin);

// "1st", "2nd", "3rd", "4th", "2hr" in small letters have the form of a last half: "in e1 1st".
bool is_ordinal(std::string_view inward);

// O and I typed for 0 and 1 in capitals, and a small l.
bool is_postcode_slip(char c);

}  // namespace postbox::redact
