#include "classify/foreign_danger.hpp"

#include <algorithm>
#include <utility>

#include "classify/word_hash.hpp"

namespace postbox::classify {
namespace {

constexpr std::size_t beginning_bytes_min = 4;  // four Latin letters, two syllables of Hangul

std::uint16_t first_two_bytes(std::string_view word) {
  const auto byte = [word](std::size_t at) {
    return at < word.size() ? static_cast<unsigned>(static_cast<unsigned char>(word[at])) : 0U;
  };
  return static_cast<std::uint16_t>(byte(0) << 8U | byte(1));
}

// Any word that the phrase begins with begins so too.
std::string_view sure_beginning(const DangerPhrase& phrase) {
  const std::string_view first = phrase.words.front();
  const bool is_open = phrase.any_ending && phrase.words.size() == 1;
  return is_open ? first.substr(0, beginning_bytes_min) : first;
}

bool is_word(const DangerPhrase& phrase, std::size_t number, std::string_view word) {
  const std::string& wanted = phrase.words[number];
  const bool may_go_on = phrase.any_ending && number + 1 == phrase.words.size();
  return may_go_on ? word.starts_with(wanted) : word == wanted;
}

bool begins_at(const DangerPhrase& phrase, const Words& words, std::size_t at) {
  if (at + phrase.words.size() > words.size()) return false;
  for (std::size_t number = 0; number < phrase.words.size(); ++number) {
    if (!is_word(phrase, number, words[at + number].folded)) return false;
  }
  return true;
}

}  // namespace

std::optional<DangerPhrase> parse_danger_phrase(std::string_view text) {
  DangerPhrase phrase;
  phrase.inside = text.starts_with('*');
  if (phrase.inside) text.remove_prefix(1);
  phrase.any_ending = text.ends_with('*');
  if (phrase.any_ending) text.remove_suffix(1);
  if (text.find('*') != std::string_view::npos) return std::nullopt;
  for (const Word& word : Words(text)) phrase.words.emplace_back(word.folded);
  if (phrase.words.empty()) return std::nullopt;
  const bool is_one_word = phrase.words.size() == 1;
  if (phrase.inside && !(phrase.any_ending && is_one_word)) return std::nullopt;
  const bool is_open = phrase.any_ending && !phrase.inside && is_one_word;
  if (is_open && phrase.words.front().size() < beginning_bytes_min) return std::nullopt;
  return phrase;
}

ForeignDanger::ForeignDanger(std::vector<DangerPhrase> phrases) {
  for (DangerPhrase& phrase : phrases) {
    if (!phrase.inside) beginnings_.add(WordHash(sure_beginning(phrase)).value());
    const std::uint16_t beginning = first_two_bytes(phrase.words.front());
    (phrase.inside ? inside_ : by_beginning_[beginning]).push_back(std::move(phrase));
  }
}

bool ForeignDanger::is_in(const Words& words) const {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (may_begin(words[at]) && is_at(words, at)) return true;
  }
  if (words.are_ascii()) return false;  // no script is that puts no space between words
  return std::any_of(words.begin(), words.end(), [this](const Word& word) {
    return std::any_of(inside_.begin(), inside_.end(), [&word](const DangerPhrase& phrase) {
      return word.folded.find(phrase.words.front()) != std::string_view::npos;
    });
  });
}

bool ForeignDanger::may_begin(const Word& word) const {
  if (beginnings_.may_hold(word.hash())) return true;
  return word.folded.size() > beginning_bytes_min &&
         beginnings_.may_hold(word.hashes[beginning_bytes_min - 1]);
}

bool ForeignDanger::is_at(const Words& words, std::size_t at) const {
  const auto found = by_beginning_.find(first_two_bytes(words[at].folded));
  return found != by_beginning_.end() &&
         std::any_of(found->second.begin(), found->second.end(),
                     [&](const DangerPhrase& phrase) { return begins_at(phrase, words, at); });
}

}  // namespace postbox::classify
