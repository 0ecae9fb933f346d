// What `postbox check` found, in the order in which it looked.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace postbox::cli {

enum class Verdict { good, warning, wrong };

class Findings {
 public:
  // Runs one check. A check that says nothing is good; one that throws is wrong and says why; the next goes
  // on.
  void about(const std::string& subject, const std::function<void()>& check);

  // Called from within a check. The hint says what to do.
  void warn(const std::string& what, const std::string& hint);
  void wrong(Fault fault, const std::string& what, const std::string& hint);

  // Prints all of it. Returns the exit code: 0, or that of the first thing that is wrong.
  int show(bool as_json, std::ostream& out) const;

 private:
  struct Finding {
    std::string subject;
    Verdict verdict;
    std::string what;
    std::string hint;
  };
  void add(Verdict verdict, const std::string& what, const std::string& hint);

  std::string subject_;
  std::vector<Finding> list_;
  int code_ = 0;
};

}  // namespace postbox::cli
