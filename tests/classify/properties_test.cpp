// What must hold for any text: shown on the labelled ones and on texts made to be difficult.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "classify/shipped.hpp"

namespace {

using postbox::index_of;
using postbox::PerArea;
using postbox::PosixFileSystem;
using postbox::ServiceArea;
using postbox::classify::Classification;
using postbox::classify::test::shipped;

// The `text` of a JSON line, without the escapes that do not matter here: a reader of JSON is another room's.
std::string text_in(std::string_view line) {
  constexpr std::string_view key = "\"text\": \"";
  const std::size_t from = line.find(key);
  std::string text;
  for (std::size_t at = from + key.size(); from != std::string_view::npos && at < line.size(); ++at) {
    if (line[at] == '"') break;
    if (line[at] == '\\') {
      ++at;
      text += line[at] == 'n' ? '\n' : (line[at] == 'u' ? ' ' : line[at]);
      if (line[at] == 'u') at += 4;
    } else {
      text += line[at];
    }
  }
  return text;
}

// Of the lines that hold `mark`.
std::vector<std::string> texts_with(std::string_view mark) {
  std::vector<std::string> read;
  for (const char* name : {"dev-a.jsonl", "dev-b.jsonl"}) {
    const std::string file = PosixFileSystem().read(std::string(POSTBOX_SOURCE_DIR "/tests/data/") + name);
    std::string_view rest = file;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      if (end > 0 && line.find(mark) != std::string_view::npos) read.push_back(text_in(line));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return read;
}

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = texts_with("");
  return all;
}

constexpr const char* small_talk[] = {". It rained on Tuesday. ", ". We had soup for tea. ",
                                      ". My aunt has a red door. "};

bool same_verdict(const Classification& a, const Classification& b) {
  return a.areas == b.areas && a.scores == b.scores && a.tone == b.tone && a.urgent == b.urgent;
}

std::string shouted(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string replaced(const std::string& text, std::string_view what, std::string_view with) {
  std::string result;
  std::size_t from = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, from)) {
    result.append(text, from, at - from).append(with);
    from = at + what.size();
  }
  return result.append(text, from);
}

TEST_CASE("property: the labelled texts are there") { CHECK(texts().size() == 400); }

TEST_CASE("property: casing, white space and harmless punctuation change nothing") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    const Classification plain = shipped().classify(text);
    const std::string others[] = {
        shouted(text),
        replaced(text, " ", "\n \t"),
        replaced(text, "'", "’"),
        replaced(text, "’", "'"),
        replaced(text, ". ", " ... "),
        replaced(text, ", ", " "),
        "  " + text + " !!!",
        "\"" + text + "\"",
    };
    for (const std::string& other : others) CHECK(same_verdict(plain, shipped().classify(other)));
  }
}

TEST_CASE("property: another sentence removes no area") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    const Classification alone = shipped().classify(text);
    for (const char* more : small_talk) {
      for (const std::string& longer : {more + text, text + more}) {
        const Classification both = shipped().classify(longer);
        for (const ServiceArea area : alone.areas) {
          CHECK(std::find(both.areas.begin(), both.areas.end(), area) != both.areas.end());
        }
      }
    }
  }
}

// A false alarm may be calmed.
TEST_CASE("property: another sentence calms no alarm that is right") {
  const std::vector<std::string> disclosures = texts_with(R"("urgent": true)");
  REQUIRE(disclosures.size() > 20);
  for (const std::string& text : disclosures) {
    CAPTURE(text);
    CHECK(shipped().is_urgent(text));
    for (const char* more : small_talk) {
      CHECK(shipped().is_urgent(more + text));
      CHECK(shipped().is_urgent(text + more));
    }
  }
}

