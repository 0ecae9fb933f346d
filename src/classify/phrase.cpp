#include "classify/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "classify/vocabulary.hpp"
#include "classify/words.hpp"

namespace postbox::classify {
namespace {

// A shorter beginning would find half of the language.
constexpr std::size_t stem_bytes_min = 2;
constexpr std::size_t pieces_max = 10;
constexpr std::size_t gaps_max = 2;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_bar(char c) { return c == '|'; }

template <class Parting>
std::vector<std::string_view> split(std::string_view text, Parting parts_here) {
  std::vector<std::string_view> parts;
  const char* const end = text.data() + text.size();
  for (const char* next = text.data(); next != end;) {
    const char* const begin = next;
    while (next != end && !parts_here(*next)) ++next;
    if (next != begin) parts.emplace_back(begin, static_cast<std::size_t>(next - begin));
    if (next != end) ++next;
  }
  return parts;
}

bool is_folded_word(std::string_view typed) {
  const auto is_folded = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !typed.empty() && std::all_of(typed.begin(), typed.end(), is_folded);
}

// "sub-zero*" is the word sub and the beginning zero.
void add_plain_pieces(std::string_view typed, std::vector<Piece>& pieces) {
  // Nearly all are one already, and there are twenty thousand of them to read at every start.
  if (is_folded_word(typed)) {
    pieces.push_back({Piece::Kind::word, std::string(typed), {}});
    return;
  }
  const std::size_t before = pieces.size();
  for (const Word& word : Words(typed)) pieces.push_back({Piece::Kind::word, std::string(word.folded), {}});
  if (pieces.size() > before && typed.back() == '*') pieces.back().kind = Piece::Kind::stem;
}

Piece choice_of(std::string_view typed) {
  Piece choice{Piece::Kind::choice, std::string(typed), {}};
  for (const std::string_view each : split(typed, is_bar)) add_plain_pieces(each, choice.choices);
  return choice;
}

std::string normal_form(const Piece& piece) {
  switch (piece.kind) {
    case Piece::Kind::word:
      return piece.text;
    case Piece::Kind::stem:
      return piece.text + "*";
    case Piece::Kind::list:
      return "{" + piece.text + "}";
    case Piece::Kind::gap:
      return "...";
    case Piece::Kind::choice:
      break;
  }
  std::vector<std::string> choices;
  for (const Piece& each : piece.choices) choices.push_back(normal_form(each));
  std::sort(choices.begin(), choices.end());
  return fmt::format("{}", fmt::join(choices, "|"));
}

std::optional<std::string> fault_in(const Piece& piece, const WordLists& lists) {
  if (piece.kind == Piece::Kind::list && !lists.contains(piece.text)) {
    return fmt::format("there is no list of words called {{{}}}", piece.text);
  }
  if (piece.kind == Piece::Kind::stem && piece.text.size() < stem_bytes_min) {
    return fmt::format("\"{}*\" is too short a beginning: at least {} letters before the *", piece.text,
                       stem_bytes_min);
  }
  if (piece.kind == Piece::Kind::choice && piece.choices.size() < 2) {
    return fmt::format("\"{}\" is no choice: a word must stand on both sides of |", piece.text);
  }
  for (const Piece& each : piece.choices) {
    if (auto fault = fault_in(each, lists)) return fault;
  }
  return std::nullopt;
}

// A * must end a word; one inside would be dropped without a word.
bool has_stray_star(std::string_view phrase) {
  for (std::size_t at = phrase.find('*'); at != std::string_view::npos; at = phrase.find('*', at + 1)) {
    const bool ends_word = at + 1 == phrase.size() || phrase[at + 1] == ' ' || phrase[at + 1] == '|';
    const bool follows_word =
        at > 0 && phrase[at - 1] != ' ' && phrase[at - 1] != '|' && phrase[at - 1] != '*';
    if (!ends_word || !follows_word) return true;
  }
  return false;
}

// "{lad}self": braces must stand around a whole piece.
bool has_stray_brace(std::string_view phrase) {
  if (phrase.find('{') == std::string_view::npos && phrase.find('}') == std::string_view::npos) return false;
  const std::vector<std::string_view> typed = split(phrase, [](char c) { return c == ' '; });
  return std::any_of(typed.begin(), typed.end(), [](std::string_view each) {
    const bool is_list = each.size() > 2 && each.front() == '{' && each.back() == '}';
    return (is_list ? each.substr(1, each.size() - 2) : each).find_first_of("{}") != std::string_view::npos;
  });
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view phrase) {
  const std::vector<std::string_view> all = split(phrase, is_white);
  std::vector<Piece> pieces;
  pieces.reserve(all.size());
  for (const std::string_view typed : all) {
    if (typed == "...") {
      pieces.push_back({Piece::Kind::gap, {}, {}});
    } else if (typed.size() > 2 && typed.front() == '{' && typed.back() == '}') {
      pieces.push_back({Piece::Kind::list, std::string(typed.substr(1, typed.size() - 2)), {}});
    } else if (typed.find('|') != std::string_view::npos) {
      pieces.push_back(choice_of(typed));
    } else {
      add_plain_pieces(typed, pieces);
    }
  }
  return pieces;
}

std::optional<std::string> fault_in(std::string_view phrase, const WordLists& lists) {
  const std::vector<Piece> pieces = pieces_of(phrase);
  const auto is_gap = [](const Piece& piece) { return piece.kind == Piece::Kind::gap; };
  if (pieces.empty()) return "this phrase has no words";
  if (pieces.size() > pieces_max) return fmt::format("a phrase has at most {} words", pieces_max);
  if (is_gap(pieces.front()) || is_gap(pieces.back())) return "... must stand between two words";
  if (std::count_if(pieces.begin(), pieces.end(), is_gap) > static_cast<std::ptrdiff_t>(gaps_max)) {
    return fmt::format("a phrase has at most {} times \"...\"", gaps_max);
  }
  if (has_stray_star(phrase)) return "* may only end a word";
  if (has_stray_brace(phrase)) return "{ } must stand around the whole name of a list";
  for (const Piece& piece : pieces) {
    if (auto fault = fault_in(piece, lists)) return fault;
  }
  return std::nullopt;
}

std::string normal_form(std::string_view phrase) {
  std::string form;
  form.reserve(phrase.size());
  for (const Piece& piece : pieces_of(phrase)) {
    if (!form.empty()) form += ' ';
    form += normal_form(piece);
  }
  return form;
}

}  // namespace postbox::classify
