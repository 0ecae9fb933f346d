#include "report/comment.hpp"

#include <algorithm>

#include "feedback/redacted_text.hpp"

namespace postbox::report {
namespace {

using Words = std::vector<std::pair<std::string_view, std::string_view>>;

std::string area_names(const AreaList& areas, const Wording& wording) {
  std::string names;
  for (const ServiceArea area : areas) {
    if (!names.empty()) names += ", ";
    names += area_name(wording, area);
  }
  return names;
}

Html tag(const char* kind, const std::string& words) {
  return element("li", {{"class", kind}}, text(words)) + trusted("\n");
}

// What stands above the words: everything that was told about the submission, in the reader's language.
Html tags(const DeliveredRow& row, const Wording& wording, const PackFacts& facts) {
  Html all;
  if (!row.areas.empty()) all += tag("area", area_names(row.areas, wording));
  if (row.suspected) all += tag("flag", "came in a flood");
  if (!row.rare.empty()) all += tag("flag", "could show who is meant: " + row.rare);
  if (!row.guesses.empty()) all += tag("guess", "perhaps: " + area_names(row.guesses, wording));
  if (!row.rating.empty()) all += tag("rating", "Rated: " + rating_label(wording, row.rating));
  for (const Column& column : wording.added) {
    const auto found = row.added.find(column.question);
    if (found != row.added.end() && !found->second.empty()) {
      all += tag("added", column.label + ": " + found->second);
    }
  }
  if (row.month != facts.month) all += tag("month", "posted in " + row.month.name());
  // Not for unsorted/, where the district has not been looked at.
  if (!row.district_known && !facts.with_guesses) all += tag("flag", "district not given");
  return all;
}

// The label is left out where a comment answers the first question alone: it would stand there every time.
bool needs_labels(const Words& words, const Wording& wording) {
  return words.size() > 1 || wording.words.empty() || words.front().first != wording.words.front().label;
}

}  // namespace

std::string area_name(const Wording& wording, ServiceArea area) {
  const std::string& name = wording.area_names[index_of(area)];
  return name.empty() ? std::string(code_of(area)) : name;
}

std::string rating_label(const Wording& wording, const std::string& value) {
  const auto found = std::find_if(wording.ratings.begin(), wording.ratings.end(),
                                  [&value](const auto& option) { return option.first == value; });
  return found == wording.ratings.end() ? value : found->second;
}

Html comment(const DeliveredRow& row, const Words& words, const Wording& wording, const PackFacts& facts) {
  const bool labelled = needs_labels(words, wording);
  Html content = element("ul", {{"class", "tags"}}, trusted("\n") + tags(row, wording, facts));
  for (const auto& [label, said] : words) {
    if (labelled) content += element("h3", text(label));
    // dir=auto: Arabic and Urdu read from the right, whatever stands beside them. It goes by the first
    // letter, so the English mark before such words stands on a line of its own.
    const std::size_t mark = RedactedText::translation_mark_bytes(said);
    if (mark > 0) content += element("p", {{"class", "hint"}}, text(said.substr(0, mark - 1)));
    content += element("p", {{"class", "words"}, {"dir", "auto"}}, text(said.substr(mark)));
  }
  content += element("p", {{"class", "reference"}}, text("Reference " + row.reference));
  return element("article", content);
}

}  // namespace postbox::report
