#include "config/look_file.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "config/messages_file.hpp"
#include "form/page.hpp"
#include "support/temp_folder.hpp"

using namespace postbox;

namespace {

// A box whose own copy of a shipped file has one text replaced.
struct ChangedBox {
  test::TempFolder folder;
  PosixFileSystem files;
  config::House house{folder.path(), Path(POSTBOX_SOURCE_DIR)};

  void change(const std::string& name, const std::string& from, const std::string& to) {
    std::string text = files.read(house.shipped / "config" / name);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const Path own = house.box / "config" / name;
    std::filesystem::create_directories(own.parent_path());
    files.create(own, 0600)->write(text);
  }
};

template <class Read>
std::string refusal(Read read) {
  try {
    read();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("look.toml: colours on which nobody could read are refused, others reach the style sheet") {
  struct Case {
    const char* why;
    const char* colour;
    const char* refusal;  // "" where it is taken
  };
  const Case cases[] = {
      {"the shipped red", "#b01020", ""},
      {"a deep blue", "#123a7a", ""},
      {"white on white", "#ffffff", "the contrast"},
      {"a yellow that looks fine on black", "#ffd400", "the contrast"},
      {"just too light", "#757575", "the contrast"},
      {"a name", "red", "expected a colour"},
      {"a rule smuggled in", "#b01020}", "expected a colour"},
      {"three digits", "#b12", "expected a colour"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    ChangedBox box;
    box.change("look.toml", "#b01020", c.colour);
    const std::string said = refusal([&] {
      const form::Look look = config::read_look(box.files, box.house);
      CHECK(form::style_sheet(look).find("--brand:" + std::string(c.colour) + ";") != std::string::npos);
    });
    CAPTURE(said);
    CHECK(said.empty() == (*c.refusal == '\0'));
    CHECK(said.find(c.refusal) != std::string::npos);
  }
}

TEST_CASE("look.toml: addresses lead to https, and the way out must lead somewhere") {
  for (const char* wrong : {"http://plain.example", "javascript:alert(1)", ""}) {
    CAPTURE(wrong);
    ChangedBox box;
    box.change("look.toml", "https://www.bbc.co.uk/weather", wrong);
    CHECK_FALSE(refusal([&] { config::read_look(box.files, box.house); }).empty());
  }
}

TEST_CASE("look.toml: a privacy notice is an https address or a path of this site, or none") {
  struct Case {
    const char* why;
    const char* written;
    const char* taken;  // nullptr where it is refused
  };
  const Case cases[] = {
      {"none, as shipped", "privacy_url = \"\"", ""},
      {"an older copy of the file", "", ""},
      {"an address", "privacy_url = \"https://send.example/privacy?a=1\"",
       "https://send.example/privacy?a=1"},
      {"a path", "privacy_url = \"/privacy\"", "/privacy"},
      {"without TLS", "privacy_url = \"http://send.example/privacy\"", nullptr},
      {"a script", "privacy_url = \"javascript:alert(1)\"", nullptr},
      {"no scheme, which is another site", "privacy_url = \"//send.example/privacy\"", nullptr},
      {"the same, as browsers read it", "privacy_url = '/\\send.example/privacy'", nullptr},
      {"a bare name", "privacy_url = \"privacy.html\"", nullptr},
      {"a scheme alone", "privacy_url = \"https://\"", nullptr},
      {"two words", "privacy_url = \"/privacy notice\"", nullptr},
      {"no text", "privacy_url = true", nullptr},
      {"a typing slip", "privacy_ulr = \"/privacy\"", nullptr},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    ChangedBox box;
    box.change("look.toml", "privacy_url = \"\"", c.written);
    const std::string said = refusal([&] {
      const std::string url = config::read_look(box.files, box.house).privacy_url;
      CHECK(c.taken != nullptr);
      if (c.taken != nullptr) CHECK(url == c.taken);
    });
    CAPTURE(said);
    CHECK(said.empty() == (c.taken != nullptr));
    if (c.taken == nullptr) CHECK(said.find("look.toml:20") != std::string::npos);
  }
}

TEST_CASE("messages: a text that is missing, unknown, empty or lost its number is named") {
  struct Case {
    const char* why;
    const char* from;
    const char* to;
    const char* refusal;
  };
  const Case cases[] = {
      {"missing", "yes = \"Tak\"\n", "", "\"yes\""},
      {"unknown", "yes = \"Tak\"\n", "yes = \"Tak\"\nyess = \"T\"\n", "no page has a text called \"yess\""},
      {"empty", "yes = \"Tak\"", "yes = \"\"", "\"yes\" has no words"},
      {"the month lost", "w miesiącu: {}", "wkrótce", "keep the 1 place(s)"},
      {"eleven months", ",grudzień", "", "twelve months"},
      {"a question without words", "[question.rating]", "[question.ratings]", "rating"},
      {"an option without words", "good = \"Dobra\", ", "", "good"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.why);
    ChangedBox box;
    box.change("messages/pl.toml", c.from, c.to);
    form::Form form;
    form.language = config::read_language(box.files, box.house, "en");
    form::Question rating;
    rating.id = "rating";
    rating.type = form::QuestionType::choice;
    rating.options = {{"good", "Good", ""}};
    form.questions = {rating};
    const std::string said = refusal([&] { config::read_translation(box.files, box.house, form, "pl"); });
    CAPTURE(said);
    CHECK(said.find("pl.toml") != std::string::npos);
    CHECK(said.find(c.refusal) != std::string::npos);
  }
}

TEST_CASE("messages: a name under checked_by switches a language on, and needs its day") {
  ChangedBox box;
  CHECK_FALSE(config::is_checked(box.files, box.house, "pl"));
  box.change("messages/pl.toml", "checked_by = \"\"\n# checked_on",
             "checked_by = \"Anna Nowak\"\nchecked_on");
  CHECK(config::is_checked(box.files, box.house, "pl"));
  ChangedBox undated;
  undated.change("messages/pl.toml", "checked_by = \"\"", "checked_by = \"Anna Nowak\"");
  CHECK_FALSE(refusal([&] { config::is_checked(undated.files, undated.house, "pl"); }).empty());
}
