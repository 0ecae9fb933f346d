// One family's words, from an HTTP post to the cells of a service lead's CSV, through every room of the
// house.
#include <doctest/doctest.h>

#include <algorithm>

#include "emptying/full_box.hpp"
#include "journey/running_server.hpp"
#include "report/strict_csv.hpp"
#include "support/json.hpp"

using namespace postbox;
using namespace postbox::test;
using nlohmann::json;

namespace {

std::string cell(const std::vector<CsvRecord>& table, const std::string& column, std::size_t row) {
  const auto at = std::find(table.at(0).begin(), table.at(0).end(), column);
  REQUIRE(at != table.at(0).end());
  return table.at(row).at(static_cast<std::size_t>(at - table.at(0).begin()));
}

const char* const words =
    "=Our taxi never came, \"again\".\nThe driver Gary Fictional said ring 07700 900123 or write to "
    "gary.fictional@example.org 🚕";

}  // namespace

TEST_CASE("journey: what a family posts stands in the lead's CSV, without what would identify anybody") {
  WorldWithBox world;
  const json post_body = {{"feedback", words},          {"working_well", "  "},   {"rating", "poor"},
                          {"areas", {"transport"}},     {"district", "carlisle"}, {"age_group", "5-10"},
                          {"about_you", "parent-carer"}};
  std::string receipt;
  {
    RunningServer server(world);
    const RawAnswer by_api = server.ask(post("/api/v1/feedback", "application/json", post_body.dump()));
    REQUIRE(by_api.status == 201);
    receipt = json::parse(by_api.body)["receipt"];
    CHECK(receipt.size() == 20);
    CHECK(json::parse(by_api.body)["month"] == "2026-11");

    const RawAnswer by_form = server.ask(post(
        "/feedback", "application/x-www-form-urlencoded",
        "feedback=The+school+taxi+is+lovely+now%0D%0Athank+you&areas=transport&district=carlisle&step=send"));
    CHECK(by_form.status == 200);
  }

  world.clock.set(at_utc(2026, 12, 1));
  const Outcome emptied = world.on_box({"empty", "--passphrase-file", world.passphrase});
  REQUIRE(emptied.code == 0);
  CHECK(emptied.out.find("read 2 = opened 2 + refused 0") != std::string::npos);

  const Path pack = world.box() / "exports" / "2026-11" / "cumberland-transport";
  const auto table = StrictCsv::read(world.files.read(pack / "feedback.csv"));
  REQUIRE(table.size() == 3);
  const std::size_t sad = cell(table, "rating", 1) == "poor" ? 1 : 2;
  CHECK(cell(table, "feedback", sad) ==
        "'=Our taxi never came, \"again\".\nThe driver [name] said ring [phone] or write to [email] 🚕");
  CHECK(cell(table, "working_well", sad).empty());
  CHECK(cell(table, "month", sad) == "2026-11");
  CHECK(cell(table, "areas", sad) == "transport");
  CHECK(cell(table, "tone", sad) == "concern");
  CHECK(cell(table, "feedback", 3 - sad) == "The school taxi is lovely now\nthank you");
  CHECK(cell(table, "reference", 1) != cell(table, "reference", 2));

  // A row carries nothing else: the other answers leave the box only as counts.
  CHECK(std::find(table[0].begin(), table[0].end(), "district") == table[0].end());
  CHECK(std::find(table[0].begin(), table[0].end(), "age_group") == table[0].end());

  const std::string forbidden[] = {receipt, "Fictional",    "07700 900123", "gary.fictional",
                                   "5-10",  "parent-carer", "Gary"};
  for (const auto& file : files_below(world.box())) {
    for (const std::string& marker : forbidden) {
      CAPTURE(file.first);
      CAPTURE(marker);
      CHECK(file.second.find(marker) == std::string::npos);
    }
  }
  CHECK(world.on_box({"check"}).code == 0);
}

TEST_CASE("journey: nothing of a post can be read in the box's files before it is emptied") {
  WorldWithBox world;
  {
    RunningServer server(world);
    CHECK(
        server.ask(post("/api/v1/feedback", "application/json", R"({"feedback":"a marker nobody may see"})"))
            .status == 201);
    for (const auto& file : files_below(world.box())) {
      CAPTURE(file.first);
      CHECK(file.second.find("marker") == std::string::npos);
    }
  }
}

TEST_CASE("journey: what was refused is in no pack, what was answered 201 is, whatever the way") {
  WorldWithBox world;
  int accepted = 0;
  {
    RunningServer server(world);
    for (const char* body : {R"({"feedback":"one"})", R"({"feedback":""})", R"({"rating":"superb"})",
                             R"({"rating":"good"})", "[]", R"({"feedback":"two"})"}) {
      accepted += server.ask(post("/api/v1/feedback", "application/json", body)).status == 201 ? 1 : 0;
    }
  }
  CHECK(accepted == 3);
  const Outcome emptied =
      world.on_box({"empty", "--up-to-now", "--passphrase-file", world.passphrase, "--json"});
  CHECK(json::parse(emptied.out)[0]["counts"]["read"] == accepted);
}
