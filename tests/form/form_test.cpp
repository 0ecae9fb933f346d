#include "form/form.hpp"

#include <doctest/doctest.h>

#include "feedback/encoding.hpp"
#include "form/page.hpp"
#include "form/read_shipped.hpp"
#include "form/reading.hpp"

using namespace postbox;

TEST_CASE("form: the shipped questions are those of the interface, words first") {
  const char* const ids[] = {"feedback",   "working_well", "could_be_better", "areas",    "only_to",
                             "rating",     "about_you",    "age_group",       "district", "primary_need",
                             "sen_status", "setting",      "ethnicity",       "gender",   "when",
                             "risk_now"};
  const form::Form& form = test::shipped_form();
  for (const char* id : ids) {
    CAPTURE(id);
    CHECK(find_question(form, id) != nullptr);
  }
  CHECK(form.questions.size() == std::size(ids));
  CHECK(form.questions.front().id == "feedback");
  CHECK(find_question(form, "name") == nullptr);
}

TEST_CASE("form: option values are those of the interface") {
  const std::pair<const char*, std::vector<std::string>> rows[] = {
      {"areas",
       {"camhs", "asd-pathway", "schooling", "home-education", "ehcp", "therapies", "community-health",
        "learning-disability", "social-care", "transport", "preparing-for-adulthood", "information-advice"}},
      {"rating", {"very-good", "good", "neither", "poor", "very-poor", "dont-know"}},
      {"about_you", {"parent-carer", "young-person", "family-member", "practitioner", "other"}},
      {"age_group", {"0-4", "5-10", "11-15", "16-19", "20-25"}},
      {"district",
       {"allerdale", "barrow-in-furness", "carlisle", "copeland", "eden", "south-lakeland",
        "outside-cumbria"}},
      {"primary_need",
       {"spld", "mld", "sld", "pmld", "semh", "slcn", "hi", "vi", "msi", "pd", "asd", "oth", "nsa"}},
      {"sen_status", {"none", "sen-support", "assessment-under-way", "ehc-plan"}},
      {"setting",
       {"early-years", "mainstream-primary", "mainstream-secondary", "special-school",
        "alternative-provision", "college", "home-educated", "not-in-education", "other"}},
      {"ethnicity", {"asian", "black", "mixed", "white", "other"}},
      {"gender", {"female", "male", "other"}},
      {"when", {"this-month", "last-3-months", "last-year", "longer-ago"}},
  };
  for (const auto& row : rows) {
    const char* id = row.first;
    const std::vector<std::string>& expected = row.second;
    CAPTURE(id);
    const form::Question* question = find_question(test::shipped_form(), id);
    REQUIRE(question != nullptr);
    std::vector<std::string> values;
    for (const form::Option& option : question->options) values.push_back(option.value);
    CHECK(values == expected);
  }
  CHECK(find_question(test::shipped_form(), "only_to")->options.size() == 12);
}

TEST_CASE("form: the largest honest submission is never larger than was said") {
  const form::Form& form = test::shipped_form();
  Answers answers;
  for (const form::Question& question : form.questions) {
    for (std::size_t i = 0; i < question.max_characters; ++i) {
      answers.texts[question.id] += "\xF0\x9F\x8E\x88";
    }
    const bool one = question.type == form::QuestionType::choice;
    for (const form::Option& option : question.options) {
      auto& chosen = answers.choices[question.id];
      if (!one || chosen.empty()) chosen.push_back(option.value);
      if (one && option.value.size() > chosen[0].size()) chosen = {option.value};
    }
    if (question.type == form::QuestionType::tick) answers.ticks.insert(question.id);
  }
  const Submission submission{std::string(26, 'b'), std::string(20, 'c'), *Month::parse("2026-11"),
                              Channel::import, answers};
  CHECK(encode(submission).size() == largest_encoding_bytes(form));
}

TEST_CASE("form: as shipped it fits the largest record that can be sealed") {
  CHECK(largest_encoding_bytes(test::shipped_form()) < std::size_t{128} * 1024);
}

TEST_CASE("form: more questions and longer texts need more room") {
  form::Form form;
  const std::size_t bare = largest_encoding_bytes(form);
  form.questions.push_back({"note", form::QuestionType::text, "Note", "", {}, 100, ""});
  const std::size_t with_text = largest_encoding_bytes(form);
  CHECK(with_text == bare + std::string(R"("note":"")").size() + 400);
  form.questions.push_back(
      {"more", form::QuestionType::choices, "More", "", {{"a", "A", ""}, {"b", "B", ""}}, 0, ""});
  CHECK(largest_encoding_bytes(form) == with_text + std::string(R"("more":["a","b"])").size());
}

TEST_CASE("form: as JSON it has what the interface promises") {
  form::Form form;
  form.questions.push_back({"note", form::QuestionType::text, "A \"note\"", "", {}, 100, ""});
  form.questions.push_back({"pick", form::QuestionType::choice, "Pick", "", {{"a", "A", ""}}, 0, "Fold"});
  form.questions.push_back({"tick", form::QuestionType::tick, "Tick", "", {}, 0, ""});
  CHECK(form_as_json(form) ==
        R"({"questions":[{"id":"note","type":"text","label":"A \"note\"","max_characters":100},)"
        R"({"id":"pick","type":"choice","label":"Pick","options":[{"value":"a","label":"A"}]},)"
        R"({"id":"tick","type":"tick","label":"Tick"}]})");
  CHECK(form_as_json(form::Form{}) == R"({"questions":[]})");
}

TEST_CASE("form: a question that a partnership adds is asked, checked and carried") {
  form::Form form;
  form.questions.push_back(
      {"bus_route", form::QuestionType::choice, "Which bus?", "", {{"x-95", "X95", ""}}, 0, ""});
  const auto taken = form::read_json(form, R"({"bus_route":"x-95"})");
  CHECK(chosen(test::checked_of(taken).answers, "bus_route") == "x-95");
  const auto refused = form::read_json(form, R"({"feedback":"no longer asked"})");
  CHECK(test::pointers(test::checked_of(refused)) == std::vector<std::string>{"/feedback"});
  CHECK(form_page(form, {}, {}, {}).markup().find("name=\"bus_route\"") != std::string_view::npos);
}
