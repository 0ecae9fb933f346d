#include "resort/corrections.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace postbox::resort {
namespace {

constexpr auto ehcp = ServiceArea::ehcp;
constexpr auto transport = ServiceArea::transport;

PerArea<std::string> names() {
  PerArea<std::string> names;
  names[index_of(ehcp)] = "EHC plans";
  names[index_of(transport)] = "School transport";
  return names;
}

Sheet sheet_of(const std::string& reference, const std::string& send_to) {
  return {{"reference", "month", "send_to"}, {reference, "2026-10", send_to}};
}

}  // namespace

TEST_CASE("corrections: what a person writes into send_to is understood") {
  struct Case {
    const char* why;
    std::string send_to;
    AreaList areas;
  };
  const Case cases[] = {
      {"a code", "transport", {transport}},
      {"a name, as the form has it", "EHC plans", {ehcp}},
      {"capitals and blanks", "  TRANSPORT \xC2\xA0", {transport}},
      {"two, as the hint of the cell says", "ehcp; transport", {ehcp, transport}},
      {"two on lines of one cell", "ehcp\ntransport", {ehcp, transport}},
      {"a separator too many", "ehcp;;", {ehcp}},
      {"the same twice", "ehcp; EHC plans", {ehcp}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Sorted sorted = read_corrections({sheet_of("abcdefgh2345", c.send_to)}, names());
    CHECK(sorted.problems.empty());
    CHECK(sorted.corrections == std::vector<Correction>{{"abcdefgh2345", c.areas}});
  }
}

TEST_CASE("corrections: a row that cannot be read is named, and what stands in it is not repeated") {
  struct Case {
    const char* why;
    std::string reference;
    std::string send_to;
    std::string problem;
  };
  const Case cases[] = {
      {"a typing slip", "abcdefgh2345", "transprt",
       "row 2 names something in send_to that is no service area"},
      {"a comment in the wrong column", "abcdefgh2345", "our Jamie is sad",
       "row 2 names something in send_to that is no service area"},
      {"one of two is wrong", "abcdefgh2345", "ehcp; nobody",
       "row 2 names something in send_to that is no service area"},
      {"separators alone", "abcdefgh2345", ";", "row 2 names no service area in send_to"},
      {"the reference is gone", "", "ehcp", "row 2 has no reference"},
      {"a comment where references stand", "our Jamie is sad", "ehcp",
       "row 2 has something else than a reference in its column"},
      {"a reference cut off", "abcdefgh234", "ehcp",
       "row 2 has something else than a reference in its column"},
      {"a reference with what steers a terminal", "abcdefgh23\x1B[", "ehcp",
       "row 2 has something else than a reference in its column"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Sorted sorted = read_corrections({sheet_of(c.reference, c.send_to)}, names());
    CHECK(sorted.problems == std::vector<std::string>{c.problem});
    CHECK(sorted.corrections.empty());
  }
}

TEST_CASE("corrections: empty rows are left; columns may stand anywhere; sheets without them do not matter") {
  const Sheet notes = {{"Notes"}, {"nothing here"}};
  const Sheet turned = {
      {"Send_To", "words", "Reference"}, {"ehcp", "x", "aaaaaaaaaaaa"}, {"", "y", "bbbbbbbbbbbb"}, {}};
  const Sheet second = sheet_of("cccccccccccc", "transport");
  const Sorted sorted = read_corrections({notes, {}, turned, second}, names());
  CHECK(sorted.problems.empty());
  CHECK(sorted.left_empty == 1);
  CHECK(sorted.corrections ==
        std::vector<Correction>{{"aaaaaaaaaaaa", {ehcp}}, {"cccccccccccc", {transport}}});
}

TEST_CASE("corrections: the same reference twice counts once, or is refused where it is sent to two places") {
  const Sorted same =
      read_corrections({sheet_of("aaaaaaaaaaaa", "ehcp"), sheet_of("aaaaaaaaaaaa", "ehcp")}, names());
  CHECK(same.corrections.size() == 1);
  CHECK(same.problems.empty());
  const Sorted other =
      read_corrections({sheet_of("aaaaaaaaaaaa", "ehcp"), sheet_of("aaaaaaaaaaaa", "transport")}, names());
  CHECK(other.problems == std::vector<std::string>{"row 2 sends a reference elsewhere than a row before it"});
}

TEST_CASE("corrections: where a head stands twice, nobody can tell which column counts") {
  const Sheet wrong[] = {{{"reference", "send_to", "Send_To "}, {"aaaaaaaaaaaa", "ehcp", "transport"}},
                         {{"reference", "send_to", "reference"}, {"aaaaaaaaaaaa", "ehcp", "bbbbbbbbbbbb"}}};
  for (const Sheet& sheet : wrong) CHECK_THROWS_AS(read_corrections({sheet}, names()), Error);
}

TEST_CASE("corrections: a file without the two columns is not one of ours") {
  const std::vector<Sheet> wrong[] = {{}, {{}}, {{{"reference", "month"}}}, {{{"send_to"}}}, {{{"PK"}}}};
  for (const auto& sheets : wrong) CHECK_THROWS_AS(read_corrections(sheets, names()), Error);
}

}  // namespace postbox::resort
