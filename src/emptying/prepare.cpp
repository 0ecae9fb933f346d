#include "emptying/prepare.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emptying/corrections.hpp"
#include "emptying/own_words.hpp"
#include "emptying/reference.hpp"
#include "feedback/encoding.hpp"
#include "feedback/typed_words.hpp"
#include "redact/staff.hpp"
#include "safeguarding/lane.hpp"

namespace postbox::emptying {
namespace {

Words redact_together(const redact::Redactor& redactor, const std::map<std::string, std::string>& texts,
                      Month written, const redact::StaffNames* staff = nullptr) {
  std::vector<std::string_view> raw;
  raw.reserve(texts.size());
  for (const auto& [question, words] : texts) raw.emplace_back(words);
  std::vector<redact::Redaction> redactions = redactor.redact_all(raw, written, staff);
  Words redacted;
  std::size_t next = 0;
  for (const auto& [question, words] : texts) redacted[question] = std::move(redactions[next++].text);
  return redacted;
}

struct Abroad {
  std::string language;  // "" for English
  bool danger = false;
};

// Told from the words as they were typed: of a foreign text redaction may take too much away.
Abroad look_abroad(const Rooms& rooms, const Answers& answers) {
  if (rooms.languages == nullptr) return {};
  const std::string all = typed_words(answers);
  const classify::Words words(all);
  return {std::string(rooms.languages->foreign(all, words)), rooms.languages->speaks_of_danger(words)};
}

void mark_for_translation(Words& words, const std::string& language) {
  for (auto& [question, text] : words) text = text.for_translation(language);
}

std::string why_rare(const Rooms& rooms, const Words& words) {
  if (rooms.held_for_a_look == nullptr) return {};
  std::vector<std::string_view> texts;
  texts.reserve(words.size());
  for (const auto& [question, text] : words) texts.push_back(text.view());
  return rooms.held_for_a_look->find(texts);
}

// The words as recipients read them. What is praise is known only once the classifier has read them with
// tags; the whole submission must be: a name in one kind sentence of a complaint is a name in a complaint.
Words shown_words(const Rooms& rooms, const Answers& answers, Month written, Tone tone, Words words) {
  if (rooms.staff_roles == nullptr) return words;
  const redact::StaffNames staff{
      *rooms.staff_roles, tone == Tone::praise ? redact::StaffShown::first_name : redact::StaffShown::role};
  return redact_together(rooms.redactor, answers.texts, written, &staff);
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

std::optional<Prepared> prepare(const Rooms& rooms, const Lane& lane, std::string_view record, Month month,
                                std::string_view pack, std::string_view correction) {
  const std::optional<std::string> plaintext = rooms.keys.open(record);
  if (!plaintext) return std::nullopt;
  const std::optional<Submission> submission = decode(*plaintext);
  if (!submission || submission->month != month) return std::nullopt;
  const Answers& answers = submission->answers;

  auto words = redact_together(rooms.redactor, answers.texts, month);
  const AreaList only_to = areas_chosen(answers, question_id::only_to);
  const AreaList ticked = areas_chosen(answers, question_id::areas);
  const std::string read = all_words(words);
  const classify::Reading reading = rooms.classifier.read(read);
  auto found = reading.classification(ticked);
  const auto [language, danger] = look_abroad(rooms, answers);
  if (!language.empty()) {
    // The machine cannot read it: what its giver ticked still counts. Words of danger ring in any case.
    found.areas = ticked;
    found.guesses.clear();
    found.tone = Tone::neutral;
    mark_for_translation(words, language);
  }
  // The giver's own choice is binding: nobody else receives it, whatever the words are about.
  std::optional<AreaList> corrected;
  if (!correction.empty()) corrected = open_correction(rooms.keys, correction, *submission);
  const AreaList& areas = corrected ? *corrected : only_to.empty() ? found.areas : only_to;
  auto destinations = rooms.routes.destinations(areas, chosen(answers, question_id::district), month);
  // What came in a flood and looks like part of it is set apart, and what names nobody but shows who is
  // meant: the keeper looks at it, and sends it on.
  const bool suspected = submission->suspected && !corrected;
  words = shown_words(rooms, answers, month, found.tone, std::move(words));
  std::string rare = corrected ? std::string() : why_rare(rooms, words);
  if (suspected || !rare.empty()) destinations.clear();
  const bool unsorted = destinations.empty();
  // Whom a person has named gets the whole: somebody has read it and found it to be theirs.
  std::map<std::string, Words> own;
  if (!corrected && language.empty() && !rooms.show_other_services) {
    const Addressed addressed = {areas, std::string(chosen(answers, question_id::district)), month,
                                 destinations};
    const std::string shown = all_words(words);  // another text only where it names staff
    own = shown == read ? own_words(reading, rooms.routes, words, addressed)
                        : own_words(rooms.classifier.read(shown), rooms.routes, words, addressed);
  }
  const bool urgent = found.urgent || danger || answers.ticks.contains(question_id::risk_now);
  std::string link = safeguarding::link_of(submission->id);
  std::optional<store::LaneCopy> lane_copy;
  if (urgent && !lane.has(link))
    lane_copy = safeguarding::copy_for_lane(rooms.safeguarding, submission->id, *plaintext);
  return Prepared{.row = {.reference = reference_of(rooms.keys, *submission, pack),
                          .month = month,
                          .areas = areas,
                          .rating = std::string(chosen(answers, question_id::rating)),
                          .tone = found.tone,
                          .words = std::move(words),
                          .added = added_answers(rooms.wording, answers),
                          .district_known = true,
                          .guesses = unsorted ? found.guesses : AreaList{},
                          .suspected = suspected,
                          .rare = std::move(rare)},
                  .language = language,
                  .own_words = std::move(own),
                  .destinations = std::move(destinations),
                  .held = lane.holds_back(link, urgent),
                  .choices_and_ticks = {{}, answers.choices, answers.ticks},
                  .is_sorted_again = corrected.has_value(),
                  .link = std::move(link),
                  .lane_copy = std::move(lane_copy)};
}

}  // namespace postbox::emptying
