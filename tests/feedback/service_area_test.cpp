#include "feedback/service_area.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace postbox;

TEST_CASE("service area: the codes are those of files, forms and the API, in their order") {
  const char* const codes[] = {"camhs",
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
  REQUIRE(std::size(codes) == service_area_count);
  for (std::size_t i = 0; i < service_area_count; ++i) CHECK(code_of(service_areas[i]) == codes[i]);
}

TEST_CASE("service area: every code leads back to its area, and each has its place") {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < service_area_count; ++i) {
    CHECK(area_of_code(code_of(service_areas[i])) == service_areas[i]);
    CHECK(index_of(service_areas[i]) == i);
    CHECK(seen.insert(code_of(service_areas[i])).second);
  }
}

TEST_CASE("service area: what is not exactly a code is none") {
  for (const char* word : {"", "CAMHS", "camhs ", " camhs", "asd_pathway", "asd", "ehcps", "unsorted"}) {
    CAPTURE(word);
    CHECK_FALSE(area_of_code(word));
  }
}
