#include "emptying/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/base32.hpp"
#include "feedback/encoding.hpp"
#include "safeguarding/lane.hpp"

namespace postbox::emptying {
namespace {

constexpr std::size_t reference_characters = 12;

// 60 bits that only the holder of the secret key can make, from the submission's own random id: nobody can
// find the sealed row or the receipt from the reference in a pack.
std::string reference_of(const Rooms& rooms, const Submission& submission, std::string_view pack) {
  const std::uint64_t number =
      rooms.keys.secret_number("reference", fmt::format("{} {}", pack, submission.id));
  std::array<unsigned char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<unsigned char>(number >> (8 * (bytes.size() - 1 - i)));
  }
  return base32(bytes).substr(0, reference_characters);
}

std::map<std::string, RedactedText> redact_together(const redact::Redactor& redactor,
                                                    const std::map<std::string, std::string>& texts) {
  std::vector<std::string_view> raw;
  raw.reserve(texts.size());
  for (const auto& [question, words] : texts) raw.emplace_back(words);
  std::vector<redact::Redaction> redactions = redactor.redact_all(raw);
  std::map<std::string, RedactedText> redacted;
  std::size_t next = 0;
  for (const auto& [question, words] : texts) redacted[question] = std::move(redactions[next++].text);
  return redacted;
}

// The classifier sees what the recipients will see, so that the words it gives as reasons are redacted too.
std::string all_words(const std::map<std::string, RedactedText>& words) {
  std::string all;
  for (const auto& [question, text] : words) {
    if (!all.empty()) all += "\n\n";
    all += text.view();
  }
  return all;
}

std::map<std::string, std::string> added_answers(const report::Wording& wording, const Answers& answers) {
  std::map<std::string, std::string> added;
  for (const report::Column& column : wording.added) {
    const auto found = answers.choices.find(column.question);
    if (found != answers.choices.end()) {
      added[column.question] = fmt::format("{}", fmt::join(found->second, "; "));
    } else if (answers.ticks.contains(column.question)) {
      added[column.question] = "true";
    }
  }
  return added;
}

}  // namespace

std::optional<Prepared> prepare(const Rooms& rooms, std::string_view record, Month month,
                                std::string_view pack) {
  const std::optional<std::string> plaintext = rooms.keys.open(record);
  if (!plaintext) return std::nullopt;
  const std::optional<Submission> submission = decode(*plaintext);
  if (!submission || submission->month != month) return std::nullopt;
  const Answers& answers = submission->answers;

  auto words = redact_together(rooms.redactor, answers.texts);
  const AreaList only_to = areas_chosen(answers, question_id::only_to);
  const auto found = rooms.classifier.classify(all_words(words), areas_chosen(answers, question_id::areas));
  // The giver's own choice is binding: nobody else receives it, whatever the words are about.
  const AreaList& areas = only_to.empty() ? found.areas : only_to;
  auto destinations = rooms.routes.destinations(areas, chosen(answers, question_id::district), month);
  const bool unsorted = destinations.empty();
  const bool urgent = found.urgent || answers.ticks.contains(question_id::risk_now);
  std::optional<store::LaneCopy> lane_copy;
  if (urgent) lane_copy = safeguarding::copy_for_lane(rooms.safeguarding, submission->id, *plaintext);
  return Prepared{.row = {.reference = reference_of(rooms, *submission, pack),
                          .month = month,
                          .areas = areas,
                          .rating = std::string(chosen(answers, question_id::rating)),
                          .tone = found.tone,
                          .words = std::move(words),
                          .added = added_answers(rooms.wording, answers),
                          .district_known = true,
                          .guesses = unsorted ? found.guesses : AreaList{}},
                  .destinations = std::move(destinations),
                  .held = urgent,
                  .choices_and_ticks = {{}, answers.choices, answers.ticks},
                  .link = safeguarding::link_of(submission->id),
                  .lane_copy = std::move(lane_copy)};
}

}  // namespace postbox::emptying
