#include "redact/handle.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "redact/handle_context.hpp"
#include "redact/handle_token.hpp"
#include "redact/handle_words.hpp"
#include "redact/letters.hpp"
#include "redact/name_in_handle.hpp"
#include "redact/places.hpp"
#include "redact/spoken_handle.hpp"
#include "redact/sure_handle.hpp"
#include "redact/words.hpp"

namespace postbox::redact {
namespace {

class HandleFinder {
 public:
  HandleFinder(const Reading& reading, const Lexicon& lexicon)
      : reading_(reading),
        text_(reading.text()),
        lexicon_(lexicon),
        context_(text_, lexicon),
        has_joiner_(reading.any(Mark::joiner)),
        has_colon_(reading.has_sign(AsciiSet(":"))),
        has_network_(names_network(reading)) {}

  Spans find() const {
    const auto find_at = [&](std::size_t at) {
      std::optional<Span> span = with_sign(at);
      if (!span) span = in_link(at);
      if (!span) span = of_reddit(at);
      if (!span) span = of_clan(at);
      return span ? span : after_network(at);
    };
    return find_at_places(
        reading_, AsciiSet("@/_["), [&](std::size_t at) { return may_begin_handle(at); }, find_at);
  }

 private:
  // Nearly all words end here: a handle looks like no word, or a network is named near it, which no word of
  // the lists is taken for in small letters.
  bool may_begin_handle(std::size_t at) const {
    constexpr std::size_t letters_min = 4;
    constexpr std::size_t letters_of_long = 12;  // "someone called kaikailundlund"
    const Word& word = reading_.words()[at];
    const std::size_t begin = word.span.begin;
    if (has_joiner_ || word.mixed || goes_on(word.span.end)) return true;
    if (has_colon_ && follows_colon(begin)) return true;
    if (has_network_ && is_camel(text_.substr(begin, word.span.end - begin))) return true;
    if (word.folded.size() < letters_min || word.marks.has(Mark::everyday)) return false;
    const bool listed = word.marks.has(Mark::dictionary) || word.marks.has(Mark::not_name);
    if (!listed && at > 0 && word.folded.size() >= letters_of_long && is_naming(at - 1)) return true;
    return (is_ascii_upper(text_[begin]) || !listed) && is_near_network(at);
  }

  static bool names_network(const Reading& reading) {
    if (!reading.any(Mark::network)) return false;
    const std::vector<Word>& words = reading.words();
    return std::any_of(words.begin(), words.end(), [](const Word& word) {
      return word.marks.has(Mark::network) && is_sure_network(word.folded);
    });
  }

  bool is_naming(std::size_t at) const { return reading_.words()[at].marks.has(Mark::naming); }

  // Whether the token at a word is longer than the word: "kai_lund", "kai.l", "kai#4417", "u/kai".
  bool goes_on(std::size_t end) const {
    if (end >= text_.size()) return false;
    const char next = text_[end];
    if (next == ' ') return false;
    if (next == '.' || next == '-') return end + 1 < text_.size() && is_handle_char(text_[end + 1]);
    return is_handle_char(next) || next == '#' || next == '/';
  }

  bool follows_colon(std::size_t at) const {
    return at > 1 && (text_[at - 1] == ':' || (text_[at - 1] == ' ' && text_[at - 2] == ':'));
  }

  // As far as is_announced() looks: five words back, two ahead; of "insta-gram" that may be the first part.
  bool is_near_network(std::size_t at) const {
    const std::vector<Word>& words = reading_.words();
    const std::size_t first = at < 5 ? 0 : at - 5;
    const std::size_t after = std::min(words.size(), at + 3);
    for (std::size_t i = first; i < after; ++i) {
      if (words[i].marks.has(Mark::network) || (i > at && !words[i].plain)) return true;
    }
    return false;
  }

  // "@someone"; a word that the lists know as a place or an everyday word is not a person's handle.
  std::optional<Span> with_sign(std::size_t at) const {
    if (text_[at] != '@' || (letter_ends_at(text_, at) && !is_glued_to_network(at))) return std::nullopt;
    const std::size_t end = end_of_handle(text_, at + 1);
    const std::string_view handle = text_.substr(at + 1, end - at - 1);
    if (handle.size() < 2 || !has_letter(handle) || (is_digit(handle[0]) && !looks_like_name(handle))) {
      return {};
    }
    const std::string folded = fold(handle);
    const bool own = handle.find('.') != std::string_view::npos && context_.follows_as(at);
    if (is_of_body(folded) && !own) return std::nullopt;
    if (lexicon_.has(folded, Mark::not_name) || lexicon_.has(folded, Mark::everyday)) return std::nullopt;
    return Span{at, end_of_server(end)};
  }

  // "@someone@social.example": with the server.
  std::size_t end_of_server(std::size_t end) const {
    if (end >= text_.size() || text_[end] != '@') return end;
    const std::size_t server = end_of_handle(text_, end + 1);
    return text_.substr(end, server - end).find('.') != std::string_view::npos ? server : end;
  }

