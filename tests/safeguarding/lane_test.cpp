#include "safeguarding/lane.hpp"

#include <doctest/doctest.h>

#include "config/languages_file.hpp"
#include "config/phrases_file.hpp"
#include "feedback/encoding.hpp"
#include "seal/opener/secret_keys.hpp"
#include "seal/sealer.hpp"

using namespace postbox;
using namespace postbox::safeguarding;

namespace {

struct LaneUnderTest {
  LaneUnderTest() : keys((seal::start(), seal::SecretKeys::generate())) {}
  PosixFileSystem files;
  classify::Classifier classifier{config::read_vocabulary(files, {"/nowhere", POSTBOX_SOURCE_DIR})};
  seal::SecretKeys keys;
  classify::Languages languages{config::read_languages(files, {"/nowhere", POSTBOX_SOURCE_DIR})};
  Lane lane{classifier, languages, keys.public_key()};
};

Submission submission_of(Answers answers) {
  return {"abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrst", *Month::parse("2026-11"), Channel::form,
          std::move(answers)};
}

}  // namespace

TEST_CASE("lane: what is urgent") {
  struct Case {
    const char* why;
    Answers answers;
    bool urgent;
  };
  const Case cases[] = {
      {"praise", {{{"feedback", "The taxi driver waits with her every morning, thank you."}}, {}, {}}, false},
      {"nothing said", {}, false},
      {"the tick alone", {{}, {}, {"risk_now"}}, true},
      {"another tick", {{}, {}, {"something_else"}}, false},
      {"danger in another language", {{{"feedback", "On chce się zabić"}}, {}, {}}, true},
      {"another language", {{{"feedback", "Dziękuję, autobus jest bardzo dobry"}}, {}, {}}, false},
      {"words of danger", {{{"feedback", "He says he will kill himself tonight."}}, {}, {}}, true},
      {"words of danger in the last answer",
       {{{"could_be_better", "Everything."},
         {"feedback", "Fine."},
         {"working_well", "I want to kill myself tonight."}},
        {},
        {}},
       true},
  };
  const LaneUnderTest test;
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(test.lane.is_urgent(c.answers) == c.urgent);
  }
}

TEST_CASE("lane: an urgent submission is sealed to the safeguarding key, byte for byte; no other is") {
  const LaneUnderTest test;
  const Submission urgent = submission_of({{{"feedback", "words"}}, {}, {"risk_now"}});
  const auto copy = test.lane.copy_of(urgent, encode(urgent));
  REQUIRE(copy);
  CHECK(test.keys.open(copy->sealed) == encode(urgent));
  CHECK(copy->link == link_of(urgent.id));
  const Submission quiet = submission_of({{{"feedback", "words"}}, {}, {}});
  CHECK_FALSE(test.lane.copy_of(quiet, encode(quiet)));
}

TEST_CASE("lane: the link is the SHA-256 of the inner id") {
  CHECK(link_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
