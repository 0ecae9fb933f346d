#include "redact/address_words.hpp"

#include "redact/mask.hpp"
#include "redact/one_of.hpp"
#include "redact/postcode_form.hpp"
#include "redact/street_words.hpp"

namespace postbox::redact {

bool AddressWords::is_capital(std::size_t at) const {
  if (!has(at)) return false;
  const Shape shape = words_[at].shape;
  const bool capital = shape == Shape::capital || shape == Shape::upper || shape == Shape::initial;
  return capital && !(at > 0 && is_label(at));
}

bool AddressWords::is_quoted(std::size_t at) const {
  const std::size_t begin = words_[at].span.begin;
  return begin > 0 && (text_[begin - 1] == '"' || text_[begin - 1] == '\'');
}

bool AddressWords::ends_as_label(std::size_t at) const {
  const std::size_t last = is_spaced(at + 1) && folded(at + 1) == "name" ? at + 1 : at;
  return after(last).starts_with(':');
}

std::string_view AddressWords::after(std::size_t at) const {
  const std::size_t begin = words_[at].span.end;
  const std::size_t end = has(at + 1) ? words_[at + 1].span.begin : text_.size();
  return text_.substr(begin, end - begin);
}

bool AddressWords::follows_home(std::size_t first) const {
  constexpr std::size_t words_back = 5;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const std::size_t at = first - step;
    // "the clinic moved to", "Lowther House and"
    const bool of_body = at > 0 && (is(at - 1, Mark::institution) || ends_a_name(at));
    if ((words_[at].marks.has(Mark::home) && !of_body) || names_own_place(at)) return true;
    const Gap gap = words_[first - step + 1].before;
    if (gap == Gap::sentence || gap == Gap::masked) return false;
  }
  return false;
}

// "House" of "Lowther House".
bool AddressWords::ends_a_name(std::size_t at) const {
  return words_[at].shape == Shape::capital && words_[at - 1].shape == Shape::capital && is_spaced(at) &&
         is_house(words_[at].folded);
}

// "our street", "we are up", "we are down".
bool AddressWords::names_own_place(std::size_t at) const {
  if (at == 0) return false;
  const std::string_view word = folded(at);
  const std::string_view last = folded(at - 1);
  if (last == "our" || last == "my") return word == "street" || word == "road" || word == "lane";
  const bool we_are = last == "are" && at > 1 && folded(at - 2) == "we";
  return we_are && (word == "up" || word == "down" || word == "off");
}

bool AddressWords::follows_dwelling(std::size_t first) const {
  constexpr std::size_t words_back = 2;
  for (std::size_t step = 1; step <= words_back && step <= first; ++step) {
    const std::string_view word = folded(first - step);
    if (one_of({"house", "cottage", "bungalow", "farm", "block"}, word)) return true;
  }
  return false;
}

bool AddressWords::precedes_home(std::size_t after) const {
  constexpr std::size_t words_ahead = 5;
  for (std::size_t at = after; has(at) && at < after + words_ahead; ++at) {
    if (words_[at].before >= Gap::sentence) return false;
    if (is_living(words_[at].folded)) return true;
  }
  return false;
}

bool AddressWords::precedes_postcode(std::size_t after) const {
  const std::string_view between = this->after(after - 1);
  if (between.find(mask_of(Kind::postcode)) != std::string_view::npos) return true;
  if (gap(after) > Gap::comma || !has(after)) return false;
  return folded(after) == "postcode" || end_of_postcode(text_, words_[after].span.begin).has_value();
}

bool AddressWords::precedes_place(std::size_t after) const {
  if (precedes_postcode(after)) return true;
  return gap(after) == Gap::comma && is_capital(after) && is(after, Mark::not_name);
}

bool AddressWords::is_place(std::size_t first, std::size_t after) const {
  if (!is(first, Mark::starts_phrase)) return false;
  std::string words(folded(first));
  for (std::size_t at = first + 1; at < after; ++at) words.append(" ").append(folded(at));
  return lexicon_.has(words, Mark::not_name);
}

bool AddressWords::follows_person(std::size_t first) const {
  std::size_t at = words_[first].span.begin;
  while (at > 0 && std::string_view(" ,\n").find(text_[at - 1]) != std::string_view::npos) --at;
  const bool parted =
      text_.substr(at, words_[first].span.begin - at).find_first_of(",\n") != std::string_view::npos;
  return parted && at > 0 && text_[at - 1] == mask_of(Kind::person);
}

bool AddressWords::ends_address(std::size_t after) const {
  const std::string_view between = this->after(after - 1);
  if (between.find(mask_of(Kind::postcode)) != std::string_view::npos) return true;
  return !has(after) || between.find('\n') != std::string_view::npos;
}

std::size_t AddressWords::after_capitals(std::size_t first, std::size_t most) const {
  std::size_t after = first;
  while (after < first + most && is_capital(after) && (after == first || is_spaced(after))) ++after;
  return after;
}

std::size_t AddressWords::after_line_of_capitals(std::size_t first, std::size_t most) const {
  std::size_t after = first;
  while (after < first + most && is_capital(after) && (after == first || is_spaced(after))) {
    if (after > first && words_[after].line_start) break;
    ++after;
  }
  if (after == first) return first;
  const bool ends = !has(after) || (words_[after].line_start && gap(after) != Gap::bracket);
  return ends ? after : first;
}

Span AddressWords::span_of(std::size_t first, std::size_t after) const {
  const Span span = {words_[first].span.begin, words_[after - 1].span.end};
  if (!is_quoted(first)) return span;
  const char quote = text_[span.begin - 1];
  const std::string_view typed = text_.substr(span.begin, span.end - span.begin);
  const bool ends_inside = typed.find(std::string(1, quote) + ",") != std::string_view::npos;
  return ends_inside ? Span{span.begin - 1, span.end} : span;
}

}  // namespace postbox::redact
