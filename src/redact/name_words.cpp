#include "redact/name_words.hpp"

#include <algorithm>

#include "redact/letters.hpp"
#include "redact/mask.hpp"
#include "redact/vehicle_words.hpp"
#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr std::size_t phrase_words_max = 5;

// "O'Brien", "McKay", "D'Souza": made like a family name whether listed or not.
bool is_made_like_family(const Word& word) {
  if (word.shape == Shape::lower || word.folded.size() < 5) return false;
  const std::string_view folded = word.folded;
  return folded.starts_with("o'") || folded.starts_with("d'") || folded.starts_with("mc") ||
         (word.mixed && folded.starts_with("mac"));
}

// "Val-uable", "Jack-knifed": not made like a name, unless the last part is one ("Anne-marie").
bool ends_in_small_letters(std::string_view typed) {
  const std::size_t hyphen = typed.rfind('-');
  return hyphen != std::string_view::npos && hyphen + 1 < typed.size() &&
         ascii_upper(typed[hyphen + 1]) != typed[hyphen + 1];
}

// "Mary-Jane", "Smith-Jones", "Makaton-trained": the parts decide where the whole is in no list.
void look_up_parts(const Word& word, std::string_view typed, const Lexicon& lexicon, Sense& sense) {
  Marks parts;
  Marks last;
  bool two_words = true;  // "Hope-Grace": words, each of which may be a name
  const std::string_view folded = word.folded;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find('-', begin), folded.size());
    last = lexicon.marks_of(folded.substr(begin, end - begin));
    parts.set_all(last);
    two_words = two_words && last.has_one_of({Mark::ambiguous, Mark::capitalised, Mark::given}) &&
                !last.has(Mark::not_name);
    begin = end + 1;
  }
  const bool name = last.has(Mark::given) || last.has(Mark::capitalised) || last.has(Mark::family);
  const bool ordinary = parts.has(Mark::not_name) || parts.has(Mark::everyday);
  if (word.shape == Shape::capital && ends_in_small_letters(typed) && !name) {
    if (ordinary || parts.has(Mark::dictionary)) sense.marks.set(Mark::dictionary);
    return;
  }
  for (const Mark mark : {Mark::given, Mark::capitalised, Mark::family}) {
    if (parts.has(mark) && (!ordinary || word.shape == Shape::capital)) sense.marks.set(mark);
  }
  // "Crosthwaite-Hume": a place that is a family name too.
  const bool two_parts = std::count(folded.begin(), folded.end(), '-') == 1;  // not "Bolton-le-Sands"
  const bool family = parts.has(Mark::place_family) && word.shape == Shape::capital && two_parts;
  if (family) sense.marks.set(Mark::family);
  if (parts.has(Mark::not_name) && !family) sense.marks.set(Mark::not_name);
  if (two_parts && two_words && word.shape == Shape::capital) sense.marks.set(Mark::capitalised);
  if (ordinary || (parts.has(Mark::dictionary) && !sense.listed())) sense.marks.set(Mark::dictionary);
}

// "Jaydens plan", "callums mam": a name and the s of a possessive, where the whole is in no list.
void look_up_without_s(const Word& word, const Lexicon& lexicon, const KnownNames& known, Sense& sense) {
  constexpr std::size_t letters_min = 4;
  const std::string_view folded = word.folded;
  const std::size_t least = word.shape == Shape::capital ? letters_min : letters_min + 1;  // "Sebs taxi"
  if (word.possessive || folded.size() < least || !folded.ends_with('s')) return;
  const std::string_view stem = folded.substr(0, folded.size() - 1);
  if (speaks_of_vehicle(folded)) return;  // "a Yaris"
  const Marks marks = lexicon.marks_of(stem);
  const bool name = marks.has(Mark::given) || (marks.has(Mark::capitalised) && word.shape != Shape::lower);
  const bool learnt = known.find(stem) != known.end();
  if (!(name || learnt) || marks.has(Mark::not_name) || marks.has(Mark::dictionary)) return;
  sense.bare_possessive = true;
  sense.known = learnt;
  if (name) sense.marks.set_all(marks);
}

