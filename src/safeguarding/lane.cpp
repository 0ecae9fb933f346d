#include "safeguarding/lane.hpp"

#include "seal/digest.hpp"
#include "seal/sealer.hpp"

namespace postbox::safeguarding {
namespace {

// As the emptying reads them: one text, so that "now" in one answer stands beside the danger in another.
std::string all_words(const Answers& answers) {
  std::string all;
  for (const auto& [question, words] : answers.texts) {
    if (!all.empty()) all += "\n\n";
    all += words;
  }
  return all;
}

}  // namespace

std::string link_of(std::string_view submission_id) {
  seal::Sha256 digest;
  digest.add(submission_id);
  return digest.finish_hex();
}

store::LaneCopy copy_for_lane(const seal::PublicKey& safeguarding, std::string_view submission_id,
                              std::string_view plaintext) {
  return {link_of(submission_id), seal::seal(safeguarding, plaintext)};
}

bool Lane::is_urgent(const Answers& answers) const {
  if (answers.ticks.contains(question_id::risk_now)) return true;
  const std::string words = all_words(answers);
  return classifier_.is_urgent(words) || languages_.speaks_of_danger(words);
}

std::optional<store::LaneCopy> Lane::copy_of(const Submission& submission, std::string_view plaintext) const {
  if (!is_urgent(submission.answers)) return std::nullopt;
  return copy_for_lane(safeguarding_.now(), submission.id, plaintext);
}

}  // namespace postbox::safeguarding
