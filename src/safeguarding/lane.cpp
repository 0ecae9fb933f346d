#include "safeguarding/lane.hpp"

#include "feedback/typed_words.hpp"
#include "seal/digest.hpp"
#include "seal/sealer.hpp"

namespace postbox::safeguarding {

std::string link_of(std::string_view submission_id) { return seal::sha256_of(submission_id); }

store::LaneCopy copy_for_lane(const seal::PublicKey& safeguarding, std::string_view submission_id,
                              std::string_view plaintext) {
  return {link_of(submission_id), seal::seal(safeguarding, plaintext)};
}

bool Lane::is_urgent(const Answers& answers) const {
  if (answers.ticks.contains(question_id::risk_now)) return true;
  const std::string text = typed_words(answers);
  const classify::Words words(text);
  return classifier_.is_urgent(text, words) || languages_.speaks_of_danger(words);
}

std::optional<store::LaneCopy> Lane::copy_of(const Submission& submission, std::string_view plaintext) const {
  if (!is_urgent(submission.answers)) return std::nullopt;
  return copy_for_lane(safeguarding_.now(), submission.id, plaintext);
}

}  // namespace postbox::safeguarding
