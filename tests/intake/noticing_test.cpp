#include "intake/noticing.hpp"

#include <doctest/doctest.h>

#include "config/doors_file.hpp"
#include "config/name_lists_file.hpp"
#include "config/phrases_file.hpp"

using namespace postbox;

namespace {

struct Shipped {
  PosixFileSystem files;
  config::House house{Path(POSTBOX_SOURCE_DIR) / "no-box", Path(POSTBOX_SOURCE_DIR)};
  classify::Classifier classifier{config::read_vocabulary(files, house)};
  redact::Redactor redactor{config::read_name_lists(files, house)};
  config::Doors doors = config::read_doors(files, house);
  classify::PurposeWatch purposes{doors.words};
  intake::Noticing noticing{classifier, redactor, purposes, doors.doors};
};

const Shipped& shipped() {
  static const Shipped one;
  return one;
}

Answers words(const std::string& text) {
  Answers answers;
  answers.texts["feedback"] = text;
  return answers;
}

}  // namespace

TEST_CASE("noticing: before posting, the services and what may say who somebody is") {
  const Answers answers = words("Our CAMHS worker is on 07700 900123.");
  const form::Noticed noticed = shipped().noticing.before_posting(answers, *Month::parse("2026-11"));
  CHECK(noticed.areas == AreaList{ServiceArea::camhs});
  REQUIRE(noticed.marks.contains("feedback"));
  const form::Mark& mark = noticed.marks.at("feedback").front();
  CHECK(mark.kind == "phone");
  CHECK(answers.texts.at("feedback").substr(mark.begin, mark.end - mark.begin) == "07700 900123");
}

TEST_CASE("noticing: a post of ticks alone has nothing marked, and its ticks say whom it is for") {
  Answers answers;
  answers.choices["areas"] = {"transport"};
  const form::Noticed noticed = shipped().noticing.before_posting(answers, *Month::parse("2026-11"));
  CHECK(noticed.areas == AreaList{ServiceArea::transport});
  CHECK(noticed.marks.empty());
}

TEST_CASE("noticing: after posting, doors of the services that the giver chose") {
  Answers answers = words("I want to make a formal complaint about CAMHS.");
  answers.choices["district"] = {"eden"};
  const auto doors_of = [&] {
    return shipped().noticing.doors_for(shipped().noticing.after_posting(answers), answers);
  };
  REQUIRE(doors_of().size() == 1);
  CHECK(doors_of().front().id == "cntw-pals");
  answers.choices["only_to"] = {"community-health"};
  REQUIRE(doors_of().size() == 1);
  CHECK(doors_of().front().id == "ncic-pals");
  CHECK_FALSE(shipped().noticing.after_posting(words("The bus is late.")).purpose.any());
}
