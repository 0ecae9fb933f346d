// The progress of an emptying: a bar on a terminal, plain lines otherwise.
#pragma once

#include <iosfwd>
#include <string>

#include "emptying/progress.hpp"

namespace postbox::cli {

class ProgressView : public emptying::Progress {
 public:
  ProgressView(std::ostream& out, bool is_terminal) : out_(out), is_terminal_(is_terminal) {}

  void rows(const std::string& pack, std::size_t done, std::size_t of) override;
  void reached(const std::string& pack, emptying::Step step) override;
  void say(const std::string& sentence) override;

 private:
  std::ostream& out_;
  bool is_terminal_;
  std::size_t parts_shown_ = 0;
};

}  // namespace postbox::cli
