// What the lists of config/ say about words: who may be a person, what is none, and the words around a name
// that give it away (names.toml, not_names.toml, name_cues.toml, dictionary.toml).
//
// One look-up tells everything about a word. Entries may be written with capitals and accents: they are
// folded as the text is (lower case, Latin letters without accents, ' for ’).
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "redact/eight_bytes.hpp"

namespace postbox::redact {

enum class Mark : std::uint8_t {
  // names.toml
  given,        // a person in any case of letters: callum, priya
  capitalised,  // a person when written with a capital: Daisy, Amber, Robin
  ambiguous,    // words first, names where the place in the sentence says so: will, grace, mark
  calendar,     // as ambiguous, and also times of the year: may, june, summer
  seldom,       // of these and of the capitalised, the words that are seldom names: journey, van
  family,
  place_family,  // lancaster, kent: a family name after a given name, else a place
  place_given,   // georgia, florence: a person, unless somebody goes there
  // not_names.toml
  not_name,  // capitalised words and phrases that are not people: barrow, lego, marks and spencer
  figure,    // phrases for people of public life and of books: harry potter
  everyday,  // the commonest words of the language
  // dictionary.toml
  dictionary,  // any English word that is no name, everyday or not
  // name_cues.toml
  title,           // mr, miss, sister, rev: part of the name when written with a capital
  sure_title,      // mr, mrs, dr, mx: never another word, in any case of letters
  rank,            // rabbi, cllr, pc: with a capital never another word; also a title
  kin_title,       // auntie, nana: part of the name when written with a capital before one
  relative,        // son, lass, nan, friend; also córka, fiul, син, ابني
  owner,           // my, our, his
  role,            // teacher, escort, nurse, lady, chap
  naming,          // called, named
  named_thing,     // school, group, book: what it is called is no person
  animal,          // dog, hamster
  character_word,  // film, cartoon, toy
  greeting,        // dear, hi, thank
  parting,         // regards, yours, love
  being,           // is, was, are
  third_person,    // is, has, doesn't, goes: what follows a name and not a modal
  person_verb,     // said, smiled, rang: what only people do
  to_person,       // told, asked, met: what is done to people
  base_follower,   // you, the, they, be: after "Will", "May" or "Mark" as words
  institution,     // school, road, trust: what a name before it belongs to
  date_word,       // in, since, last: before a month or a season
  place_word,      // in, near, at, from: before a place
  particle,        // de, van, bin, al
  abbreviation,    // uk, ta, dob: dotted letters that are nobody's initials
  // set by the lexicon itself
  starts_phrase,  // an entry of more words starts so
  // set by the rules (rule_words.hpp)
  said,        // zero, double, sierra, forty: what numbers and plates are said in
  network,     // insta, gamertag, account: a handle is near
  joiner,      // underscore, dot: between two parts of a handle
  month,       // april, apr, kwietnia
  spoken_day,  // first, twenty-third
  birth,       // born, dob, urodzony
  feast,       // christmas, boxing: the first word of a day with a name
  house,       // flat, basement, fourteen: what an address begins with
  home,        // live, moved, address: somebody lives near
  age,         // seven, aged, year: what an age begins with (rare_words.hpp)
};

class Marks {
 public:
  constexpr Marks() = default;
  constexpr Marks(std::initializer_list<Mark> marks) {
    for (const Mark mark : marks) bits_ |= bit(mark);
  }

  bool has(Mark mark) const { return (bits_ >> static_cast<unsigned>(mark) & 1U) != 0; }
  bool has_one_of(Marks among) const { return (bits_ & among.bits_) != 0; }
  void set(Mark mark) { bits_ |= bit(mark); }
  void set_all(Marks more) { bits_ |= more.bits_; }
  // In no list of config/ at all, the list of this mark aside.
  bool none_but(Mark one) const {
    const std::uint64_t of_lists = bit(Mark::starts_phrase) - 1;
    return (bits_ & of_lists & ~bit(one)) == 0;
  }

 private:
  static constexpr std::uint64_t bit(Mark mark) { return std::uint64_t{1} << static_cast<unsigned>(mark); }

  std::uint64_t bits_ = 0;
};

inline bool is_title(Marks marks) {
  return marks.has(Mark::title) || marks.has(Mark::sure_title) || marks.has(Mark::rank);
}

// A folded word as it is looked up: with its first letters and a hash, which are made of eight letters at a
// time (eight_bytes.hpp). Lists are the keeper's own: nobody can choose words that collide.
class WordKey {
 public:
  explicit WordKey(std::string_view folded)
      : WordKey(folded, [folded](std::size_t at) { return eight_bytes_at(folded, at); }) {}

