// What is known of one area once all of them were looked at, and what becomes of it.
#include "classify/second_look.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string_view>

#include "classify/evidence.hpp"

namespace {

using postbox::index_of;
using postbox::PerArea;
using postbox::ServiceArea;
using postbox::classify::Clues;
using postbox::classify::second_look;
using postbox::classify::Words;

constexpr auto camhs = index_of(ServiceArea::camhs);
constexpr auto transport = index_of(ServiceArea::transport);
constexpr auto ehcp = index_of(ServiceArea::ehcp);

postbox::classify::Vocabulary vocabulary() {
  postbox::classify::Vocabulary words;
  words.areas.areas[camhs] = {{"camhs", 0.8}};
  words.areas.areas[transport] = {{"taxi", 0.8}, {"driver", 0.8}};
  words.areas.areas[ehcp] = {{"plan", 0.8}};
  return words;
}

PerArea<Clues> clues(std::string_view text, const PerArea<float>& odds, const PerArea<float>& apart) {
  static const postbox::classify::EvidenceReader reader(vocabulary());
  return clues_of(odds, apart, reader.read(text, Words(text)));
}

PerArea<float> all_at(float odds) {
  PerArea<float> all;
  all.fill(odds);
  return all;
}

TEST_CASE("second look: where and how often an area is named") {
  struct Case {
    const char* why;
    std::string_view text;
    std::size_t area;
    float sentences, first, last, before;
  };
  const Case cases[] = {
      {"not at all", "The taxi. The plan.", camhs, 0, 0.5F, 0.5F, 0.5F},
      {"alone", "It rained. The taxi. It rained.", transport, 1, 0.5F, 0.5F, 0.5F},
      {"twice in one sentence", "The taxi, the driver.", transport, 1, 0.5F, 0.5F, 0},
      {"first", "The taxi. The plan. CAMHS.", transport, 1, 0, 0, 0},
      {"in the middle", "The taxi. The plan. CAMHS.", ehcp, 1, 0.5F, 0.5F, 0.5F},
      {"first and last", "The taxi. The plan. The driver.", transport, 2, 0, 1, 0},
      {"last in a sentence of two", "The plan and the taxi.", transport, 1, 0.5F, 0.5F, 1},
      {"sentences that name nothing are no place", "Hello. The taxi. Rain. The plan.", ehcp, 1, 1, 1, 1},
      {"no words", "", camhs, 0, 0.5F, 0.5F, 0.5F},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    const Clues of = clues(c.text, all_at(0), all_at(0))[c.area];
    CHECK(of[3] == c.sentences);
    CHECK(of[4] == c.first);
    CHECK(of[5] == c.last);
    CHECK(of[6] == c.before);
  }
}

TEST_CASE("second look: an area knows its own odds and how likely all others are") {
  PerArea<float> apart = all_at(-100);
  apart[camhs] = 0;
  apart[transport] = 100;
  const PerArea<Clues> of = clues("The taxi", all_at(3), apart);
  CHECK(of[camhs][1] == 3);
  CHECK(of[camhs][2] == doctest::Approx(1));
  CHECK(of[transport][2] == doctest::Approx(0.5));
  CHECK(of[ehcp][2] == doctest::Approx(1.5));
}

TEST_CASE("second look: what its weights make of the clues") {
  const PerArea<Clues> of = clues("The taxi. The plan.", all_at(2), all_at(0));
  const PerArea<double> untouched = second_look(postbox::classify::Weights().clues, of);
  CHECK(untouched[camhs] == doctest::Approx(1 / (1 + std::exp(-2.0))));
  const PerArea<double> named = second_look({0, 1, 0, 1}, of);
  CHECK(named[transport] > named[camhs]);
  CHECK(named[camhs] == untouched[camhs]);
  for (const double share : second_look({1000, 1}, of)) CHECK(share <= 1);
  for (const double share : second_look({-1000, 1}, of)) CHECK(share >= 0);
}

}  // namespace
