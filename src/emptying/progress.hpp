// How far an emptying is, for whoever watches it.
#pragma once

#include <cstddef>
#include <string>

namespace postbox::emptying {

// The steps of the state machine, each told as soon as it is done and durable. A stop after any of them is
// mended by the next run.
enum class Step {
  claimed,   // the rows belong to this emptying
  staged,    // the packs lie complete in the staging folder
  renamed,   // they lie where the keeper looks for them
  recorded,  // the counts stand in the box
  exported,  // over
};

class Progress {
 public:
  virtual ~Progress() = default;
  virtual void rows(const std::string& pack, std::size_t done, std::size_t of) = 0;
  virtual void reached(const std::string& pack, Step step) = 0;
  // A sentence for the keeper: about a restored box, or one that an earlier run began to empty.
  virtual void say(const std::string& /*sentence*/) {}
};

}  // namespace postbox::emptying
