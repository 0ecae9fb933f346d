#include "feedback/submission.hpp"

namespace postbox {

std::string_view chosen(const Answers& answers, std::string_view question) {
  const auto found = answers.choices.find(std::string(question));
  if (found == answers.choices.end() || found->second.empty()) return {};
  return found->second.front();
}

AreaList areas_chosen(const Answers& answers, std::string_view question) {
  AreaList areas;
  const auto found = answers.choices.find(std::string(question));
  if (found == answers.choices.end()) return areas;
  for (const std::string& code : found->second) {
    if (const auto area = area_of_code(code)) areas.push_back(*area);
  }
  return areas;
}

}  // namespace postbox