  // "insta@someone"
  bool is_glued_to_network(std::size_t at) const {
    const std::vector<std::string> before = words_before(text_, at, 1);
    return !before.empty() && is_network(before[0]);
  }

  // "@3pm" is a time; "@3littlebirds" is not.
  static bool looks_like_name(std::string_view handle) {
    return std::count_if(handle.begin(), handle.end(), is_ascii_letter) > 2;
  }

  // "facebook.com/profile.php?id=1000123"
  std::size_t end_of_profile_number(std::size_t begin) const {
    constexpr std::string_view page = "profile.php?id=";
    if (text_.substr(begin, page.size()) != page) return begin;
    std::size_t end = begin + page.size();
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end;
  }

  // "https://www.fb.com/someone": where the address begins, at or before the slash that ends the site.
  std::size_t begin_of_link(std::size_t slash) const {
    constexpr std::size_t look_back_bytes = 40;
    const std::size_t least = slash > look_back_bytes ? slash - look_back_bytes : 0;
    std::size_t begin = slash;
    const auto in_link = [](char c) {
      return is_ascii_letter_or_digit(c) || c == '.' || c == '-' || c == '/' || c == ':';
    };
    while (begin > least && in_link(text_[begin - 1])) --begin;
    while (begin < slash && !is_ascii_letter_or_digit(text_[begin])) ++begin;
    // "facebook:fb.com/someone"
    const std::size_t colon = text_.substr(begin, slash - begin).rfind(':');
    const bool scheme = colon != std::string_view::npos && text_.substr(begin + colon).starts_with("://");
    return colon == std::string_view::npos || scheme ? begin : begin + colon + 1;
  }

  // "steam [KES] Wrathful": with the tag of a clan.
  std::optional<Span> of_clan(std::size_t at) const {
    constexpr std::size_t tag_max = 5;
    constexpr std::size_t letters_min = 4;
    if (text_[at] != '[') return std::nullopt;
    std::size_t close = at + 1;
    while (close < text_.size() && close <= at + tag_max &&
           (is_ascii_upper(text_[close]) || is_digit(text_[close]))) {
      ++close;
    }
    if (close < at + 3 || close >= text_.size() || text_[close] != ']') return std::nullopt;
    const std::size_t name = close + 1 + space_at(text_, close + 1);
    const std::size_t end = end_of_handle(text_, name);
    const std::vector<std::string> before = words_before(text_, at, 3);
    const bool played = is_played_on(word_at(before, 0)) ||
                        (is_handle_filler(word_at(before, 0)) && is_played_on(word_at(before, 1)));
    return played && end >= name + letters_min ? std::optional(Span{at, end}) : std::nullopt;
  }

  // "tiktok.com/@someone", "linkedin.com/in/someone"
  std::optional<Span> in_link(std::size_t at) const {
    constexpr std::size_t look_back_bytes = 24;
    if (text_[at] != '/' || at < 4) return std::nullopt;
    const std::size_t from = at > look_back_bytes ? at - look_back_bytes : 0;
    if (!ends_in_site(fold(text_.substr(from, at - from)))) return std::nullopt;
    std::size_t begin = at + 1;
    if (begin < text_.size() && text_[begin] == '@') ++begin;
    const std::size_t end = end_of_handle(text_, begin);
    if (const std::size_t number = end_of_profile_number(begin); number > begin) {
      return Span{begin_of_link(at), number};
    }
    if (end <= begin + 1 || is_common_page(fold(text_.substr(begin, end - begin)))) return std::nullopt;
    return Span{begin_of_link(at), end};
  }

  // "u/fell_runner"
  std::optional<Span> of_reddit(std::size_t at) const {
    if (ascii_lower(text_[at]) != 'u' || at + 1 >= text_.size() || text_[at + 1] != '/') return std::nullopt;
    if (letter_ends_at(text_, at)) return std::nullopt;
    const bool slash = at > 0 && text_[at - 1] == '/';
    if (slash && (letter_ends_at(text_, at - 1) || at == 1)) return std::nullopt;  // part of an address
    const std::size_t end = end_of_handle(text_, at + 2);
    return end > at + 4 ? std::optional(Span{slash ? at - 1 : at, end}) : std::nullopt;
  }

  // "kai#4417", "lost_again", and "pip.moo77" or "he's KaiLundPlays" where a network is named; of plain words
  // ("SEN_team") only where the words around say so.
  bool is_sure(std::size_t begin, std::string_view handle) const {
    const bool joined = is_joined_with_figures(handle, lexicon_);
    if (joined && (has_network_ || context_.follows_sender(begin))) return true;
    if (has_network_ && is_told_by_shape(begin, handle)) return true;
    return is_sure_handle(handle, lexicon_) || (is_lined(handle) && context_.follows_lead(begin));
  }

