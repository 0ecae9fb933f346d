// A wording and rows to write packs of.
#pragma once

#include <string>

#include "report/bundle.hpp"
#include "report/redacted.hpp"

namespace postbox::test {

inline report::Wording sample_wording() {
  report::Wording wording;
  wording.words = {{"feedback", "Your feedback"},
                   {"working_well", "What is working well?"},
                   {"could_be_better", "What could be better?"}};
  wording.ratings = {{"very-good", "Very good"},           {"good", "Good"},
                     {"neither", "Neither good nor poor"}, {"poor", "Poor"},
                     {"very-poor", "Very poor"},           {"dont-know", "Don't know"}};
  for (const ServiceArea area : service_areas) {
    wording.area_names[index_of(area)] = "Area " + std::string(code_of(area));
  }
  return wording;
}

inline Month november() { return Month::parse("2026-11").value(); }

inline report::PackFacts sample_facts() {
  return {"Cumberland Council, school transport", november(), false, "", {}};
}

inline DeliveredRow row_with(std::string words) {
  DeliveredRow row{"abcdefgh2345", november(), {ServiceArea::transport}, "poor", Tone::concern, {}, {},
                   true,           {}};
  if (!words.empty()) row.words["feedback"] = redacted(std::move(words));
  return row;
}

}  // namespace postbox::test
