// The lists that stand in files and reports: their codes and their order are promises.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "feedback/service_area.hpp"
#include "feedback/submission.hpp"
#include "feedback/tone.hpp"

namespace postbox {
namespace {

TEST_CASE("service areas: twelve codes in the order of every column, there and back") {
  const std::string_view codes[] = {"camhs",
                                    "asd-pathway",
                                    "schooling",
                                    "home-education",
                                    "ehcp",
                                    "therapies",
                                    "community-health",
                                    "learning-disability",
                                    "social-care",
                                    "transport",
                                    "preparing-for-adulthood",
                                    "information-advice"};
  REQUIRE(std::size(codes) == service_areas.size());
  for (std::size_t i = 0; i < service_areas.size(); ++i) {
    CHECK(index_of(service_areas[i]) == i);
    CHECK(code_of(service_areas[i]) == codes[i]);
    CHECK(area_of_code(codes[i]) == service_areas[i]);
  }
}

TEST_CASE("service areas: a code is exact") {
  for (const std::string_view code : {"", "CAMHS", "camhs ", "asd_pathway", "cam", "health"}) {
    CAPTURE(code);
    CHECK_FALSE(area_of_code(code));
  }
}

TEST_CASE("tones: each has a code of its own") {
  std::set<std::string_view> codes;
  for (const Tone tone : tones) codes.insert(code_of(tone));
  CHECK(codes == std::set<std::string_view>{"praise", "concern", "mixed", "suggestion", "neutral"});
}

TEST_CASE("answers: the one option chosen, and nothing where nothing was") {
  Answers answers;
  answers.choices = {{"rating", {"poor"}}, {"empty", {}}, {"several", {"a", "b"}}};
  CHECK(chosen(answers, "rating") == "poor");
  CHECK(chosen(answers, "several") == "a");
  CHECK(chosen(answers, "empty").empty());
  CHECK(chosen(answers, "district").empty());
}

TEST_CASE("answers: areas as ticked, in that order, unknown codes left out") {
  Answers answers;
  answers.choices = {{"areas", {"transport", "no-such", "camhs"}}, {"only_to", {}}};
  CHECK(areas_chosen(answers, "areas") == AreaList{ServiceArea::transport, ServiceArea::camhs});
  CHECK(areas_chosen(answers, "only_to").empty());
  CHECK(areas_chosen(answers, "rating").empty());
}

}  // namespace
}  // namespace postbox
