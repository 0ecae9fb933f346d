// Whether a text means to be more than feedback: a formal complaint, or an appeal against a decision. Such a
// post is taken all the same; its giver is shown the door that leads further.
#pragma once

#include <string_view>

#include "classify/matcher.hpp"
#include "classify/vocabulary.hpp"

namespace postbox::classify {

struct PurposeWords {
  Phrases complaint;
  Phrases appeal;
  Phrases neither;  // hide the shorter phrases inside them: "no complaint*"
};

struct Purposes {
  bool complaint = false;
  bool appeal = false;
};

class PurposeWatch {
 public:
  explicit PurposeWatch(const PurposeWords& vocabulary);

  // Linear time in the text. Pure.
  Purposes purposes_of(std::string_view text) const;

 private:
  Matcher matcher_;
  std::size_t appeals_from_;  // by id of the phrase: complaints come first, then appeals, then neither
  std::size_t neither_from_;
};

}  // namespace postbox::classify
