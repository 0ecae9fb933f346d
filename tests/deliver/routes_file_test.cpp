#include "config/routes_file.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "support/temp_folder.hpp"

namespace postbox::config {
namespace {

const std::set<std::string> form_districts = {"allerdale", "barrow-in-furness", "carlisle",       "copeland",
                                              "eden",      "south-lakeland",    "outside-cumbria"};

House shipped_house() { return {"/nonexistent", POSTBOX_SOURCE_DIR}; }

std::string destination_of(const deliver::Routes& routes, const char* area, const char* district,
                           const char* month) {
  const auto found = routes.destinations({area_of_code(area).value()}, district, Month::parse(month).value());
  if (found.size() != 1) return "not exactly one";
  return found.front().recipient + (found.front().district_known ? "" : "?");
}

std::string refusal_of(const std::string& toml) {
  try {
    routes_from(parse_toml(toml, "routes.toml"));
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::settings);
    return error.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("routes.toml: the shipped file has neither gap nor overlap") {
  const auto problems = read_routes(PosixFileSystem(), shipped_house()).problems(form_districts);
  for (const std::string& problem : problems) CHECK_MESSAGE(problem.empty(), problem);
}

TEST_CASE("routes.toml: who provides what in Cumbria, and when") {
  struct Case {
    const char* why;
    const char* area;
    const char* district;
    const char* month;
    const char* expected;
  };
  const Case cases[] = {
      {"north, mental health", "camhs", "carlisle", "2024-05", "cntw-camhs"},
      {"south, mental health", "camhs", "south-lakeland", "2024-05", "lscft-camhs"},
      {"Eden is northern for the NHS", "camhs", "eden", "2024-05", "cntw-camhs"},
      {"Eden's council is the southern one", "transport", "eden", "2023-04",
       "westmorland-and-furness-transport"},
      {"Eden before the county was divided", "transport", "eden", "2023-03", "cumbria-transport"},
      {"Copeland's council", "ehcp", "copeland", "2023-04", "cumberland-ehcp"},
      {"Barrow's council", "social-care", "barrow-in-furness", "2026-11",
       "westmorland-and-furness-social-care"},
      {"the commissioners changed, the service did not", "camhs", "allerdale", "2022-06", "cntw-camhs"},
      {"... from one month to the next", "camhs", "allerdale", "2022-07", "cntw-camhs"},
      {"southern learning disability", "learning-disability", "barrow-in-furness", "2020-01",
       "lscft-learning-disability"},
      {"autism pathway, north", "asd-pathway", "eden", "2021-01", "ncic-asd-pathway"},
      {"autism pathway, south", "asd-pathway", "barrow-in-furness", "2021-01", "uhmbt-asd-pathway"},
      {"community health, south", "community-health", "south-lakeland", "2021-01", "uhmbt-community-health"},
      {"therapies are one team, north", "therapies", "carlisle", "2024-01", "cumbria-therapies"},
      {"therapies are one team, south", "therapies", "south-lakeland", "2024-01", "cumbria-therapies"},
      {"no district after the division: the first named", "schooling", "", "2024-01",
       "cumberland-schooling?"},
      {"no district before it: the county", "home-education", "", "2021-08", "cumbria-home-education?"},
      {"outside Cumbria", "information-advice", "outside-cumbria", "2024-01",
       "cumberland-information-advice?"},
      {"no district, therapies", "therapies", "", "2024-01", "cumbria-therapies?"},
      {"before the first route", "camhs", "carlisle", "2019-09", "not exactly one"},
  };
  const deliver::Routes routes = read_routes(PosixFileSystem(), shipped_house());
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(destination_of(routes, c.area, c.district, c.month) == c.expected);
  }
}

TEST_CASE("routes.toml: the groups gave way to the boards on 1 July 2022") {
  const deliver::Routes routes = read_routes(PosixFileSystem(), shipped_house());
  const Month june = Month::parse("2022-06").value();
  CHECK(routes.commissioner_of("cntw-camhs", june) == "North Cumbria CCG");
  CHECK(routes.commissioner_of("cntw-camhs", june.next()) == "NHS North East and North Cumbria ICB");
  CHECK(routes.commissioner_of("lscft-camhs", june) == "Morecambe Bay CCG");
  CHECK(routes.commissioner_of("lscft-camhs", june.next()) == "NHS Lancashire and South Cumbria ICB");
  CHECK(routes.commissioner_of("cumbria-therapies", june) == "North Cumbria CCG and Morecambe Bay CCG");
}

TEST_CASE("routes.toml: every recipient has a name, and every one receives something") {
  const deliver::Routes routes = read_routes(PosixFileSystem(), shipped_house());
  for (const deliver::Recipient& recipient : routes.recipients()) {
    CAPTURE(recipient.id);
    CHECK_FALSE(recipient.name.empty());
    bool receives = false;
    for (const ServiceArea area : service_areas) {
      for (const std::string& district : form_districts) {
        for (const char* month : {"2020-01", "2024-01"}) {
          receives = receives || destination_of(routes, std::string(code_of(area)).c_str(), district.c_str(),
                                                month) == recipient.id;
        }
      }
    }
    CHECK(receives);
  }
}

TEST_CASE("routes.toml: a box's own file takes the place of the shipped one") {
  const test::TempFolder box;
  PosixFileSystem files;
  files.make_folder(box / "config", 0700);
  write_atomically(files, box / "config/routes.toml",
                   "[recipients]\nteam = \"The team\"\n"
                   "[[routes]]\ndistricts = [\"here\"]\nfrom = 2024-01-01\n[routes.to]\ncamhs = \"team\"\n",
                   0600);
  const deliver::Routes routes = read_routes(files, {box.path(), POSTBOX_SOURCE_DIR});
  CHECK(routes.recipients().size() == 1);
  CHECK(destination_of(routes, "camhs", "here", "2024-01") == "team");
  CHECK(routes.problems({"here"}).front() == "asd-pathway in here: nobody from 2024-01-01 on (no route)");
}

TEST_CASE("routes.toml: a slip is refused with file and line") {
  struct Case {
    const char* why;
    const char* recipients;
    const char* block;  // begins in line 3
    const char* expected;
  };
  const char* team = "team = \"The team\"";
  const Case cases[] = {
      {"right", team, "districts = [\"a\"]\nfrom = 2020-01-01\nto.camhs = \"team\"", "taken"},
      {"ends on its first day: one day", team,
       "districts = [\"a\"]\nfrom = 2020-01-01\nuntil = 2020-01-01\nto.camhs = \"team\"", "taken"},
      {"a recipient that is not listed", team, "districts = [\"a\"]\nfrom = 2020-01-01\nto.camhs = \"tema\"",
       "routes.toml:6: \"tema\" is not a recipient"},
      {"an unknown area", team, "districts = [\"a\"]\nfrom = 2020-01-01\nto.cahms = \"team\"",
       "routes.toml:6: \"cahms\" is not a service area"},
      {"ends before it begins", team,
       "districts = [\"a\"]\nfrom = 2020-01-01\nuntil = 2019-12-31\nto.camhs = \"team\"",
       "routes.toml:6: this last day lies before the first day, `from`"},
      {"a date as text", team, "districts = [\"a\"]\nfrom = \"2020-01-01\"\nto.camhs = \"team\"",
       "routes.toml:5: expected a date such as 2023-04-01, without quotation marks"},
      {"no first day", team, "districts = [\"a\"]\nto.camhs = \"team\"",
       "routes.toml:3: \"from\" is missing here"},
      {"a district twice", team, "districts = [\"a\", \"a\"]\nfrom = 2020-01-01\nto.camhs = \"team\"",
       "routes.toml:4: the district \"a\" stands here twice"},
      {"no district", team, "districts = []\nfrom = 2020-01-01\nto.camhs = \"team\"",
       "routes.toml:4: a route needs at least one district"},
      {"no area", team, "districts = [\"a\"]\nfrom = 2020-01-01\nto = {}",
       "routes.toml:6: a route needs at least one service area"},
      {"a misspelt setting", team, "districts = [\"a\"]\nform = 2020-01-01\nto.camhs = \"team\"",
       "routes.toml:5: \"form\" is not a setting here"},
      {"a reserved id", "board = \"The board\"", "",
       "routes.toml:2: \"board\" cannot be the folder of a pack"},
      {"an id that leads elsewhere", "\"../x\" = \"X\"", "",
       "routes.toml:2: \"../x\" cannot be the folder of a pack"},
      {"a recipient without a name", "team = \"\"", "", "routes.toml:2: the recipient team has no name"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(refusal_of(std::string("[recipients]\n") + c.recipients + "\n[[routes]]\n" + c.block + "\n") ==
          c.expected);
  }
}

TEST_CASE("routes.toml: an id that stands there twice is refused with its line") {
  const std::string refusal =
      refusal_of("[recipients]\nteam = \"One\"\nteam = \"Two\"\n[[routes]]\ndistricts = [\"a\"]\n");
  CHECK(refusal.find("routes.toml:3:") == 0);
  CHECK(refusal.find("team") != std::string::npos);
}

TEST_CASE("routes.toml: a district is served or elsewhere, not both") {
  CHECK(refusal_of("elsewhere = [\"a\"]\n[recipients]\nteam = \"T\"\n[[routes]]\ndistricts = [\"a\"]\n"
                   "from = 2020-01-01\nto.camhs = \"team\"\n") ==
        "routes.toml:5: \"a\" has a route and stands under elsewhere too");
}

}  // namespace postbox::config
