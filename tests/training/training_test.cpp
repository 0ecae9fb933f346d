// How the classifier learns, on lines that a person can see through.
#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "base/error.hpp"
#include "classify/judge.hpp"
#include "training/calibration.hpp"
#include "training/labelled.hpp"
#include "training/logistic.hpp"
#include "training/trainer.hpp"

using namespace postbox;
using namespace postbox::training;
using classify::EvidenceReader;
using classify::Weights;

namespace {

constexpr auto transport = ServiceArea::transport;
constexpr auto camhs = ServiceArea::camhs;

std::string line(const std::string& text, const std::string& areas, const std::string& tone, bool urgent) {
  return R"({"id":"x","text":")" + text + R"(","areas":[)" + areas + R"(],"tone":")" + tone +
         R"(","urgent":)" + (urgent ? "true}\n" : "false}\n");
}

// Some words decide, the others stand in every kind of line.
std::string toy() {
  std::string lines;
  for (const char* day : {"Monday", "Tuesday", "Friday", "Sunday", "today", "often", "twice", "again"}) {
    const std::string when = std::string(" ") + day;
    lines += line("the taxi never came" + when, R"("transport")", "concern", false);
    lines += line("the minibus came early" + when, R"("transport")", "praise", false);
    lines += line("her counsellor listened" + when, R"("camhs")", "praise", false);
    lines += line("the counsellor never rang" + when, R"("camhs")", "concern", false);
    lines += line("it rained" + when, "", "neutral", false);
    lines += line("he wants to drown himself" + when, "", "concern", true);
  }
  return lines;
}

const EvidenceReader& reader() {
  static const EvidenceReader plain{classify::Vocabulary{}};
  return plain;
}

std::vector<Example> examples(const std::string& lines) {
  std::vector<Example> all;
  for (const Labelled& item : read_labelled(lines, "toy.jsonl")) all.push_back(example_of(reader(), item));
  return all;
}

classify::PerHead shares(const Weights& weights, const std::string& text) {
  Labelled item;
  item.text = text;
  const classify::Judge judge(weights);
  return judge.judge(judge.sums_of(example_of(reader(), item).evidence)).shares;
}

// The tones learn their shares together: tone_stage_test.cpp.
bool is_of_tone(std::size_t head) {
  return head >= classify::first_tone_head && head < classify::urgent_head;
}

std::string fault_of(const std::string& lines) {
  try {
    read_labelled(lines, "toy.jsonl");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::data);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("training: the same lines give the same weights to the byte") {
  const std::string once = classify::written(train(examples(toy())));
  CHECK(once == classify::written(train(examples(toy()))));
  CHECK(once != classify::written(train(examples(toy() + line("the taxi is blue", "", "neutral", false)))));
}

TEST_CASE("training: what is learned is the same after its file was written and read") {
  const Weights weights = train(examples(toy()));
  const Weights again = classify::read_weights(classify::written(weights));
  CHECK(classify::written(again) == classify::written(weights));
}

TEST_CASE("training: words that decide are learned, and words of every kind of line are not") {
  const Weights weights = train(examples(toy()));
  const auto taxi = shares(weights, "the taxi came on Wednesday");
  CHECK(taxi[index_of(transport)] > 0.5);
  CHECK(taxi[index_of(camhs)] < 0.5);
  CHECK(taxi[classify::urgent_head] < 0.5);
  CHECK(shares(weights, "a counsellor rang on Wednesday")[index_of(camhs)] > 0.5);
  CHECK(shares(weights, "she wants to drown herself")[classify::urgent_head] > 0.5);
  const auto rain = shares(weights, "it rained on Wednesday");
  for (const ServiceArea area : service_areas) CHECK(rain[index_of(area)] < 0.5);
}

TEST_CASE("training: a word of one line alone is not learned") {
  const std::string one = line("zebra", R"("ehcp")", "concern", false);
  const Weights once = train(examples(toy() + one));
  const Weights twice = train(examples(toy() + one + one));
  CHECK(twice.features.size() > once.features.size());
}

TEST_CASE("training: calibration gives each score the share of lines that said yes, and keeps their order") {
  std::vector<Outcome> outcomes;
  for (const float score : {-2.F, 0.F, 2.F}) {
    for (int i = 0; i < 100; ++i) {
      Outcome& outcome = outcomes.emplace_back();
      outcome.scores.fill(score);
      outcome.yes.fill(i < (score < 0 ? 10 : score > 0 ? 90 : 50));
    }
  }
  Weights weights;
  calibrate(weights, outcomes);
  for (std::size_t head = 0; head < classify::head_count; ++head) {
    if (is_of_tone(head)) continue;
    const auto share = [&](double score) {
      return 1 / (1 + std::exp(-(weights.slope[head] * score + weights.shift[head])));
    };
    CHECK(share(-2) == doctest::Approx(0.1).epsilon(0.05));
    CHECK(share(0) == doctest::Approx(0.5).epsilon(0.05));
    CHECK(share(2) == doctest::Approx(0.9).epsilon(0.05));
    CHECK(weights.slope[head] > 0);  // a higher score is never a lower share
  }
}

TEST_CASE("training: calibration stays finite where no line says yes, or none says no") {
  for (const bool yes : {true, false}) {
    std::vector<Outcome> outcomes(20);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      outcomes[i].scores.fill(static_cast<float>(i));
      outcomes[i].yes.fill(yes);
    }
    Weights weights;
    calibrate(weights, outcomes);
    for (std::size_t head = 0; head < classify::head_count; ++head) {
      CHECK(std::isfinite(weights.slope[head]));
      CHECK(std::isfinite(weights.shift[head]));
    }
  }
}

