// A submission out of checked answers, with what makes it one of a kind: a random id and a receipt.
#pragma once

#include "base/random.hpp"
#include "feedback/submission.hpp"

namespace postbox {

// The id has 128 random bits, the receipt 100; neither says anything of the other, of the time or of the
// sender.
Submission new_submission(Random& random, Month month, Channel channel, Answers answers);

}  // namespace postbox
