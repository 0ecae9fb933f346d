#include "classify/words.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace postbox::classify {
namespace {

enum class Kind { letter, emoji, apostrophe, invisible, other };

bool between(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2BC || c == 0x2032;
}

// Soft hyphen, zero-width characters, word joiner, variation selectors, skin tones, byte order mark.
bool is_invisible(char32_t c) {
  return c == 0xAD || between(c, 0x200B, 0x200F) || c == 0x2060 || between(c, 0xFE00, 0xFE0F) ||
         between(c, 0x1F3FB, 0x1F3FF) || c == 0xFEFF;
}

bool is_emoji(char32_t c) { return between(c, 0x2600, 0x27BF) || between(c, 0x1F000, 0x1FAFF); }

bool is_letter(char32_t c) {
  if (c < 0x80) return between(c, U'0', U'9') || between(c, U'a', U'z') || between(c, U'A', U'Z');
  const bool sign = c < 0xC0 || c == 0xD7 || c == 0xF7 || between(c, 0x2000, 0x2BFF);
  return !sign && !between(c, 0x3000, 0x303F) && c < 0xE000;
}

Kind kind_of(char32_t c) {
  if (is_apostrophe(c)) return Kind::apostrophe;
  if (is_invisible(c)) return Kind::invisible;
  if (is_emoji(c)) return Kind::emoji;
  return is_letter(c) ? Kind::letter : Kind::other;
}

// The lower case of Latin, Greek and Cyrillic letters; others stay. Keeps the length in UTF-8.
char32_t lower(char32_t c) {
  if (between(c, U'A', U'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7)) return c + 0x20;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c | 1U;
  if (between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) return c + (c & 1U);
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 0x20;
  if (between(c, 0x400, 0x40F)) return c + 0x50;
  return c;
}

void append(std::string& to, char32_t c, std::string_view as_typed) {
  const char32_t folded = lower(c);
  if (folded == c) {
    to += as_typed;
  } else if (folded < 0x80) {
    to += static_cast<char>(folded);
  } else {  // lower() stays within two bytes
    to += static_cast<char>(0xC0U | (folded >> 6U));
    to += static_cast<char>(0x80U | (folded & 0x3FU));
  }
}

class Splitter {
 public:
  std::vector<Word> split(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const utf8::Decoded decoded = utf8::decode(text.substr(at));
      const std::size_t size = std::max<std::size_t>(decoded.size, 1);
      take(decoded.size == 0 ? Kind::other : kind_of(decoded.code_point), decoded.code_point, at,
           text.substr(at, size));
      at += size;
    }
    return std::move(words_);
  }

 private:
  void take(Kind kind, char32_t c, std::size_t at, std::string_view as_typed) {
    switch (kind) {
      case Kind::letter:
        add_letter(c, at, as_typed);
        return;
      case Kind::emoji:
        words_.push_back({at, at + as_typed.size(), std::string(as_typed)});
        open_ = false;
        return;
      case Kind::apostrophe:  // joins the letters around it, and parts nothing: a lads' club
      case Kind::invisible:
        return;
      case Kind::other:
        open_ = false;
    }
  }

  void add_letter(char32_t c, std::size_t at, std::string_view as_typed) {
    if (!open_) words_.push_back({at, at, {}});
    open_ = true;
    append(words_.back().folded, c, as_typed);
    words_.back().end = at + as_typed.size();
  }

  std::vector<Word> words_;
  bool open_ = false;
};

bool is_initial(const Word& word) {
  return word.folded.size() == 1 && between(static_cast<unsigned char>(word.folded.front()), U'a', U'z');
}

// "E.H.C.P.": single letters with nothing but a dot between them.
std::vector<Word> join_initials(std::vector<Word> words, std::string_view text) {
  std::vector<Word> joined;
  bool last_is_initials = false;
  for (Word& word : words) {
    const bool initial = is_initial(word);
    if (initial && last_is_initials && word.begin == joined.back().end + 1 &&
        text[joined.back().end] == '.') {
      joined.back().folded += word.folded;
      joined.back().end = word.end;
      continue;
    }
    joined.push_back(std::move(word));
    last_is_initials = initial;
  }
  return joined;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) { return join_initials(Splitter().split(text), text); }

}  // namespace postbox::classify
