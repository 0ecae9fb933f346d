// Finders of numbers, plates, postcodes and dates look at the code words of a reading alone. A rule for a
// word that is none would never be asked: here they look at every word, and may find no more.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/file_system.hpp"
#include "config/name_lists_file.hpp"
#include "redact/date_of_birth.hpp"
#include "redact/exact_date.hpp"
#include "redact/marked_texts.hpp"
#include "redact/ni_number.hpp"
#include "redact/postcode.hpp"
#include "redact/rule_words.hpp"
#include "redact/vehicle.hpp"

namespace postbox::redact {
namespace {

Lexicon shipped_lists() {
  const PosixFileSystem files;
  Lexicon lexicon = config::read_name_lists(files, {.box = "/nowhere", .shipped = POSTBOX_SOURCE_DIR});
  mark_rule_words(lexicon);
  return lexicon;
}

std::vector<Spans> found_in(const Reading& reading, const Lexicon& lexicon) {
  constexpr int written = 2026;
  Spans dates;
  for (const CoarseDate& date : coarsen_dates(reading)) dates.push_back(date.span);
  return {find_ni_numbers(reading), find_vehicles(reading, lexicon), find_postcodes(reading),
          find_dates_of_birth(reading, written), dates};
}

}  // namespace

TEST_CASE("redact: what is found at code words is all that is found anywhere") {
  const Lexicon lexicon = shipped_lists();
  for (const char* const name : {"plates",
                                 "numbers",
                                 "said_numbers",
                                 "dates",
                                 "birthdays",
                                 "more_births",
                                 "told_births",
                                 "places",
                                 "regs_and_insurance",
                                 "further_kinds",
                                 "typed_anyhow",
                                 "read_out",
                                 "read_out_stay",
                                 "look_alikes",
                                 "profiles_and_plates",
                                 "profiles_stay",
                                 "taxis_and_patients",
                                 "taxis_and_patients_stay",
                                 "said_and_shown",
                                 "said_and_shown_stay"}) {
    const auto texts =
        test::read_marked_file(std::string(POSTBOX_SOURCE_DIR) + "/tests/data/identifiers/" + name + ".txt");
    REQUIRE(texts.size() > 20);
    for (const test::MarkedText& text : texts) {
      Reading reading(text.text, lexicon);
      reading.read(text.text, {});
      const std::vector<Spans> at_codes = found_in(reading, lexicon);
      reading.take_all_for_codes();
      CAPTURE(text.text);
      CHECK(found_in(reading, lexicon) == at_codes);
    }
  }
}

}  // namespace postbox::redact
