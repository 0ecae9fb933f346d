#include "emptying/prepare.hpp"

#include <fmt/format.h>

#include <deque>
#include <utility>

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

struct Opened {
  std::string plaintext;
  Submission submission;
};

std::optional<Opened> open(const Rooms& rooms, std::string_view record, Month month) {
  std::optional<std::string> plaintext = rooms.keys.open(record);
  if (!plaintext) return std::nullopt;
  std::optional<Submission> submission = decode(*plaintext);
  if (!submission || submission->month != month) return std::nullopt;
  return Opened{std::move(*plaintext), std::move(*submission)};
}

// What was opened as far as it has come: redact, classify, look abroad, judge and finish it.
class Preparation {
 public:
  // `correction` is borrowed.
  Preparation(const Rooms& rooms, Opened opened, std::string_view correction)
      : rooms_(rooms),
        plaintext_(std::move(opened.plaintext)),
        submission_(std::move(opened.submission)),
        correction_(correction) {}

  void redact() {
    words_ = redact_together(rooms_.redactor, answers().texts, submission_.month);
    read_ = all_words(words_);
  }

  void classify() { reading_.emplace(rooms_.classifier.read(read_)); }

  void look_abroad() { abroad_ = emptying::look_abroad(rooms_, answers()); }

  void judge() {
    const AreaList ticked = areas_chosen(answers(), question_id::areas);
    found_ = reading_->classification(ticked);
    if (!abroad_.language.empty()) {
      // The machine cannot read it: what its giver ticked still counts. Words of danger ring in any case.
      found_.areas = ticked;
      found_.guesses.clear();
      found_.tone = Tone::neutral;
      mark_for_translation(words_, abroad_.language);
    }
    if (!correction_.empty()) corrected_ = open_correction(rooms_.keys, correction_, submission_);
    words_ = shown_words(rooms_, answers(), submission_.month, found_.tone, std::move(words_));
    if (!corrected_) rare_ = why_rare(rooms_, words_);
  }

  Prepared finish(const Lane& lane, std::string_view pack) {
    const Month month = submission_.month;
    // What came in a flood and looks like part of it is set apart, and what names nobody but shows who is
    // meant: the keeper looks at it, and sends it on.
    const bool suspected = submission_.suspected && !corrected_;
    const AreaList areas = addressed_areas();
    auto destinations = rooms_.routes.destinations(areas, district(), month);
    if (suspected || !rare_.empty()) destinations.clear();
    const bool unsorted = destinations.empty();
    std::map<std::string, Words> own = own_of({areas, std::string(district()), month, destinations});
    const bool urgent = found_.urgent || abroad_.danger || answers().ticks.contains(question_id::risk_now);
    std::string link = safeguarding::link_of(submission_.id);
    const bool held = lane.holds_back(link, urgent);
    std::optional<store::LaneCopy> lane_copy;
    if (urgent && !lane.has(link)) {
      lane_copy = safeguarding::copy_for_lane(rooms_.safeguarding, submission_.id, plaintext_);
    }
    return Prepared{.row = {.reference = reference_of(rooms_.keys, submission_, pack),
                            .month = month,
                            .areas = areas,
                            .rating = std::string(chosen(answers(), question_id::rating)),
                            .tone = found_.tone,
                            .words = std::move(words_),
                            .added = added_answers(rooms_.wording, answers()),
                            .district_known = true,
                            .guesses = unsorted ? found_.guesses : AreaList{},
                            .suspected = suspected,
                            .rare = std::move(rare_)},
                    .language = abroad_.language,
                    .own_words = std::move(own),
                    .destinations = std::move(destinations),
                    .held = held,
                    .choices_and_ticks = {{}, answers().choices, answers().ticks},
                    .is_sorted_again = corrected_.has_value(),
                    .link = std::move(link),
                    .lane_copy = std::move(lane_copy)};
  }

 private:
  const Answers& answers() const { return submission_.answers; }
  std::string_view district() const { return chosen(answers(), question_id::district); }

  // The giver's own choice is binding: nobody else receives it, whatever the words are about.
  AreaList addressed_areas() const {
    if (corrected_) return *corrected_;
    AreaList only_to = areas_chosen(answers(), question_id::only_to);
    return only_to.empty() ? found_.areas : only_to;
  }

  // Whom a person has named gets the whole: somebody has read it and found it to be theirs.
  std::map<std::string, Words> own_of(const Addressed& addressed) const {
    if (corrected_ || !abroad_.language.empty() || rooms_.show_other_services) return {};
    const std::string shown = all_words(words_);  // another text only where it names staff
    if (shown == read_) return own_words(*reading_, rooms_.routes, words_, addressed);
    return own_words(rooms_.classifier.read(shown), rooms_.routes, words_, addressed);
  }

  const Rooms& rooms_;
  std::string plaintext_;
  Submission submission_;
  std::string_view correction_;
  Words words_;
  std::string read_;                          // what the classifier is given
  std::optional<classify::Reading> reading_;  // of it
  Abroad abroad_;
  classify::Classification found_;
  std::optional<AreaList> corrected_;
  std::string rare_;
};

}  // namespace

std::vector<std::optional<Prepared>> prepare(const Rooms& rooms, const Lane& lane,
                                             std::span<const SealedRow> rows, Month month,
                                             std::string_view pack) {
  std::vector<std::optional<Prepared>> prepared(rows.size());
  std::deque<Preparation> under_way;  // a reading knows where its words lie
  std::vector<std::size_t> opened;    // the rows of these
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::optional<Opened> one = open(rooms, rows[row].record, month);
    if (!one) continue;
    under_way.emplace_back(rooms, std::move(*one), rows[row].correction);
    opened.push_back(row);
  }
  for (Preparation& one : under_way) one.redact();
  for (Preparation& one : under_way) one.classify();
  for (Preparation& one : under_way) one.look_abroad();
  for (Preparation& one : under_way) one.judge();
  for (std::size_t i = 0; i < opened.size(); ++i) prepared[opened[i]] = under_way[i].finish(lane, pack);
  return prepared;
}

}  // namespace postbox::emptying
