#include "redact/rare.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>

#include "config/rare_file.hpp"
#include "redact/shipped_redactor.hpp"

namespace postbox::redact {
namespace {

const RareCombinations& shipped_combinations() {
  static const RareCombinations combinations =
      config::read_rare_combinations(PosixFileSystem(), {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR});
  return combinations;
}

std::string why_rare(std::string_view text) {
  const std::string words = redacted(text);
  const std::string_view view = words;
  return shipped_combinations().find({&view, 1});
}

}  // namespace

TEST_CASE("rare: what makes a combination rare is told in its own words") {
  struct Case {
    const char* why;
    std::string_view typed;
    std::string_view expected;
  };
  const Case cases[] = {
      {"the only one, a school year and a village", "She is the only deaf girl in Year 4 in Bootle.",
       "the only one (the only deaf girl in Year 4); need that people see (deaf); small place (Bootle); age "
       "or school "
       "year (Year 4)"},
      {"a rare condition in a village", "He has Rett syndrome,\nwe live near Alston, he is 7.",
       "rare condition (Rett); small place (Alston)"},
      {"hyphens and capitals as they come", "PRADER-WILLI, at Great Corby School",
       "rare condition (PRADER-WILLI); small place (Great Corby); named school (Great Corby School)"},
      {"a background of a person, a village and an age",
       "We are a Polish family in Shap, he is five years old.",
       "background (Polish); small place (Shap); age or school year (five years old)"},
      {"of an interpreter it is none", "The Polish interpreter in Shap saw my boy, he is five years old.",
       ""},
      {"the only one of what is no person", "The only school in Year 4 in Bootle", ""},
      {"an age apart from it is no combination", "The only boy in his class. He is 7 years old.", ""},
      {"in one sentence it is", "The only boy in his class, 7 years old.",
       "the only one (The only boy in his class); age or school year (7 years old)"},
      {"a small word is no place", "There was a dent in Rett's chair", ""},
      {"unless somebody lives there", "She has Rett and lives in dent",
       "rare condition (Rett); small place (dent)"},
      {"an ordinary school's name alone", "My son is 8, autistic, at Norman Street Primary.", ""},
      {"nothing at all", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(why_rare(c.typed) == c.expected);
  }
}

TEST_CASE("rare: texts that show who is meant are marked, and their look-alikes are not") {
  std::ifstream file(std::string(POSTBOX_SOURCE_DIR) + "/tests/data/rare.txt");
  int rare = 0;
  int ordinary = 0;
  for (std::string line; std::getline(file, line);) {
    CAPTURE(line);
    const bool expected = line.front() == '+';
    CHECK(why_rare(line.substr(2)).empty() != expected);
    ++(expected ? rare : ordinary);
  }
  CHECK(rare >= 30);
  CHECK(ordinary >= 30);
}

TEST_CASE("rare: the clues of one submission may stand in several answers") {
  const std::array<std::string_view, 3> answers = {"She has Batten disease.", "", "We live in Seascale."};
  CHECK(shipped_combinations().find(answers) == "rare condition (Batten); small place (Seascale)");
  CHECK(shipped_combinations().find(std::span(answers).first(2)).empty());
}

TEST_CASE("rare: what was removed gives nothing away") {
  CHECK(why_rare("She has Batten disease, we live at 4 Seascale Road.").empty());
}

TEST_CASE("rare: any text ends, and says nothing that does not stand in it") {
  for (const std::string_view piece : {"the only ", "one of two ", "girl in ", "Year 4 ", "St Bees School ",
                                       "7 year ", "-", "🙂", "nobody else in ", "é", "Bootle "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 100'000) text += piece;
    const std::string_view view = text;
    const std::string why = shipped_combinations().find({&view, 1});
    CHECK(why.size() < 1000);
  }
}

TEST_CASE("rare: a clue is known by its code, and by no other word") {
  for (const Clue clue : all_clues) {
    CHECK(clue_of_code(code_of(clue)) == clue);
    CHECK_FALSE(name_of(clue).empty());
  }
  CHECK_FALSE(clue_of_code("the only one").has_value());
  CHECK_FALSE(clue_of_code("").has_value());
}

}  // namespace postbox::redact
