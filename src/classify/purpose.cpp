#include "classify/purpose.hpp"

#include <utility>

#include "classify/words.hpp"

namespace postbox::classify {
namespace {

Phrases all_of(const PurposeWords& vocabulary) {
  Phrases phrases = vocabulary.complaint;
  phrases.insert(phrases.end(), vocabulary.appeal.begin(), vocabulary.appeal.end());
  phrases.insert(phrases.end(), vocabulary.neither.begin(), vocabulary.neither.end());
  return phrases;
}

}  // namespace

PurposeWatch::PurposeWatch(const PurposeWords& vocabulary)
    : matcher_({all_of(vocabulary)}, WordLists{}),
      appeals_from_(vocabulary.complaint.size()),
      neither_from_(appeals_from_ + vocabulary.appeal.size()) {}

Purposes PurposeWatch::purposes_of(std::string_view text) const {
  Purposes found;
  for (const Hit& hit : longest(std::move(matcher_.find(Words(text)).front()))) {
    found.complaint = found.complaint || hit.id < appeals_from_;
    found.appeal = found.appeal || (hit.id >= appeals_from_ && hit.id < neither_from_);
  }
  return found;
}

}  // namespace postbox::classify
