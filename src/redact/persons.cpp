#include "redact/persons.hpp"

#include <algorithm>

#include "redact/person_name.hpp"
#include "redact/reading.hpp"

namespace postbox::redact {

Persons::Person Persons::read(std::string_view name) const {
  Person person;
  const Reading reading(name);
  const std::vector<Word>& words = reading.words();
  const Marks first = words.empty() ? Marks() : lexicon_.marks_of(words[0].folded);
  const bool titled = is_title(first);
  if (titled && words.size() > 1) person.title = words[0].folded;
  const std::vector<std::string> kept = words_of_name(name, lexicon_);
  if (kept.empty()) {
    for (const Word& word : words) person.given += word.folded;  // "K.M."
  } else if (kept.size() == 1) {
    (person.title.empty() ? person.given : person.family) = kept[0];
  } else {
    person.given = kept.front();
    person.family = kept.back();
  }
  return person;
}

bool Persons::same(const Person& known, const Person& other) {
  const auto agree = [](const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
  };
  if (!agree(known.title, other.title)) return false;
  // A bare "Steele" after "Mr Steele".
  if (other.title.empty() && other.family.empty() && other.given == known.family) return true;
  if (!agree(known.given, other.given) || !agree(known.family, other.family)) return false;
  const bool shares_given = !known.given.empty() && known.given == other.given;
  const bool shares_family =
      !known.family.empty() && known.family == other.family && known.title == other.title;
  return shares_given || shares_family;
}

void Persons::learn(Person& known, const Person& other) {
  if (known.family.empty() && other.given != known.family) known.family = other.family;
  if (known.given.empty() && other.given != known.family) known.given = other.given;
  if (known.title.empty()) known.title = other.title;
}

// Only people who share a word with the name are compared, and of those the first few: many of one name are
// told apart by the first ones already.
std::vector<std::size_t> Persons::candidates(const Person& person) const {
  std::vector<std::size_t> found;
  for (const std::string* word : {&person.given, &person.family}) {
    const auto shared = by_word_.find(*word);
    if (shared != by_word_.end()) found.insert(found.end(), shared->second.begin(), shared->second.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

void Persons::index(const Person& person, std::size_t at) {
  constexpr std::size_t people_of_one_word_max = 16;
  for (const std::string* word : {&person.given, &person.family}) {
    if (word->empty()) continue;
    std::vector<std::size_t>& people = by_word_[*word];
    if (people.size() < people_of_one_word_max) people.push_back(at);
  }
}

unsigned Persons::number_of(std::string_view name) {
  const Person person = read(name);
  for (const std::size_t at : candidates(person)) {
    if (!same(people_[at], person)) continue;
    learn(people_[at], person);
    index(people_[at], at);
    return taken_ + static_cast<unsigned>(at) + 1;
  }
  people_.push_back(person);
  index(person, people_.size() - 1);
  return taken_ + static_cast<unsigned>(people_.size());
}

}  // namespace postbox::redact
