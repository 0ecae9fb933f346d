#include "report/care.hpp"

#include <fmt/core.h>

#include "feedback/redacted_text.hpp"

namespace postbox::report {

std::string best_effort_line() {
  return fmt::format("Best effort: about {} names of people in 100 are missed.", names_missed_of_100);
}

}  // namespace postbox::report
