// What a lead need not read: how sentences are told apart, what stays in doubt, and how it fares on labelled
// texts.
#include "classify/parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <string>

#include "classify/shipped.hpp"
#include "classify/whole_sentences.hpp"

namespace {

using namespace postbox;
using namespace postbox::classify;
using postbox::classify::test::shipped;

constexpr auto camhs = ServiceArea::camhs;
constexpr auto transport = ServiceArea::transport;
constexpr auto ehcp = ServiceArea::ehcp;

// The sentences as they would be left out, "|" between them.
std::string told_apart(std::string_view text) {
  std::string shown;
  for (const WholeSentence& sentence : whole_sentences(text, Words(text))) {
    if (!shown.empty()) shown += '|';
    shown += text.substr(sentence.where.begin, sentence.where.end - sentence.where.begin);
  }
  return shown;
}

std::string repeated(std::string_view words, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += words;
  return all;
}

TEST_CASE("parts: a sentence goes with its own marks, and only where it surely ends") {
  struct Case {
    const char* why;
    std::string_view text;
    std::string_view apart;
  };
  const Case cases[] = {
      {"full stops", "One. Two! Three?", "One.|Two!|Three?"},
      {"an empty line", "one\n\ntwo", "one|two"},
      {"a line break alone is none", "one\ntwo", "one\ntwo"},
      {"marks of its own", "He said (no). \"Why?\" I said", "He said (no).|\"Why?\"|I said"},
      {"the dash of a list is nobody's", "One.\n- Two.\n- Three.", "One.|Two.|Three."},
      {"not behind a title", "Dr. Who came. Mrs. Two left.", "Dr. Who came.|Mrs. Two left."},
      {"not behind an initial", "J. Smith came.", "J. Smith came."},
      {"a tag", "We saw [name 1]. [name 2] left.", "We saw [name 1].|[name 2] left."},
      {"an ellipsis", "Well… no. Wait ... what", "Well…|no.|Wait ...|what"},
      {"white space around it is nobody's", "  One.  ", "One."},
      {"a stop that hangs on the next word", "One .\"Two\" three", "One|.\"Two\" three"},
      {"an answer that ends with a face", "One. :-)\n\nTwo", "One.|Two"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(told_apart(c.text) == c.apart);
  }
}

TEST_CASE("parts: a long run without a full stop is one") {
  const std::string run = repeated("and then ", 100);
  const std::string apart = told_apart(run + "ends. One.");
  CHECK(std::count(apart.begin(), apart.end(), '|') == 1);
}

Part part(std::size_t begin, std::size_t end, Bearing on_camhs, Bearing on_transport) {
  Part made{{begin, end}};
  made.on[index_of(camhs)] = on_camhs;
  made.on[index_of(transport)] = on_transport;
  return made;
}

TEST_CASE("parts: a sentence is left out only where it is clearly another's and not the lead's at all") {
  constexpr auto none = Bearing::none;
  constexpr auto doubtful = Bearing::doubtful;
  constexpr auto clear = Bearing::clear;
  const Part own = part(0, 5, clear, none);
  struct Case {
    const char* why;
    std::vector<Part> parts;
    std::vector<TextRange> left_out;
  };
  Part danger = part(6, 9, none, clear);
  danger.is_for_all = true;
  Part she = part(6, 9, none, clear);
  she.leans_back = true;
  Part she_too = part(10, 15, none, clear);
  she_too.leans_back = true;
  const Case cases[] = {
      {"clearly another's", {own, part(6, 9, none, clear)}, {{6, 9}}},
      {"a run is one", {own, part(6, 9, none, clear), part(10, 15, none, clear)}, {{6, 15}}},
      {"what is nobody's parts a run",
       {own, part(6, 9, none, clear), part(10, 15, none, none), part(16, 20, none, clear)},
       {{6, 9}, {16, 20}}},
      {"perhaps the lead's too", {own, part(6, 9, doubtful, clear)}, {}},
      {"both", {own, part(6, 9, clear, clear)}, {}},
      {"perhaps another's", {own, part(6, 9, none, doubtful)}, {}},
      {"nobody's", {own, part(6, 9, none, none)}, {}},
      {"it may speak of danger", {own, danger}, {}},
      {"it points back at the lead's", {own, she}, {}},
      {"it points back at another's", {own, part(6, 9, none, clear), she_too}, {{6, 15}}},
      {"nothing is clearly the lead's", {part(0, 5, doubtful, none), part(6, 9, none, clear)}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    CHECK(about_others(c.parts, {camhs}, {transport}) == c.left_out);
    CHECK(about_others(c.parts, {camhs}, {}).empty());      // nobody else gets it
    CHECK(about_others(c.parts, {camhs}, {ehcp}).empty());  // another gets it for something else
    CHECK(about_others(c.parts, {camhs, transport}, {ehcp}).empty());
  }
}

TEST_CASE("parts: a text without words has none, and one sentence is never left out") {
  CHECK(shipped().read("").parts().empty());
  CHECK(shipped().read(" ... ").parts().empty());
  const auto parts = shipped().read("The taxi was late and CAMHS never rang.").parts();
  REQUIRE(parts.size() == 1);
  CHECK(about_others(parts, {camhs}, {transport}).empty());
  CHECK(about_others(parts, {transport}, {camhs}).empty());
}

TEST_CASE("parts: sentences are read in linear time") {
  // Twice the text may not take more than ten times as long, also on a busy machine.
  const auto seconds = [](std::size_t times) {
    const std::string text = repeated("The taxi was late. CAMHS never rang. She cried. ", times);
    const auto start = std::chrono::steady_clock::now();
    shipped().read(text).parts();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(10);
  CHECK(seconds(400) < 10 * seconds(200));
}

// A labelled sentence of tests/data/parts.txt.
struct Said {
  AreaList areas;
  std::string words;
};

AreaList areas_named(std::string_view codes) {
  AreaList areas;
  std::istringstream all{std::string(codes)};
  for (std::string code; std::getline(all, code, ',');) {
    const auto area = area_of_code(code.substr(code.find_first_not_of(' ')));
    if (area) areas.push_back(*area);
    CHECK((area || code == "-"));
  }
  return areas;
}

std::vector<std::vector<Said>> labelled(const char* file) {
  std::istringstream lines(PosixFileSystem().read(std::string(POSTBOX_SOURCE_DIR "/tests/data/") + file));
  std::vector<std::vector<Said>> texts(1);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      texts.emplace_back();
      continue;
    }
    const std::size_t colon = line.find(": ");
    texts.back().push_back({areas_named(line.substr(0, colon)), line.substr(colon + 2)});
  }
  return texts;
}

bool holds(const AreaList& areas, ServiceArea area) {
  return std::find(areas.begin(), areas.end(), area) != areas.end();
}

struct Count {
  int for_the_lead = 0;  // the lead's own sentences, and nobody's
  int lost = 0;          // of these: left out
  int for_others = 0;
  int left_out = 0;  // of these
};

// One lead for each area that was found and is right.
void count(const std::vector<Said>& text, Count& count) {
  std::string all;
  std::vector<std::size_t> begins;
  for (const Said& said : text) {
    if (!all.empty()) all += ' ';
    begins.push_back(all.size());
    all += said.words;
  }
  const AreaList found = shipped().classify(all).areas;
  const std::vector<Part> parts = shipped().read(all).parts();
  for (const ServiceArea lead : found) {
    const auto is_lead = [&](const Said& said) { return holds(said.areas, lead); };
    if (std::none_of(text.begin(), text.end(), is_lead)) continue;
    AreaList others = found;
    others.erase(std::find(others.begin(), others.end(), lead));
    const auto ranges = about_others(parts, {lead}, others);
    for (std::size_t s = 0; s < text.size(); ++s) {
      const bool is_out = std::any_of(ranges.begin(), ranges.end(), [&](const TextRange& range) {
        return range.begin <= begins[s] && begins[s] < range.end;
      });
      const bool is_others =
          !is_lead(text[s]) && std::any_of(others.begin(), others.end(),
                                           [&](ServiceArea other) { return holds(text[s].areas, other); });
      ++(is_others ? count.for_others : count.for_the_lead);
      if (!is_out) continue;
      CAPTURE(text[s].words);
      ++(is_others ? count.left_out : count.lost);
    }
  }
}

TEST_CASE("parts: leads keep their own sentences, and are spared many of the others'") {
  for (const char* file : {"parts.txt", "held/parts.txt"}) {
    Count all;
    for (const auto& text : labelled(file)) count(text, all);
    MESSAGE(file << ": lost " << all.lost << " of " << all.for_the_lead << ", spared " << all.left_out
                 << " of " << all.for_others);
    CHECK(all.for_the_lead > 80);
    CHECK(all.lost * 50 <= all.for_the_lead);  // at most 2%
    CHECK(all.left_out * 4 >= all.for_others);
  }
}

}  // namespace
