// Names of staff in packs: a tag, unless the box wishes that thanks arrive.
#include <doctest/doctest.h>

#include "emptying/full_box.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

std::string delivered(bool first_names, const std::string& words) {
  FullBox box;
  box.staff_first_names_in_praise = first_names;
  box.post(october, words, "schooling", "carlisle");
  box.empty();
  const deliver::Destination where =
      ShippedRooms::get().routes.destinations({ServiceArea::schooling}, "carlisle", october).at(0);
  return json::parse(box.exported("2026-10/" + where.recipient + "/feedback.jsonl"))["feedback"];
}

constexpr const char* praise = "Karen the SENCO has been brilliant with my son Callum, thank you so much.";
constexpr const char* complaint =
    "Karen the SENCO refused to help my son Callum. It was awful, we are so angry.";

}  // namespace

TEST_CASE("staff names: a tag by default, in praise as in criticism") {
  CHECK(delivered(false, praise) ==
        "[name 1] the SENCO has been brilliant with my son [name 2], thank you so much.");
  CHECK(delivered(false, complaint) ==
        "[name 1] the SENCO refused to help my son [name 2]. It was awful, we are so angry.");
}

TEST_CASE("staff names: with the setting the first name stays in praise and becomes the role in criticism") {
  CHECK(delivered(true, praise) ==
        "Karen the SENCO has been brilliant with my son [name 2], thank you so much.");
  CHECK(delivered(true, complaint) ==
        "[the SENCO] refused to help my son [name 2]. It was awful, we are so angry.");
}
