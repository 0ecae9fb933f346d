// Service areas, with the shipped words.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "classify/shipped.hpp"

namespace {

using postbox::AreaList;
using postbox::index_of;
using postbox::ServiceArea;
using postbox::classify::Classification;
using postbox::classify::test::shipped;

bool has(const AreaList& areas, ServiceArea area) {
  return std::find(areas.begin(), areas.end(), area) != areas.end();
}

std::string codes(AreaList areas) {
  std::sort(areas.begin(), areas.end());
  std::string all;
  for (const ServiceArea area : areas) all += (all.empty() ? "" : " ") + std::string(code_of(area));
  return all;
}

TEST_CASE("areas: each service is known by its names and by what families call it") {
  struct Case {
    std::string_view why, text, expected;
  };
  const Case cases[] = {
      {"misspelt name", "cahms never rang back", "camhs"},
      {"never named", "The counselling stopped after six sessions", "camhs"},
      {"abbreviation", "four years for an ASD assessment", "asd-pathway"},
      {"another word for it", "The neurodevelopmental pathway lost the referral", "asd-pathway"},
      {"people", "The SENCO listens and his teaching assistant is a gem", "schooling"},
      {"what happened", "Excluded again, third time this term", "schooling"},
      {"abbreviation", "EHE team came to see us about dereg", "home-education"},
      {"EOTAS", "EOTAS package still not funded", "home-education"},
      {"misspelt name", "The ECHP is full of mistakes, our ehpc caseworker left", "ehcp"},
      {"never named", "Twenty weeks, they said. Section F is a blank page.", "ehcp"},
      {"abbreviation", "SALT discharged her after one visit", "therapies"},
      {"never named", "The lady who does his talking is wonderful", "therapies"},
      {"abbreviation", "OT waiting time is a disgrace", "therapies"},
      {"continence", "The continence service cut our nappies", "community-health"},
      {"people", "Our health visitor and the paediatrician were so kind", "community-health"},
      {"abbreviation", "PBS plan never reviewed by the CLDT", "learning-disability"},
      {"respite", "No respite, no short breaks, nothing", "social-care"},
      {"direct payments", "Cannot find a PA for our direct payments", "social-care"},
      {"never named", "His escort was changed without a word and the driver shouts", "transport"},
      {"after school", "The supported internship gave her a job", "preparing-for-adulthood"},
      {"deputyship", "Nobody explains deputyship or the Court of Protection", "preparing-for-adulthood"},
      {"website", "The Local Offer website is years out of date", "information-advice"},
      {"not told", "Nobody tells you what is out there", "information-advice"},
      {"two services", "Physio was great but the taxi was an hour late", "therapies transport"},
      {"a longer phrase hides the shorter", "School transport let us down", "transport"},
      {"nothing for us", "Bread, milk, eggs, a card for Aunty Jean", ""},
      {"a test", "testing testing 123", ""},
      {"spam", "Cheap loans! Click here to win a prize", ""},
      {"other council business", "The bins have not been emptied on our street", ""},
      {"salt on the table", "pass the salt please", ""},
      {"no text", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CAPTURE(c.text);
    CHECK(codes(shipped().classify(c.text).areas) == c.expected);
  }
}

TEST_CASE("areas: a mere mention is not feedback") {
  struct Case {
    std::string_view why, text;
    ServiceArea mentioned;
  };
  const Case cases[] = {
      {"fine, and then the turn", "CAMHS were fine, this is about the taxi", ServiceArea::camhs},
      {"without punctuation", "camhs have been fine its the taxi that is the problem", ServiceArea::camhs},
      {"in a sentence of its own", "Nothing to do with CAMHS. The taxi was late again.", ServiceArea::camhs},
      {"what it is not about", "This is not about CAMHS, the taxi was late again", ServiceArea::camhs},
      {"said first", "Nothing to do with CAMHS, the taxi was late again", ServiceArea::camhs},
      {"no complaint", "I've no complaint about transport, it is his annual review", ServiceArea::transport},
      {"the other way round", "This isn't about the SENCO. It's the escort", ServiceArea::schooling},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Classification result = shipped().classify(c.text);
    CHECK_FALSE(has(result.areas, c.mentioned));
    CHECK(result.areas.size() == 1);
  }
}

TEST_CASE("areas: praise of a service is feedback about it, also beside another") {
  CHECK(codes(shipped().classify("SALT was great but the taxi is late every day").areas) ==
        "therapies transport");
}

TEST_CASE("areas: the giver's tick alone is enough, and is no word that decided") {
  for (const ServiceArea area : postbox::service_areas) {
    const Classification result = shipped().classify("See above.", {area});
    CHECK(result.areas == AreaList{area});
    CHECK(shipped().read("See above.").reasons()[index_of(area)].empty());
  }
}

TEST_CASE("areas: a tick adds to the words") {
  const auto transport = index_of(ServiceArea::transport);
  const double words = shipped().classify("the taxi is late").scores[transport];
  CHECK(shipped().classify("the taxi is late", {ServiceArea::transport}).scores[transport] > words);
}

TEST_CASE("areas: likeliest first, scores between 0 and 1, guesses are the best two") {
  const Classification result =
      shipped().classify("Taxi, escort, driver and bus pass all wrong. One paediatrician. A teacher.");
  REQUIRE(result.areas.size() >= 2);
  CHECK(result.areas.front() == ServiceArea::transport);
  CHECK(result.guesses.size() == 2);
  for (const double score : result.scores) {
    CHECK(score >= 0);
    CHECK(score <= 1);
  }
  for (std::size_t i = 1; i < result.areas.size(); ++i) {
    CHECK(result.scores[index_of(result.areas[i - 1])] >= result.scores[index_of(result.areas[i])]);
  }
}

// Words that score 0.2, 0.2, 0.11 and 0.83, and 0.05 where nothing is said.
postbox::classify::Vocabulary of_four_words() {
  postbox::classify::Vocabulary vocabulary;
  postbox::classify::AreaWords& words = vocabulary.areas;
  words.threshold = 0.15;
  words.likeliest = 0.3;
  words.areas[index_of(ServiceArea::camhs)] = {{"perhaps", 0.8}};
  words.areas[index_of(ServiceArea::transport)] = {{"maybe", 0.8}};
  words.areas[index_of(ServiceArea::ehcp)] = {{"hardly", 0.6}};
  words.areas[index_of(ServiceArea::schooling)] = {{"surely", 0.99}};
  vocabulary.weights.slope.fill(1);
  vocabulary.weights.bias.fill(-3);
  for (const ServiceArea area : postbox::service_areas) {
    vocabulary.weights.signs[index_of(area)][index_of(area)] = 1;
  }
  return vocabulary;
}

TEST_CASE("areas: a second one is given on less than the likeliest of a text needs") {
  struct Case {
    std::string_view why, text, areas;
  };
  const Case cases[] = {
      {"likely enough", "surely", "schooling"},
      {"beside a surer one", "perhaps surely", "camhs schooling"},
      {"the likeliest is not likely", "perhaps maybe", ""},
      {"beside a surer one, but below the threshold", "hardly surely", "schooling"},
      {"nothing", "", ""},
  };
  const postbox::classify::Classifier classifier(of_four_words());
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(codes(classifier.classify(c.text).areas) == c.areas);
  }
}

TEST_CASE("areas: a guess is made below the threshold too, but not from nothing") {
  const postbox::classify::Classifier classifier(of_four_words());
  CHECK(codes(classifier.classify("hardly").guesses) == "ehcp");
  CHECK(classifier.classify("kkkk").guesses.empty());
  CHECK(shipped().classify("kkkk").guesses.empty());
}

}  // namespace
