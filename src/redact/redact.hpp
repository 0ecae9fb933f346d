// Removes what could identify a private person from free text, as far as a machine can: best effort, never a
// promise.
//
// Linear time in the text. Pure. Offsets are bytes of UTF-8, half open [begin, end), ascending, not
// overlapping. Redacting twice changes nothing.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/month.hpp"
#include "feedback/redacted_text.hpp"
#include "redact/lexicon.hpp"

namespace postbox::redact {

enum class Kind {
  person,
  email,
  phone,
  postcode,
  address,
  nhs_number,
  ni_number,
  date_of_birth,
  handle,
  vehicle,
};
inline constexpr std::size_t kind_count = 10;

// "person", "nhs-number": as in labelled lines and in the output of `postbox classify`.
std::string_view code_of(Kind kind);

struct Finding {
  Kind kind;
  std::size_t begin;
  std::size_t end;

  friend bool operator==(const Finding&, const Finding&) = default;
};

// One text with its identifiers replaced by tags: [name], [name 1], [email], [phone], [postcode], [address],
// [NHS number], [NI number], [date of birth], [handle], [vehicle]. Other exact dates are made coarser: month
// and year.
struct Redaction {
  RedactedText text;
  std::vector<Finding> found;  // in the raw text
};

struct StaffNames;

class Redactor {
 public:
  explicit Redactor(Lexicon lexicon);

  // `written`: the month of the text. By it a birth is told from what happened lately, so that an old month
  // reads the same whenever it is emptied.
  Redaction redact(std::string_view text, Month written) const;

  // The answers of one submission together: the same person has the same number in all of them. `staff`: what
  // stands for members of staff instead of a tag (staff.hpp); nothing: they have tags like anybody.
  std::vector<Redaction> redact_all(std::span<const std::string_view> texts, Month written,
                                    const StaffNames* staff = nullptr) const;

 private:
  Lexicon lexicon_;
};

}  // namespace postbox::redact
