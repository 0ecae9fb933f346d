// phrases.toml, tone.toml and urgent.toml as people may mistype them.
#include "config/phrases_file.hpp"

#include <doctest/doctest.h>

#include <map>
#include <stdexcept>
#include <string>

#include "base/error.hpp"

namespace {

using postbox::Path;
using postbox::classify::Vocabulary;

constexpr const char* phrases =
    "threshold = 0.5\n"                          // 1
    "tick = 0.75\n"                              // 2
    "no_area = [\"school run\"]\n"               // 3
    "[weights]\n"                                // 4
    "strong = 0.65\n"                            // 5
    "[lists]\n"                                  // 6
    "child = [\"son\", \"daughter\"]\n"          // 7
    "[areas.camhs]\n"                            // 8
    "strong = [\"camhs\", \"{child} waits\"]\n"  // 9
    "[mention]\n"                                // 10
    "before = [\"not about\"]\n"                 // 11
    "after = [\"was fine\"]\n"                   // 12
    "turn = [\"this is about\"]\n";              // 13
constexpr const char* tone =
    "negation = [\"not\"]\n"          // 1
    "no_tone = [\"good morning\"]\n"  // 2
    "[weights]\n"                     // 3
    "loud = 0.6\n"                    // 4
    "[praise]\n"                      // 5
    "loud = [\"lovely\"]\n"           // 6
    "[concern]\n"                     // 7
    "loud = [\"awful\", \"not\"]\n"   // 8
    "[suggestion]\n"                  // 9
    "loud = [\"could you\"]\n";       // 10
constexpr const char* urgent =
    "threshold = 0.5\n"                   // 1
    "now = [\"tonight\"]\n"               // 2
    "over = [\"years ago\"]\n"            // 3
    "harmless = [\"killing me\"]\n"       // 4
    "plain = [\"is suicidal\"]\n"         // 5
    "[weights]\n"                         // 6
    "certain = 0.9\n"                     // 7
    "[danger]\n"                          // 8
    "certain = [\"hurting himself\"]\n";  // 9

constexpr const char* ideas =
    "[ideas]\n"                            // 1
    "waiting = [\"wait*\", \"queue\"]\n";  // 2

// The files in memory; nothing else is there, and nothing is written.
class FilesInMemory : public postbox::PosixFileSystem {
 public:
  std::map<std::string, std::string> files = {{"phrases.toml", phrases},
                                              {"tone.toml", tone},
                                              {"urgent.toml", urgent},
                                              {"ideas.toml", ideas},
                                              {"weights.txt", written(postbox::classify::Weights())}};
  bool exists(const Path& path) const override { return path.parent_path() == "/shipped/config"; }
  bool is_plain_file(const Path& path) const override { return exists(path); }
  std::string read(const Path& path) const override { return files.at(path.filename()); }
  void read_blocks(const Path& path, const std::function<void(std::string_view)>& take) const override {
    take(read(path));
  }
};

Vocabulary read(const FilesInMemory& files) {
  return postbox::config::read_vocabulary(files, {"/box", "/shipped"});
}

TEST_CASE("vocabulary file: what it says is what is read") {
  const Vocabulary vocabulary = read(FilesInMemory());
  CHECK(vocabulary.areas.threshold == 0.5);
  CHECK(vocabulary.areas.tick == 0.75);
  CHECK(vocabulary.lists.at("child").size() == 2);
  const auto& camhs = vocabulary.areas.areas[index_of(postbox::ServiceArea::camhs)];
  REQUIRE(camhs.size() == 2);
  CHECK(camhs[0].phrase == "camhs");
  CHECK(camhs[0].weight == 0.65);
  CHECK(vocabulary.tone.praise.size() == 1);
  CHECK(vocabulary.tone.negation.size() == 1);
  CHECK(vocabulary.urgent.danger.size() == 1);
  REQUIRE(vocabulary.ideas.size() == 1);
  CHECK(vocabulary.ideas[0].name == "waiting");
  CHECK(vocabulary.ideas[0].phrases.size() == 2);
}

TEST_CASE("vocabulary file: a mistake is refused with its file and line") {
  struct Case {
    std::string why, file, from, to, said;
  };
  const Case cases[] = {
      {"unknown key", "phrases.toml", "tick = 0.75", "tick = 0.75\ntik = 1", "phrases.toml:3: \"tik\""},
      {"unknown area", "phrases.toml", "areas.camhs", "areas.cahms", "phrases.toml:8: \"cahms\""},
      {"unknown level", "phrases.toml", "strong = [\"camhs\"", "mighty = [\"camhs\"",
       "phrases.toml:9: \"mighty\""},
      {"weight of one", "phrases.toml", "strong = 0.65", "strong = 1", "phrases.toml:5: expected a number"},
      {"weight of nought", "phrases.toml", "strong = 0.65", "strong = 0",
       "phrases.toml:5: expected a number"},
      {"weight as text", "phrases.toml", "strong = 0.65", "strong = \"0.65\"",
       "phrases.toml:5: expected a number"},
      {"not a number", "phrases.toml", "strong = 0.65", "strong = nan", "phrases.toml:5: expected a number"},
      {"tick below the threshold", "phrases.toml", "tick = 0.75", "tick = 0.4", "phrases.toml:2: a tick"},
      {"the likeliest below the threshold", "phrases.toml", "tick = 0.75", "tick = 0.75\nlikeliest = 0.1",
       "phrases.toml:3: must not be below the threshold"},
      {"tick below the likeliest", "phrases.toml", "tick = 0.75", "likeliest = 0.8\ntick = 0.75",
       "phrases.toml:3: a tick"},
      {"the same phrase twice", "phrases.toml", "\"{child} waits\"", "\"CAMHS!\"",
       "phrases.toml:9: \"CAMHS!\""},
      {"unknown list", "phrases.toml", "{child} waits", "{chid} waits", "no list of words called {chid}"},
      {"no words", "phrases.toml", "school run", "...", "phrases.toml:3"},
      {"a list of two words", "phrases.toml", "\"son\"", "\"my son\"", "phrases.toml:7: a list holds single"},
      {"a list in a list", "phrases.toml", "\"son\"", "\"{child}\"", "phrases.toml:7"},
      {"missing part", "phrases.toml", "turn = ", "trun = ", "phrases.toml:13: \"trun\""},
      {"praise that is a concern", "tone.toml", "awful", "lovely", "tone.toml:8: \"lovely\""},
      {"unknown tone", "tone.toml", "[suggestion]", "[sugestion]", "tone.toml:9: \"sugestion\""},
      {"danger that is harmless", "urgent.toml", "hurting himself", "killing me",
       "urgent.toml:4: \"killing me\""},
      {"plain danger that only may be danger", "urgent.toml", "hurting himself", "Is suicidal",
       "urgent.toml:9: \"Is suicidal\""},
      {"no plain danger", "urgent.toml", "plain = [", "plane = [", "urgent.toml:5: \"plane\""},
      {"an idea's phrase twice", "ideas.toml", "queue", "WAIT*", "ideas.toml:2: \"WAIT*\""},
      {"an idea that is no list", "ideas.toml", R"(["wait*", "queue"])", "\"wait\"", "ideas.toml:2"},
      {"weights of another version", "weights.txt", "version 3", "version 2", "weights.txt:4: expected"},
      {"a word among the weights", "weights.txt", "bias 0", "bias x",
       "weights.txt:5: expected a whole number"},
      {"a weight too few", "weights.txt", "bias 0", "bias", "weights.txt:5: expected a whole number"},
      {"a weight too many", "weights.txt", "bias 0", "bias 0 0", "weights.txt:5: more numbers"},
      {"not TOML", "urgent.toml", "now = [", "now = ", "urgent.toml:2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    FilesInMemory files;
    std::string& file = files.files.at(c.file);
    REQUIRE(file.find(c.from) != std::string::npos);
    file.replace(file.find(c.from), c.from.size(), c.to);
    try {
      read(files);
      FAIL_CHECK("was taken");
    } catch (const postbox::Error& error) {
      CHECK(error.fault() == postbox::Fault::settings);
      CHECK_MESSAGE(std::string(error.what()).find(c.said) != std::string::npos, error.what());
    }
  }
}

}  // namespace