  // `letters_at(n)`: its letters from n on, as eight_bytes_at() gives them; asked for in their order.
  template <class LettersAt>
  WordKey(std::string_view folded, const LettersAt& letters_at) : folded_(folded) {
    if (folded.empty()) return;
    first_letters_ = letters_at(0);
    std::uint64_t hash = mixed(first_letters_);
    for (std::size_t at = eight; at < folded.size(); at += eight) hash = mixed(hash ^ letters_at(at));
    hash_ = static_cast<std::uint32_t>(hash);
  }

  std::string_view folded() const { return folded_; }
  std::uint64_t first_letters() const { return first_letters_; }
  std::uint32_t hash() const { return hash_; }

 private:
  static std::uint64_t mixed(std::uint64_t letters) {
    const std::uint64_t product = letters * 0x9E3779B97F4A7C15U;
    return product ^ (product >> 32U);
  }

  std::string_view folded_;
  std::uint64_t first_letters_ = 0;
  std::uint32_t hash_ = 0;
};

class Lexicon {
 public:
  // A word, or words with single spaces between them.
  void add(std::string_view entry, Mark mark);

  // No mark at all for a word in no list. `folded` as fold() leaves it.
  Marks marks_of(std::string_view folded) const { return marks_of(WordKey(folded)); }
  Marks marks_of(const WordKey& word) const {
    if (places_.empty()) return {};
    const Place& place = places_[place_of(word)];
    return place.entry == 0 ? Marks{} : entries_[place.entry - 1].marks;
  }
  // Has the memory fetched that marks_of() will look at first: a text's words wait for it together.
  void prepare(const WordKey& word) const {
    if (!places_.empty()) __builtin_prefetch(&places_[word.hash() & (places_.size() - 1)]);
  }
  bool has(std::string_view folded, Mark mark) const { return marks_of(folded).has(mark); }

  // Whether two words with a space between are an entry, or how one starts; true for no reason one time in
  // twenty. Nearly no word that starts an entry goes on as one, and so the two need not be put together.
  bool may_hold_pair(std::string_view first, std::string_view second) const {
    const std::size_t bit = bit_of_pair(first, second);
    return (pairs_[bit / pair_bits] >> bit % pair_bits & 1U) != 0;
  }

  // How many entries have the mark.
  std::size_t count(Mark mark) const;

 private:
  struct Entry {
    std::uint64_t first_letters = 0;  // eight of them: most words have no more
    Marks marks;
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  // Open addressing, at most half full: nearly every word is found, or missed, at the first look. Entries and
  // their letters lie in one block each, for tens of thousands are read at every start.
  struct Place {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // counted from 1; 0: free
  };

  std::size_t place_of(const WordKey& word) const {
    const std::size_t last = places_.size() - 1;  // the size is a power of two
    for (std::size_t place = word.hash() & last;; place = (place + 1) & last) {
      const Place& here = places_[place];
      if (here.entry == 0) return place;
      if (here.hash == word.hash() && is_of(entries_[here.entry - 1], word)) return place;
    }
  }
  bool is_of(const Entry& entry, const WordKey& word) const {
    if (entry.size != word.folded().size() || entry.first_letters != word.first_letters()) return false;
    return entry.size <= eight || letters_of(entry) == word.folded();
  }
  std::string_view letters_of(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.begin, entry.size);
  }
  // By their first letters: places apart by a hash, of which the lists fill one in twenty.
  static std::size_t bit_of_pair(std::string_view first, std::string_view second) {
    const std::uint64_t both = eight_bytes_at(first, 0) * 0x9E3779B97F4A7C15U + eight_bytes_at(second, 0);
    return (both * 0xC2B2AE3D27D4EB4FU) >> (64U - pair_hash_bits);
  }
  Marks& marks_at(std::string_view folded);
  void note_pair(std::string_view folded);
  void grow();

  static constexpr unsigned pair_hash_bits = 16;
  static constexpr std::size_t pair_bits = 64;

  std::string letters_;
  std::vector<Entry> entries_;
  std::vector<Place> places_;
  std::vector<std::uint64_t> pairs_ = std::vector<std::uint64_t>((1U << pair_hash_bits) / pair_bits);
};

}  // namespace postbox::redact
