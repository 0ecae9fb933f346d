#include "form/door.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "classify/purpose.hpp"
#include "config/doors_file.hpp"
#include "form/read_shipped.hpp"

using namespace postbox;

namespace {

const config::Doors& shipped() {
  static const config::Doors doors = config::read_doors(PosixFileSystem{}, test::shipped_house());
  return doors;
}

std::vector<std::string> ids(const form::Purpose& purpose, const AreaList& areas, std::string_view district) {
  std::vector<std::string> found;
  for (const form::Door& door : form::fitting(shipped().doors, purpose, areas, district)) {
    found.push_back(door.id);
  }
  return found;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("doors: the right ones for purpose, service and district") {
  constexpr form::Purpose complaint{true, false};
  constexpr form::Purpose appeal{false, true};
  CHECK(ids({}, {ServiceArea::camhs}, "eden").empty());
  CHECK(ids(complaint, {ServiceArea::camhs}, "eden") == Ids{"cntw-pals"});
  CHECK(ids(complaint, {ServiceArea::camhs}, "barrow-in-furness") == Ids{"lscft-pals"});
  CHECK(ids(complaint, {ServiceArea::camhs}, "") == Ids{"cntw-pals", "lscft-pals"});
  CHECK(ids(appeal, {ServiceArea::ehcp}, "carlisle") == Ids{"send-tribunal", "sendiass-cumberland"});
  CHECK(ids(appeal, {ServiceArea::camhs}, "carlisle").empty());
  CHECK(ids(complaint, {ServiceArea::schooling}, "eden") ==
        Ids{"sendiass-westmorland-and-furness", "school"});
}

TEST_CASE("doors: a complaint about any service of any district has one") {
  for (const ServiceArea area : service_areas) {
    for (const char* district :
         {"allerdale", "barrow-in-furness", "carlisle", "copeland", "eden", "south-lakeland", ""}) {
      CAPTURE(code_of(area));
      CAPTURE(district);
      CHECK_FALSE(ids({true, false}, {area}, district).empty());
    }
  }
}

TEST_CASE("purpose: what reads like a complaint or an appeal, and what does not") {
  const classify::PurposeWatch watch(shipped().words);
  struct Case {
    const char* why;
    std::string_view text;
    bool complaint;
    bool appeal;
  };
  const Case cases[] = {
      {"said outright", "I want to make a formal complaint about the taxi firm.", true, false},
      {"wants to know how", "Where do I send a complaint form?", true, false},
      {"the next step", "If nothing happens I am going to the Ombudsman", true, false},
      {"by name", "We will appeal. The LA refused to assess him.", false, true},
      {"the court of it", "see you at TRIBUNAL", false, true},
      {"both", "This is a complaint, and we have appealed to the tribunal", true, true},
      {"denied", "This isn't a complaint, I just want to say thanks", false, false},
      {"praise", "I can't complain, they were lovely", false, false},
      {"does not want to", "I don't want to make a complaint, only to tell you", false, false},
      {"a figure of speech", "The Christmas appeal at school was great", false, false},
      {"plain concern", "Nobody rang us back for six weeks.", false, false},
      {"nothing", "", false, false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const classify::Purposes found = watch.purposes_of(c.text);
    CHECK(found.complaint == c.complaint);
    CHECK(found.appeal == c.appeal);
  }
}
