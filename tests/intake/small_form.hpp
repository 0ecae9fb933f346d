// A form of three questions, and the slot's parts around it, for tests of the slot.
#pragma once

#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "config/messages_file.hpp"
#include "form/form.hpp"
#include "form/signpost.hpp"

namespace postbox::test {

inline form::Form small_form() {
  form::Form form;
  const Path house = POSTBOX_SOURCE_DIR;
  form.language = config::read_language(PosixFileSystem{}, {house / "no-box", house}, "en");
  form.title = "Post Box";
  form.introduction = "Tell us.";
  form::Question words;
  words.id = "feedback";
  words.label = "Your words";
  words.max_characters = 10'000;
  form::Question rating;
  rating.id = "rating";
  rating.type = form::QuestionType::choice;
  rating.label = "How was it?";
  rating.options = {{"good", "Good", ""}, {"poor", "Poor", ""}};
  form::Question risk;
  risk.id = "risk_now";
  risk.type = form::QuestionType::tick;
  risk.label = "Someone is at risk now";
  form.questions = {words, rating, risk};
  return form;
}

inline std::vector<form::Signpost> small_signposts() {
  form::Signpost emergency;
  emergency.id = "999";
  emergency.name = "Emergency services";
  emergency.phone = "999";
  form::Signpost weekdays = emergency;
  weekdays.id = "office";
  weekdays.open = {{0b0111110, std::chrono::hours{9}, std::chrono::hours{17}}};  // Monday to Friday
  return {emergency, weekdays};
}

}  // namespace postbox::test