// The text without the words that decided; what is left keeps its order.
std::string without(std::string text, std::vector<std::string> why) {
  std::sort(why.begin(), why.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (const std::string& words : why) text = replaced(text, words, " ");
  return text;
}

TEST_CASE("property: the words that decided stand in the text, and without them the score is lower") {
  for (const std::string& text : texts()) {
    const Classification whole = shipped().classify(text);
    const PerArea<std::vector<std::string>> reasons = shipped().read(text).reasons();
    for (const ServiceArea area : whole.areas) {
      CAPTURE(text);
      CAPTURE(code_of(area));
      const std::vector<std::string>& why = reasons[index_of(area)];
      REQUIRE(!why.empty());
      for (const std::string& words : why) CHECK(text.find(words) != std::string::npos);
      CHECK(shipped().classify(without(text, why)).scores[index_of(area)] < whole.scores[index_of(area)]);
    }
  }
}

// What a lead of this area would not read, were each area somebody else's.
std::vector<postbox::TextRange> left_out_for(ServiceArea own, const postbox::AreaList& areas,
                                             const std::vector<postbox::classify::Part>& parts) {
  postbox::AreaList others = areas;
  others.erase(std::find(others.begin(), others.end(), own));
  return about_others(parts, {own}, others);
}

TEST_CASE("property: what one lead does not read, another does, and each reads something") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    const postbox::AreaList areas = shipped().classify(text).areas;
    const auto parts = shipped().read(text).parts();
    std::vector<std::size_t> readers(parts.size(), areas.size());
    for (const ServiceArea own : areas) {
      std::size_t kept = parts.size();
      for (const postbox::TextRange& range : left_out_for(own, areas, parts)) {
        for (std::size_t p = 0; p < parts.size(); ++p) {
          if (parts[p].where.begin < range.begin || parts[p].where.end > range.end) continue;
          --readers[p];
          --kept;
        }
      }
      CHECK((kept > 0 || parts.empty()));
    }
    if (!areas.empty()) CHECK(std::find(readers.begin(), readers.end(), 0) == readers.end());
  }
}

TEST_CASE("property: a sentence is about what it would be about were it all of the text") {
  std::vector<std::string> all = texts();
  // Where a word beyond the end changes what the sentence's own words mean.
  all.emplace_back("It was never. Great help came from CAMHS when the taxi was late.");
  all.emplace_back("This has nothing to do with. CAMHS never rang us about the school transport.");
  all.emplace_back("We like CAMHS. Have been fine, no moan. This is about the taxi that never came to us.");
  for (const std::string& text : all) {
    for (const auto& part : shipped().read(text).parts()) {
      const std::string sentence = text.substr(part.where.begin, part.where.end - part.where.begin);
      CAPTURE(sentence);
      const auto alone = shipped().read(sentence).parts();
      REQUIRE(alone.size() == 1);
      CHECK(alone.front().on == part.on);
      CHECK(alone.front().is_for_all == part.is_for_all);
    }
  }
}

TEST_CASE("property: another sentence changes nothing in what the others are about") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    const auto parts = shipped().read(text).parts();
    const auto longer = shipped().read(text + "\n\nWe had soup for tea on that day.").parts();
    REQUIRE(longer.size() == parts.size() + 1);
    for (std::size_t p = 0; p < parts.size(); ++p) CHECK(longer[p].on == parts[p].on);
  }
}

TEST_CASE("property: what is said again and again is no alarm for being long") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    if (shipped().is_urgent(text)) continue;
    std::string often;
    for (int i = 0; i < 40; ++i) often += text + "\n\n";
    CHECK_FALSE(shipped().is_urgent(often));
  }
  for (const std::string_view word : {"😀", "school ", "line\n", "x y z ", "no ", "слово ", "كلمة ",
                                      "Thank you. ", "The teacher is kind and helps my son every day. "}) {
    CAPTURE(word);
    std::string often;
    while (often.size() < 30'000) often += word;
    const auto read = shipped().classify(often);
    CHECK_FALSE(read.urgent);
    CHECK(read.areas.size() <= 1);
  }
}

TEST_CASE("property: a text made of the vocabulary's own words is read in linear time") {
  // The mean of several runs would still shake on a busy machine: a factor of 10 for twice the text is not.
  const auto seconds = [](std::size_t repeats) {
    std::string text;
    for (std::size_t i = 0; i < repeats; ++i) {
      text += "not took him out of the school plan panel said no he hits her and the taxi was never late ";
    }
    const auto start = std::chrono::steady_clock::now();
    shipped().classify(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(10);
  CHECK(seconds(800) < 10 * seconds(400));
}

TEST_CASE("property: who asks for urgency alone gets the same answer") {
  std::string many;
  for (const std::string& text : texts()) {
    CHECK(shipped().is_urgent(text) == shipped().classify(text).urgent);
    many += text + "\n\n";
  }
  CHECK(shipped().is_urgent(many) == shipped().classify(many).urgent);
  CHECK_FALSE(shipped().is_urgent(""));
}

TEST_CASE("property: any bytes are taken, also very long words") {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(400, ' ');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    shipped().classify(bytes);
  }
  CHECK(shipped().classify(std::string(200'000, 'a')).areas.empty());
  CHECK(shipped().classify(std::string(200'000, ' ')).areas.empty());
  std::string initials;  // quadratic, a million of them would not end in the time a test program is given
  for (int i = 0; i < 1'000'000; ++i) initials += "a.";
  CHECK(shipped().classify(initials).areas.empty());
}

}  // namespace