TEST_CASE("training: the second look believes a clue that goes with yes, and none that goes with both") {
  const auto text =
      example_of(reader(), read_labelled(line("rain", "", "neutral", false), "toy.jsonl").front());
  std::vector<Outcome> outcomes;
  for (int i = 0; i < 200; ++i) {
    // Where transport is likely too, camhs is none; by itself its score says nothing.
    Outcome& outcome = outcomes.emplace_back(Outcome{{}, {}, {}, {}, &text.evidence});
    outcome.scores.fill(-5);
    outcome.scores[index_of(camhs)] = 0;
    outcome.scores[index_of(transport)] = i % 2 == 0 ? 5.F : -5.F;
    outcome.apart = outcome.scores;
    outcome.yes[index_of(transport)] = i % 2 == 0;
    outcome.yes[index_of(camhs)] = i % 2 != 0;
  }
  Weights weights;
  weights.slope.fill(1);
  learn_second_look(weights, outcomes);
  CHECK(weights.clues[1] > 0);
  CHECK(weights.clues[2] < -1);
  for (std::size_t place = 3; place < weights.clues.size(); ++place)
    CHECK(std::isfinite(weights.clues[place]));
}

TEST_CASE("training: a logistic regression finds the weights that made the answers") {
  std::vector<Answer<3>> answers;
  for (int i = 0; i < 4000; ++i) {
    const double x = i % 8 - 3.5;
    const double y = i / 8 % 5 - 2.0;
    const double share = 1 / (1 + std::exp(-(0.5 + x - 2 * y)));
    answers.push_back({{1, x, y}, i / 40 < share * 100});
  }
  const std::array<double, 3> weights = logistic<3>(answers, {});
  CHECK(weights[0] == doctest::Approx(0.5).epsilon(0.05));
  CHECK(weights[1] == doctest::Approx(1).epsilon(0.05));
  CHECK(weights[2] == doctest::Approx(-2).epsilon(0.05));
}

TEST_CASE("training: labels become the answers of their heads") {
  const auto all = examples(line("help", R"("transport","camhs")", "mixed", true) + "\n" +
                            line("fine", "", "praise", false));
  REQUIRE(all.size() == 2);
  CHECK(all[0].yes[index_of(transport)]);
  CHECK(all[0].yes[index_of(camhs)]);
  CHECK_FALSE(all[0].yes[index_of(ServiceArea::ehcp)]);
  CHECK(all[0].yes[classify::first_tone_head + 2]);
  CHECK(all[0].yes[classify::urgent_head]);
  CHECK(all[1].yes[classify::first_tone_head]);
  CHECK_FALSE(all[1].yes[classify::urgent_head]);
}

TEST_CASE("training: a bad line is named with its file and number") {
  const std::string good = line("fine", "", "praise", false);
  struct Case {
    const char* why;
    std::string bad;
  };
  const Case cases[] = {
      {"no JSON", "fine\n"},
      {"cut off", R"({"id":"x","text":"fine")"
                  "\n"},
      {"a list", "[]\n"},
      {"no text", R"({"id":"x","areas":[],"tone":"praise","urgent":false})"
                  "\n"},
      {"an unknown area", line("fine", R"("trains")", "praise", false)},
      {"an unknown tone", line("fine", "", "glad", false)},
      {"urgent as a text", R"({"id":"x","text":"a","areas":[],"tone":"praise","urgent":"no"})"
                           "\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(fault_of(std::string(good).append("\n").append(c.bad).append(good)).starts_with("toy.jsonl:3:"));
  }
  CHECK(fault_of(good + "\n" + good).empty());
  CHECK(read_labelled("", "empty.jsonl").empty());
}
