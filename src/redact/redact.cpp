#include "redact/redact.hpp"

#include <algorithm>
#include <utility>

#include "redact/address.hpp"
#include "redact/date_of_birth.hpp"
#include "redact/draft.hpp"
#include "redact/email.hpp"
#include "redact/exact_date.hpp"
#include "redact/handle.hpp"
#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/nhs_number.hpp"
#include "redact/ni_number.hpp"
#include "redact/person_name.hpp"
#include "redact/persons.hpp"
#include "redact/phone.hpp"
#include "redact/player_name.hpp"
#include "redact/postcode.hpp"
#include "redact/rule_words.hpp"
#include "redact/staff.hpp"
#include "redact/vehicle.hpp"

namespace postbox::redact {
namespace {

// The order is the priority: what is found first is out of reach of the next. An e-mail address holds names
// and dots, an address holds names, a number that could be two things is the more telling one.
void remove_all_kinds(Draft& draft, const Lexicon& lexicon, const KnownNames& known, bool learnt,
                      int written) {
  const Reading& reading = draft.reading();
  const auto remove = [&](Kind kind, const auto& find) {
    if (draft.is_news_for(kind)) draft.remove(kind, find());
  };
  remove(Kind::email, [&] { return find_emails(reading, lexicon); });
  remove(Kind::ni_number, [&] { return find_ni_numbers(reading); });
  if (draft.is_news_for(Kind::handle)) {
    draft.remove(Kind::handle, find_player_names(reading));
    draft.remove(Kind::handle, find_handles(reading, lexicon));
  }
  remove(Kind::date_of_birth, [&] { return find_dates_of_birth(reading, written); });
  remove(Kind::phone, [&] { return find_phones(reading.text(), draft.digit_groups()); });
  remove(Kind::nhs_number, [&] { return find_nhs_numbers(reading.text(), draft.digit_groups()); });
  remove(Kind::vehicle, [&] { return find_vehicles(reading, lexicon); });
  // What stands beside a plate may be another, which only then is told: no news where none was found.
  remove(Kind::vehicle, [&] { return find_vehicles(reading, lexicon); });
  remove(Kind::address, [&] { return find_addresses(reading, lexicon); });
  remove(Kind::postcode, [&] { return find_postcodes(reading); });
  if (draft.is_news_for(Kind::person) || learnt) {
    draft.remove(Kind::person, find_person_names(reading, lexicon, known));
  }
}

std::size_t count_found(const Drafts& drafts) {
  std::size_t count = 0;
  for (const Draft& draft : drafts) count += draft.found().size();
  return count;
}

// "the Hendersons": a later "Henderson" is one of them.
bool is_plural_of_name(std::string_view word, const Lexicon& lexicon) {
  if (word.size() < 2 || !word.ends_with('s')) return false;
  return lexicon.marks_of(word.substr(0, word.size() - 1)).has_one_of({Mark::family, Mark::given});
}

void learn_names(const Drafts& drafts, const Lexicon& lexicon, KnownNames& known) {
  for (const Draft& draft : drafts) {
    for (const Finding& finding : draft.found()) {
      if (finding.kind != Kind::person) continue;
      for (std::string& word : words_of_name(draft.words_of(finding), lexicon)) {
        if (is_plural_of_name(word, lexicon)) known.insert(word.substr(0, word.size() - 1));
        known.insert(std::move(word));
      }
    }
  }
}

// Until nothing more is found: what one round removes or learns (a name, an address) lets the next see more.
// Two or three rounds are usual; the bound keeps a text made to need many from taking more than linear time.
void remove_until_still(Drafts& drafts, const Lexicon& lexicon, int written) {
  constexpr int rounds_max = 8;
  KnownNames known;
  bool learnt = false;
  for (int round = 0; round < rounds_max; ++round) {
    const std::size_t before = count_found(drafts);
    for (Draft& draft : drafts) remove_all_kinds(draft, lexicon, known, learnt, written);
    if (count_found(drafts) == before) return;
    const std::size_t names = known.size();
    learn_names(drafts, lexicon, known);
    learnt = known.size() > names;
  }
}

unsigned highest_number(const Drafts& drafts) {
  unsigned highest = 0;
  for (const Draft& draft : drafts) {
    for (const Tag& tag : draft.tags()) {
      // A bare [name] is somebody too: the next person must not look like the only one.
      if (tag.kind == Kind::person) highest = std::max(highest, std::max(tag.number, 1U));
    }
  }
  return highest;
}

// The number of each finding, 0 where no number is shown.
using Numbers = std::vector<std::vector<unsigned>>;

Numbers number_persons(const Drafts& drafts, const Lexicon& lexicon) {
  const unsigned taken = highest_number(drafts);
  Persons persons(taken, lexicon);
  Numbers numbers;
  for (const Draft& draft : drafts) {
    numbers.emplace_back();
    for (const Finding& finding : draft.found()) {
      const bool person = finding.kind == Kind::person;
      numbers.back().push_back(person ? persons.number_of(draft.words_of(finding)) : 0);
    }
  }
  if (taken == 0 && persons.count() == 1) {
    for (auto& of_text : numbers) std::fill(of_text.begin(), of_text.end(), 0U);
  }
  return numbers;
}

// A tag for each finding, in their order.
std::vector<Change> tags_of(const Draft& draft, const std::vector<unsigned>& numbers) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i < draft.found().size(); ++i) {
    const Finding& finding = draft.found()[i];
    changes.push_back({{finding.begin, finding.end}, tag_of(finding.kind, numbers[i])});
  }
  return changes;
}

