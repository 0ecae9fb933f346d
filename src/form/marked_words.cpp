#include "form/marked_words.hpp"

#include <set>
#include <string>

namespace postbox::form {
namespace {

constexpr std::size_t lines_max = 12;  // further ones are marked in the words all the same

struct Look {
  std::string_view kind;
  std::string Words::*text;
};
constexpr Look looks[] = {
    {"person", &Words::looks_person},       {"email", &Words::looks_email},
    {"phone", &Words::looks_phone},         {"postcode", &Words::looks_postcode},
    {"address", &Words::looks_address},     {"nhs-number", &Words::looks_nhs_number},
    {"ni-number", &Words::looks_ni_number}, {"date-of-birth", &Words::looks_date_of_birth},
    {"handle", &Words::looks_handle},       {"vehicle", &Words::looks_vehicle},
};

std::string_view said(std::string_view kind, const Words& words) {
  for (const Look& look : looks) {
    if (look.kind == kind) return words.*look.text;
  }
  return {};
}

bool fits(const Mark& mark, std::size_t from, std::string_view words) {
  return from <= mark.begin && mark.begin < mark.end && mark.end <= words.size();
}

}  // namespace

Html marked_words(std::string_view words, const std::vector<Mark>& marks) {
  Html all;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (!fits(mark, at, words)) continue;
    all += text(words.substr(at, mark.begin - at));
    all += element("mark", text(words.substr(mark.begin, mark.end - mark.begin)));
    at = mark.end;
  }
  return all + text(words.substr(at));
}

Html lines_about(const Noticed& noticed, const Answers& answers, const Words& words) {
  Html lines;
  std::set<std::string_view> seen;
  for (const auto& [question, marks] : noticed.marks) {
    const auto found = answers.texts.find(question);
    if (found == answers.texts.end()) continue;
    for (const Mark& mark : marks) {
      if (!fits(mark, 0, found->second)) continue;
      const std::string_view piece =
          std::string_view(found->second).substr(mark.begin, mark.end - mark.begin);
      if (seen.size() == lines_max || !seen.insert(piece).second) continue;
      lines += element("li", element("mark", {{"dir", "auto"}}, text(piece)) + text(" ") +
                                 element("span", text(said(mark.kind, words))));
    }
  }
  return lines;
}

}  // namespace postbox::form
