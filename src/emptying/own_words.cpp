#include "emptying/own_words.hpp"

#include <algorithm>
#include <iterator>

namespace postbox::emptying {
namespace {

constexpr std::string_view between = "\n\n";

using Recipients = PerArea<const std::string*>;

// What a recipient answers for there and then, also areas that this submission is not about.
AreaList areas_of(const std::string& recipient, const Recipients& recipients) {
  AreaList areas;
  std::copy_if(service_areas.begin(), service_areas.end(), std::back_inserter(areas), [&](ServiceArea area) {
    const std::string* one = recipients[index_of(area)];
    return one != nullptr && *one == recipient;
  });
  return areas;
}

// The areas for which another recipient gets this submission; an area that nobody answers for is none of
// them.
AreaList others_than(const std::string& recipient, const Recipients& recipients, const AreaList& addressed) {
  AreaList others;
  std::copy_if(addressed.begin(), addressed.end(), std::back_inserter(others), [&](ServiceArea area) {
    const std::string* one = recipients[index_of(area)];
    return one != nullptr && *one != recipient;
  });
  return others;
}

// `left_out` is of all words together, and may go on from one answer into the next.
Words without(const Words& words, const std::vector<TextRange>& left_out) {
  Words rest;
  std::size_t from = 0;
  for (const auto& [question, text] : words) {
    const std::size_t until = from + text.view().size();
    std::vector<TextRange> here;
    for (const TextRange& range : left_out) {
      const std::size_t begin = std::max(range.begin, from);
      const std::size_t end = std::min(range.end, until);
      if (begin < end) here.push_back({begin - from, end - from});
    }
    rest[question] = text.without(here);
    from = until + between.size();
  }
  return rest;
}

}  // namespace

std::string all_words(const Words& words) {
  std::string all;
  for (const auto& [question, text] : words) all.append(text.view()).append(between);
  return all;
}

std::map<std::string, Words> own_words(const classify::Reading& reading, const deliver::Routes& routes,
                                       const Words& words, const Addressed& addressed) {
  std::map<std::string, Words> by_recipient;
  if (addressed.destinations.size() < 2) return by_recipient;
  const std::vector<classify::Part> parts = reading.parts();
  const Recipients recipients = routes.by_area(addressed.district, addressed.month);
  for (const deliver::Destination& destination : addressed.destinations) {
    const std::string& recipient = destination.recipient;
    const auto left_out = classify::about_others(parts, areas_of(recipient, recipients),
                                                 others_than(recipient, recipients, addressed.areas));
    if (!left_out.empty()) by_recipient[recipient] = without(words, left_out);
  }
  return by_recipient;
}

}  // namespace postbox::emptying