// The month for an exact date goes in among the tags; ascending.
std::vector<Change> with_dates(const Draft& draft, std::vector<Change> changes) {
  for (CoarseDate& date : coarsen_dates(draft.reading())) {
    const std::string_view typed =
        draft.reading().text().substr(date.span.begin, date.span.end - date.span.begin);
    if (std::any_of(typed.begin(), typed.end(), is_mask)) continue;
    changes.push_back({draft.raw_span(date.span), std::move(date.words)});
  }
  std::sort(changes.begin(), changes.end(),
            [](const Change& a, const Change& b) { return a.span.begin < b.span.begin; });
  return changes;
}

std::string with_changes(std::string_view raw, const std::vector<Change>& changes) {
  std::string text;
  std::size_t at = 0;
  for (const Change& change : changes) {
    text += raw.substr(at, change.span.begin - at);
    text += change.words;
    at = change.span.end;
  }
  text += raw.substr(at);
  return text;
}

}  // namespace

std::string_view code_of(Kind kind) {
  switch (kind) {
    case Kind::person:
      return "person";
    case Kind::email:
      return "email";
    case Kind::phone:
      return "phone";
    case Kind::postcode:
      return "postcode";
    case Kind::address:
      return "address";
    case Kind::nhs_number:
      return "nhs-number";
    case Kind::ni_number:
      return "ni-number";
    case Kind::date_of_birth:
      return "date-of-birth";
    case Kind::handle:
      return "handle";
    case Kind::vehicle:
      return "vehicle";
  }
  return {};
}

Redactor::Redactor(Lexicon lexicon) : lexicon_(std::move(lexicon)) { mark_rule_words(lexicon_); }

Redaction Redactor::redact(std::string_view text, Month written) const {
  return std::move(redact_all(std::span<const std::string_view>(&text, 1), written).front());
}

std::vector<Redaction> Redactor::redact_all(std::span<const std::string_view> texts, Month written,
                                            const StaffNames* staff) const {
  Drafts drafts;
  for (const std::string_view text : texts) drafts.emplace_back(text, lexicon_);
  remove_until_still(drafts, lexicon_, static_cast<int>(written.value().year()));
  const Numbers numbers = number_persons(drafts, lexicon_);
  std::vector<std::vector<Change>> changes;
  for (std::size_t i = 0; i < drafts.size(); ++i) changes.push_back(tags_of(drafts[i], numbers[i]));
  if (staff != nullptr) show_staff(drafts, numbers, lexicon_, *staff, changes);
  std::vector<Redaction> redactions;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::vector<Change> all = with_dates(drafts[i], std::move(changes[i]));
    redactions.push_back({RedactedText(with_changes(drafts[i].raw(), all)), drafts[i].found()});
  }
  return redactions;
}

}  // namespace postbox::redact
