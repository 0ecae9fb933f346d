#include "report/jsonl.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "report/sample.hpp"
#include "support/json.hpp"
#include "support/temp_folder.hpp"

namespace postbox::report {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Json> written(const std::vector<DeliveredRow>& rows, bool with_guesses) {
  test::TempFolder folder;
  PosixFileSystem files;
  const Columns columns(test::sample_wording(), with_guesses);
  JsonlWriter writer(files, folder / "feedback.jsonl", columns);
  for (const DeliveredRow& row : rows) writer.add(row, columns.cells(row));
  writer.finish();
  std::istringstream lines(files.read(folder / "feedback.jsonl"));
  std::vector<Json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(Json::parse(line));
  return objects;
}

}  // namespace

TEST_CASE("jsonl: the words are exact, one object a line") {
  const std::string texts[] = {
      "Simple.",
      "=1+1",
      " @here",
      "one\ntwo\r\nthree\r\t\"four\" \\ five",
      "\xE2\x80\xA8 line separator \xE2\x80\xAE reversed \x7F\x01",
      "\xD8\xA7\xD9\x84 \xF0\x9F\x98\x80 \xEF\xBF\xBF",
  };
  std::vector<DeliveredRow> rows;
  for (const std::string& text : texts) rows.push_back(test::row_with(text));
  const auto objects = written(rows, false);
  REQUIRE(objects.size() == std::size(texts));
  for (std::size_t i = 0; i < std::size(texts); ++i) CHECK(objects[i].at("feedback") == texts[i]);
}

TEST_CASE("jsonl: every line has every key, in the order of the columns") {
  DeliveredRow blank = test::row_with("");
  blank.areas.clear();
  blank.rating.clear();
  blank.guesses = {ServiceArea::ehcp, ServiceArea::schooling};
  const auto objects = written({blank, test::row_with("x")}, true);
  REQUIRE(objects.size() == 2);
  CHECK(objects[0].dump() ==
        R"({"reference":"abcdefgh2345","month":"2026-11","areas":[],"rating":"","tone":"concern",)"
        R"("feedback":"","working_well":"","could_be_better":"",)"
        R"("suspected":"","rare":"","guess_1":"ehcp","guess_2":"schooling","send_to":""})");
  CHECK(objects[1].at("areas") == Json::array({"transport"}));
  CHECK(objects[1].size() == objects[0].size());
}

}  // namespace postbox::report
