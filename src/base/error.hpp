// The one exception type: the world is broken and the operation cannot go on.
//
// What a caller is expected to handle (a wrong answer, a record that does not open) is a value, never
// an Error. An Error is caught once per request and once in each main, never in the logic.
#pragma once

#include <stdexcept>
#include <string>

namespace postbox {

// What is broken; cli turns it into an exit code of sysexits.h, intake into a status.
enum class Fault {
  usage,          // 64: the call's words are off
  data,           // 65: what was given cannot be taken as it is
  missing_input,  // 66: a named file or the box itself is not there
  cannot_create,  // 73: something is in the way, or the folder cannot be written
  storage,        // 74: disk or database failed
  busy,           // 75: somebody else is at it; try again
  key,            // 77: key or passphrase wrong, missing or not given
  settings,       // 78: postbox.toml or a file of config/ is wrong
};

// The message may be logged and shown: it never carries feedback, key material or anything about the
// sender. The hint says what to try next; it is empty only where nothing can be done.
class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& safe_message, std::string hint = {})
      : std::runtime_error(safe_message), fault_(fault), hint_(std::move(hint)) {}

  Fault fault() const noexcept { return fault_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  Fault fault_;
  std::string hint_;
};

}  // namespace postbox
