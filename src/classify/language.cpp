#include "classify/language.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "classify/script.hpp"
#include "classify/word_hash.hpp"
#include "classify/words.hpp"

namespace postbox::classify {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// Different little words of a language that a text needs; in a short text they are more of it.
constexpr std::size_t different_min = 3;
constexpr std::size_t different_min_short = 2;
constexpr std::size_t short_text_words_max = 6;

// Calls `take` for each code point.
template <class Take>
void each_letter(std::string_view text, Take take) {
  while (!text.empty()) {
    if (const auto byte = static_cast<unsigned char>(text.front()); byte < 0x80) {  // nearly all
      take(char32_t{byte});
      text.remove_prefix(1);
      continue;
    }
    const utf8::Decoded decoded = utf8::decode(text);
    if (decoded.size != 0) take(decoded.code_point);
    text.remove_prefix(std::max<std::size_t>(decoded.size, 1));
  }
}

// A tag that redaction has put in is no word of the text.
class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text) { go_on(0); }

  // Asked of places that ascend.
  bool hold(std::size_t at) {
    while (at > close_) go_on(close_ + 1);
    return at > open_;
  }

 private:
  void go_on(std::size_t from) {
    open_ = text_.find('[', from);
    close_ = open_ == std::string_view::npos ? open_ : text_.find(']', open_);
    if (close_ == std::string_view::npos) open_ = close_;
  }

  std::string_view text_;
  std::size_t open_ = 0;
  std::size_t close_ = 0;
};

}  // namespace

struct Languages::Told {
  explicit Told(std::size_t languages) : hits(languages), letter_hits(languages), different(languages) {}

  std::size_t words = 0;                            // in Latin letters
  std::array<std::size_t, script_count> letters{};  // by script
  std::size_t english = 0;
  std::vector<std::size_t> hits;         // words of each language
  std::vector<std::size_t> letter_hits;  // letters of its own
  std::vector<std::vector<const Known*>> different;
};

bool is_script(std::string_view name) { return script_of_name(name).has_value(); }

Languages::Languages(const LanguageWords& words) : languages_(words.languages), danger_(words.danger) {
  for (const std::string& word : words.english) known(word).is_english = true;
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    for (const std::string& word : languages_[i].words) known(word).languages.push_back(i);
    script_of_.push_back(script_of_name(languages_[i].script).value_or(latin));
    each_letter(languages_[i].letters, [&](char32_t letter) { letter_of_[letter].push_back(i); });
  }
  for (const auto& [script, name] : words.scripts) {
    script_names_[script_of_name(script).value_or(latin)] = name;
  }
}

Languages::Known& Languages::known(const std::string& word) {
  auto next = static_cast<std::uint32_t>(known_.size());
  const std::uint32_t number = numbers_.add(WordHash(word).value(), next);
  known_.resize(next);
  return known_[number];
}

std::string_view Languages::foreign(std::string_view text, const Words& words) const {
  Tags tags(text);
  Told told(languages_.size());
  for (const Word& word : words) {
    if (!tags.hold(word.begin)) count(word, told);
  }
  // Japanese is written with Chinese signs between its own.
  const std::size_t chinese = *script_of_name("chinese");
  const std::size_t japanese = *script_of_name("japanese");
  if (told.letters[japanese] > 0) told.letters[japanese] += std::exchange(told.letters[chinese], 0);
  const auto* most = std::max_element(told.letters.begin() + 1, told.letters.end());
  const auto script = static_cast<std::size_t>(most - told.letters.begin());
  if (*most > 1 && *most > told.letters[latin]) return in_script(told, script);
  return in_latin_letters(told);
}

void Languages::count_letters(std::string_view word, Told& told) const {
  each_letter(word, [&](char32_t letter) {
    if (letter < 0x80) {  // folded, and every language has it
      told.letters[latin] += letter >= U'a' ? 1 : 0;
      return;
    }
    if (const auto script = script_of(letter)) ++told.letters[*script];
    const auto found = letter_of_.find(letter);
    if (found == letter_of_.end()) return;
    for (const std::size_t language : found->second) ++told.letter_hits[language];
  });
}

void Languages::count(const Word& word, Told& told) const {
  const std::size_t before = told.letters[latin];
  count_letters(word.folded, told);
  if (told.letters[latin] > before) ++told.words;
  const std::uint32_t number = numbers_.find(word.hash());
  if (number == NumberedWords::none) return;
  const Known& known = known_[number];
  if (known.is_english) ++told.english;
  for (const std::size_t i : known.languages) {
    ++told.hits[i];
    std::vector<const Known*>& seen = told.different[i];
    if (std::find(seen.begin(), seen.end(), &known) == seen.end()) seen.push_back(&known);
  }
}

std::size_t Languages::likeliest(const Told& told, std::size_t script) const {
  std::size_t best = none;
  std::size_t most = 0;
  for (std::size_t i = 0; i < languages_.size(); ++i) {
    const std::size_t weight = 2 * told.hits[i] + told.letter_hits[i];
    if (script_of_[i] != script || weight <= most) continue;
    best = i;
    most = weight;
  }
  return best;
}

std::string_view Languages::in_latin_letters(const Told& told) const {
  const std::size_t best = likeliest(told, latin);
  if (best == none) return {};
  const std::size_t words = told.words;
  const std::size_t needed = words <= short_text_words_max ? different_min_short : different_min;
  const bool is_enough = told.different[best].size() >= needed && told.hits[best] * 6 >= words;
  const bool is_english = told.english > told.hits[best];
  return is_enough && !is_english ? std::string_view(languages_[best].name) : std::string_view();
}

std::string_view Languages::in_script(const Told& told, std::size_t script) const {
  const std::size_t best = likeliest(told, script);
  if (best != none) return languages_[best].name;
  const auto name = script_names_.find(script);
  return name == script_names_.end() ? std::string_view() : std::string_view(name->second);
}

}  // namespace postbox::classify
