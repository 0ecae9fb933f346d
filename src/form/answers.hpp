// From what came over the wire to checked answers: JSON, url-encoded and multipart agree, for all three end
// in one check.
//
// Text is taken verbatim or refused, never repaired; the one change is CR LF to LF in form posts, which
// browsers make of every line end. Empty or white-space text says nothing, wherever it stands; an option
// named twice is taken once. Chosen options stand in the order of the form. Pure, and bounded by the body.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "feedback/submission.hpp"
#include "form/form.hpp"

namespace postbox::form {

// What a family can meet; a page says these in its own language. The rest is met by programs; of these
// no_option alone quotes what was given.
enum class Trouble { other, blank, too_long, two_parts, not_stored, no_option };

// One answer that cannot be taken, RFC 9457 `errors` style.
struct Problem {
  std::string pointer;  // JSON pointer (RFC 6901): "/rating", "/areas/1"; "" for the whole
  std::string detail;   // for the person; quotes option values, never free text
  Trouble trouble = Trouble::other;
  std::size_t characters = 0;  // of what was too long

  friend bool operator==(const Problem&, const Problem&) = default;
};

inline constexpr std::size_t problems_max = 100;  // further ones are not listed

struct Checked {
  // What could be taken, also beside problems, so that a page can show it again: a text that is too long
  // stands here in full.
  Answers answers;
  std::vector<Problem> problems;  // empty: the submission can be sealed
};

// The bytes are not of the format at all: a 400, before any question was looked at.
struct Malformed {
  std::string detail;  // says what is wrong with the bytes, quotes none of them
};

using Reading = std::variant<Checked, Malformed>;

// `application/json`, one flat object. A body that is JSON but not such an object is Checked with a problem.
Reading read_json(const Form& form, std::string_view body);

// The button that was pressed: the field `step`.
enum class Step {
  check,   // show what would be sent; also where no button is named, so that nothing is sent by accident
  send,    // seal and store
  change,  // back to the form with everything kept
};

// How a form was filled in, as far as its own fields tell: carried from page to page, judged by the slot in a
// flood, never a reason to refuse.
struct Filling {
  std::string shown{};       // when the page was made, as the slot wrote it; "" where the post does not say
  bool trap_filled = false;  // the field that people cannot see has something in it
};

// A form post. What stands beside `checked` comes from fields of the pages themselves (form_fields.hpp),
// which are no answers; a form.toml cannot ask for them.
struct FormPost {
  Checked checked;
  Step step = Step::check;
  Variant variant = Variant::standard;  // the page it came from, for the page that answers it
  Filling filling{};
  std::string language{};  // its code, as sent: perhaps none of ours
  std::string token{};     // of the check page; a post that comes twice has it twice
  std::string change{};    // the question whose Change button was pressed, or ""
};

using FormReading = std::variant<FormPost, Malformed>;

inline constexpr std::size_t form_fields_max = 200;  // a post with more is Malformed

// `application/x-www-form-urlencoded`.
FormReading read_urlencoded(const Form& form, std::string_view body);

// `multipart/form-data` without files; a field for files that is empty is ignored. `boundary` is the
// parameter of Content-Type, without quotation marks.
FormReading read_multipart(const Form& form, std::string_view body, std::string_view boundary);

}  // namespace postbox::form
