#include "redact/date_words.hpp"

#include <array>

#include "redact/word_list.hpp"

namespace postbox::redact {
namespace {

constexpr WordList months = {
    "abril",     "agosto",       "agust",      "agustos",    "aout",       "apirl",     "apr",
    "april",     "aprile",       "aprilie",    "aprl",       "aralik",     "arpil",     "aug",
    "augest",    "augst",        "august",     "avril",      "czerwca",    "dec",       "december",
    "decembr",   "decembre",     "decembrie",  "decemer",    "decmber",    "deecember", "dezember",
    "dezembro",  "dicembre",     "diciembre",  "ekim",       "enero",      "eylul",     "feb",
    "febbraio",  "febrary",      "febrero",    "februar",    "februarie",  "february",  "februry",
    "febuaray",  "febuary",      "feburary",   "feburay",    "fevereiro",  "fevrier",   "gennaio",
    "giugno",    "grudnia",      "haziran",    "ianuarie",   "iulie",      "iunie",     "jan",
    "janaury",   "janeiro",      "januar",     "january",    "janurary",   "januray",   "janury",
    "janvier",   "jaunary",      "juillet",    "juin",       "jul",        "juley",     "julho",
    "juli",      "julio",        "jully",      "july",       "jun",        "june",      "junho",
    "juni",      "junio",        "kasim",      "kwietnia",   "lipca",      "listopada", "luglio",
    "lutego",    "maggio",       "mai",        "maio",       "maja",       "mar",       "marca",
    "march",     "marco",        "mars",       "martie",     "marz",       "marzo",     "may",
    "mayis",     "mayo",         "mrach",      "nisan",      "nobember",   "noiembrie", "nov",
    "noveber",   "november",     "novembr",    "novembre",   "novemeber",  "novemer",   "noviembre",
    "novmber",   "ocak",         "ocober",     "ocotber",    "oct",        "octber",    "october",
    "octobr",    "octobre",      "octombrie",  "octubre",    "oktober",    "otcober",   "ottobre",
    "outubro",   "pazdziernika", "sep",        "sepember",   "sepetember", "sept",      "september",
    "septembr",  "septembre",    "septembrie", "septemeber", "septemebr",  "septemer",  "septiembre",
    "septmber",  "setember",     "setembro",   "setpember",  "settembre",  "sierpnia",  "spetember",
    "stycznia",  "subat",        "temmuz",     "wrzesnia",   "августа",    "апреля",    "березня",
    "вересня",   "декабря",      "жовтня",     "июля",       "июня",       "квітня",    "липня",
    "листопада", "лютого",       "марта",      "мая",        "ноября",     "октября",   "сентября",
    "серпня",    "січня",        "травня",     "февраля",    "червня",     "января"};
constexpr WordList days = {"eighteenth",    "eighth",       "eleventh",      "fifteenth",      "fifth",
                           "first",         "fourteenth",   "fourth",        "nineteenth",     "ninth",
                           "second",        "seventeenth",  "seventh",       "sixteenth",      "sixth",
                           "tenth",         "third",        "thirteenth",    "thirtieth",      "thirty-first",
                           "twelfth",       "twentieth",    "twenty-eighth", "twenty-fifth",   "twenty-first",
                           "twenty-fourth", "twenty-ninth", "twenty-second", "twenty-seventh", "twenty-sixth",
                           "twenty-third"};

}  // namespace

bool is_year_word(std::string_view word) {
  static constexpr WordList words = {"two",     "thousand", "and",       "nineteen", "twenty",   "one",
                                     "three",   "four",     "five",      "six",      "seven",    "eight",
                                     "nine",    "ten",      "eleven",    "twelve",   "thirteen", "fourteen",
                                     "fifteen", "sixteen",  "seventeen", "eighteen", "hundred",  "oh",
                                     "thirty",  "forty",    "fifty",     "sixty",    "seventy",  "ninety"};
  return words.has(word);
}

bool starts_with_year_word(std::string_view word) { return is_year_word(word.substr(0, word.find('-'))); }

void mark_date_words(Lexicon& lexicon) {
  for (const std::string_view word : months) lexicon.add(word, Mark::month);
  for (const std::string_view word : days) lexicon.add(word, Mark::spoken_day);
}

bool is_spoken_figure(const Word& word) {
  return starts_with_year_word(word.folded) || word.marks.has(Mark::spoken_day) || word.folded == "zero";
}

bool is_ordinal_ending(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th";
}

bool is_month_behind_ordinal(std::string_view word) {
  constexpr std::size_t ending = 2;
  return word.size() > ending && is_ordinal_ending(word.substr(0, ending)) && months.has(word.substr(ending));
}

}  // namespace postbox::redact
