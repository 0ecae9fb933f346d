// Tone, with the shipped words.
#include <doctest/doctest.h>

#include <string_view>

#include "classify/shipped.hpp"

namespace {

using postbox::Tone;
using postbox::classify::test::shipped;

TEST_CASE("tone: praise, concern, both, a suggestion, or neither") {
  struct Case {
    std::string_view why, text;
    Tone expected;
  };
  const Case cases[] = {
      {"thanks", "A big thank you to the dietitian for all her work", Tone::praise},
      {"an emoji", "our escort 😍", Tone::praise},
      {"plain words", "The paediatrician was kind and explained it all, really helpful", Tone::praise},
      {"double denial", "I couldn't fault a thing about that hospice", Tone::praise},
      {"anger", "The SEN team is a shambles and nobody rings back", Tone::concern},
      {"denied praise", "The dentist was not patient with him", Tone::concern},
      {"denied praise, further off", "school were never very supportive", Tone::concern},
      {"a refusal", "Their answer was a refusal.", Tone::concern},
      {"a polite opening is no praise",
       "Good morning, I hope you are well. The taxi never came. Kind regards", Tone::concern},
      {"thanks for reading is no praise", "Still waiting for the draft plan. Thank you for reading",
       Tone::concern},
      {"sarcasm with a wish", "It would have been helpful to be told. Disgraceful service from CAMHS",
       Tone::concern},
      {"both", "The teacher is wonderful but the council ignored us for months and it is a disgrace",
       Tone::mixed},
      {"both, the other way round", "Awful wait for CAMHS. The worker was fantastic though", Tone::mixed},
      {"an idea", "It would be good if the Local Offer had a map", Tone::suggestion},
      {"a request", "Could we have a text when the taxi is near? Just a thought", Tone::suggestion},
      {"no service, no feeling", "test 123", Tone::neutral},
      {"no text", "", Tone::neutral},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.text);
    CHECK(code_of(shipped().classify(c.text).tone) == code_of(c.expected));
  }
}

}  // namespace
