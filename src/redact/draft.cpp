#include "redact/draft.hpp"

#include <algorithm>

#include "feedback/redaction_tags.hpp"
#include "redact/mask.hpp"

namespace postbox::redact {
namespace {

static_assert(redaction_tags.size() == kind_count);

// Of a span that runs over what is removed already, the longest piece between: nothing is removed twice, or
// its end would be taken for its beginning. Without the punctuation at its ends.
Span longest_rest(std::string_view text, Span span) {
  Span longest{span.begin, span.begin};
  for (std::size_t begin = span.begin; begin < span.end;) {
    std::size_t end = begin;
    while (end < span.end && !is_mask(text[end])) ++end;
    if (end - begin > longest.end - longest.begin) longest = {begin, end};
    begin = end + 1;
  }
  if (longest.begin == span.begin && longest.end == span.end) return span;
  constexpr std::string_view loose = " ,.;:-\t\r\n";
  while (longest.begin < longest.end && loose.find(text[longest.begin]) != std::string_view::npos) {
    ++longest.begin;
  }
  while (longest.end > longest.begin && loose.find(text[longest.end - 1]) != std::string_view::npos) {
    --longest.end;
  }
  return longest;
}

// Empty where nothing has to be replaced.
std::string own_masks_replaced(std::string_view raw) {
  if (std::none_of(raw.begin(), raw.end(), is_mask)) return {};
  std::string replaced(raw);
  std::replace_if(replaced.begin(), replaced.end(), is_mask, not_a_mask);
  return replaced;
}

}  // namespace

std::vector<Tag> find_tags(std::string_view text) {
  std::vector<Tag> tags;
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (const auto tag = read_redaction_tag(text.substr(at))) {
      tags.push_back({static_cast<Kind>(tag->kind), {at, at + tag->bytes}, tag->number});
      at += tag->bytes - 1;
    }
  }
  return tags;
}

std::string tag_of(Kind kind, unsigned number) {
  std::string tag = "[";
  tag += redaction_tags[static_cast<std::size_t>(kind)];
  if (kind == Kind::person && number > 0) tag += ' ' + std::to_string(number);
  return tag + ']';
}

Draft::Draft(std::string_view raw, const Lexicon& lexicon)
    : raw_(raw), without_masks_(own_masks_replaced(raw)), tags_(find_tags(raw)), reading_(raw, lexicon) {
  write();
}

void Draft::remove(Kind kind, const Spans& spans) {
  if (spans.empty()) return;
  const std::size_t middle = found_.size();
  for (const Span& span : spans) {
    const Span rest = longest_rest(text_, span);
    if (rest.begin == rest.end) continue;
    const Span raw = raw_span(rest);
    found_.push_back({kind, raw.begin, raw.end});
  }
  const auto earlier = [](const Finding& a, const Finding& b) { return a.begin < b.begin; };
  std::inplace_merge(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(middle), found_.end(),
                     earlier);
  write();
}

const std::vector<DigitGroup>& Draft::digit_groups() {
  if (!digit_groups_) digit_groups_ = read_digit_groups(reading_);
  return *digit_groups_;
}

bool Draft::is_news_for(Kind kind) {
  unsigned& seen = seen_[static_cast<std::size_t>(kind)];
  const bool news = seen != times_written_;
  seen = times_written_;
  return news;
}

void Draft::write() {
  ++times_written_;
  digit_groups_.reset();
  text_.clear();
  masked_.clear();
  auto tag = tags_.cbegin();
  auto found = found_.cbegin();
  while (tag != tags_.cend() || found != found_.cend()) {
    if (found == found_.cend() || (tag != tags_.cend() && tag->span.begin < found->begin)) {
      mask(tag->kind, tag->span);
      ++tag;
    } else {
      mask(found->kind, {found->begin, found->end});
      ++found;
    }
  }
  const std::size_t rest = masked_.empty() ? 0 : masked_.back().origin.end;
  text_ += typed().substr(rest);
  reading_.read(text_, masked_);
}

// Writes what stands before, and one character for it.
void Draft::mask(Kind kind, Span raw) {
  const std::size_t from = masked_.empty() ? 0 : masked_.back().origin.end;
  text_ += typed().substr(from, raw.begin - from);
  masked_.push_back({text_.size(), raw});
  text_ += mask_of(kind);
}

std::size_t Draft::raw_position(std::size_t position) const {
  auto after = std::upper_bound(masked_.begin(), masked_.end(), position,
                                [](std::size_t at, const Masked& mask) { return at < mask.at; });
  if (after == masked_.begin()) return position;
  const Masked& last = *std::prev(after);
  return last.at == position ? last.origin.begin : last.origin.end + (position - last.at - 1);
}

}  // namespace postbox::redact
