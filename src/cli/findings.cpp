#include "cli/findings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "base/exit_code.hpp"
#include "cli/json_line.hpp"
#include "cli/terminal_text.hpp"

namespace postbox::cli {
namespace {

const char* word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return "good";
    case Verdict::warning:
      return "warning";
    case Verdict::wrong:
      return "wrong";
  }
  return "";
}

}  // namespace

void Findings::about(const std::string& subject, const std::function<void()>& check) {
  subject_ = subject;
  const std::size_t before = list_.size();
  try {
    check();
    if (list_.size() == before) add(Verdict::good, "", "");
  } catch (const Error& error) {
    wrong(error.fault(), error.what(), error.hint());
  }
}

void Findings::warn(const std::string& what, const std::string& hint) { add(Verdict::warning, what, hint); }

void Findings::wrong(Fault fault, const std::string& what, const std::string& hint) {
  if (code_ == 0) code_ = exit_code_of(fault);
  add(Verdict::wrong, what, hint);
}

int Findings::show(bool as_json, std::ostream& out) const {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Finding& f : list_) {
    const char* verdict = word_of(f.verdict);
    list.push_back({{"check", f.subject}, {"verdict", verdict}, {"what", f.what}, {"hint", f.hint}});
    if (as_json) continue;
    // Names of files that others put there stand in it.
    std::string line = fmt::format("{:<8} {}{}{}", verdict, f.subject, f.what.empty() ? "" : ": ", f.what);
    std::replace(line.begin(), line.end(), '\n', ' ');
    out << for_terminal(line) << '\n';
    if (!f.hint.empty()) out << for_terminal("         try: " + f.hint + '\n');
  }
  if (as_json) out << json_line(list);
  return code_;
}

void Findings::add(Verdict verdict, const std::string& what, const std::string& hint) {
  list_.push_back({subject_, verdict, what, hint});
}

}  // namespace postbox::cli
