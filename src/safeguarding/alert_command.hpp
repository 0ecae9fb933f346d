// Runs the operator's own command: to mail, to telephone, to whatever they have.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace postbox::safeguarding {

// Runs `words` (program and arguments, no shell) with `input` on its standard input and of the environment
// only PATH, HOME and LANG; it inherits no open file but standard error. True when it ended with 0 within
// `time_max`. Otherwise, and when `stopping` says so, it is killed with all that it started.
bool run_alert_command(const std::vector<std::string>& words, std::string_view input,
                       std::chrono::milliseconds time_max, const std::function<bool()>& stopping);

}  // namespace postbox::safeguarding
