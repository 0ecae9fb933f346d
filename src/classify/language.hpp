// Whether a text is in another language than English, and in which: its giver is shown where to turn whatever
// it says, and a person has it translated, for no machine here can read it. And whether it speaks of danger
// in one of them, the little that is understood.
//
// In doubt a text is English: short texts, dialect, short forms, foreign names and a foreign phrase in an
// English text are. The words are data that people own (config/languages.toml). Linear time in the text.
// Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "classify/foreign_danger.hpp"
#include "classify/numbered_words.hpp"
#include "classify/words.hpp"

namespace postbox::classify {

struct Language {
  std::string name;                // "Polish"
  std::string script;              // "latin", "cyrillic" ...: is_script
  std::string letters;             // that hardly another language of the script has
  std::vector<std::string> words;  // the little words of every text
};

struct LanguageWords {
  std::vector<std::string> english;            // none of them stands in a language
  std::map<std::string, std::string> scripts;  // what a text in it is called when no language can be told
  std::vector<Language> languages;
  std::vector<DangerPhrase> danger;  // in any language but English
};

// "latin", "arabic", "bengali" ...
bool is_script(std::string_view name);

class Languages {
 public:
  explicit Languages(const LanguageWords& words);

  // The name of the language; "" for English, for what is mixed with enough English, and where it cannot be
  // told.
  std::string_view foreign(std::string_view text, const Words& words) const;
  std::string_view foreign(std::string_view text) const { return foreign(text, Words(text)); }

  // Whatever language the rest is in.
  bool speaks_of_danger(const Words& words) const { return danger_.is_in(words); }
  bool speaks_of_danger(std::string_view text) const { return speaks_of_danger(Words(text)); }

 private:
  struct Known {  // where a word stands
    bool is_english = false;
    std::vector<std::size_t> languages;
  };
  struct Told;  // what the words of a text tell

  Known& known(const std::string& word);
  void count(const Word& word, Told& told) const;
  void count_letters(std::string_view word, Told& told) const;
  std::string_view in_latin_letters(const Told& told) const;
  std::string_view in_script(const Told& told, std::size_t script) const;
  std::size_t likeliest(const Told& told, std::size_t script) const;

  NumberedWords numbers_;
  std::vector<Known> known_;  // by number
  std::vector<Language> languages_;
  std::vector<std::size_t> script_of_;                                // of each language
  std::unordered_map<char32_t, std::vector<std::size_t>> letter_of_;  // languages
  std::map<std::size_t, std::string> script_names_;                   // by script
  ForeignDanger danger_;
};

}  // namespace postbox::classify
