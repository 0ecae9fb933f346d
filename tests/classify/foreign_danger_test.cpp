// Which words of other languages ring, and that nothing else does.
#include "classify/foreign_danger.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <sstream>
#include <string>

#include "base/file_system.hpp"
#include "classify/language.hpp"
#include "config/languages_file.hpp"

namespace {

using postbox::PosixFileSystem;
using postbox::classify::ForeignDanger;
using postbox::classify::parse_danger_phrase;
using postbox::classify::Words;

const postbox::classify::Languages& shipped() {
  static const postbox::classify::Languages languages(
      postbox::config::read_languages(PosixFileSystem(), {"/no/such/box", POSTBOX_SOURCE_DIR}));
  return languages;
}

std::string read(const std::string& name) {
  return PosixFileSystem().read(std::string(POSTBOX_SOURCE_DIR "/tests/data/") + name);
}

ForeignDanger danger_of(std::initializer_list<const char*> phrases) {
  std::vector<postbox::classify::DangerPhrase> parsed;
  for (const char* phrase : phrases) parsed.push_back(parse_danger_phrase(phrase).value());
  return ForeignDanger(std::move(parsed));
}

}  // namespace

TEST_CASE("foreign danger: what phrases find") {
  struct Case {
    const char* phrase;
    const char* text;
    bool found;
  };
  const Case cases[] = {
      {"chce umrzeć", "Syn CHCE, umrzeć!", true},
      {"chce umrzeć", "chce\n\numrzeć", true},
      {"chce umrzeć", "umrzeć chce", false},
      {"chce umrzeć", "chce nie umrzeć", false},
      {"chce umrzeć", "chce", false},
      {"chce umrzeć", "nichce umrzeć", false},
      {"samobój*", "myśli samobójcze", true},
      {"samobój*", "samobój", true},
      {"samobój*", "niesamobójcze", false},
      {"б'є мене", "Він б’є мене", true},
      {"cinsel istismar*", "cinsel istismardan", true},
      {"*自杀*", "他说他想自杀了", true},
      {"*自杀*", "自", false},
      {"matar-se", "quer matar se", true},
      {"is dilo", "is", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.phrase);
    CAPTURE(c.text);
    CHECK(danger_of({c.phrase}).is_in(Words(c.text)) == c.found);
  }
}

TEST_CASE("foreign danger: what is no phrase") {
  for (const char* text : {"", "*", "**", " . ", "ab*", "ж*", "a*b", "*ab", "*a b*", "*a b"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_danger_phrase(text).has_value());
  }
}

TEST_CASE("foreign danger: it rings in many languages") {
  for (const char* text : {"Mój syn mówi, że chce się zabić",
                           "fiica mea spune ca vrea sa moara",
                           "Дочка каже, що не хоче жити",
                           "Сын говорит, что хочет умереть",
                           "ابني يقول إنه يريد أن يموت",
                           "میرا بیٹا خودکشی کی بات کرتا ہے",
                           "mera beta khud ko maarta hai",
                           "আমার ছেলে আত্মহত্যার কথা বলে",
                           "ਉਹ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹੈ",
                           "他说不想活了",
                           "我丈夫打我",
                           "Kızım intihar etmek istiyor",
                           "Mi hijo dice que quiere morirse",
                           "O meu filho quer morrer",
                           "mon fils dit qu'il veut mourir",
                           "Meine Tochter ritzt sich",
                           "Mio figlio vuole morire",
                           "A fiam öngyilkos akar lenni",
                           "Sūnus sako, kad nori mirti",
                           "Meita saka, ka grib nomirt",
                           "Syn hovorí, že chce zomrieť",
                           "Dcera se chce zabít, řeže se",
                           "Mijn zoon wil dood",
                           "gusto na niyang mamatay",
                           "con tôi muốn chết",
                           "mae hi eisiau marw",
                           "wuxuu sheegay inuu dhinto",
                           "ajo thotë dua të vdes",
                           "детето ми иска да умре",
                           "మా అబ్బాయి ఆత్మహత్య",
                           "என் மகன் தற்கொலை",
                           "12岁孩子想自杀",
                           "SEN老师打我",
                           "زوجي يضربني؟",
                           "ابني يريد أن يموت، ساعدونا",
                           "वह मुझे पीटता है।",
                           "İntihar etmek istiyor",
                           "يفكر بالانتحار",
                           "ራስን ማጥፋት።",
                           "CON TÔI MUỐN TỰ TỬ",
                           "Ինքնասպանություն",
                           "딸이 죽고 싶대요",
                           "娘が死にたいと言います",
                           "ลูกอยากตาย",
                           "پسرم می‌خواهد بمیرد"}) {
    CAPTURE(text);
    CHECK(shipped().speaks_of_danger(text));
  }
}

TEST_CASE("foreign danger: other posts in those languages do not ring") {
  std::istringstream lines(read("languages.txt"));
  int seen = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    CAPTURE(line);
    CHECK_FALSE(shipped().speaks_of_danger(line.substr(line.find(": ") + 2)));
    ++seen;
  }
  CHECK(seen > 80);
}

TEST_CASE("foreign danger: no English text rings, whatever it tells") {
  for (const char* file : {"dev-a.jsonl", "dev-b.jsonl", "held/areas.jsonl", "held/urgent.jsonl",
                           "held/identifiers.jsonl", "naughty_strings.json"}) {
    CAPTURE(file);
    CHECK_FALSE(shipped().speaks_of_danger(read(file)));
  }
  int learned = 0;
  for (const auto& entry : std::filesystem::directory_iterator(POSTBOX_SOURCE_DIR "/tools/training")) {
    if (entry.path().extension() != ".jsonl") continue;
    CAPTURE(entry.path());
    CHECK_FALSE(shipped().speaks_of_danger(PosixFileSystem().read(entry.path())));
    ++learned;
  }
  CHECK(learned > 5);
}

TEST_CASE("foreign danger: any bytes are taken") {
  for (const char* text : {"", " ", "\xFF\xFE", "\xD0", "*", "***"})
    CHECK_FALSE(shipped().speaks_of_danger(text));
  CHECK_FALSE(shipped().speaks_of_danger(std::string(500'000, 'z')));
}
