#include "cli/progress_view.hpp"

#include <ostream>

namespace postbox::cli {
namespace {

constexpr std::size_t bar_characters = 40;

const char* words_of(emptying::Step step) {
  switch (step) {
    case emptying::Step::claimed:
      return "claimed";
    case emptying::Step::staged:
      return "packs written";
    case emptying::Step::renamed:
      return "packs in place";
    case emptying::Step::recorded:
      return "counts recorded";
    case emptying::Step::exported:
      return "done";
  }
  return "";
}

}  // namespace

void ProgressView::rows(const std::string& pack, std::size_t done, std::size_t of) {
  const std::size_t parts = is_terminal_ ? bar_characters : 10;
  const std::size_t filled = done * parts / of;
  if (filled == parts_shown_ && done != of) return;  // nothing new to see
  parts_shown_ = done == of ? 0 : filled;
  if (!is_terminal_) {
    out_ << pack << ": " << done << " of " << of << '\n';
    return;
  }
  out_ << '\r' << pack << " [" << std::string(filled, '#') << std::string(parts - filled, '.') << "] " << done
       << " of " << of << (done == of ? "\n" : "") << std::flush;
}

void ProgressView::reached(const std::string& pack, emptying::Step step) {
  out_ << pack << ": " << words_of(step) << '\n';
}

void ProgressView::say(const std::string& sentence) { out_ << sentence << '\n'; }

}  // namespace postbox::cli
