// From what came over the wire to checked answers: JSON, url-encoded and multipart agree, for all three end
// in `check`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "feedback/submission.hpp"
#include "form/form.hpp"

namespace postbox::form {

// One answer that cannot be taken, RFC 9457 `errors` style.
struct Problem {
  std::string pointer;  // JSON pointer (RFC 6901): "/rating", "/areas/1"; "" for the whole
  std::string detail;   // for the person; quotes keys and option values, never free text
};

struct Checked {
  Answers answers;  // what could be taken, also beside problems, so that a page can show it again
  std::vector<Problem> problems;  // empty: the submission can be sealed
};

// The bytes are not of the format at all: a 400, before any question was looked at.
struct Malformed {
  std::string detail;
};

using Reading = std::variant<Checked, Malformed>;

// `application/json`, one flat object. A body that is JSON but not such an object is Checked with a problem.
Reading read_json(const Form& form, std::string_view body);

// `application/x-www-form-urlencoded`; CR LF becomes LF. Names in `ignored` are buttons, not answers.
Reading read_urlencoded(const Form& form, std::string_view body);

// `multipart/form-data` without files, same rules.
Reading read_multipart(const Form& form, std::string_view body, std::string_view boundary);

// The value of one field of a form post, such as `step`, or "".
std::string_view field(std::string_view name, const std::multimap<std::string, std::string>& fields);

}  // namespace postbox::form
