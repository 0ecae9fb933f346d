#include "classify/purpose.hpp"

#include <cstdint>

#include "classify/words.hpp"

namespace postbox::classify {
namespace {

enum Role : std::uint32_t { complaint_role, appeal_role, neither_role };  // the ids of the phrases

void add(Matcher& matcher, const Phrases& phrases, Role role) {
  for (const std::string& phrase : phrases) matcher.add(phrase, role);
}

}  // namespace

PurposeWatch::PurposeWatch(const PurposeWords& vocabulary) : matcher_(WordLists{}) {
  add(matcher_, vocabulary.complaint, complaint_role);
  add(matcher_, vocabulary.appeal, appeal_role);
  add(matcher_, vocabulary.neither, neither_role);
}

Purposes PurposeWatch::purposes_of(std::string_view text) const {
  Purposes found;
  for (const Hit& hit : longest_only(matcher_.find(words_of(text)))) {
    found.complaint = found.complaint || hit.id == complaint_role;
    found.appeal = found.appeal || hit.id == appeal_role;
  }
  return found;
}

}  // namespace postbox::classify