// "Graysons mum", "Summers dad": a name that is a word too, and whose parent comes next.
void look_up_of_parent(const Word& word, const Lexicon& lexicon, Sense& sense) {
  constexpr std::size_t letters_min = 4;
  const std::string_view folded = word.folded;
  if (word.possessive || word.shape != Shape::capital || folded.size() <= letters_min) return;
  if (sense.given() || sense.ambiguous() || sense.has(Mark::everyday) || sense.has(Mark::not_name)) return;
  const Marks stem = lexicon.marks_of(folded.substr(0, folded.size() - 1));
  if (stem.has_one_of({Mark::not_name, Mark::seldom})) return;
  const bool word_too = stem.has_one_of({Mark::ambiguous, Mark::calendar});
  const bool name = stem.has_one_of({Mark::given, Mark::capitalised}) && !stem.has(Mark::everyday);
  if (!word_too && (!name || sense.has(Mark::family))) return;  // "Jones mum"
  sense.bare_possessive = true;
  sense.marks = Marks{Mark::given};
}

// "Joshie", "Bexie": a given name and what makes it small.
void look_up_diminutive(const Word& word, const Lexicon& lexicon, Sense& sense) {
  constexpr std::size_t letters_min = 3;
  const std::string_view folded = word.folded;
  if (word.shape != Shape::capital || folded.size() < letters_min + 2 || !folded.ends_with("ie")) return;
  const Marks stem = lexicon.marks_of(folded.substr(0, folded.size() - 2));
  if (stem.has(Mark::given) && !stem.has(Mark::not_name)) sense.marks.set(Mark::capitalised);
}

}  // namespace

NameWords::NameWords(const Reading& reading, const Lexicon& lexicon, const KnownNames& known)
    : text_(reading.text()),
      lexicon_(lexicon),
      known_(known),
      words_(reading.words()),
      senses_(words_.size()) {
  look_up();
  mark_phrases();
  mark_shouting();
}

bool NameWords::ampersand_before(std::size_t at) const {
  if (!has(at) || at == 0) return false;
  const std::size_t end = words_[at - 1].span.end;
  const std::string_view between = text_.substr(end, words_[at].span.begin - end);
  return between == " & " || between == "&" || between == ". & ";
}

bool NameWords::is_behind_address(std::size_t at) const {
  if (gap(at) != Gap::masked) return false;
  const std::size_t begin = words_[at].span.begin;
  return begin > 2 && text_.substr(begin - 2, 2) == ", " && text_[begin - 3] == mask_of(Kind::address);
}

bool NameWords::starts_sentence(std::size_t at) const {
  if (gap(at) != Gap::masked) return gap(at) == Gap::sentence;
  const std::size_t last = text_.find_last_not_of(" \n", words_[at].span.begin - 1);
  return last != std::string_view::npos &&
         std::string_view(".!?").find(text_[last]) != std::string_view::npos;
}

void NameWords::mark_name(std::size_t first, std::size_t after) {
  for (std::size_t at = first; at < after; ++at) senses_[at].in_name = true;
}

void NameWords::mark_figure(std::size_t first, std::size_t after) {
  for (std::size_t at = first; at < after; ++at) senses_[at].figure = true;
  figures_.insert(folded(first));
}

bool NameWords::is_before_parent(std::size_t at) const {
  static constexpr WordList parents = {"mum", "mam", "mom", "mummy", "dad", "daddy", "nan", "gran", "nana"};
  const bool of_many = before(at) == "the" || !has(at + 1) || words_[at + 1].possessive;
  return !of_many && gap(at + 1) == Gap::space && parents.has(folded(at + 1));
}

void NameWords::look_up() {
  Outline known_outline;
  for (const std::string& word : known_) known_outline.add(word);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const std::string_view folded = words_[at].folded;
    Sense& sense = senses_[at];
    sense.marks = words_[at].marks;
    if (is_made_like_family(words_[at])) sense.marks.set(Mark::family);
    sense.known = known_outline.may_hold(folded) && known_.contains(folded);
    const bool parts = !words_[at].plain && sense.unknown() && folded.find('-') != std::string_view::npos;
    if (parts) look_up_parts(words_[at], typed(at), lexicon_, sense);
    const bool s = ascii_lower(text_[words_[at].span.end - 1]) == 's';
    if (s && is_before_parent(at)) look_up_of_parent(words_[at], lexicon_, sense);
    if (s && sense.unknown()) look_up_without_s(words_[at], lexicon_, known_, sense);
    if (sense.unknown()) look_up_diminutive(words_[at], lexicon_, sense);
  }
}

