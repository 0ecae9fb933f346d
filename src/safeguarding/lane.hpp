// What goes into the safeguarding lane, and how it is tied to the box.
//
// The rule is one for posts, for imports and, over redacted words, for the emptying: somebody ticked that
// there is a risk now, or the words disclose a present danger (classify/classify.hpp), or speak of danger in
// another language (classify/language.hpp). A false alarm costs the lead a minute, a missed one can cost a
// child. Nothing of the words is kept here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "classify/classify.hpp"
#include "classify/language.hpp"
#include "feedback/submission.hpp"
#include "seal/key_in_use.hpp"
#include "store/sealed_submissions.hpp"

namespace postbox::safeguarding {

// The lower-case hexadecimal SHA-256 of a submission's random inner id (128 bits): whoever can open the item
// or the box's record can tell that they belong together, and nobody else.
std::string link_of(std::string_view submission_id);

// The copy of a submission for the lane. `plaintext` is what is sealed for the box, byte for byte.
store::LaneCopy copy_for_lane(const seal::PublicKey& safeguarding, std::string_view submission_id,
                              std::string_view plaintext);

// The check in memory before sealing. Safe from several threads. Borrows the classifier and the languages.
class Lane {
 public:
  Lane(const classify::Classifier& classifier, const classify::Languages& languages,
       const seal::PublicKey& safeguarding)
      : classifier_(classifier), languages_(languages), safeguarding_(safeguarding) {}

  bool is_urgent(const Answers& answers) const;

  // Nothing where the submission is not urgent.
  std::optional<store::LaneCopy> copy_of(const Submission& submission, std::string_view plaintext) const;

  // From now on sealed to this one; while others ask.
  void replace_key(const seal::PublicKey& safeguarding) { safeguarding_.replace(safeguarding); }

 private:
  const classify::Classifier& classifier_;
  const classify::Languages& languages_;
  seal::KeyInUse safeguarding_;
};

}  // namespace postbox::safeguarding