  // What no plain word looks like, in a text that names a network.
  bool is_told_by_shape(std::size_t begin, std::string_view handle) const {
    return is_dotted_name(handle, lexicon_) ||
           (is_camel(handle) && context_.follows_person(begin, begin + handle.size()));
  }

  // "4.30pm" of a list is a time.
  bool is_in_list(std::size_t at, std::string_view handle) const {
    return !is_digit(handle[0]) && !is_web_address(handle) && !is_file(handle) && context_.is_listed(at);
  }

  // "kel underscore kids", "jay dot xo dot 09" after the network: one past the last word of it.
  std::size_t end_of_spoken(std::size_t begin) const {
    const SpokenHandle spoken = read_spoken_handle(text_, begin, lexicon_);
    if (spoken.end == begin) return begin;
    const bool told = spoken.sure || context_.follows_network(begin) || context_.precedes_network(spoken.end);
    return told ? spoken.end : begin;
  }

  // ".kai_lund.": one dot before it, which belongs to it, as then does one behind it.
  bool is_led_by_dot(std::size_t at) const {
    return at > 0 && text_[at - 1] == '.' && (at == 1 || is_ascii_space(text_[at - 2]));
  }

  bool stands_alone(std::size_t at) const {
    if (!is_handle_char(text_[at]) || text_[at] == '.' || text_[at] == '-') return false;
    return at == 0 || is_led_by_dot(at) || is_hyphened_to_network(at) ||
           !(is_handle_char(text_[at - 1]) || letter_ends_at(text_, at));
  }

  // "insta-kaikailund"
  bool is_hyphened_to_network(std::size_t at) const {
    if (text_[at - 1] != '-') return false;
    std::size_t begin = at - 1;
    while (begin > 0 && is_ascii_letter(text_[begin - 1])) --begin;
    return begin + 1 < at && is_network(fold(text_.substr(begin, at - 1 - begin)));
  }

  // "kai.ace.14", "a message from oat.kai": a name must not go alone and leave half a handle.
  bool holds_name(std::size_t at, std::string_view handle) const {
    return is_handle_around_name(handle, lexicon_) ||
           (may_be_name_and_word(handle, lexicon_) && context_.follows_sender(at));
  }

  // "we meet online at 10am"
  static bool is_time(std::string_view folded) {
    const bool half = folded.ends_with("am") || folded.ends_with("pm");
    return half && std::none_of(folded.begin(), folded.end() - 2, is_ascii_letter);
  }

  // "moonbeam23", "moon.beam.23"; "home.Kai" may lack a blank.
  static bool is_no_sentence(std::string_view handle) {
    return has_figures_in_word(handle) ||
           (std::count(handle.begin(), handle.end(), '.') > 1 && !is_web_address(handle));
  }

  // "insta is no_more_bricks", "snapchat: jay.xo": a token that no plain word looks like.
  std::optional<Span> after_network(std::size_t at) const {
    constexpr std::size_t letters_min = 4;
    if (!stands_alone(at)) return std::nullopt;
    const std::size_t end = end_of_handle(text_, at);
    if (const std::size_t spoken = end_of_spoken(at); spoken > at) return Span{at, spoken};
    const std::string_view handle = text_.substr(at, end - at);
    if (handle.size() + (is_led_by_dot(at) ? 1 : 0) < letters_min || !has_letter(handle) ||
        letter_starts_at(text_, end)) {
      return std::nullopt;
    }
    const std::string folded = fold(handle);
    if (is_site(folded) || is_network(folded) || is_of_body(folded) || is_time(folded)) return std::nullopt;
    const bool made_up = looks_made_up(handle) && !lexicon_.has(folded, Mark::not_name);
    if (made_up && holds_name(at, handle)) return Span{at, end};
    const Marks marks = lexicon_.marks_of(folded);
    const bool named = made_up || (follows_colon(at) && !marks.has_one_of({Mark::everyday, Mark::not_name}));
    const bool dotted = is_led_by_dot(at);
    const std::size_t begin = dotted ? at - 1 : at;
    const bool beside =
        named ? is_sure(at, handle) || context_.follows_network(begin) ||
                    (made_up &&
                     (is_in_list(at, handle) || context_.precedes_network(end) ||
                      context_.follows_account(at) || (!is_digit(handle[0]) && context_.follows_handle(at)) ||
                      ((is_no_sentence(handle) || is_camel(handle)) && context_.follows_naming(at))))
              : handle.size() >= letters_min && context_.is_announced(at, end);
    const bool closed = dotted && end < text_.size() && text_[end] == '.';
    return beside ? std::optional(Span{begin, closed ? end + 1 : end}) : std::nullopt;
  }

  const Reading& reading_;
  std::string_view text_;
  const Lexicon& lexicon_;
  HandleContext context_;
  bool has_joiner_;
  bool has_colon_;
  bool has_network_;
};

}  // namespace

Spans find_handles(const Reading& reading, const Lexicon& lexicon) {
  return HandleFinder(reading, lexicon).find();
}

}  // namespace postbox::redact
