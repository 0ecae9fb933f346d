// One submission: what a family posted, the words every room shares.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/month.hpp"
#include "feedback/service_area.hpp"

namespace postbox {

// Answers by question id. A question that was not answered stands in none of the three.
struct Answers {
  std::map<std::string, std::string> texts;                 // the words, verbatim
  std::map<std::string, std::vector<std::string>> choices;  // option values; a single choice has one
  std::set<std::string> ticks;                              // ticked boxes

  friend bool operator==(const Answers&, const Answers&) = default;
};

// The questions that the program itself understands; a partnership may leave them out of the form, and may
// add others, which are carried, counted and exported by their type alone.
namespace question_id {
inline constexpr const char* areas = "areas";        // choices: the giver's ticks, strong evidence
inline constexpr const char* only_to = "only_to";    // choices: binding, nobody else receives it
inline constexpr const char* rating = "rating";      // choice: carried beside the words
inline constexpr const char* district = "district";  // choice: where to route
inline constexpr const char* risk_now = "risk_now";  // tick: somebody may be at risk now
}  // namespace question_id

enum class Channel { form, api, import };  // how it came; told to nobody but the keeper

struct Submission {
  std::string id;       // random, 26 characters of base32; known to nobody but the sealed record
  std::string receipt;  // random, 20 characters of base32; shown once to the giver
  Month month;          // in Europe/London
  Channel channel = Channel::form;
  Answers answers;
  // It came in a flood and looks like part of it (intake/suspicion.hpp). Known to the sealed bytes alone; the
  // keeper decides.
  bool suspected = false;

  friend bool operator==(const Submission&, const Submission&) = default;
};

// The one option chosen, or nothing to see ("" is no option's value).
std::string_view chosen(const Answers& answers, std::string_view question);

// The areas named by the answer to a question such as `areas` or `only_to`, unknown codes left out.
AreaList areas_chosen(const Answers& answers, std::string_view question);

}  // namespace postbox
