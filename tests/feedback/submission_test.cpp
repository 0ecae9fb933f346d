#include "feedback/submission.hpp"

#include <doctest/doctest.h>

namespace postbox {
namespace {

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
