#include "emptying/own_words.hpp"

#include <algorithm>
#include <iterator>

namespace postbox::emptying {
namespace {

constexpr std::string_view between = "\n\n";

// For each recipient the areas it answers for there and then, also those that this submission is not about.
std::map<std::string, AreaList> areas_by_recipient(const deliver::Routes& routes,
                                                   const Addressed& addressed) {
  std::map<std::string, AreaList> areas;
  const auto recipients = routes.by_area(addressed.district, addressed.month);
  for (const ServiceArea area : service_areas) {
    if (const std::string* recipient = recipients[index_of(area)]) areas[*recipient].push_back(area);
  }
  return areas;
}

bool holds(const AreaList& areas, ServiceArea area) {
  return std::find(areas.begin(), areas.end(), area) != areas.end();
}

// The areas for which another recipient gets this submission; an area that nobody answers for is none of
// them.
AreaList others_than(const std::string& recipient, const std::map<std::string, AreaList>& areas,
                     const Addressed& addressed) {
  AreaList others;
  for (const auto& [other, own] : areas) {
    if (other == recipient) continue;
    std::copy_if(own.begin(), own.end(), std::back_inserter(others),
                 [&](ServiceArea area) { return holds(addressed.areas, area); });
  }
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
  const std::map<std::string, AreaList> areas = areas_by_recipient(routes, addressed);
  for (const deliver::Destination& destination : addressed.destinations) {
    const std::string& recipient = destination.recipient;
    const auto left_out =
        classify::about_others(parts, areas.at(recipient), others_than(recipient, areas, addressed));
    if (!left_out.empty()) by_recipient[recipient] = without(words, left_out);
  }
  return by_recipient;
}

}  // namespace postbox::emptying