char NameWords::mask_behind(std::size_t at) const {
  const std::size_t end = words_[at].span.end;
  const std::size_t behind = std::min(text_.find_first_not_of(" ,(:-", end), text_.size());
  const bool apart = text_.substr(end, behind - end).find_first_not_of(' ') != std::string_view::npos;
  return apart && behind < text_.size() && is_mask(text_[behind]) ? text_[behind] : '\0';
}

void NameWords::mark_phrase(std::size_t first, std::size_t last, Marks marks) {
  const bool figure = marks.has(Mark::figure);
  if (!figure && !marks.has(Mark::not_name)) return;
  for (std::size_t at = first; at <= last; ++at) {
    senses_[at].phrase = true;
    senses_[at].figure = senses_[at].figure || figure;
  }
}

// Nothing stands between the words but a space, as in most phrases, and no phrase starts with the two.
bool NameWords::starts_no_phrase(std::size_t first) const {
  if (!has(first + 1)) return true;
  const Word& next = words_[first + 1];
  const bool alone = next.before <= Gap::space && !next.possessive && !words_[first].possessive;
  return alone && !lexicon_.may_hold_pair(words_[first].folded, next.folded);
}

// The "Mr." of "Mr. Men"
bool NameWords::is_dotted_title(std::size_t at) const {
  return words_[at].dot_after && gap(at + 1) == Gap::sentence && is_title(senses_[at].marks);
}

// "Marks & Spencer" is looked up as "marks and spencer", "Tom, Dick and Harry" with its comma, "Bob's your
// uncle" with its possessive; the last word may have one more ("Harry Potter's").
void NameWords::mark_phrases() {
  for (std::size_t first = 0; first < words_.size(); ++first) {
    if (senses_[first].has(Mark::figure)) mark_phrase(first, first, senses_[first].marks);
    if (!senses_[first].has(Mark::starts_phrase) || starts_no_phrase(first)) continue;
    std::string phrase(words_[first].folded);
    const std::size_t end = std::min(words_.size(), first + phrase_words_max);
    for (std::size_t at = first + 1; at < end; ++at) {
      if (words_[at - 1].possessive) phrase += "'s";
      if (ampersand_before(at)) {
        phrase += " and";
      } else if (words_[at].before == Gap::comma) {
        phrase += ',';
      } else if (words_[at].before > Gap::space && !is_dotted_title(at - 1)) {
        break;
      }
      phrase.append(" ").append(words_[at].folded);
      const Marks marks = lexicon_.marks_of(phrase);
      mark_phrase(first, at, marks);
      if (words_[at].possessive) mark_phrase(first, at, lexicon_.marks_of(phrase + "'s"));
      if (!marks.has(Mark::starts_phrase)) break;
    }
  }
}

// A sentence is shouted when most of its words, and at least three, are in capitals.
void NameWords::mark_shouting() {
  constexpr std::size_t upper_min = 3;
  const auto all_upper = std::count_if(words_.begin(), words_.end(),
                                       [](const Word& word) { return word.shape == Shape::upper; });
  if (static_cast<std::size_t>(all_upper) < upper_min) return;
  for (std::size_t first = 0; first < words_.size();) {
    std::size_t end = first;
    std::size_t upper = 0;
    std::size_t cased = 0;
    do {
      const Shape shape = words_[end].shape;
      upper += shape == Shape::upper ? 1 : 0;
      cased += shape == Shape::upper || shape == Shape::lower || shape == Shape::capital ? 1 : 0;
      ++end;
    } while (end < words_.size() && words_[end].before != Gap::sentence);
    const bool shouted = upper >= upper_min && upper * 3 > cased * 2;
    for (; first < end; ++first) senses_[first].shouted = shouted;
  }
}

}  // namespace postbox::redact
